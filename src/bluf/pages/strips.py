"""Content that is laid out without a page: in cells, headers, footers and notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from bluf.pages.lines import lines
from bluf.pages.obstacles import Unmeasurable

if TYPE_CHECKING:
    from lxml.etree import _Element

    from bluf.pages.blocks import Paragraph
    from bluf.pages.lines import Line


@dataclass(frozen=True, slots=True)
class Ruler:
    """How text is set.

    Attributes:
        tab_distance: Distance of default tab stops in twips.
        slack: How much wider than it is a line is taken to be, as a share; for the question
            whether an outcome hangs on a hair's breadth.
        last_after: How often the space after the last paragraph of a cell counts.
    """

    tab_distance: int = 720
    slack: float = 0.0
    last_after: int = 1

    def lines(self, paragraph: Paragraph, width: float) -> tuple[Line, ...]:
        """The lines of a paragraph between margins ``width`` twips apart."""
        try:
            return lines(paragraph, width * (1 + self.slack), self.tab_distance)
        except Unmeasurable as met:
            met.element = paragraph.element if met.element is None else met.element
            raise


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
