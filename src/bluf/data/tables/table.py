"""What a reader makes of a sheet or a CSV file: rows of cells that know their places."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from octavo.location import Location


class Cell(Struct, frozen=True):
    """One cell; an empty one holds None."""

    text: str | None
    location: Location


class TableRow(Struct, frozen=True):
    """One row: its filled cells by column, counted from 0, and where an empty one stands."""

    cells: Mapping[int, Cell]
    place_of: Callable[[int], Location]

    def cell(self, column: int) -> Cell:
        """The cell of a column, filled or not."""
        return self.cells.get(column) or Cell(None, self.place_of(column))


class Table(Struct, frozen=True):
    """A sheet or a CSV file; rows without any filled cell are left out."""

    title: str
    location: Location
    rows: tuple[TableRow, ...]
