"""Heights are those that LibreOffice 7.4 gives the same tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree
from tests.octavo.pages.measured import measure

from octavo.pages.reading import End, Reading
from octavo.pages.styles import WHOLE, Region, TableStyle
from octavo.pages.tables import Width, read_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from octavo.pages.tables import TableShape

    Height = Callable[..., int]
    Obstacle = Callable[..., str]
    Text = Callable[..., str]
    Grid = Callable[..., str]

LINE = 230
WORDS = "mmmmmmmmmm nnnnnnnnnn"
MARGINS = (
    '<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>'
    '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>'
)


@pytest.mark.parametrize(("size", "width"), [(0, 0), (4, 10), (24, 60)])
def test_each_row_has_a_border_above_and_the_last_one_below(
    height: Height, paragraph: Text, table: Grid, size: int, width: int
) -> None:
    body = table([[paragraph("a")]] * 3, size=size)
    assert height(body) == 3 * (LINE + width) + width
    padded = table([[paragraph("a")]] * 3, size=size, inside=MARGINS)
    assert height(padded) == 3 * (LINE + 100 + width) + width


def test_space_within_a_cell_counts_at_its_edges(
    height: Height, paragraph: Text, table: Grid
) -> None:
    spaced = paragraph("a", '<w:spacing w:before="100" w:after="140"/>')
    before = paragraph("x", '<w:spacing w:after="200"/>')
    after = paragraph("y", '<w:spacing w:before="200"/>')
    body = before + table([[spaced + spaced]], size=4) + after
    assert height(body) == LINE + 200 + (10 + 100 + LINE + 140 + LINE + 140 + 10) + 200 + LINE


@pytest.mark.parametrize(
    ("value", "rule", "expected"),
    [(300, "atLeast", 340), (600, "atLeast", 600), (400, "exact", 400), (240, "exact", 240)],
)
def test_a_row_height_includes_the_border_above_it(
    height: Height, paragraph: Text, table: Grid, value: int, rule: str, expected: int
) -> None:
    properties = f'<w:trHeight w:val="{value}" w:hRule="{rule}"/>'
    body = table([[paragraph("a")]], size=4, inside=MARGINS, rows_inside=(properties,))
    assert height(body) == expected + 10


@pytest.mark.parametrize(
    ("size", "margin", "room"),
    [(0, 108, 216), (24, 0, 60), (24, 108, 216), (48, 30, 120)],
)
def test_text_keeps_off_half_of_a_border_that_is_wider_than_the_margin(
    height: Height, paragraph: Text, table: Grid, size: int, margin: int, room: int
) -> None:
    sides = "".join(f'<w:{side} w:w="{margin}" w:type="dxa"/>' for side in ("start", "end"))
    inside = f"<w:tblCellMar>{sides}</w:tblCellMar>"
    for width, lines in ((2834 + room, 1), (2833 + room, 2)):
        body = table([[paragraph(WORDS)]], widths=(width,), size=size, inside=inside)
        assert height(body) - 2 * size * 5 // 2 == lines * LINE


def test_margins_and_borders_of_a_cell_are_its_own(
    height: Height, paragraph: Text, table: Grid
) -> None:
    own = (
        '<w:tcBorders><w:top w:val="double" w:sz="8"/><w:bottom w:val="single" w:sz="2"/>'
        '</w:tcBorders><w:tcMar><w:top w:w="50" w:type="dxa"/></w:tcMar>'
    )
    body = table([[paragraph("a")]], cells_inside={(0, 0): own})
    assert height(body) == 60 + 50 + LINE + 5


def test_a_table_within_a_cell_counts(height: Height, paragraph: Text, table: Grid) -> None:
    inner = table([[paragraph("a")]] * 2, widths=(1000,), size=4)
    assert height(table([[inner + paragraph("b")]])) == 2 * 240 + 10 + LINE


def test_tables_nested_too_deep_are_not_measured(
    obstacle: Obstacle, paragraph: Text, table: Grid
) -> None:
    body = paragraph("a")
    for _ in range(14):
        body = table([[body + paragraph()]])
    assert obstacle(body) == "tables nested more than twelve deep"


def test_rows_and_cells_stand_in_content_controls_too(height: Height, paragraph: Text) -> None:
    cell = f"<w:tc><w:tcPr/>{paragraph('a')}</w:tc>"
    row = f"<w:tr><w:sdt><w:sdtContent>{cell}</w:sdtContent></w:sdt></w:tr>"
    held = f"<w:sdt><w:sdtPr/><w:sdtContent>{row}</w:sdtContent></w:sdt>"
    body = f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>{held}</w:tbl>'
    assert height(body) == LINE


def test_a_row_has_no_more_cells_than_word_sets(
    obstacle: Obstacle, paragraph: Text, table: Grid
) -> None:
    assert obstacle(table([[paragraph("a")] * 63], widths=(150,) * 63)) == ""
    wide = table([[paragraph("a")] * 64], widths=(150,) * 64)
    assert obstacle(wide) == "a table row of more than 63 cells"


def test_a_row_may_leave_columns_out_before_its_first_cell(height: Height) -> None:
    def row(before: int, text: str) -> str:
        cell = f"<w:tc><w:tcPr/><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"
        return f'<w:tr><w:trPr><w:gridBefore w:val="{before}"/></w:trPr>{cell}</w:tr>'

    grid = '<w:tblGrid><w:gridCol w:w="400"/><w:gridCol w:w="4000"/></w:tblGrid>'
    assert height(f"<w:tbl><w:tblPr/>{grid}{row(1, 'a ' * 9)}</w:tbl>") == LINE
    assert height(f"<w:tbl><w:tblPr/>{grid}{row(-1, 'm m')}</w:tbl>") == 2 * LINE


def test_a_table_as_wide_as_a_share_of_the_text_scales_its_columns(
    height: Height, paragraph: Text
) -> None:
    def share(width: str) -> str:
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="pct"/></w:tblPr><w:tblGrid>'
            '<w:gridCol w:w="100"/></w:tblGrid><w:tr><w:tc>'
            f'<w:tcPr><w:tcW w:w="5000" w:type="pct"/></w:tcPr>{paragraph(WORDS)}</w:tc>'
            "</w:tr></w:tbl>"
        )

    assert height(share("2500")) == LINE
    assert height(share("50%")) == LINE
    assert height(share("1000")) == 2 * LINE


@pytest.mark.parametrize(
    ("inside", "construct"),
    [
        ("<w:tr/>", ""),
        ("", "a table without rows"),
        ("<w:tr><w:tc><w:p/></w:tc></w:tr>", "a table without column widths"),
    ],
)
def test_what_a_table_lacks_is_said(obstacle: Obstacle, inside: str, construct: str) -> None:
    assert obstacle(f"<w:tbl><w:tblPr/><w:tblGrid/>{inside}</w:tbl>") == construct


@pytest.mark.parametrize(
    ("line", "thin", "thick"),
    [
        ("wave", 15, 60),
        ("dashSmallGap", 15, 60),
        ("triple", 45, 180),
        ("doubleWave", 45, 180),
        ("thinThickSmallGap", 45, 90),
        ("thickThinLargeGap", 60, 105),
        ("thinThickThinMediumGap", 30, 120),
        ("threeDEmboss", 30, 120),
        ("inset", 30, 120),
    ],
)
def test_a_border_is_as_wide_as_its_lines_and_gaps(
    height: Callable[..., int], paragraph: Text, table: Grid, line: str, thin: int, thick: int
) -> None:
    """As measured in LibreOffice, in twips, for lines of 0.75 and of 3 points."""
    for size, width in ((6, thin), (24, thick)):
        grid = table([[paragraph("a")]], size=size).replace('"single"', f'"{line}"')
        assert height(grid) == 230 + 2 * width


def test_cells_off_the_grid_are_known_to_differ_in_word(
    docx: Callable[..., bytes], paragraph: Text, table: Grid
) -> None:
    plain = table([[paragraph("a")]])
    assert measure(docx(plain)).differences == ()
    off = plain.replace('<w:gridCol w:w="2500"', '<w:gridCol w:w="900"')
    (found,) = measure(docx(off + paragraph("b") + off)).differences
    assert found.construct == "cells of other widths than the grid of their table"
    assert found.location.place == "body, table 1"


NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def shape(inside: str, end: End = End.LEAST) -> TableShape:
    element = etree.fromstring(f"<w:tbl {NAMES}>{inside}</w:tbl>")
    style = TableStyle({WHOLE: Region()}, {"left": 108, "right": 108})
    return read_table(element, style, Reading(end))


def test_cells_stand_in_the_grid() -> None:
    before = '<w:trPr><w:gridBefore w:val="2"/></w:trPr>'
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr></w:tc>'
    none = '<w:tc><w:tcPr><w:gridSpan w:val="0"/></w:tcPr></w:tc>'
    (row,) = shape(f"<w:tr>{before}<w:tc/>{wide}{none}<w:tc/></w:tr>").rows
    assert [(cell.column, cell.span) for cell in row.cells] == [(2, 1), (3, 3), (6, 1), (7, 1)]


@pytest.mark.parametrize(
    ("said", "width"),
    [
        ("", Width(0, "auto")),
        ('<w:tblW w:w="50%"/>', Width(2500, "pct")),
        ('<w:tblW w:w="1500" w:type="pct"/>', Width(1500, "pct")),
        ('<w:tblW w:w="1in"/>', Width(1440, "dxa")),
    ],
)
def test_a_table_has_a_width_of_its_own(said: str, width: Width) -> None:
    assert shape(f"<w:tblPr>{said}</w:tblPr><w:tr/>").width == width


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("", (0, False, False, False)),
        ('<w:trHeight w:val="250"/>', (250, False, False, False)),
        ('<w:trHeight w:val="250" w:hRule="exact"/>', (250, True, True, False)),
        ("<w:cantSplit/><w:tblHeader/>", (0, False, True, True)),
    ],
)
def test_a_row_says_how_high_it_is_and_whether_it_splits(
    said: str, expected: tuple[int, bool, bool, bool]
) -> None:
    (row,) = shape(f"<w:tr><w:trPr>{said}</w:trPr></w:tr>").rows
    assert (row.height, row.exact, row.cant_split, row.header) == expected


EDGES = "".join(
    f'<w:{side} w:val="single" w:sz="{size}"/>'
    for side, size in (("top", 8), ("left", 96), ("bottom", 16), ("right", 112))
)
INNER = '<w:insideH w:val="single" w:sz="24"/><w:insideV w:val="single" w:sz="128"/>'


def test_borders_of_a_cell_are_those_of_its_place() -> None:
    said = f"<w:tblPr><w:tblBorders>{EDGES}{INNER}</w:tblBorders></w:tblPr>"
    rows = shape(said + "<w:tr><w:tc/><w:tc/><w:tc/></w:tr>" * 3).rows
    found = [[(at.top, at.bottom, at.left, at.right) for at in row.cells] for row in rows]
    ends = [(20, 60), (60, 60), (60, 40)]
    sides = [(120, 160), (160, 160), (160, 140)]
    assert found == [[(*end, *side) for side in sides] for end in ends]


@pytest.mark.parametrize(
    ("spacing", "greatest"),
    [
        ("", 108),
        ('<w:tblPr><w:tblCellSpacing w:w="10"/></w:tblPr>', 128),
        (
            (
                '<w:tblPr><w:tblCellSpacing w:w="10"/></w:tblPr>'
                '<w:tr><w:trPr><w:tblCellSpacing w:w="30"/></w:trPr><w:tc/></w:tr>'
            ),
            168,
        ),
    ],
)
def test_room_between_cells_may_be_added_to_their_margins(spacing: str, greatest: int) -> None:
    for end, width in ((End.LEAST, 108), (End.GREATEST, greatest)):
        found = shape(f"{spacing}<w:tr><w:tc/></w:tr>", end).rows[-1].cells[0]
        assert found.margins == {"left": width, "right": width}


def test_a_row_with_margins_of_its_own_has_bounds() -> None:
    own = '<w:tblCellMar><w:left w:w="50" w:type="dxa"/><w:right w:w="150" w:type="dxa"/>'
    row = f"<w:tr><w:tblPrEx>{own}</w:tblCellMar></w:tblPrEx><w:tc/></w:tr>"
    least, greatest = (shape(row, end).rows[0].cells[0].margins for end in End)
    assert (least, greatest) == ({"left": 50, "right": 108}, {"left": 108, "right": 150})
