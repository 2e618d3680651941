"""What a table has to hold (ISO/IEC 29500-1, 17.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from octavo.ooxml.block_content import PARAGRAPH, blocks, cells, rows
from octavo.ooxml.names import qn
from octavo.ooxml.structure.nesting import check_place

if TYPE_CHECKING:
    from lxml import etree

_GRID: Final = qn("w:tblGrid")
_COLUMN: Final = qn("w:gridCol")
_PROPERTIES: Final = (qn("w:tcPr"), qn("w:trPr"))
_SPAN: Final = qn("w:gridSpan")
_VAL: Final = qn("w:val")
_SKIPPED: Final = (qn("w:gridBefore"), qn("w:gridAfter"))


def check_cell(cell: etree._Element) -> str | None:
    """A cell stands in a row and ends in a paragraph (17.4.66)."""
    return check_place(cell) or _check_end(cell)


def _check_end(cell: etree._Element) -> str | None:
    if len(cell) and cell[-1].tag == PARAGRAPH:
        return None
    last = None
    for block in blocks(cell):
        last = block
    if last is None:
        return "a cell holds no paragraph"
    return None if last.tag == PARAGRAPH else "a cell does not end in a paragraph"


def check_table(table: etree._Element) -> str | None:
    """A table has rows, a row has cells, and no row is wider than the grid."""
    return check_place(table) or _check_rows(table)


def _check_rows(table: etree._Element) -> str | None:
    columns = _columns(table)
    widths = [_width(row) for row in rows(table)]
    for number, width in enumerate(widths, 1):
        if width == 0:
            return f"row {number} of a table has no cell"
        if columns is not None and width > columns:
            return f"row {number} of a table is {width} columns wide, and the table {columns}"
    return None if widths else "a table has no rows"


def _columns(table: etree._Element) -> int | None:
    """Columns of the grid; None where the table has no grid."""
    for grid in table.iterchildren(_GRID):
        return len(list(grid.iterchildren(_COLUMN)))
    return None


def _width(row: etree._Element) -> int:
    """Columns of the grid that a row takes; 0 where it has no cell."""
    width = 0
    for cell in cells(row):
        width += _number(cell, _SPAN, 1)
    if width:
        width += sum(_number(row, name, 0) for name in _SKIPPED)
    return width


def _number(element: etree._Element, name: str, default: int) -> int:
    """The number that the properties of a cell or row give."""
    for properties in element.iterchildren(*_PROPERTIES):
        for found in properties.iterchildren(name):
            value = found.get(_VAL, "")
            return int(value) if value.isdecimal() else default
    return default
