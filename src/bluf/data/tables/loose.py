"""Tables that are no brief: any heading is a field, and every value stays as it was typed."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence as Many
from typing import TYPE_CHECKING

from bluf.data.tree import Mapping, Node, Pair, Scalar, Sequence
from bluf.rules import finding
from octavo.finding import Finding
from octavo.location import Location

if TYPE_CHECKING:
    from bluf.data.tables.table import Table, TableRow

ROWS = "rows"


def headless(tables: Many[Table]) -> Iterator[Finding]:
    """A finding for each filled cell in a column without a heading: no name leads to it."""
    for table in tables:
        heads = table.rows[0].cells if table.rows else {}
        for row in table.rows[1:]:
            for column, cell in row.cells.items():
                if column not in heads:
                    message = f"this cell, “{cell.text}”, stands in a column without a heading"
                    hint = "give the column a name in the first row, or empty the cell"
                    yield finding("unknown-key", message, cell.location, hint)


def loose_tree(tables: Many[Table], location: Location) -> Node:
    """The tree of one table or several.

    Of one table, the fields of its first row, and all rows as the list ``rows``; of several, each
    table so, by its title.
    """
    if len(tables) == 1:
        return _tree(tables[0], location)
    entries = {
        table.title: Pair(table.title, table.location, _tree(table, table.location))
        for table in tables
    }
    return Mapping(entries, location)


def _tree(table: Table, location: Location) -> Node:
    if not table.rows:
        return Scalar(None, location)
    rows = Sequence(tuple(_record(table.rows[0], row) for row in table.rows[1:]), table.location)
    first = rows.items[0].entries if rows.items and isinstance(rows.items[0], Mapping) else {}
    return Mapping({ROWS: Pair(ROWS, table.location, rows), **first}, location)


def _record(heads: TableRow, row: TableRow) -> Mapping:
    entries = {}
    for index, head in heads.cells.items():
        cell = row.cell(index)
        name = head.text or ""
        entries[name] = Pair(name, head.location, Scalar(cell.text, cell.location))
    return Mapping(entries, row.cell(0).location)
