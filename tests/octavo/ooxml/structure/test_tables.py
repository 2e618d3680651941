from __future__ import annotations

import pytest
from lxml import etree

from octavo.ooxml import NAMESPACES, qn
from octavo.ooxml.structure.nesting import check_cell, check_table

CELL = "<w:tc><w:p/></w:tc>"
WIDE = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc>'


def table(*rows: str, columns: int = 2) -> etree._Element:
    grid = f"<w:tblGrid>{'<w:gridCol/>' * columns}</w:tblGrid>"
    inner = grid + "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    body = etree.fromstring(f'<w:body xmlns:w="{NAMESPACES["w"]}"><w:tbl>{inner}</w:tbl></w:body>')
    return body[0]


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ((CELL * 2, WIDE), None),
        ((), "a table has no rows"),
        ((CELL, ""), "row 2 of a table has no cell"),
        ((CELL + WIDE,), "row 1 of a table is 3 columns wide, and the table 2"),
        (
            ('<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + WIDE,),
            "row 1 of a table is 3 columns wide, and the table 2",
        ),
    ],
)
def test_no_row_is_empty_or_wider_than_its_table(rows: tuple[str, ...], fault: str | None) -> None:
    assert check_table(table(*rows)) == fault


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("<w:tcPr/><w:p/>", None),
        ("<w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt>", None),
        ("", "a cell holds no paragraph"),
        ("<w:p/><w:tbl/>", "a cell does not end in a paragraph"),
    ],
)
def test_a_cell_ends_in_a_paragraph(content: str, fault: str | None) -> None:
    made = table(f"<w:tc>{content}</w:tc>")
    assert check_cell(next(made.iter(qn("w:tc")))) == fault
