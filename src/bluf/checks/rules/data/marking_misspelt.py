"""A handling label is written otherwise than its scheme defines it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.record import Record
from bluf.checks.rule import checked
from bluf.model import correction
from octavo.finding import Fix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault


def find(record: Record) -> Iterator[Fault]:
    """A fault for each such label."""
    labels = [((), record.brief.marking), *((path, item.marking) for path, item in record.items())]
    for path, marking in labels:
        meant = correction(marking or "")
        if marking and meant:
            message, hint = f"“{marking}” is no handling label", f"write “{meant}”"
            fix = Fix(marking, meant)
            yield record.fault(message, *path, "marking", hint=hint, fix=fix)


RULE = checked(__name__, Record, find)
