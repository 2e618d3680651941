"""Walking a story: its paragraphs, tables, rows, cells and text boxes, as people see them.

Content controls, custom XML, tracked insertions and deletions, and the first choice of alternate
content hold blocks without being one: their blocks count as those of what they stand in.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final

from octavo.ooxml.names import qn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

PARAGRAPH: Final = qn("w:p")
TABLE: Final = qn("w:tbl")
ROW: Final = qn("w:tr")
CELL: Final = qn("w:tc")
TEXT_BOX: Final = qn("w:txbxContent")
FALLBACK: Final = qn("mc:Fallback")

_WRAPPERS: Final = frozenset(
    map(
        qn,
        (
            "w:sdt",
            "w:sdtContent",
            "w:customXml",
            "w:smartTag",
            "w:ins",
            "w:del",
            "w:moveFrom",
            "w:moveTo",
            "mc:AlternateContent",
            "mc:Choice",
        ),
    )
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
        if not any(holder.tag in {FALLBACK, TEXT_BOX} for holder in holders):
            yield box


def _within(container: etree._Element, wanted: frozenset[str]) -> Iterator[etree._Element]:
    for child in container:
        if child.tag in wanted:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _within(child, wanted)
