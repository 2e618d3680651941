"""The first row of a sheet: which column holds which field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.characters import quoted
from bluf.data.error import duplicate_key, fault
from bluf.data.shape import NOUNS
from bluf.data.tables.headings import FieldColumn, column_named, columns, heading_of
from octavo.suggest import closest, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.data.tables.sheets import RecordSheet
    from bluf.data.tables.table import Cell, Table
    from octavo.finding import Finding

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
    return fault("unknown-key", message, cell.location, hint, name)


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
            yield fault("data-syntax", message, stray.location, hint, stray.text or "")
