"""A handling label is written otherwise than its scheme defines it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.record import CheckedRecord
from bluf.checks.rule import checked
from bluf.markings import correction
from bluf.model import portions
from octavo.finding import Fix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault


def find(record: CheckedRecord) -> Iterator[Fault]:
    """A fault for each such label."""
    own = ((portion.path, portion.marking) for portion in portions(record.brief))
    for path, marking in ((("marking",), record.brief.marking), *own):
        meant = correction(marking, record.schemes) if marking else None
        if marking and meant:
            message, hint = f"“{marking}” is not a known marking", f"write “{meant}”"
            yield record.fault(message, *path, hint=hint, fix=Fix(marking, meant))


RULE = checked(__name__, CheckedRecord, find)
