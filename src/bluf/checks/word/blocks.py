"""Reading the blocks of a story, each with its place and its visible text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.checks.word.content import DocumentCell, DocumentTable, Paragraph, paragraphs
from octavo.ooxml import PARAGRAPH, PlacedBlock, RunReader

if TYPE_CHECKING:
    from bluf.checks.word.content import Block
    from bluf.checks.word.styles import Styles
    from octavo.location import WordLocation
    from octavo.ooxml import Hiding, Story


class BlockReader(Struct, frozen=True):
    """Reads the stories of one file."""

    path: str
    hiding: Hiding
    styles: Styles

    def read(self, story: Story) -> tuple[Block, ...]:
        """The blocks of a story."""
        return self.read_within(story, PlacedBlock(story.root))

    def read_within(self, story: Story, holder: PlacedBlock) -> tuple[Block, ...]:
        """The blocks of what is read by itself: a story, or a text box in it."""
        return _StoryReader(self, story, RunReader(self.hiding)).blocks(holder)


class _StoryReader(Struct, frozen=True):
    """Reads one story, or one text box of it."""

    file: BlockReader
    story: Story
    runs: RunReader

    def blocks(self, holder: PlacedBlock) -> tuple[Block, ...]:
        return tuple(
            self._paragraph(block) if block.element.tag == PARAGRAPH else self._table(block)
            for block in holder.blocks()
        )

    def _paragraph(self, placed: PlacedBlock) -> Paragraph:
        text = self.runs.read(placed.element, placed.table_style)
        style = self.file.styles.of_paragraph(placed.element)
        return Paragraph(
            placed.element,
            text,
            self._place(placed),
            self.file.styles.heading(placed.element, style),
            style,
            tuple(self.file.read_within(self.story, box) for box in placed.boxes()),
        )

    def _table(self, placed: PlacedBlock) -> DocumentTable:
        down = [(row, row.cells()) for row in placed.rows()]
        hidden = (cell for row, found in down for cell in found if row.is_gone or cell.is_gone)
        return DocumentTable(
            placed.element,
            self._place(placed),
            tuple(tuple(map(self._cell, found)) for row, found in down if not row.is_gone),
            tuple(DocumentCell(cell.element, self._place(cell), (), "") for cell in hidden),
        )

    def _cell(self, placed: PlacedBlock) -> DocumentCell:
        inner = () if placed.is_gone else self.blocks(placed)
        text = "\n".join(paragraph.text for paragraph in paragraphs(inner))
        return DocumentCell(placed.element, self._place(placed), inner, text)

    def _place(self, placed: PlacedBlock) -> WordLocation:
        return self.story.place(self.file.path, placed.steps)
