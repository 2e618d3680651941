from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.cli.app import run
from bluf.data import read
from bluf.pipeline.earlier import left_open

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Put = Callable[..., Path]

BRIEF = """\
id: {id}
title: Talks
date: {date}
to: Minister
from: Desk
bottom_line: They met.
parties: {{us: {{name: U.S.}}, rs: {{name: Serbia}}}}
follow_ups:
  - {{id: F1, action: Launch it, owner: us{link}}}
"""


@pytest.fixture
def put(tmp_path: Path) -> Put:
    def write(brief: str, *, after: str = "", more: str = "") -> Path:
        path = tmp_path / brief / "brief.yaml"
        path.parent.mkdir()
        link = f", carried_from: {after}#F1" if after else ""
        text = BRIEF.format(id=brief, date=brief[:10], link=link) + more
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_rows_are_told_in_the_words_of_a_catalogue_of_ones_own(put: Put, tmp_path: Path) -> None:
    (tmp_path / "it.toml").write_text('both = "entrambe"\n', encoding="utf-8")
    put("2025-01-01-a")
    brief = put("2025-02-01-b", after="2025-01-01-a", more="language: it\n")
    brief.write_text(brief.read_text("utf-8").replace("owner: us", "owner: both"), "utf-8")
    rows, _ = left_open(read(brief), catalogues=tmp_path)
    assert [row.owner for row in rows] == ["entrambe"]


def test_what_is_open_is_found_however_far_back(put: Put) -> None:
    put("2025-01-01-a")
    put("2025-02-01-b", after="2025-01-01-a")
    rows, findings = left_open(read(put("2025-03-01-c", after="2025-02-01-b")))
    assert [(row.what, row.since) for row in rows] == [("Launch it", "1 Jan 2025")]
    assert findings == ()


def test_a_brief_that_links_to_none_looks_for_none(put: Put) -> None:
    assert left_open(read(put("2025-01-01-a"))) == ((), ())


def test_an_answer_links_as_well(put: Put) -> None:
    answer = "outcomes: [{id: O1, statement: S, strength: agreed, answers: [2025-01-01-a#F1]}]\n"
    put("2025-01-01-a")
    rows, (finding,) = left_open(read(put("2025-02-01-b", more=answer)))
    assert (rows, finding.rule, finding.level) == ((), "link-to-another-kind", "error")


def test_a_brief_that_is_not_there_is_a_warning_at_its_link(put: Put) -> None:
    path = put("2025-02-01-b", after="2025-01-01-a")
    rows, (finding,) = left_open(read(path))
    assert rows == ()
    assert (finding.rule, finding.level) == ("link-target-missing", "warning")
    assert str(finding.location) == f"{path.as_posix()}:9:58"


def test_a_faulty_brief_beside_it_is_as_if_it_were_not_there(put: Put) -> None:
    put("2025-01-01-a", more="foo: bar\n")
    rows, (finding,) = left_open(read(put("2025-02-01-b", after="2025-01-01-a")))
    assert (rows, finding.rule) == ((), "link-target-missing")


def test_an_earlier_brief_that_changed_is_read_again(put: Put) -> None:
    earlier = put("2025-01-01-a")
    later = read(put("2025-02-01-b", after="2025-01-01-a"))
    assert [row.owner for row in left_open(later)[0]] == ["U.S."]
    earlier.write_text(BRIEF.format(id="2025-01-01-a", date="2024-12-01", link=""), "utf-8")
    assert [row.since for row in left_open(later)[0]] == ["1 Dec 2024"]


def test_a_brief_kept_as_tables_is_told_of_its_links_too(put: Put) -> None:
    path = put("2025-02-01-b", after="2025-01-01-a")
    tables = path.with_name("brief.csv")
    assert run(["convert", str(path), str(tables)]) == 0
    _, (finding,) = left_open(read(tables))
    assert finding.location.path == f"{tables.as_posix()}/follow-ups.csv"


def test_only_faults_of_the_brief_itself_are_told(put: Put) -> None:
    put("2025-01-01-a", after="2024-12-01-z")
    _, findings = left_open(read(put("2025-02-01-b", after="2025-01-01-a")))
    assert findings == ()
