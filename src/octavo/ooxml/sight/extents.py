"""Where the paragraphs of a story stand on their pages, roughly: enough to say what lies over them.

Lengths are points. Words are counted, not measured: half the height of its letters is taken for
the width of each.
"""

from __future__ import annotations

import math
from typing import Final

from lxml import etree
from msgspec import Struct

from octavo.ooxml.block_content import PARAGRAPH, TABLE, blocks, cells, rows
from octavo.ooxml.names import qn
from octavo.ooxml.sight.layers import Resolver, attribute, first
from octavo.ooxml.sight.shapes import integer
from octavo.ooxml.styles import is_on

_TWIPS: Final = 20.0
_EMU: Final = 12_700.0
_WIDE: Final = 0.5
_PITCH: Final = 1.2
_SINGLE: Final = 240.0
_LEAST_WIDTH: Final = 20.0


class Paper(Struct, frozen=True):
    """A page: its size, and where its text begins and ends."""

    width: float = 595.0
    height: float = 842.0
    left: float = 72.0
    right: float = 72.0
    top: float = 72.0
    bottom: float = 72.0

    @property
    def text_width(self) -> float:
        """How wide its text is."""
        return max(_LEAST_WIDTH, self.width - self.left - self.right)


class ParagraphBox(Struct, frozen=True):
    """A paragraph: its page, where it begins there, and how much its words take up.

    Attributes:
        page: Number of its page.
        top: From the top of the page.
        height: Of its lines.
        left: Of the column of text that it stands in, from that of the page.
        width: Of its words, as far as they go in that column.
        room: Where its row is cut, from the top of the row; None where it grows.
        within: From the top of its row.
    """

    page: int
    top: float
    height: float
    left: float
    width: float
    room: float | None = None
    within: float = 0.0


def paper_of(root: etree._Element) -> Paper:
    """The page of a story, as its last section has it."""
    size = next(root.iter(qn("w:pgSz")), None)
    margin = next(root.iter(qn("w:pgMar")), None)
    usual = Paper()

    def given(element: etree._Element | None, name: str, other: float) -> float:
        value = None if element is None else element.get(qn(name))
        return other if value is None else integer(value) / _TWIPS

    return Paper(
        given(size, "w:w", usual.width),
        given(size, "w:h", usual.height),
        given(margin, "w:left", usual.left),
        given(margin, "w:right", usual.right),
        given(margin, "w:top", usual.top),
        given(margin, "w:bottom", usual.bottom),
    )


class Extents:
    """Sets the blocks of a story one below the other."""

    def __init__(self, root: etree._Element, resolver: Resolver, paper: Paper) -> None:
        self._resolver = resolver
        self._paper = paper
        self._page = 1
        self._rendered = next(root.iter(qn("w:lastRenderedPageBreak")), None) is not None
        self.found: dict[etree._Element, ParagraphBox] = {}
        self._order: list[etree._Element] = []
        self._stack(root, paper.top, 0.0, paper.text_width, flows=True)

    @property
    def pages(self) -> int:
        """How many pages they take, roughly."""
        return self._page

    def _stack(
        self,
        container: etree._Element,
        top: float,
        left: float,
        width: float,
        *,
        flows: bool = False,
    ) -> float:
        """Set the blocks of a container from a height on; where the last of them ends."""
        for block in blocks(container):
            is_full = not self._rendered and top > self._paper.height - self._paper.bottom
            if flows and (is_full or self._breaks_before(block)):
                self._page += 1
                top = self._paper.top
            if block.tag == TABLE:
                top = self._table(block, top, left, width)
                continue
            extent = self._paragraph(block, top, left, width)
            self.found[block] = extent
            self._order.append(block)
            top = extent.top + extent.height + self._gap(block, "w:after")
        return top

    def _paragraph(
        self, paragraph: etree._Element, top: float, left: float, width: float
    ) -> ParagraphBox:
        layers = self._resolver.paragraph(paragraph)
        size = self._resolver.size(paragraph)
        letters = sum(len(text.text or "") for text in paragraph.iter(qn("w:t")))
        breaks = sum(1 for _ in paragraph.iter(qn("w:br")))
        indent = integer(attribute(layers, "w:ind", "w:left", "w:start")) / _TWIPS
        column = max(_LEAST_WIDTH, width - max(0.0, indent))
        long = letters * size * _WIDE
        lines = max(1, math.ceil(long / column)) + breaks
        pictures = [
            integer(extent.get("cy")) / _EMU
            for extent in paragraph.iterfind(f".//{qn('wp:inline')}/{qn('wp:extent')}")
        ]
        height = lines * self._pitch(layers, size) + sum(pictures)
        aligned = first(layers, "w:jc")
        fills = lines > 1 or (
            aligned is not None and aligned.get(qn("w:val")) not in {"left", "start", "both"}
        )
        begin = top + self._gap(paragraph, "w:before")
        return ParagraphBox(
            self._page, begin, height, left + indent, column if fills else min(column, long)
        )

    def _pitch(self, layers: tuple[etree._Element, ...], size: float) -> float:
        """From one line to the next."""
        single = size * _PITCH
        given = integer(attribute(layers, "w:spacing", "w:line"))
        rule = attribute(layers, "w:spacing", "w:lineRule") or "auto"
        if not given:
            return single
        if rule == "exact":
            return given / _TWIPS
        return single * given / _SINGLE if rule == "auto" else max(single, given / _TWIPS)

    def _gap(self, paragraph: etree._Element, name: str) -> float:
        layers = self._resolver.paragraph(paragraph)
        return integer(attribute(layers, "w:spacing", name)) / _TWIPS

    def _table(self, table: etree._Element, top: float, left: float, width: float) -> float:
        """Set the rows of a table one below the other; where the last of them ends."""
        for row in rows(table):
            height = row.find(f"{qn('w:trPr')}/{qn('w:trHeight')}")
            given = 0.0 if height is None else integer(height.get(qn("w:val"))) / _TWIPS
            exact = height is not None and height.get(qn("w:hRule")) == "exact"
            ends = [top + given]
            across = list(cells(row))
            for number, cell in enumerate(across):
                wide = width / len(across)
                before = len(self._order)
                ends.append(self._stack(cell, top, left + number * wide, wide))
                if exact:
                    self._cut(before, top, given)
            top = ends[0] if exact else max(ends)
        return top

    def _cut(self, before: int, top: float, room: float) -> None:
        """Take down that what was set after so many paragraphs stands in a row that is cut."""
        for paragraph in self._order[before:]:
            found = self.found[paragraph]
            self.found[paragraph] = ParagraphBox(
                found.page, found.top, found.height, found.left, found.width, room, found.top - top
            )

    def _breaks_before(self, block: etree._Element) -> bool:
        """Whether a block begins a page, as Word said when it wrote the file, or as it asks for."""
        if next(block.iter(qn("w:lastRenderedPageBreak")), None) is not None:
            return True
        if block.tag != PARAGRAPH:
            return False
        asked = first(self._resolver.paragraph(block), "w:pageBreakBefore")
        if asked is not None and is_on(asked):
            return True
        previous = block.getprevious()
        marks = () if self._rendered or previous is None else previous.iter(qn("w:br"))
        return any(mark.get(qn("w:type")) == "page" for mark in marks)
