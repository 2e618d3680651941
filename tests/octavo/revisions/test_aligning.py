from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.location import WordLocation
from octavo.revisions import Pair, Passage, align
from octavo.revisions.reading import Anchor

if TYPE_CHECKING:
    from collections.abc import Sequence

NEW = "new "
"""What a paragraph begins with that was all typed under tracking."""


def texts(*said: str, story: str = "body") -> tuple[Passage, ...]:
    """Paragraphs; ``x=text`` has the anchor x."""
    found = []
    for number, each in enumerate(said, 1):
        name, equals, text = each.rpartition("=")
        anchors = (Anchor(name, 0, len(text)),) if equals else ()
        place = WordLocation("a.docx", story, (("paragraph", number),))
        found.append(Passage(text, place, anchors, is_new=text.startswith(NEW)))
    return tuple(found)


def rows(*said: str) -> tuple[Passage, ...]:
    """Rows of one table; cells are parted by a bar, paragraphs of a cell by a slash."""
    found = []
    for row, cells in enumerate(said, 1):
        for cell, paragraphs in enumerate(cells.split("|"), 1):
            for number, text in enumerate(paragraphs.split("/"), 1):
                steps = (("table", 1), ("row", row), ("cell", cell), ("paragraph", number))
                found.append(Passage(text, WordLocation("a.docx", "body", steps)))
    return tuple(found)


def shown(pairs: Sequence[Pair]) -> list[tuple[str | None, str | None]]:
    return [(_text(pair.before), _text(pair.after)) for pair in pairs]


def _text(passage: Passage | None) -> str | None:
    return passage.text if passage else None


@pytest.mark.parametrize(
    ("before", "after", "pairs"),
    [
        (["a", "b"], ["a", "b"], [("a", "a"), ("b", "b")]),
        (["a", "b"], ["a"], [("a", "a"), ("b", None)]),
        (["a"], ["a", "b"], [("a", "a"), (None, "b")]),
        (["a", "one", "c"], ["a", "two", "c"], [("a", "a"), ("one", "two"), ("c", "c")]),
        (["x=one", "b"], ["b", "x=quite another"], [("b", "b"), ("one", "quite another")]),
        (
            ["a", "new one"],
            ["a", "new two", "new one"],
            [("a", "a"), (None, "new two"), ("new one", "new one")],
        ),
        (["", "a"], ["", "a"], [("", ""), ("a", "a")]),
        (["a", "", "b"], ["a", "", "", "b"], [("a", "a"), ("", ""), (None, ""), ("b", "b")]),
        (["a", "", "b"], ["a", "x", "", "b"], [("a", "a"), (None, "x"), ("", ""), ("b", "b")]),
        ([], ["a"], [(None, "a")]),
        (
            ["the first sentence", "the second one"],
            ["a third", "the first sentence here", "the second one here"],
            [
                (None, "a third"),
                ("the first sentence", "the first sentence here"),
                ("the second one", "the second one here"),
            ],
        ),
        (
            ["the first sentence", "the second one", "zzz"],
            ["the second one here"],
            [
                ("the second one", "the second one here"),
                ("the first sentence", None),
                ("zzz", None),
            ],
        ),
    ],
)
def test_what_belongs_together_meets(
    before: list[str], after: list[str], pairs: list[tuple[str | None, str | None]]
) -> None:
    assert shown(align(texts(*before), texts(*after))) == pairs


def test_what_stands_elsewhere_was_moved() -> None:
    pairs = align(texts("a", "b", "c"), texts("b", "c", "a"))
    assert [pair.after.text for pair in pairs if pair.is_moved and pair.after] == ["a"]


def test_headers_are_never_moved() -> None:
    before = (*texts("a", story="header 1"), *texts("b", story="header 2"))
    after = (*texts("b", story="header 1"), *texts("a", story="header 2"))
    assert [pair.is_moved for pair in align(before, after)] == [False, False]


def test_a_paragraph_meets_no_header() -> None:
    pairs = align(texts("a"), texts("b", story="header 1"))
    assert shown(pairs) == [(None, "b"), ("a", None)]


def test_likeness_alone_is_not_sure() -> None:
    pairs = align(texts("a", "one", "c"), texts("a", "two", "c"))
    assert [pair.is_sure for pair in pairs] == [True, False, True]


def test_an_anchor_is_believed_once() -> None:
    pairs = align(texts("x=one", "two"), texts("x=one more", "x=one again"))
    assert shown(pairs) == [("one", "one more"), ("two", "one again")]


def test_a_row_meets_as_a_whole() -> None:
    pairs = align(rows("1|a|x", "2|b|x", "3|c|x"), rows("1|a|x", "3|c|x"))
    assert shown(pairs)[-3:] == [("2", None), ("b", None), ("x", None)]


def test_cells_meet_column_by_column() -> None:
    pairs = align(rows("1|alpha"), rows("1|alpha beta"))
    assert shown(pairs) == [("1", "1"), ("alpha", "alpha beta")]


def test_a_paragraph_that_was_added_to_a_cell_meets_none() -> None:
    pairs = align(rows("1|alpha|z"), rows("1|alpha/gamma|z"))
    assert shown(pairs) == [("1", "1"), ("alpha", "alpha"), (None, "gamma"), ("z", "z")]


def test_a_paragraph_that_is_gone_from_a_cell_is_told() -> None:
    pairs = align(rows("1|alpha/gamma|z"), rows("1|alpha|z"))
    assert ("gamma", None) in shown(pairs)


def test_gaps_too_large_to_compare_meet_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("octavo.revisions.aligning._MOST_CELLS", 1)
    pairs = align(texts("one sentence", "two"), texts("one sentence more", "twofold"))
    assert all(pair.before is None or pair.after is None for pair in pairs)


def test_a_pair_of_one_differs() -> None:
    (passage,) = texts("a")
    assert Pair(passage, None).differs
    assert not Pair(passage, passage).differs
