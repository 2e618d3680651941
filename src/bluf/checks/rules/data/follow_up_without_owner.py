"""A follow-up names nobody who owes it."""

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
        if follow_up.status is FollowUpStatus.OPEN and not follow_up.owner:
            message = f"nobody owns follow-up “{follow_up.id}”"
            hint = "add “owner: …”: the id of a party, or a name or office"
            yield record.fault(message, "follow_ups", index, hint=hint)


RULE = checked(__name__, CheckedRecord, find)
