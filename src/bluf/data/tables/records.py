"""A sheet becomes records, each with what its row says of its own: an id, or an event."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from bluf.characters import quoted
from bluf.data.error import duplicate_key
from bluf.data.shape import NOUNS
from bluf.data.tables.headings import FieldColumn, RecordSheet, column_named, columns, heading_of
from bluf.data.tables.rows import record
from bluf.data.tables.table import Cell, Table, TableRow
from bluf.data.tree import Mapping
from bluf.rules import finding
from octavo.finding import Finding
from octavo.location import Location
from octavo.suggest import closest, did_you_mean

ASIDE = "_"
"""A sheet or a heading that begins so is the author's own and is passed over."""
_LISTED = {"evidence": 1, "history": 1}


def read_heads(table: Table, sheet: RecordSheet) -> tuple[dict[int, FieldColumn], list[Finding]]:
    """The columns that have a place in the record, by their index, and what is wrong with others.

    A misspelt heading is reported once and taken for the one it is like.
    """
    heads: dict[int, FieldColumn] = {}
    seen: dict[FieldColumn, Cell] = {}
    findings: list[Finding] = []
    for index, cell in sorted(table.rows[0].cells.items()):
        heading = cell.text or ""
        column = _column(heading, sheet)
        if column is None and not heading.startswith(ASIDE):
            findings.append(unknown_heading(cell, sheet))
            column = _column(closest(heading, _known(sheet)) or "", sheet)
        if column is None:
            continue
        earlier = seen.setdefault(column, cell)
        if earlier is cell:
            heads[index] = column
        else:
            findings.append(duplicate_key(heading, cell.location, earlier.location, heading))
    return heads, [*findings, *_cells_without_heading(table)]


def unknown_heading(cell: Cell, sheet: RecordSheet) -> Finding:
    """The finding for a name that is no field of a sheet's record."""
    name = cell.text or ""
    message = f"{quoted(name)} is not a field of {NOUNS[sheet.record]}"
    hint = did_you_mean(name, _known(sheet))
    return finding("unknown-key", message, cell.location, hint, name)


def _column(heading: str, sheet: RecordSheet) -> FieldColumn | None:
    own = heading.strip().casefold()
    return FieldColumn((own,)) if own in sheet.own else column_named(heading, sheet.record)


def _known(sheet: RecordSheet) -> list[str]:
    return [*sheet.own, *(heading_of(column.path) for column in columns(sheet.record, _LISTED))]


def _cells_without_heading(table: Table) -> Iterator[Finding]:
    titled = table.rows[0].cells
    for row in table.rows[1:]:
        stray = next((cell for index, cell in row.cells.items() if index not in titled), None)
        if stray is not None:
            message = "this cell stands in a column without a heading"
            hint = (
                "write a heading above it, or delete it; in a CSV file, a text that holds the "
                "separator stands in double quotation marks"
            )
            yield finding("data-syntax", message, stray.location, hint, stray.text or "")


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
        none = Cell(None, _start(row))
        own = next((cell for column, cell in cells if column.path == sheet.own), none)
        if sheet.own and own.text is None:
            findings.append(_without_own(sheet, own))
        else:
            kept.append(PlacedRecord(record(fields, _start(row)), own))
    return kept, findings


def _start(row: TableRow) -> Location:
    """Where a row begins: its first filled cell."""
    return row.cells[min(row.cells)].location


def _without_own(sheet: RecordSheet, cell: Cell) -> Finding:
    name = sheet.own[0]
    message = f"{NOUNS[sheet.record]} needs “{name}”"
    return finding("missing-key", message, cell.location, _HINTS[name])
