"""A Word file as people see it: stories of paragraphs and tables, with their looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bluf.location import WordLocation
    from bluf.ooxml.compare.looks import Look


@dataclass(frozen=True, slots=True)
class Span:
    """Text of one look within a paragraph."""

    text: str
    look: Look


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: what it says, and how it looks."""

    place: WordLocation
    style: str
    look: Look
    spans: tuple[Span, ...]
    pictures: Look = ()
    boxes: tuple[tuple[Block, ...], ...] = ()

    @property
    def text(self) -> str:
        """The visible text."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    place: WordLocation
    look: Look
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """The text of its blocks, on one line."""
        return " / ".join(block.text for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    place: WordLocation
    look: Look
    cells: tuple[Cell, ...]

    @property
    def text(self) -> str:
        """The text of its cells, on one line."""
        return " | ".join(cell.text for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """A table."""

    place: WordLocation
    style: str
    look: Look
    rows: tuple[Row, ...]

    @property
    def text(self) -> str:
        """The text of its rows."""
        return "\n".join(row.text for row in self.rows)


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Outline:
    """The stories of a file by name, and its sections."""

    stories: Mapping[str, tuple[Block, ...]]
    sections: tuple[Look, ...]
