"""A brief laid out as tables: for each sheet its headings, and a row for each record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from msgspec import Struct

from bluf.data.dump import Fields, Value, full_values
from bluf.data.tables.headings import (
    BRIEF,
    PARTICIPANTS,
    SHEETS,
    FieldColumn,
    RecordSheet,
    columns,
    heading_of,
)
from bluf.data.tables.rows import join
from bluf.model import Brief

Content = str | int | dt.date | None
"""What one cell holds."""


class SheetRows(Struct, frozen=True):
    """One sheet as it is written."""

    sheet: RecordSheet
    columns: tuple[FieldColumn, ...]
    rows: tuple[tuple[Content, ...], ...]

    @property
    def headings(self) -> tuple[str, ...]:
        """What stands above the columns."""
        return tuple(heading_of(column.path) for column in self.columns)


def lay_out(brief: Brief) -> tuple[SheetRows, ...]:
    """Every sheet of a brief; of the brief itself, the one row of its own fields."""
    values = full_values(brief)
    return tuple(_laid(sheet, list(_records(sheet, values))) for sheet in SHEETS)


def _laid(sheet: RecordSheet, records: list[Fields]) -> SheetRows:
    counts = {"evidence": max([1, *(_longest(record, "evidence") for record in records)])}
    counts["history"] = max([0, *(_longest(record, "history") for record in records)])
    own = [FieldColumn((name,)) for name in sheet.own]
    all_columns = (*own, *columns(sheet.record, counts))
    rows = (tuple(_content(record, column) for column in all_columns) for record in records)
    return SheetRows(sheet, all_columns, tuple(rows))


def _records(sheet: RecordSheet, values: Fields) -> Iterator[Fields]:
    if sheet is BRIEF:
        yield values
    elif sheet is PARTICIPANTS:
        for event in _list(values.get("events")):
            for person in _list(event.get("participants")):
                yield {"event": event["id"], **person}
    elif sheet.own:
        keyed = values.get(sheet.field, {})
        for name, record in (keyed if isinstance(keyed, dict) else {}).items():
            yield {"id": name, **_fields(record)}
    else:
        yield from _list(values.get(sheet.field))


def _list(value: Value | None) -> list[Fields]:
    return [_fields(item) for item in value] if isinstance(value, list) else []


def _fields(value: Value) -> Fields:
    return value if isinstance(value, dict) else {}


def _longest(record: Fields, name: str) -> int:
    """How many records of a name there are, in this record or one within it."""
    here = len(_list(record.get(name)))
    below = [_longest(step, name) for step in _list(record.get("history"))]
    return max([here, *below])


def _content(record: Fields, column: FieldColumn) -> Content:
    value: Value | None = record
    for step in column.path:
        value = _step(value, step)
    if isinstance(value, list):
        return join(str(item) for item in value)
    if column.is_list and isinstance(value, str):
        return join([value])  # a name with a semicolon in it is one name
    return None if isinstance(value, dict) else value


def _step(value: Value | None, step: str | int) -> Value | None:
    if isinstance(value, dict) and isinstance(step, str):
        return value.get(step)
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return value[step]
    return None
