"""Content that is laid out without a page: in cells, headers, footers and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element


class Strip(NamedTuple):
    """A line within a cell, or a whole row of a nested table, from the top of its content."""

    top: int
    bottom: int
    element: _Element
    notes: tuple[str, ...] = ()


class Column(NamedTuple):
    """The strips of a cell, header or note, and the height they take."""

    strips: tuple[Strip, ...]
    height: int


class RowCell(NamedTuple):
    """The content of a cell, how far below the row's top it begins, and the margin under it."""

    content: Column
    offset: int
    below: int


class LaidRow(NamedTuple):
    """A row with its height and the content of its cells."""

    height: int
    cells: tuple[RowCell, ...]
    first_element: _Element
    header: bool
    cant_split: bool

    @property
    def lines(self) -> int:
        """Number of lines of the cell that has most."""
        return max((len(cell.content.strips) for cell in self.cells), default=1)

    @property
    def notes(self) -> tuple[str, ...]:
        """Footnotes anchored in the row."""
        strips = (strip for cell in self.cells for strip in cell.content.strips)
        return tuple(note for strip in strips for note in strip.notes)
