"""A brief as plain values, in the order in which people write them."""

from __future__ import annotations

import datetime as dt
import re

from msgspec.structs import replace

from bluf.data.shape import SEVERAL, fields, names_in, takes_several, writing_order
from bluf.model import Brief, Record, Source

Value = str | int | dt.date | list["Value"] | dict[str, "Value"]
Fields = dict[str, Value]

SCHEMA = "../brief.schema.json"
"""Where the schema lies, seen from the folder of a brief."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def plain_values(brief: Brief) -> Fields:
    """What the brief records; fields left at their default and empty lists are left out.

    A date without its source, and a due date that is only a day or only a wording, are one value.
    """
    return {name: _short(value) for name, value in full_values(brief).items()}


def source_values(source: Source, brief: Brief) -> Fields:
    """A source of a brief in full, with its language where it is not that of the brief."""
    values = full_values(replace(source, language=""))
    told = {"language": source.language} if source.language != brief.language else {}
    return {key: told.get(key, value) for key, value in values.items() if value or key in told}


def full_values(record: Record) -> Fields:
    """The same, with every record written out."""
    values: Fields = {}
    for name in writing_order(type(record)):
        field = fields(type(record))[name]
        value = getattr(record, field.name)
        if value != field.default and value is not None and value not in ((), {}):
            values[name] = _value(value, several=takes_several(field.type))
    if isinstance(record, Brief) and record.sources:
        values["sources"] = {
            key: source_values(each, record) for key, each in record.sources.items()
        }
    return values


def _value(value: object, *, several: bool = False) -> Value:
    if isinstance(value, Record):
        return full_values(value)
    if isinstance(value, dict):
        return {str(key): _value(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    if isinstance(value, int | dt.date):
        return value
    text = str(value)
    return [*names_in(text)] if several and SEVERAL in text else text


def _short(value: Value) -> Value:
    if isinstance(value, list):
        return [_short(item) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"value"} or value.keys() == {"date"}:
        return next(iter(value.values()))
    wording = value.get("wording")
    if len(value) == 1 and isinstance(wording, str) and not _DAY.fullmatch(wording):
        return wording
    return {key: _short(inner) for key, inner in value.items()}
