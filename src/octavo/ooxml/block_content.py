"""Walking a story: its paragraphs, tables, rows, cells and text boxes, as people see them.

Content controls, custom XML, tracked insertions and deletions, and the alternative that Word takes
content hold blocks without being one: their blocks count as those of what they stand in.
`PlacedBlock` knows where each block stands, and whether a reader gets to see it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from lxml import etree
from msgspec import Struct

from octavo.ooxml.names import NAMESPACES, qn, qns
from octavo.ooxml.styles import TABLE_STYLE, is_on, value_of

PARAGRAPH: Final = qn("w:p")
TABLE: Final = qn("w:tbl")
ROW: Final = qn("w:tr")
CELL: Final = qn("w:tc")
TEXT_BOX: Final = qn("w:txbxContent")
FALLBACK: Final = qn("mc:Fallback")
ALTERNATE: Final = qn("mc:AlternateContent")
_PROCESSED: Final = qn("mc:ProcessContent")
_OF_WORD: Final = f"{{{NAMESPACES['w']}"
_CHOICE: Final = qn("mc:Choice")

_WRAPPERS: Final = frozenset(
    qns("""
    w:sdt w:sdtContent w:customXml w:smartTag w:ins w:del w:moveFrom w:moveTo
""")
)
_BLOCKS: Final = frozenset({PARAGRAPH, TABLE})


def blocks(container: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables of a body, cell, header, note, comment or text box."""
    return _within(container, _BLOCKS)


def rows(table: etree._Element) -> Iterator[etree._Element]:
    """Rows of a table."""
    return _within(table, frozenset({ROW}))


def cells(row: etree._Element) -> Iterator[etree._Element]:
    """Cells of a row."""
    return _within(row, frozenset({CELL}))


