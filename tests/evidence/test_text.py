"""A text and its places: each limit with what lies at it, and one past it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.evidence.text import Doubt, Edge, Sight, SourceText, join_blocks, turned
from octavo.location import PageLocation, TextLocation

if TYPE_CHECKING:
    from octavo.location import Location

LINES = SourceText("a.txt", "One.\nTwo.\nThree.", (0, 5, 10))
PAGE = PageLocation("a.pdf", 1, 1)
PAGES = join_blocks("a.pdf", [("One.", PAGE), ("Two.", TextLocation("b", 7, 3))])
PARAGRAPH, CELL = Edge.PARAGRAPH, Edge.CELL


@pytest.mark.parametrize(
    ("text", "offset", "place", "line"),
    [
        (LINES, 0, TextLocation("a.txt", 1, 1), "One."),
        (LINES, 4, TextLocation("a.txt", 1, 5), "One."),
        (LINES, 5, TextLocation("a.txt", 2, 1), "Two."),
        (LINES, 15, TextLocation("a.txt", 3, 6), "Three."),
        (PAGES, 3, PAGE, ""),
        (PAGES, 5, TextLocation("b", 7, 3), ""),
        (PAGES, 7, TextLocation("b", 7, 5), ""),
    ],
)
def test_a_character_has_a_place_and_a_line(
    text: SourceText, offset: int, place: Location, line: str
) -> None:
    assert (text.place(offset), text.line(offset)) == (place, line)


@pytest.mark.parametrize(
    ("span", "expected"),
    [((4, 10), []), ((3, 10), [PARAGRAPH]), ((4, 11), [CELL]), ((0, 17), [PARAGRAPH, CELL])],
)
def test_edges_lie_within_a_span(span: tuple[int, int], expected: list[Edge]) -> None:
    text = SourceText("a.txt", LINES.text, LINES.starts, edges=((4, PARAGRAPH), (10, CELL)))
    assert [edge for _, edge in text.edges_in(*span)] == expected


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(5, 9)], Sight("", ("faint",))),
        ([(5, 6)], Sight("", ("faint",))),
        ([(0, 5)], Sight()),
        ([(0, 6)], Sight("", ("faint",))),
        ([(8, 9)], Sight("", ("faint",))),
        ([(9, 12)], Sight()),
        ([(9, 13)], Sight("gone", ("gone",))),
        ([(14, 16)], Sight()),
        ([(0, 17)], Sight("gone", ("faint", "gone"))),
        ([(5, 6), (7, 8)], Sight("", ("faint",))),
    ],
)
def test_a_doubt_holds_for_what_it_touches(spans: list[tuple[int, int]], expected: Sight) -> None:
    doubts = Doubt(5, 9, "faint"), Doubt(12, 14, "gone", hidden=True)
    assert SourceText("a.txt", LINES.text, LINES.starts, doubts=doubts).look(spans) == expected


@pytest.mark.parametrize(
    ("text", "offset", "span", "hidden"),
    [
        ("ab\u202ecd", 3, (3, 5), True),
        ("ab\u202ecd\nef", 3, (3, 5), True),
        ("ab\u202bcd", 3, (3, 5), False),
        ("\u202e\u202bcd", 2, (2, 4), True),
        ("\u202b\u202ccd", 2, None, False),
        ("\u202c\u202bcd", 2, (2, 4), False),
        ("\u202e\u202b\u202ccd", 3, (3, 5), True),
        ("ab\u202ecd", 2, None, False),
        ("ab\u202e\ncd", 4, None, False),
        ("éab", 2, None, False),
    ],
)
def test_a_direction_control_acts_until_its_line_ends(
    text: str, offset: int, span: tuple[int, int] | None, *, hidden: bool
) -> None:
    found = turned(text, offset)
    assert [(each.start, each.end) for each in found] == ([span] if span else [])
    assert all(each.hidden is hidden for each in found)
    assert all(("override" in each.cause) is hidden for each in found)


def test_what_is_taken_out_moves_what_stands_behind_it() -> None:
    text = SourceText(
        "a.txt",
        "0123456789",
        (0, 4, 8),
        edges=((2, PARAGRAPH), (3, CELL), (5, CELL), (9, PARAGRAPH)),
        doubts=(Doubt(1, 4, "a"), Doubt(6, 9, "b")),
    )
    found = text.without([(2, 4), (7, 8)])
    assert (found.text, found.starts) == ("0145689", (0, 2, 5))
    assert [offset for offset, _ in found.edges] == [2, 2, 3, 6]
    assert [(each.start, each.end) for each in found.doubts] == [(1, 2), (4, 6)]
    assert found.others == (text,)
    assert text.without([]).text == text.text


def test_blocks_follow_each_other_each_with_its_end() -> None:
    assert (PAGES.text, PAGES.starts) == ("One.\nTwo.\n", (0, 5))
    place = PageLocation("a", 1, 1)
    assert join_blocks("a", [("b", place), ("c", place)], end="; ").starts == (0, 3)
