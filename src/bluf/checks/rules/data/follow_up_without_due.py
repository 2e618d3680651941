"""An open follow-up does not say by when."""

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
        if follow_up.status is FollowUpStatus.OPEN and follow_up.due is None:
            message = f"follow-up “{follow_up.id}” does not say by when"
            hint = "add “due: …”: a date, the wording of a source, or “due: {after: …}”"
            yield record.fault(message, "follow_ups", index, hint=hint)


RULE = checked(__name__, CheckedRecord, find)
