"""The brief is marked higher than anything in it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.record import CheckedRecord
from bluf.checks.rule import checked
from bluf.markings import banner, beyond, combined
from bluf.model import portions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault


def find(record: CheckedRecord) -> Iterator[Fault]:
    """A note where every portion is marked, and all of them together ask for less."""
    whole = record.brief.marking or ""
    marked = list(portions(record.brief))
    labels = [each.marking or whole for each in marked]
    read = record.schemes.reader((whole, *labels))
    written, parts = read(whole), [found for label in labels if (found := read(label))]
    if written is None or not any(each.marking for each in marked):
        return
    if len(parts) < len(labels) or any(each.scheme is not written.scheme for each in parts):
        return
    needed = combined(parts)
    more = ", ".join(beyond(written, needed))
    if more:
        message = f"“{whole}” is more than the parts of the brief ask for: it adds {more}"
        hint = f"“{banner(needed)}” would do, unless the parts together tell more than each alone"
        yield record.fault(message, "marking", hint=hint)


RULE = checked(__name__, CheckedRecord, find)