def text_boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Text boxes anchored in a paragraph, each once: what old readers get instead is left out."""
    for box in paragraph.iter(TEXT_BOX):
        holders = takewhile(lambda holder: holder is not paragraph, box.iterancestors())
        if all(_is_taken(holder) for holder in holders):
            yield box


def _is_taken(holder: etree._Element) -> bool:
    """Whether Word shows what an element of a paragraph holds, but for boxes in a box."""
    if holder.tag in {FALLBACK, _CHOICE}:
        parent = holder.getparent()
        return parent is None or chosen_of(parent) is holder
    return holder.tag != TEXT_BOX


def _within(container: etree._Element, wanted: frozenset[str]) -> Iterator[etree._Element]:
    for child in container:
        if child.tag in wanted:
            yield child
        elif child.tag == ALTERNATE:
            chosen = chosen_of(child)
            yield from () if chosen is None else _within(chosen, wanted)
        elif child.tag in _WRAPPERS or is_processed(child):
            yield from _within(child, wanted)


def is_processed(element: etree._Element) -> bool:
    """Whether an element that Word does not know gives what it holds (ISO/IEC 29500-3, 9.2)."""
    space, _, name = str(element.tag).rpartition("}")
    if space == _OF_WORD:
        return False
    for holder in (element, *element.iterancestors()):
        for one in holder.get(_PROCESSED, "").split():
            prefix, _, wanted = one.partition(":")
            if f"{{{holder.nsmap.get(prefix)}" == space and wanted in {name, "*"}:
                return True
    return False


_EXTENSIONS: Final = re.compile(
    r"http://schemas\.microsoft\.com/office/(?:word/20\d\d/(?:wordml|wordprocessing)"
    r"|drawing/20\d\d/(?:\d+/\d+/)?(?:main|chartex|ink|model3d|slicer|command))"
    r"|urn:schemas-microsoft-com:(?:vml|office:|mac:vml)"
)
"""Namespaces of the extensions that Word knows; a choice that requires another is not taken."""


def chosen_of(alternate: etree._Element) -> etree._Element | None:
    """Which of several alternatives Word takes (ISO/IEC 29500-3, 9.3)."""
    for choice in alternate.iterchildren(_CHOICE):
        names = choice.get("Requires", "").split()
        if all(_EXTENSIONS.match(choice.nsmap.get(name) or "") for name in names):
            return choice
    return alternate.find(FALLBACK)


_VAL: Final = qn("w:val")
_ROW_PROPERTIES: Final = qn("w:trPr")
_CELL_PROPERTIES: Final = qn("w:tcPr")
_HIDING_ROWS: Final = (qn("w:del"), qn("w:hidden"))
_MERGED_DOWN: Final = qn("w:vMerge")
_MERGED_ACROSS: Final = qn("w:hMerge")
_DELETED: Final = qn("w:cellDel")

Steps = tuple[tuple[str, int], ...]


class PlacedBlock(Struct, frozen=True, eq=False, gc=False):
    """What stands in a story: a paragraph, table, row, cell or text box, or the story as a whole.

    Attributes:
        steps: The way to it: table 2, row 1, cell 3, paragraph 1.
        table_style: The id of the style of the table that it stands in.
        is_gone: Whether it is a row or cell that no reader sees: deleted, hidden, or merged away.
    """

    element: etree._Element
    steps: Steps = ()
    table_style: str | None = None
    is_gone: bool = False

    def blocks(self) -> list[PlacedBlock]:
        """The paragraphs and tables that it holds."""
        found: list[PlacedBlock] = []
        tables = 0
        for block in blocks(self.element):
            style = self.table_style
            step = "paragraph", 1 + len(found) - tables
            if block.tag == TABLE:
                tables += 1
                step = "table", tables
                style = value_of(block, TABLE_STYLE)
            found.append(PlacedBlock(block, (*self.steps, step), style))
        return found

    def rows(self) -> list[PlacedBlock]:
        """The rows of a table."""
        return [
            PlacedBlock(row, (*self.steps, ("row", number)), self.table_style, _is_hidden(row))
            for number, row in enumerate(rows(self.element), 1)
        ]

    def cells(self) -> list[PlacedBlock]:
        """The cells of a row."""
        is_first = self.steps[-1][1] == 1
        return [
            PlacedBlock(
                cell,
                (*self.steps, ("cell", number)),
                self.table_style,
                _is_merged_away(cell, is_first=is_first),
            )
            for number, cell in enumerate(cells(self.element), 1)
        ]

    def seen_cells(self) -> Iterator[PlacedBlock]:
        """The cells of a table that a reader sees, row by row."""
        for row in self.rows():
            for cell in row.cells() if not row.is_gone else ():
                if not cell.is_gone:
                    yield cell

    def paragraphs(self) -> Iterator[PlacedBlock]:
        """The paragraphs that a reader sees, those of tables among them, but for text boxes."""
        for block in self.blocks():
            if block.element.tag == PARAGRAPH:
                yield block
            else:
                for cell in block.seen_cells():
                    yield from cell.paragraphs()

    def boxes(self) -> Iterator[PlacedBlock]:
        """The text boxes of a paragraph."""
        for number, box in enumerate(text_boxes(self.element), 1):
            yield PlacedBlock(box, (*self.steps, ("text box", number)))


def _is_hidden(row: etree._Element) -> bool:
    """Whether a row is hidden or deleted."""
    for properties in row.iterchildren(_ROW_PROPERTIES):
        return any(map(is_on, properties.iterchildren(*_HIDING_ROWS)))
    return False


def _is_merged_away(cell: etree._Element, *, is_first: bool) -> bool:
    """Whether a cell is deleted, or part of the one above or before it: its text is not shown."""
    for properties in cell.iterchildren(_CELL_PROPERTIES):
        for mark in properties.iterchildren(_DELETED, _MERGED_DOWN, _MERGED_ACROSS):
            begins = mark.get(_VAL) == "restart" or (is_first and mark.tag == _MERGED_DOWN)
            if mark.tag == _DELETED or not begins:
                return True
    return False
