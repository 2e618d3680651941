"""A follow-up is due at a wording that has no last day."""

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
        due = follow_up.due
        if follow_up.status is FollowUpStatus.OPEN and due and not (due.last_day or due.after):
            message = f"“{due.wording}” has no last day"
            if not due.wording:
                message = f"follow-up “{follow_up.id}” has an earliest day and no last one"
            hint = "add what it means at the latest: “latest: YYYY-MM-DD”"
            yield record.fault(message, "follow_ups", index, "due", hint=hint)


RULE = checked(__name__, CheckedRecord, find)
