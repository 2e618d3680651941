"""What may stand in what, and what a table has to hold (ISO/IEC 29500-1, 17.2 to 17.6)."""

from __future__ import annotations

from typing import Final

from lxml import etree

from octavo.ooxml.block_content import CELL, PARAGRAPH, ROW, TABLE, TEXT_BOX, blocks, cells, rows
from octavo.ooxml.names import qn

_RUN: Final = qn("w:r")
_TEXT: Final = qn("w:t")
_BODY: Final = qn("w:body")
_PARAGRAPH_PROPERTIES: Final = qn("w:pPr")
_HEADERS: Final = frozenset({qn("w:hdr"), qn("w:ftr")})
_NOT_ROUND: Final[dict[object, frozenset[str]]] = {
    PARAGRAPH: frozenset({PARAGRAPH, _RUN, _TEXT, TABLE, ROW, qn("w:hyperlink")}),
    _RUN: frozenset({_RUN, _TEXT, _BODY, CELL, ROW, TABLE, *_HEADERS}),
    TABLE: frozenset({PARAGRAPH, _RUN, _TEXT, TABLE, ROW}),
    ROW: frozenset({PARAGRAPH, _RUN, _BODY, ROW, CELL, *_HEADERS}),
    CELL: frozenset({PARAGRAPH, _RUN, _BODY, TABLE, CELL, *_HEADERS}),
}
"""What an element must not stand directly in."""
_NOT_ROUND_SECTIONS: Final = frozenset({CELL, TEXT_BOX, *_HEADERS})
_SECTION_HOLDERS: Final = frozenset({_BODY, _PARAGRAPH_PROPERTIES, qn("w:sectPrChange")})
_HOLDERS_OF_PROPERTIES: Final = {
    qn("w:pPr"): PARAGRAPH,
    qn("w:tcPr"): CELL,
    qn("w:tblPr"): TABLE,
    qn("w:trPr"): ROW,
}
_MAY_COME_BEFORE: Final = frozenset({qn("w:tblPrEx")})
_NAMES: Final[dict[object, str]] = {
    PARAGRAPH: "a paragraph",
    _RUN: "a run",
    _TEXT: "a text",
    TABLE: "a table",
    ROW: "a row",
    CELL: "a cell",
    _BODY: "the body",
    qn("w:hyperlink"): "a link",
    qn("w:hdr"): "the header",
    qn("w:ftr"): "the footer",
    qn("w:footnote"): "the footnote",
    qn("w:endnote"): "the endnote",
    TEXT_BOX: "a text box",
}
_PROPERTIES: Final = (qn("w:tcPr"), qn("w:trPr"))
_SKIPPED: Final = (qn("w:gridBefore"), qn("w:gridAfter"))


def _parent_tag(element: etree._Element) -> object:
    parent = element.getparent()
    return None if parent is None else parent.tag


def check_place(element: etree._Element) -> str | None:
    """A paragraph or table stands among blocks, a run in a paragraph, a cell in a row."""
    tag = _parent_tag(element)
    if tag in _NOT_ROUND[element.tag]:
        return f"{_NAMES[element.tag]} stands directly in {_NAMES[tag]}"
    return None


def check_text(text: etree._Element) -> str | None:
    """A line end in ``w:t`` shows as a blank, so it never means what was meant."""
    value = text.text
    if value is not None and ("\n" in value or "\r" in value):
        return "a text holds a line end, which Word shows as a space"
    return None


def check_control(content: etree._Element) -> str | None:
    """A content control holds something (17.5.2.32 ff.); Word refuses an empty one."""
    return None if len(content) else "a content control is empty"


def check_holder(holder: etree._Element) -> str | None:
    """A header, note or text box holds at least one paragraph or table."""
    if next(blocks(holder), None) is None:
        return f"{_NAMES[holder.tag]} holds no paragraph"
    return None


def check_properties(properties: etree._Element) -> str | None:
    """Properties come before everything else in what they describe."""
    previous = properties.getprevious()
    if previous is None or previous.tag in _MAY_COME_BEFORE:
        return None
    if _HOLDERS_OF_PROPERTIES.get(str(properties.tag)) != _parent_tag(properties):
        return None
    return f"the properties of {_NAMES[_parent_tag(properties)]} do not come first"


def check_section(section: etree._Element) -> str | None:
    """A section ends in a paragraph of the body, or with the body itself (17.6.17, 17.6.18)."""
    tag = _parent_tag(section)
    if tag not in _SECTION_HOLDERS:
        return "a section break stands outside a paragraph"
    if tag == _BODY and section.getnext() is not None:
        return "the properties of the last section do not end the body"
    if tag == _PARAGRAPH_PROPERTIES:
        holders = (holder.tag for holder in section.iterancestors())
        inner = next((tag for tag in holders if tag in _NOT_ROUND_SECTIONS), None)
        return None if inner is None else f"a section break stands in {_NAMES[inner]}"
    return None


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
    for grid in table.iterchildren(qn("w:tblGrid")):
        return len(list(grid.iterchildren(qn("w:gridCol"))))
    return None


def _width(row: etree._Element) -> int:
    """Columns of the grid that a row takes; 0 where it has no cell."""
    width = 0
    for cell in cells(row):
        width += _number(cell, qn("w:gridSpan"), 1)
    if width:
        width += sum(_number(row, name, 0) for name in _SKIPPED)
    return width


def _number(element: etree._Element, name: str, default: int) -> int:
    """The number that the properties of a cell or row give."""
    for properties in element.iterchildren(*_PROPERTIES):
        for found in properties.iterchildren(name):
            value = found.get(qn("w:val"), "")
            return int(value) if value.isdecimal() else default
    return default
