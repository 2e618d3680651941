"""A follow-up is open after its last day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.record import CheckedRecord
from bluf.checks.rule import checked
from bluf.model import FollowUpStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault


def find(record: CheckedRecord) -> Iterator[Fault]:
    """A fault for each such follow-up."""
    for index, follow_up in enumerate(record.brief.follow_ups):
        last = follow_up.due.last_day if follow_up.due else None
        if follow_up.status is FollowUpStatus.OPEN and last and last < record.as_of:
            message = f"follow-up “{follow_up.id}” was due on {last} and is open on {record.as_of}"
            hint = "say what became of it in “status” and “history”"
            yield record.fault(message, "follow_ups", index, "due", hint=hint)


RULE = checked(__name__, CheckedRecord, find)
