from __future__ import annotations

import datetime as dt
import difflib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bluf.data import DataError, read
from bluf.data.edit import change
from bluf.data.formats import yaml_text
from bluf.data.lines import Lines
from bluf.data.splice import SpliceError, spliced
from bluf.data.tree import plain, scalars

if TYPE_CHECKING:
    from bluf.data.dump import Value
    from bluf.data.tree import Steps

WHOLE = (Path(__file__).parent / "cases" / "whole.yaml").read_text(encoding="utf-8")
TREE = yaml_text.parse(Lines("whole.yaml", WHOLE)).root
PATHS = [path for path, _ in scalars(TREE)]


def changed(changes: dict[Steps, Value], text: str = WHOLE) -> list[str]:
    """The lines that differ, each with its ``-`` or ``+``."""
    after = spliced(text, changes)
    lines = difflib.unified_diff(text.split("\n"), after.split("\n"), lineterm="", n=0)
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


@pytest.mark.parametrize(
    ("path", "value", "lines"),
    [
        (
            ("requests", 0, "response"),
            "noted",
            ["-    response: not reported", "+    response: noted"],
        ),
        (
            ("date",),
            dt.date(2026, 1, 1),
            [
                "-date: 2025-08-07            # of the brief itself",
                "+date: 2026-01-01            # of the brief itself",
            ],
        ),
        (
            ("parties", "rs", "name"),
            "Serbia, the",
            [
                "-  rs: {name: Serbia, short: Serbia}",
                '+  rs: {name: "Serbia, the", short: Serbia}',
            ],
        ),
        (
            ("follow_ups", 0, "carried_from"),
            "other#F1",
            ["-    carried_from: null", "+    carried_from: other#F1"],
        ),
        (("requests", 0, "topic"), "energy", ["+    topic: energy"]),
        (
            ("follow_ups", 0, "history", 0, "evidence", 0, "quote"),
            "a\nb",
            [
                '-          - {source: mfa, quote: "very soon"}',
                '+          - {source: mfa, quote: "a\\nb"}',
            ],
        ),
        (
            ("events", 0, "participants", 2),
            {"name": "A", "also": ["b\nc"]},
            [
                "+      - name: A",
                "+        also:",
                "+          - |-",
                "+            b",
                "+            c",
            ],
        ),
        (("requests", 0, "priority"), 2, ["-    priority: 1", "+    priority: 2"]),
        (("contact",), "a\nb", ["-contact: desk@example.org", "+contact: |-", "+  a", "+  b"]),
        (
            ("background",),
            "No",
            ["-  Nothing more.", "+  No"],
        ),
        (("follow_ups", 0, "follows", 1), "R1", ["-    follows: [O1]", "+    follows: [O1, R1]"]),
        (
            ("follow_ups", 0, "history", 1),
            {"date": dt.date(2025, 9, 1), "status": "done", "note": "It was: done"},
            ['+      - {date: 2025-09-01, status: done, note: "It was: done"}'],
        ),
        (
            ("requests", 1),
            {"id": "R2", "from": "rs", "to": "us", "ask": "more"},
            ["+  - id: R2", "+    from: rs", "+    to: us", "+    ask: more"],
        ),
        (
            ("follow_ups", 0, "evidence"),
            [{"source": "mfa", "quote": "word " * 30 + "end"}],
            [
                "+    evidence:",
                "+      - source: mfa",
                "+        quote: >-",
                "+          " + "word " * 16 + "word",
                "+          " + "word " * 13 + "end",
            ],
        ),
    ],
)
def test_a_change_touches_its_lines_alone(path: Steps, value: Value, lines: list[str]) -> None:
    assert changed({path: value}) == lines


def test_several_changes_are_made_at_once_and_added_in_order() -> None:
    changes: dict[Steps, Value] = {
        ("title",): "New",
        ("requests", 0, "topic"): "energy",
        ("requests", 0, "marking"): "SECRET",
    }
    assert changed(changes)[1:] == ['+title: "New"', "+    topic: energy", "+    marking: SECRET"]


def test_what_is_added_stands_before_a_comment_below() -> None:
    text = "items:\n  - id: O1\n    notes:\n      - >-\n        one\n\n# what was found besides\n"
    added = spliced(text, {("items", 0, "notes", 1): "two"})
    assert added == text.replace("        one\n", "        one\n      - two\n")
    assert spliced("a: []\n# below\n", {("a", 0): "x"}) == "a: [x]\n# below\n"


def test_the_manner_of_writing_is_kept() -> None:
    text = "a: 'one'\nb: \"two\"\nc:\nd: []\ne: {}\nf: [x]  # why\ng: {h: }\n"
    changes: dict[Steps, Value] = {
        ("a",): "it's",
        ("b",): "new",
        ("c",): "given",
        ("d", 0): "first",
        ("e", "k"): 1,
        ("f", 0): ["z"],
        ("g", "h"): "a\nb",
    }
    assert spliced(text, changes) == (
        "a: 'it''s'\nb: \"new\"\nc: given\nd: [first]\ne: {k: 1}\nf: [[z]]  # why\n"
        'g: {h: "a\\nb"}\n'
    )


