"""Which regions of a table style a cell belongs to (ECMA-376 part 1, 17.4.55 and 17.18.89)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bluf.pages.table_style import WHOLE
from bluf.pages.tags import VAL, W

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
    """The names that ``w:tblLook`` turns on; the single attributes win over the bit field."""
    if look is None:
        return frozenset()
    try:
        bits = int(look.get(VAL, "0"), 16)
    except ValueError:
        bits = 0
    names = set()
    for name, bit in (_BITS | _BITS_OFF).items():
        own = look.get(W + name)
        if (own in _ON) if own is not None else bool(bits & bit):
            names.add(name)
    return frozenset(names)


def bands(position: Position, shown: frozenset[str], size: int) -> tuple[str, ...]:
    """The row band a cell lies in; a first row that is set apart is not counted."""
    if "noHBand" in shown or size < 1:
        return ()
    row = position.row - ("firstRow" in shown)
    return (f"band{1 + row // size % 2}Horz",) if row >= 0 else ()


def regions(
    position: Position, shown: frozenset[str], row_bands: tuple[str, ...]
) -> tuple[str, ...]:
    """All regions of a cell, the weakest first."""
    first_row, last_row = position.row == 0, position.row == position.rows - 1
    first, last = position.cell == 0, position.cell == position.cells - 1
    candidates = (
        ("lastCol", last and "lastColumn" in shown),
        ("firstCol", first and "firstColumn" in shown),
        ("lastRow", last_row and "lastRow" in shown),
        ("firstRow", first_row and "firstRow" in shown),
    )
    return (WHOLE, *row_bands, *(name for name, holds in candidates if holds))
