from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree
from tests.octavo.pages.conftest import lines_of

from octavo.pages.flow import (
    LaidParagraph,
    _fitting,
    _groups,
    _kept_together,
    _least_height,
    _together,
)
from octavo.pages.formats import ParagraphFormat
from octavo.pages.lines import Line
from octavo.pages.page_room import Pages

if TYPE_CHECKING:
    from collections.abc import Callable

    First = Callable[..., str]
    Text = Callable[..., str]
    Grid = Callable[..., str]


@pytest.mark.parametrize(
    ("before", "lines", "properties", "expected"),
    [
        (4, 1, "", "1"),
        (5, 1, "", "paragraph 6 of 2"),
        (4, 2, "", "paragraph 5 of 2"),
        (4, 3, "", "paragraph 5 of 2"),
        (3, 3, "", "paragraph 4 of 2"),
        (3, 4, "", "paragraph 4 of 2"),
        (4, 2, '<w:widowControl w:val="0"/>', "paragraph 5 of 2"),
        (1, 5, "<w:keepLines/>", "paragraph 2 of 2"),
        (1, 11, "<w:keepLines/>", "paragraph 2 of 4"),
        (0, 11, "", "paragraph 1 of 3"),
    ],
)
def test_paragraphs_are_divided_between_pages(
    first_beyond: First, paragraph: Text, before: int, lines: int, properties: str, expected: str
) -> None:
    body = paragraph("a") * before + lines_of(lines, properties)
    assert first_beyond(body) == expected


def test_no_line_is_left_alone(first_beyond: First, paragraph: Text) -> None:
    """Of three lines where two would fit, all move on: the last one would be alone."""
    rest = paragraph("z") * 3
    assert first_beyond(paragraph("a") * 3 + lines_of(3) + rest) == "paragraph 4 of 3"
    alone = '<w:widowControl w:val="0"/>'
    assert first_beyond(paragraph("a") * 3 + lines_of(3, alone) + rest + paragraph("z")) == (
        "paragraph 4 of 2"
    )


def test_a_heading_moves_with_what_it_is_kept_with(first_beyond: First, paragraph: Text) -> None:
    heading = paragraph("h", "<w:keepNext/>")
    assert first_beyond(paragraph("a") * 4 + heading + paragraph("b")) == "paragraph 5 of 2"
    assert first_beyond(paragraph("a") * 3 + heading + paragraph("b")) == "1"
    assert first_beyond(paragraph("a") * 3 + heading * 2 + lines_of(2)) == "paragraph 4 of 2"
    assert first_beyond(paragraph("a") * 5 + heading) == "paragraph 6 of 2"


def test_a_heading_moves_with_the_first_row_of_a_table(
    first_beyond: First, paragraph: Text, table: Grid
) -> None:
    heading = paragraph("h", "<w:keepNext/>")
    body = paragraph("a") * 4 + heading + table([[paragraph("b")]])
    assert first_beyond(body) == "paragraph 5 of 2"


def test_space_before_is_left_out_at_the_top_of_a_page_that_was_full(
    first_beyond: First, paragraph: Text
) -> None:
    spaced = paragraph("b", '<w:spacing w:before="230"/>')
    assert first_beyond(paragraph("a") * 5 + spaced + paragraph("c") * 4) == "paragraph 6 of 2"
    forced = paragraph("b", '<w:pageBreakBefore/><w:spacing w:before="230"/>')
    assert first_beyond(paragraph("a") + forced + paragraph("c") * 4) == "paragraph 2 of 3"


@pytest.mark.parametrize(
    ("above", "spacing", "expected"),
    [
        (4, 'w:line="276" w:lineRule="auto"', "1"),
        (4, 'w:line="480" w:lineRule="auto"', "1"),
        (5, 'w:line="276" w:lineRule="auto"', "paragraph 6 of 2"),
        (4, 'w:line="264" w:lineRule="exact"', "paragraph 5 of 2"),
        (4, 'w:line="264" w:lineRule="atLeast"', "paragraph 5 of 2"),
    ],
)
def test_what_spacing_adds_to_the_last_line_of_a_page_needs_no_room(
    first_beyond: First, paragraph: Text, above: int, spacing: str, expected: str
) -> None:
    last = paragraph("b", f"<w:spacing {spacing}/>")
    assert first_beyond(paragraph("a") * above + last) == expected


def test_a_heading_stays_with_a_last_line_that_is_spaced(
    first_beyond: First, paragraph: Text
) -> None:
    spaced = paragraph("b", '<w:spacing w:line="276" w:lineRule="auto"/>')
    assert first_beyond(paragraph("a") * 3 + paragraph("h", "<w:keepNext/>") + spaced) == "1"


def test_a_border_below_finds_its_place_on_the_page(first_beyond: First, paragraph: Text) -> None:
    framed = paragraph("b", '<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="3"/></w:pBdr>')
    assert first_beyond(paragraph("a") * 4 + framed) == "paragraph 5 of 2"
    heading = paragraph("h", "<w:keepNext/>")
    assert first_beyond(paragraph("a") * 3 + heading + framed) == "paragraph 4 of 2"


def test_breaks_begin_pages(first_beyond: First, paragraph: Text) -> None:
    inside = '<w:p><w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r></w:p>'
    assert first_beyond(inside) == "paragraph 1 of 2"
    at_end = '<w:p><w:r><w:t>a</w:t><w:br w:type="page"/></w:r></w:p>'
    assert first_beyond(at_end) == "1"
    assert first_beyond(at_end + paragraph("b")) == "paragraph 2 of 2"
    assert first_beyond(paragraph("a", "<w:pageBreakBefore/>")) == "1"
    column = '<w:p><w:r><w:br w:type="column"/><w:t>b</w:t></w:r></w:p>'
    assert first_beyond(column) == "paragraph 1 of 2"