def test_line_ends_stay_what_they_are() -> None:
    text = "a: >-\r\n  old\r\n\r\nb: 1\r\n"
    assert spliced(text, {("a",): "x\ny"}) == "a: |-\r\n  x\r\n  y\r\n\r\nb: 1\r\n"
    assert spliced(text, {("c",): "x"}) == text.removesuffix("\r\n") + "\r\nc: x\r\n"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (("nowhere", 0, "x"), "there is no nowhere.0.x"),
        (("requests",), "requests holds more than one value"),
        (("requests", 5), "nothing can be added at 5"),
        (("title", "x"), "nothing can be added at x"),
    ],
)
def test_a_path_that_leads_nowhere_is_an_error(path: Steps, said: str) -> None:
    with pytest.raises(SpliceError, match=said):
        spliced(WHOLE, {path: "x"})


TEXTS = st.text(
    st.sampled_from(" :#-,[]{}'\"&*!|>%@`\\\n") | st.characters(exclude_categories=["Cc", "Cs"]),
    max_size=120,
).map(str.strip)


@given(st.sampled_from(PATHS), TEXTS)
def test_whatever_is_written_is_read_back_and_nothing_else_changes(path: Steps, value: str) -> None:
    before: Any = plain(TREE)
    after: Any = plain(yaml_text.parse(Lines("x", spliced(WHOLE, {path: value}))).root)
    expected = after
    for step in path[:-1]:
        before, expected = before[step], expected[step]
    assert expected[path[-1]] == value
    expected[path[-1]] = before[path[-1]]
    assert after == plain(TREE)


def test_a_file_is_changed_in_place(tmp_path: Path) -> None:
    path = tmp_path / "brief.yaml"
    path.write_text(WHOLE, encoding="utf-8")
    path.chmod(0o640)

    change(path, {("requests", 0, "response"): "noted"})

    assert read(path).brief.requests[0].response == "noted"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_change_that_would_break_the_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "brief.yaml"
    path.write_text(WHOLE, encoding="utf-8")

    with pytest.raises(DataError, match="“perhaps” is not a word"):
        change(path, {("requests", 0, "response"): "perhaps"})

    assert path.read_text(encoding="utf-8") == WHOLE


def test_only_yaml_is_changed_in_place(tmp_path: Path) -> None:
    with pytest.raises(SpliceError, match="only YAML"):
        change(tmp_path / "brief.json", {("title",): "x"})


def test_a_file_that_cannot_be_replaced_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "brief.yaml"
    path.write_text(WHOLE, encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "no space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="no space"):
        change(path, {("title",): "x"})

    assert path.read_text(encoding="utf-8") == WHOLE
    assert list(tmp_path.iterdir()) == [path]


FOLDED = "a: >-\n  One two three\n  four five six\n  seven eight.\nb: c\n"


@pytest.mark.parametrize(
    ("new", "lines"),
    [
        ("One two three four 5 six seven eight.", ["-  four five six", "+  four 5 six"]),
        ("1 two three four five six seven eight.", ["-  One two three", "+  1 two three"]),
        ("One two three four five six seven.", ["-  seven eight.", "+  seven."]),
        ("One two three seven eight.", ["-  four five six"]),
        ("One two three and four five six seven eight.", ["+  and"]),
        ("New.", ["-  One two three", "-  four five six", "-  seven eight.", "+  New."]),
        ("One two three four five six seven eight. Nine.", ["+  Nine."]),
        (
            "One two\n\nthree.",
            [
                "-a: >-",
                "-  One two three",
                "-  four five six",
                "-  seven eight.",
                "+a: |-",
                "+  One two",
                "+",
                "+  three.",
            ],
        ),
    ],
)
def test_a_folded_text_keeps_the_lines_whose_words_stay(new: str, lines: list[str]) -> None:
    assert changed({("a",): new}, FOLDED) == lines
    assert yaml.safe_load(spliced(FOLDED, {("a",): new})) == {"a": new, "b": "c"}


def test_a_folded_text_is_broken_where_much_of_it_changes() -> None:
    new = "One two three " + "and so on, " * 20 + "seven eight."
    text = spliced(FOLDED, {("a",): new})
    assert max(map(len, text.splitlines())) <= 98
    assert yaml.safe_load(text)["a"] == new


@pytest.mark.parametrize("text", ["a: >-\n  One\n\n  two\n", "a: >-\n  One\n    two\n"])
def test_a_folded_text_of_several_paragraphs_is_written_anew(text: str) -> None:
    assert yaml.safe_load(spliced(text, {("a",): "Three"})) == {"a": "Three"}


@given(st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=12), st.data())
def test_any_words_can_be_folded_in(words: list[str], data: st.DataObject) -> None:
    old = data.draw(st.lists(st.lists(st.sampled_from(["a", "b"]), min_size=1), min_size=1))
    text = "x: >-\n" + "".join(f"  {' '.join(line)}\n" for line in old)
    new = " ".join(words)
    assert yaml.safe_load(spliced(text, {("x",): new})) == {"x": new}
