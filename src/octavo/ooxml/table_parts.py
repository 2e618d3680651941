"""The parts of a table style that a cell lies in (ECMA-376 part 1, 17.4.55, 17.7.6, 17.18.89)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from octavo.ooxml.names import qn

if TYPE_CHECKING:
    from lxml import etree

_BITS: Final = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}
_ON: Final = frozenset({"1", "true", "on"})
_CORNERS: Final = (
    ("nwCell", "firstRow", "firstCol"),
    ("neCell", "firstRow", "lastCol"),
    ("swCell", "lastRow", "firstCol"),
    ("seCell", "lastRow", "lastCol"),
)


class CellPosition(NamedTuple):
    """Where a cell stands: its row of so many rows, its cell of so many cells, from 0."""

    row: int
    rows: int
    cell: int
    cells: int


def shown_parts(
    look: etree._Element | None, unsaid: frozenset[str], *, named_first: bool
) -> frozenset[str]:
    """What ``w:tblLook`` turns on, by its single attributes and its bit field.

    ``unsaid`` holds without it; ``named_first`` says which counts where it says both.
    """
    if look is None:
        return unsaid
    bits = look.get(qn("w:val"))
    try:
        field = int(bits or "0", 16)
    except ValueError:
        field = 0
    return frozenset(
        name
        for name, bit in _BITS.items()
        for said in (look.get(qn(f"w:{name}")),)
        if (
            said.lower() in _ON
            if said is not None and (named_first or bits is None)
            else field & bit
        )
    )


def parts_of(
    position: CellPosition, shown: frozenset[str], row_band: int = 1, column_band: int = 1
) -> frozenset[str]:
    """All parts of a table that a cell lies in, of those that the table shows.

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
    found = {name for name, holds in candidates if holds}
    return frozenset(found | {corner for corner, *both in _CORNERS if found.issuperset(both)})


def _band(at: int, size: int, direction: str) -> str:
    return f"band{1 + at // max(1, size) % 2}{direction}"
