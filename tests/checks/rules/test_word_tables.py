from __future__ import annotations

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import RGBColor
from tests.checks.rules.conftest import read_back

from bluf.checks.rules.word_tables import colour_only_status, table_without_header_row

RED, GREEN = ("", "FF0000", ""), ("", "00FF00", "")


def faults(*cells: tuple[str, str, str]) -> int:
    """The faults of a column whose cells have a text, a fill and a colour of their letters."""
    made = Document()
    table = made.add_table(1, 2)
    for cell in table.rows[0].cells:
        cell.text = "Head"
    for text, fill, colour in cells:
        named, status = table.add_row().cells
        named.text = "Name"
        run = status.paragraphs[0].add_run(text)
        if colour:
            run.font.color.rgb = RGBColor.from_string(colour)
        if fill:
            shade = OxmlElement("w:shd", {qn("w:val"): "clear", qn("w:fill"): fill})
            status._tc.get_or_add_tcPr().append(shade)
    return len(list(colour_only_status.find(read_back(made))))


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ((RED, GREEN), 1),
        ((RED, RED), 0),
        ((RED,), 0),
        ((("", "300000", ""), ("", "003000", "")), 1),
        ((("", "2F0000", ""), ("", "002F00", "")), 0),
        ((("", "FFCFFF", ""), ("", "FFFFCF", "")), 1),
        ((("", "FFD0FF", ""), ("", "FFFFD0", "")), 0),
        ((("●", "FF0000", ""), ("●", "00FF00", "")), 1),
        ((("●", "FF0000", ""), ("○", "00FF00", "")), 0),
        ((("●", "FF0000", ""), GREEN), 0),
        ((("●", "", "FF0000"), ("●", "", "00FF00")), 1),
        ((("●", "FFFFFF", "FF0000"), ("●", "000000", "00FF00")), 1),
        ((("●", "FF0000", "00FF00"), ("●", "FF0000", "0000FF")), 0),
        ((("", "FFFFFF", "FF0000"), ("", "FFFFFF", "00FF00")), 0),
        ((("●", "", ""), ("●", "", "")), 0),
        ((("●●", "FF0000", ""), ("●●", "00FF00", "")), 0),
        ((("A", "FF0000", ""), ("A", "00FF00", "")), 0),
        ((("A", "FF0000", ""), RED, GREEN), 1),
    ],
)
def test_colour_alone_tells_cells_apart(
    cells: tuple[tuple[str, str, str], ...], expected: int
) -> None:
    assert faults(*cells) == expected


def headless(*bold: tuple[bool, bool]) -> int:
    """The faults of a table of so many rows, whose cells are in bold or not."""
    made = Document()
    table = made.add_table(0, 2)
    for row in bold:
        for cell, is_bold in zip(table.add_row().cells, row, strict=True):
            cell.paragraphs[0].add_run("Text").bold = is_bold
    return len(list(table_without_header_row.find(read_back(made))))


LABELLED, PLAIN, TITLED = (True, False), (False, False), (True, True)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((LABELLED, LABELLED), 0),
        ((PLAIN, PLAIN), 1),
        ((TITLED, PLAIN), 1),
        ((TITLED, LABELLED), 1),
        ((LABELLED,), 0),
    ],
)
def test_labels_in_the_first_column_take_the_place_of_a_header(
    rows: tuple[tuple[bool, bool], ...], expected: int
) -> None:
    assert headless(*rows) == expected


def test_a_first_row_of_another_look_is_a_header_that_lacks_its_mark() -> None:
    """Its two cells look unlike each other, as do the others, and unlike these."""
    made = Document()
    table = made.add_table(0, 2)
    for fills in (("111111", "222222"), ("333333", "444444"), ("333333", "444444")):
        for cell, fill in zip(table.add_row().cells, fills, strict=True):
            cell.text = "Text"
            shade = OxmlElement("w:shd", {qn("w:val"): "clear", qn("w:fill"): fill})
            cell._tc.get_or_add_tcPr().append(shade)
    assert len(list(table_without_header_row.find(read_back(made)))) == 1
