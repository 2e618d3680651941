"""A Word file as people see it: stories of paragraphs and tables, with their looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping

    from octavo.location import WordLocation
    from octavo.ooxml.comparison.looks import Look


class Span(Struct, frozen=True):
    """Text of one look within a paragraph."""

    text: str
    look: Look


class OutlineParagraph(Struct, frozen=True):
    """A paragraph: what it says, and how it looks."""

    place: WordLocation
    style: str
    look: Look
    spans: tuple[Span, ...]
    pictures: Look = ()
    states: Look = ()
    boxes: tuple[tuple[Block, ...], ...] = ()

    @property
    def text(self) -> str:
        """The visible text."""
        return "".join(span.text for span in self.spans)


class OutlineCell(Struct, frozen=True):
    """A cell of a table."""

    place: WordLocation
    look: Look
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """The text of its blocks, on one line."""
        return " / ".join(block.text for block in self.blocks)


class Row(Struct, frozen=True):
    """A row of a table."""

    place: WordLocation
    look: Look
    cells: tuple[OutlineCell, ...]

    @property
    def text(self) -> str:
        """The text of its cells, on one line."""
        return " | ".join(cell.text for cell in self.cells)


class OutlineTable(Struct, frozen=True):
    """A table."""

    place: WordLocation
    style: str
    look: Look
    rows: tuple[Row, ...]

    @property
    def text(self) -> str:
        """The text of its rows."""
        return "\n".join(row.text for row in self.rows)


Block = OutlineParagraph | OutlineTable


class Outline(Struct, frozen=True):
    """The stories of a file by name, and its sections."""

    stories: Mapping[str, tuple[Block, ...]]
    sections: tuple[Look, ...]
