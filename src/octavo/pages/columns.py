"""Widths of table cells (ECMA-376 part 1, 17.4.63 and 17.4.71)."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from octavo.pages.obstacles import Unmeasurable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from octavo.pages.reading import Reading
    from octavo.pages.tables import CellShape, RowShape, TableShape, Width

_WHOLE = 5000
_OFF_GRID = 20
"""Twips by which a cell may differ from its columns of the grid."""


def column_widths(table: TableShape, width: float, reading: Reading) -> tuple[tuple[int, ...], ...]:
    """Width of each cell of each row in twips, within ``width`` twips."""
    total = _resolve(table.width, width)
    edges = list(accumulate(table.grid, initial=0))
    return tuple(_row_widths(row, table, edges, total or width, reading) for row in table.rows)


def _row_widths(
    row: RowShape, table: TableShape, edges: Sequence[int], total: float, reading: Reading
) -> tuple[int, ...]:
    """Widths of a row's cells; ``edges`` are the distances of the grid's lines from the left."""
    last = len(edges) - 1
    own = [_resolve(cell.width, total) for cell in row.cells]
    grid = [
        edges[min(cell.column + cell.span, last)] - edges[min(cell.column, last)]
        for cell in row.cells
    ]
    if any(mine and abs(mine - theirs) > _OFF_GRID for mine, theirs in zip(own, grid, strict=True)):
        reading.note("cells of other widths than the grid of their table", table.element)
    widths = [mine or theirs for mine, theirs in zip(own, grid, strict=True)]
    if not all(widths):
        raise Unmeasurable("a table without column widths", table.element)
    if table.width.unit == "pct" and table.width.amount > 0:
        asked = sum(widths)
        widths = [cell * int(total) // asked for cell in widths]
    return tuple(widths)


def _resolve(asked: Width, whole: float) -> int | None:
    """A width in twips; None where it is left to the content."""
    if asked.unit == "pct" and asked.amount:
        return int(whole * asked.amount / _WHOLE)
    return asked.amount if asked.unit == "dxa" and asked.amount > 0 else None


def inner_width(cell: CellShape, width: int) -> int:
    """Room for the text of a cell."""
    return width - cell.left - cell.right
