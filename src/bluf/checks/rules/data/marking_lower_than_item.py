"""The brief is marked lower than something in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.record import Record
from bluf.checks.rule import checked
from bluf.model import lower

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault


def find(record: Record) -> Iterator[Fault]:
    """A fault for each such item."""
    whole = record.brief.marking
    for path, item in record.items():
        if whole and item.marking and lower(whole, item.marking):
            message = f"“{item.id}” is marked “{item.marking}”, the brief only “{whole}”"
            hint = f"mark the brief “{item.marking}”, or leave “{item.id}” out of it"
            yield record.fault(message, *path, "marking", hint=hint)


RULE = checked(__name__, Record, find)
