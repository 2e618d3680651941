from __future__ import annotations

import pytest
from lxml import etree

from octavo.ooxml import NAMESPACES, qn
from octavo.ooxml.sight.cells import narrow

FIXED = '<w:tblPr><w:tblLayout w:type="fixed"/></w:tblPr>'
GRID = '<w:tblGrid><w:gridCol w:w="0"/><w:gridCol w:w="2000"/></w:tblGrid>'


def is_narrow(width: str, layout: str = "", before: str = "<w:tc/>") -> bool:
    cell = f"<w:tc><w:tcPr>{width}</w:tcPr></w:tc>"
    table = f"{layout}{GRID}<w:tr>{before}{cell}</w:tr>"
    root = etree.fromstring(f'<w:tbl xmlns:w="{NAMESPACES["w"]}">{table}</w:tbl>')
    return bool(list(narrow(list(root.iter(qn("w:tc")))[-1])))


@pytest.mark.parametrize(
    ("width", "none"),
    [
        ('<w:tcW w:w="60" w:type="dxa"/>', True),
        ('<w:tcW w:w="61"/>', False),
        ('<w:tcW w:w="25" w:type="pct"/>', True),
        ('<w:tcW w:w="0.5%" w:type="pct"/>', True),
        ('<w:tcW w:w="50%" w:type="pct"/>', False),
        ("", False),
    ],
)
def test_a_cell_may_have_no_width(width: str, *, none: bool) -> None:
    assert is_narrow(width) is none


def test_a_cell_without_a_width_has_that_of_its_columns_where_they_are_fixed() -> None:
    assert is_narrow("", FIXED, before="")
    assert not is_narrow("", FIXED)
    assert not is_narrow("<w:gridSpan w:val='2'/>", FIXED, before="")
