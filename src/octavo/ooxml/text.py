"""The visible text of a Word file, paragraph by paragraph, each at its place.

In are insertions, moved text where it came to rest, tables, content controls, text boxes, headers
and footers that are shown, and notes that are referred to; out are deletions, hidden text, field
codes and comments.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from octavo.location import WordLocation
from octavo.ooxml.block_content import PARAGRAPH, blocks, cells, rows, text_boxes
from octavo.ooxml.hiding import hiding_of
from octavo.ooxml.names import qn
from octavo.ooxml.runs import RunReader, mark_is_gone
from octavo.ooxml.stories import stories_of
from octavo.ooxml.styles import is_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from octavo.ooxml.hiding import Hiding
    from octavo.ooxml.package import Package
    from octavo.ooxml.stories import Story

    Piece = tuple[etree._Element | None, str]  # noqa: SLF001 - its only name

_VAL: Final = qn("w:val")
_A_PARAGRAPH: Final = qn("a:p")
_A_TEXT: Final = qn("a:t")

Steps = tuple[tuple[str, int], ...]


class Block(Struct, frozen=True):
    """The visible text of one paragraph; lines within it end with U+000A."""

    text: str
    location: WordLocation


def read_text(package: Package) -> tuple[Block, ...]:
    """The visible paragraphs of every story, in the order: body, notes, headers, footers, charts.

    A paragraph without visible text is there with an empty text.
    """
    hiding = hiding_of(package)
    stories = stories_of(package)
    return tuple(block for story in stories for block in _blocks(package.path, story, hiding))


def _blocks(path: str, story: Story, hiding: Hiding) -> Iterator[Block]:
    for location, pieces in pieces_of(path, story, hiding):
        yield Block("".join(text for _, text in pieces), location)


def pieces_of(
    path: str, story: Story, hiding: Hiding
) -> Iterator[tuple[WordLocation, list[Piece]]]:
    """The paragraphs of a story, each text with the run that it stands in; a drawing has none."""
    if story.is_drawing:
        found = _drawn(story.root)
    else:
        found = _Walk(hiding).container(story.root, (), None)
    for pieces, steps in found:
        yield WordLocation(path, story.label, steps, story.part), pieces


def _drawn(root: etree._Element) -> Iterator[tuple[list[Piece], Steps]]:
    """Paragraphs of a chart or diagram."""
    for number, paragraph in enumerate(root.iter(_A_PARAGRAPH), 1):
        texts = [text.text or "" for text in paragraph.iter(_A_TEXT)]
        yield [(None, text) for text in texts], (("paragraph", number),)


class _Walk:
    """One story, read in order."""

    def __init__(self, hiding: Hiding) -> None:
        self._hiding = hiding
        self._runs = RunReader(hiding)

    def container(
        self, holder: etree._Element, steps: Steps, table_style: str | None
    ) -> Iterator[tuple[list[Piece], Steps]]:
        paragraphs = tables = 0
        begun: tuple[list[Piece], Steps] | None = None
        for block in blocks(holder):
            if block.tag != PARAGRAPH:
                tables += 1
                yield from () if begun is None else (begun,)
                begun = None
                yield from self._table(block, (*steps, ("table", tables)))
                continue
            paragraphs += 1
            place = (*steps, ("paragraph", paragraphs))
            pieces: list[Piece] = [*self._runs.pieces(block, table_style)]
            begun = (pieces, place) if begun is None else (begun[0] + pieces, begun[1])
            if not mark_is_gone(block):
                yield begun
                begun = None
            yield from self._boxes(block, place)
        if begun is not None:
            yield begun

    def _boxes(
        self, paragraph: etree._Element, place: Steps
    ) -> Iterator[tuple[list[Piece], Steps]]:
        for number, box in enumerate(text_boxes(paragraph), 1):
            walk = _Walk(self._hiding)
            yield from walk.container(box, (*place, ("text box", number)), None)

    def _table(self, table: etree._Element, steps: Steps) -> Iterator[tuple[list[Piece], Steps]]:
        style = table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}")
        style_id = None if style is None else style.get(_VAL)
        for row_number, row in enumerate(rows(table), 1):
            if _is_gone(row, "w:trPr", "w:del", "w:hidden"):
                continue
            for cell_number, cell in enumerate(cells(row), 1):
                if not _is_gone(cell, "w:tcPr", "w:cellDel") and not _continues(cell, row_number):
                    place = (*steps, ("row", row_number), ("cell", cell_number))
                    yield from self.container(cell, place, style_id)


def _continues(cell: etree._Element, row_number: int) -> bool:
    """Whether the cell is merged into the one above or before it: Word shows none of its text."""
    merges = cell.iterfind(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    down = any(merge.get(_VAL) != "restart" for merge in merges) and row_number > 1
    legacy = cell.iterfind(f"{qn('w:tcPr')}/{qn('w:hMerge')}")
    return down or any(merge.get(_VAL) != "restart" for merge in legacy)


def _is_gone(element: etree._Element, properties: str, *marks: str) -> bool:
    """Whether a row or cell is deleted or hidden."""
    found = element.find(qn(properties))
    if found is None:
        return False
    elements = (found.find(qn(mark)) for mark in marks)
    return any(mark is not None and is_on(mark) for mark in elements)
