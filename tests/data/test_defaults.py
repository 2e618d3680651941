"""What need not be written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bluf.data import DataError, read
from bluf.data.defaults import with_defaults
from bluf.data.dump import plain_values
from bluf.data.writers.table import files_of
from bluf.model import Strength

if TYPE_CHECKING:
    from pathlib import Path

BRIEF = """id: case
title: A meeting
date: 2026-03-03
to: Deputy
from: Desk
language: fr
bottom_line: They met.
parties:
  rs: {name: Serbia}
  us: {name: United States}
sources:
  one: {title: A, publisher: B, file: a.txt, translator: the desk}
  two: {title: A, publisher: B, file: b.txt, language: de}
events:
  - {title: The meeting}
requests:
  - ask: Help
    from: us
    evidence:
      - {source: one, quote: a word, translation: un mot}
      - {source: two, quote: ein Wort, translation: un mot}
  - {ask: Time, to: us, carried_from: "earlier#R1"}
outcomes:
  - {statement: To meet, strength: Agreed, answers: R1}
  - {statement: To talk, strength: DISCUSSED, answers: "R1, R2", id: O1}
follow_ups:
  - {action: Go, owner: [rs, us], to: [The Mayor, rs], follows: "O1; O2"}
"""


def written(tmp_path: Path, text: str = BRIEF) -> Path:
    path = tmp_path / "brief.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_can_be_seen_is_filled_in(tmp_path: Path) -> None:
    brief = read(written(tmp_path)).brief

    assert [item.id for item in brief.events] == ["E1"]
    assert [item.id for item in brief.requests] == ["R1", "R2"]
    assert [item.id for item in (*brief.outcomes, *brief.follow_ups)] == ["O2", "O1", "F1"]
    assert [(item.from_, item.to) for item in brief.requests] == [("us", "rs"), ("rs", "us")]
    assert [item.event for item in brief.requests] == ["E1", None]
    assert {key: source.language for key, source in brief.sources.items()} == {
        "one": "fr",
        "two": "de",
    }
    assert [each.translator for each in brief.requests[0].evidence] == ["the desk", None]


def test_words_are_the_same_in_any_case_and_lists_need_no_brackets(tmp_path: Path) -> None:
    brief = read(written(tmp_path)).brief

    assert [item.strength for item in brief.outcomes] == [Strength.AGREED, Strength.DISCUSSED]
    assert [item.answers for item in brief.outcomes] == [("R1",), ("R1", "R2")]
    assert brief.follow_ups[0].follows == ("O1", "O2")


@pytest.mark.parametrize("ending", [".yaml", ".json", ".toml", ".xlsx", ".csv"])
def test_several_parties_come_back_from_every_format(tmp_path: Path, ending: str) -> None:
    brief = read(written(tmp_path)).brief
    assert brief.follow_ups[0].owner == "rs\nus"

    target = tmp_path / f"other{ending}"
    for path, content in files_of(brief, target).items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)

    assert read(target).brief.follow_ups == brief.follow_ups
    assert plain_values(brief)["follow_ups"][0]["owner"] == ["rs", "us"]  # type: ignore[index, call-overload]


def test_each_of_several_is_looked_up(tmp_path: Path) -> None:
    text = BRIEF.replace("from: us", "from: [us, xx]").replace("answers: R1", "answers: R1 R7")
    with pytest.raises(DataError) as caught:
        read(written(tmp_path, text))
    said = [finding.message for finding in caught.value.findings]
    assert "“xx” is not the id of a party" in said
    assert "“R1 R7” is not the id of a request" in said


def test_what_is_no_record_is_left_to_the_reader() -> None:
    assert with_defaults("text") == "text"
    values: dict[str, Any] = {
        "sources": {"one": "x"},
        "parties": {"a": {}, "b": {}},
        "requests": ["x", {"from": ["a"]}, {"from": "c", "evidence": "x"}, {"evidence": ["x"]}],
        "events": "x",
    }
    assert with_defaults({**values, "language": "fr"})["requests"][0] == "x"  # type: ignore[index, call-overload]
    assert with_defaults({**values, "sources": ["x"]})["sources"] == ["x"]  # type: ignore[index, call-overload]