def test_header_rows_are_repeated(first_beyond: First, paragraph: Text, table: Grid) -> None:
    rows = [[paragraph("h")], *[[paragraph("a")]] * 9]
    assert first_beyond(table(rows)).endswith("of 2")
    assert first_beyond(table(rows, rows_inside=("<w:tblHeader/>",))).endswith("of 3")
    twelve = [*rows, *rows[1:4]]
    assert first_beyond(table(twelve, rows_inside=("<w:tblHeader/>",))).endswith("of 3")
    two = ("<w:tblHeader/>", "<w:tblHeader/>")
    assert first_beyond(table(twelve, rows_inside=two)).endswith("of 4")


def test_a_table_keeps_the_space_before_it(
    first_beyond: First, paragraph: Text, table: Grid
) -> None:
    spaced = paragraph("a", '<w:spacing w:after="100"/>')
    assert first_beyond(spaced * 1 + table([[paragraph("b")]] * 4)).startswith("table 1, row 4")


def laid(count: int, overhang: int = 0, **said: bool | int) -> LaidParagraph:
    """A paragraph of lines ten twips high, with borders of three above and four below."""
    lines = tuple(Line(10, overhang=overhang) for _ in range(count))
    return LaidParagraph(etree.Element("p"), ParagraphFormat(**said), lines, 3, 4)  # type: ignore[arg-type]  # flags and lengths


@pytest.mark.parametrize(
    ("count", "said", "expected"),
    [
        (1, {}, 1),
        (2, {}, 2),
        (3, {}, 3),
        (4, {}, 2),
        (4, {"widow_control": False}, 1),
        (4, {"keep_lines": True}, 4),
    ],
)
def test_so_many_first_lines_stand_together(
    count: int, said: dict[str, bool], expected: int
) -> None:
    assert _together(laid(count, **said)) == expected


@pytest.mark.parametrize(
    ("count", "start", "cut", "said", "expected"),
    [
        (5, 0, 1, {}, 0),
        (5, 0, 2, {}, 2),
        (5, 0, 3, {}, 3),
        (5, 0, 4, {}, 3),
        (3, 0, 2, {}, 0),
        (9, 3, 4, {}, 0),
        (9, 3, 5, {}, 2),
        (9, 3, 8, {}, 4),
        (5, 0, 1, {"widow_control": False}, 1),
        (5, 3, 4, {"widow_control": False}, 1),
        (5, 0, 3, {"keep_lines": True}, 0),
        (9, 3, 6, {"keep_lines": True}, 3),
    ],
)
def test_no_line_stays_alone_at_either_end(
    count: int, start: int, cut: int, said: dict[str, bool], expected: int
) -> None:
    assert _kept_together(laid(count, **said), start, cut) == expected


@pytest.mark.parametrize(
    ("left", "gap", "expected"),
    [(44, 0, 4), (43, 0, 3), (30, 0, 3), (29, 0, 2), (35, 5, 3), (34, 5, 2), (9, 0, 0)],
)
def test_the_last_line_needs_room_for_the_border_below_it(
    left: int, gap: int, expected: int
) -> None:
    pages = Pages()
    pages.height = left
    assert _fitting(laid(4, widow_control=False), 0, gap, pages) == expected


def test_paragraphs_stand_with_the_one_they_are_kept_with() -> None:
    blocks = [laid(1), laid(1, keep_next=True), laid(1, keep_next=True), laid(1), laid(1)]
    assert [len(group) for group in _groups(blocks)] == [1, 3, 1]
    assert [len(group) for group in _groups([laid(1, keep_next=True)])] == [1]


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        ([laid(1)], 3 + 10 + 4),
        ([laid(1, overhang=6)], 3 + 4 + 4),
        ([laid(4)], 3 + 20),
        ([laid(4), laid(1, before=5)], (3 + 40 + 4) + 5 + (3 + 10 + 4)),
        ([laid(4, overhang=6), laid(4, overhang=6)], (3 + 40 + 4) + (3 + 20 - 6)),
    ],
)
def test_a_group_takes_at_least_the_first_lines_of_its_last_block(
    group: list[LaidParagraph], expected: int
) -> None:
    assert _least_height(group, None) == expected
    above = ParagraphFormat(after=9)
    assert _least_height(group, above) == expected + 9


@pytest.mark.parametrize(
    ("before", "lines", "border", "expected"),
    [
        (4, 1, "", "1"),
        (4, 1, "bottom", "paragraph 5 of 2"),
        (4, 1, "top", "paragraph 5 of 2"),
        (3, 1, "bottom", "1"),
        (3, 2, "", "1"),
        (3, 2, "bottom", "paragraph 4 of 2"),
        (2, 3, "bottom", "paragraph 3 of 2"),
        (0, 7, "bottom", "paragraph 1 of 2"),
    ],
)
def test_a_border_takes_room_at_the_end_of_its_paragraph(
    first_beyond: First, paragraph: Text, before: int, lines: int, border: str, expected: str
) -> None:
    line = border and f'<w:pBdr><w:{border} w:val="single" w:sz="24" w:space="4"/></w:pBdr>'
    assert first_beyond(paragraph("a") * before + lines_of(lines, line)) == expected
