"""A brief as TOML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bluf.data.dump import SCHEMA, Value, plain_values
from bluf.data.writers.yaml_text import in_marks
from bluf.model import Brief

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def write(brief: Brief) -> str:
    """The text of the file: the brief's own fields first, then a table for each record."""
    values = plain_values(brief)
    lines = [f"#:schema {SCHEMA}", ""]
    tables = {name: value for name, value in values.items() if _is_tables(value)}
    lines += (_pair(name, value) for name, value in values.items() if name not in tables)
    for name, value in tables.items():
        lines += _tables(name, value if isinstance(value, list | dict) else [])
    return "\n".join(lines) + "\n"


def _is_tables(value: Value) -> bool:
    """Whether a value is a list, or holds records by their ids; one record stands in a line."""
    if isinstance(value, dict):
        return any(isinstance(inner, dict) for inner in value.values())
    return isinstance(value, list)


def _tables(name: str, value: dict[str, Value] | list[Value]) -> Iterator[str]:
    if isinstance(value, dict):
        records = [(f"[{name}.{_key(key)}]", record) for key, record in value.items()]
    else:
        records = [(f"[[{name}]]", record) for record in value]
    for heading, record in records:
        yield from _table(heading, record)


def _table(heading: str, record: Value) -> Iterator[str]:
    yield ""
    yield heading
    for key, value in (record if isinstance(record, dict) else {}).items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            yield f"{_key(key)} = ["
            yield from (f"  {_inline(item)}," for item in value)
            yield "]"
        else:
            yield _pair(key, value)


def _pair(key: str, value: Value) -> str:
    return f"{_key(key)} = {_inline(value)}"


def _inline(value: Value) -> str:
    if isinstance(value, dict):
        return f"{{{', '.join(_pair(key, inner) for key, inner in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(_inline(item) for item in value)}]"
    return in_marks(value) if isinstance(value, str) else str(value)


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else in_marks(key)
