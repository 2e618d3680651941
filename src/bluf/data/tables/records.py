"""A sheet becomes records, each with what its row says of its own: an id, or an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.data.error import fault
from bluf.data.shape import NOUNS
from bluf.data.tables.heads import read_heads
from bluf.data.tables.rows import record
from bluf.data.tables.table import Cell

if TYPE_CHECKING:
    from bluf.data.tables.sheets import RecordSheet
    from bluf.data.tables.table import Table, TableRow
    from bluf.data.tree import Mapping
    from octavo.finding import Finding
    from octavo.location import Location

_HINTS = {
    "id": "write a short word by which other sheets name it",
    "event": "write the id of the event at which he or she took part",
}


class PlacedRecord(Struct, frozen=True):
    """A record and the cell that says where it goes: by which id, or to which event."""

    node: Mapping
    own: Cell


def read_records(table: Table, sheet: RecordSheet) -> tuple[list[PlacedRecord], list[Finding]]:
    """The records of a sheet, and what is wrong with its headings and rows."""
    if not table.rows:
        return [], []
    heads, findings = read_heads(table, sheet)
    kept = []
    for row in table.rows[1:]:
        cells = [(column, row.cell(index)) for index, column in heads.items()]
        fields = [(column, cell) for column, cell in cells if column.path[0] not in sheet.own]
        own = next((cell for column, cell in cells if column.path == sheet.own), _none_of(row))
        if sheet.own and own.text is None:
            findings.append(_without_own(sheet, own))
        else:
            kept.append(PlacedRecord(record(fields, _start(row)), own))
    return kept, findings


def _start(row: TableRow) -> Location:
    """Where a row begins: its first filled cell."""
    return row.cells[min(row.cells)].location


def _none_of(row: TableRow) -> Cell:
    return Cell(None, _start(row))


def _without_own(sheet: RecordSheet, cell: Cell) -> Finding:
    name = sheet.own[0]
    message = f"{NOUNS[sheet.record]} needs “{name}”"
    return fault("missing-key", message, cell.location, _HINTS[name])
