"""A table row in two, where it does not fit on the page (ECMA-376 part 1, 17.4.6)."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from bluf.pages.strips import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bluf.pages.strips import LaidRow, RowCell, Strip

_LEAST_TOGETHER = 2


def split(row: LaidRow, room: int) -> tuple[LaidRow, LaidRow] | None:
    """The part of a row that fits in ``room`` and the rest; None where it cannot be split."""
    cuts = [_cut(cell, room) for cell in row.cells]
    if not any(cuts) or any(
        not cut and cell.content.strips for cut, cell in zip(cuts, row.cells, strict=True)
    ):
        return None
    uppers = [_upper(cell, cut) for cell, cut in zip(row.cells, cuts, strict=True)]
    lowers = [_lower(cell, cut) for cell, cut in zip(row.cells, cuts, strict=True)]
    rest = next((cell.content.strips[0] for cell in lowers if cell.content.strips), None)
    if rest is None:
        return None
    return (
        row._replace(height=_height(uppers), cells=tuple(uppers)),
        row._replace(height=_height(lowers), cells=tuple(lowers), first_element=rest.element),
    )


def _height(cells: Sequence[RowCell]) -> int:
    return max(cell.offset + cell.content.height + cell.below for cell in cells)


def _cut(cell: RowCell, room: int) -> int:
    """How many of the cell's lines go above the cut, widows and orphans kept together."""
    strips = cell.content.strips
    fitting = room - cell.offset - cell.below
    count = sum(1 for _ in takewhile(lambda strip: strip.bottom <= fitting, strips))
    if count == len(strips):
        return count
    after = sum(1 for _ in _same(strips[count:], strips[count]))
    before = sum(1 for _ in _same(strips[:count][::-1], strips[count]))
    if before and after < _LEAST_TOGETHER:
        count, before = count - 1, before - 1
    return count - before if before < _LEAST_TOGETHER else count


def _same(strips: Sequence[Strip], like: Strip) -> takewhile[Strip]:
    return takewhile(lambda strip: strip.element is like.element, strips)


def _upper(cell: RowCell, cut: int) -> RowCell:
    strips = cell.content.strips
    whole = cut == len(strips)
    height = cell.content.height if whole else strips[cut].top if cut else 0
    return cell._replace(content=Column(strips[:cut], height))


def _lower(cell: RowCell, cut: int) -> RowCell:
    strips = cell.content.strips[cut:]
    if not strips:
        return cell._replace(content=Column((), 0))
    start = strips[0].top
    moved = tuple(
        strip._replace(top=strip.top - start, bottom=strip.bottom - start) for strip in strips
    )
    return cell._replace(content=Column(moved, cell.content.height - start))
