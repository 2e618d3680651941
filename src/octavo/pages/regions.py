"""Which regions of a table style a cell belongs to (ECMA-376 part 1, 17.4.55 and 17.18.89)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from octavo.pages.table_style import WHOLE
from octavo.pages.tags import VAL, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_BITS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100}
_BITS_OFF = {"noHBand": 0x200, "noVBand": 0x400}
_ON = {"1", "true", "on"}


class Position(NamedTuple):
    """Where a cell stands: its row of so many rows, its cell of so many cells, from 0."""

    row: int
    rows: int
    cell: int
    cells: int


def shown_regions(look: _Element | None) -> frozenset[str]:
    """The names that ``w:tblLook`` turns on: by its bit field, else by its single attributes.

    Without it LibreOffice shows what Word gives a new table: first row, first column, row bands.
    """
    names = _BITS | _BITS_OFF
    if look is None:
        return frozenset({"firstRow", "firstColumn", "noVBand"})
    if (bits := look.get(VAL)) is not None:
        field = _hexadecimal(bits)
        return frozenset(name for name, bit in names.items() if field & bit)
    return frozenset(name for name in names if look.get(W + name) in _ON)


def _hexadecimal(text: str) -> int:
    try:
        return int(text, 16)
    except ValueError:
        return 0


def regions(
    position: Position, shown: frozenset[str], row_band: int, column_band: int
) -> tuple[str, ...]:
    """All regions of a cell, the weakest first, as LibreOffice stacks them.

    Bands are counted from the row after a first row that is set apart, and likewise for columns.
    """
    row = position.row - ("firstRow" in shown)
    column = position.cell - ("firstColumn" in shown)
    last_row, last = position.row == position.rows - 1, position.cell == position.cells - 1
    candidates = (
        (_band(row, row_band, "Horz"), row >= 0 and "noHBand" not in shown),
        (_band(column, column_band, "Vert"), column >= 0 and "noVBand" not in shown),
        ("lastCol", last and "lastColumn" in shown),
        ("firstCol", not position.cell and "firstColumn" in shown),
        ("lastRow", last_row and "lastRow" in shown),
        ("firstRow", not position.row and "firstRow" in shown),
    )
    return (WHOLE, *(name for name, holds in candidates if holds))


def _band(at: int, size: int, direction: str) -> str:
    return f"band{1 + at // max(1, size) % 2}{direction}"
