"""Content that is laid out without a page: in cells, headers, footers and notes.

A row is cut in two where it does not fit on the page (ECMA-376 part 1, 17.4.6).
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from lxml.etree import _Element

_LEAST_TOGETHER = 2


class UnpaginatedLine(NamedTuple):
    """A line within a cell, or a whole row of a nested table, from the top of its content."""

    top: int
    bottom: int
    element: _Element
    notes: tuple[str, ...] = ()


class Unpaginated(NamedTuple):
    """The lines of a cell, header or note, and the height they take."""

    lines: tuple[UnpaginatedLine, ...]
    height: int


class RowCell(NamedTuple):
    """The content of a cell, or the part of it from line ``first`` to before line ``end``.

    ``offset`` is how far below the row's top it begins, ``below`` the margin under it.
    """

    content: Unpaginated
    offset: int
    below: int
    first: int
    end: int

    @property
    def base(self) -> int:
        """Where the part begins, from the top of the whole content."""
        return self.content.lines[self.first].top if 0 < self.first < self.end else 0

    @property
    def height(self) -> int:
        """Height of the part with what surrounds it; a part that is cut off ends with its line."""
        lines, whole = self.content
        bottom = whole if self.end == len(lines) else lines[self.end].top
        inner = bottom - self.base if self.first < self.end or not self.first else 0
        return self.offset + inner + self.below

    @property
    def notes(self) -> tuple[str, ...]:
        """Footnotes anchored in the part."""
        part = self.content.lines[self.first : self.end]
        return tuple(note for line in part for note in line.notes)


class LaidRow(NamedTuple):
    """A row with its height and the content of its cells."""

    height: int
    cells: tuple[RowCell, ...]
    first_element: _Element
    header: bool
    cant_split: bool
    has_notes: bool

    @property
    def lines(self) -> int:
        """Number of lines of the cell that has most."""
        return max((cell.end - cell.first for cell in self.cells), default=1)

    @property
    def notes(self) -> tuple[str, ...]:
        """Footnotes anchored in the row."""
        if not self.has_notes:
            return ()
        return tuple(note for cell in self.cells for note in cell.notes)


def split(row: LaidRow, room: int) -> tuple[LaidRow, LaidRow] | None:
    """The part of a row that fits in ``room`` and the rest; None where it cannot be split.

    Each cell that has lines must have one above the cut.
    """
    cuts = [_cut(cell, room) for cell in row.cells]
    pairs = list(zip(row.cells, cuts, strict=True))
    if any(cut == cell.first < cell.end for cell, cut in pairs):
        return None
    uppers = tuple(cell._replace(end=cut) for cell, cut in pairs)
    lowers = tuple(cell._replace(first=cut) for cell, cut in pairs)
    rest = next((cell for cell in lowers if cell.first < cell.end), None)
    if rest is None:
        return None
    element = rest.content.lines[rest.first].element
    upper = row._replace(height=max(cell.height for cell in uppers), cells=uppers)
    height = max(cell.height for cell in lowers)
    return upper, row._replace(height=height, cells=lowers, first_element=element)


def _cut(cell: RowCell, room: int) -> int:
    """The first line below the cut; widows and orphans are kept together."""
    lines = cell.content.lines
    fitting = room - cell.offset - cell.below + cell.base
    cut = bisect_right(lines, fitting, cell.first, cell.end, key=lambda line: line.bottom)
    if cut == cell.end:
        return cut
    if _together(cell, cut) and not _together(cell, cut + 1):
        cut -= 1
    if _together(cell, cut) and not _together(cell, cut - 1):
        cut -= 1
    return cut


def _together(cell: RowCell, at: int) -> bool:
    """Whether the lines before and after a place belong to one paragraph."""
    lines = cell.content.lines
    return cell.first < at < cell.end and lines[at - 1].element is lines[at].element
