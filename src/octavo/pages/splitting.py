"""A table row in two, where it does not fit on the page (ECMA-376 part 1, 17.4.6)."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from octavo.pages.unpaginated import LaidRow, RowCell

_LEAST_TOGETHER = 2


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
