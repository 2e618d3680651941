"""A follow-up names nobody who owes it.

## What it does

Finds follow-ups without an `owner` that are neither done nor dropped.

## Why it is bad

What nobody owns is not done, and the register cannot ask anybody about it.

## Example

    follow_ups:
      - id: F1
        action: Launch the Strategic Dialogue

## Use instead

    follow_ups:
      - id: F1
        action: Launch the Strategic Dialogue
        owner: both sides

## Source

U.S. Government Accountability Office, Standards for Internal Control (GAO-14-704G), 17.06: a
corrective action has somebody who is responsible and a time frame.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.record import Record
from bluf.checks.rule import checked
from bluf.model import FollowUpStatus
from octavo.finding import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault


def find(record: Record) -> Iterator[Fault]:
    """A fault for each such follow-up."""
    for index, follow_up in enumerate(record.brief.follow_ups):
        if follow_up.status is FollowUpStatus.OPEN and not follow_up.owner:
            message = f"nobody owns follow-up “{follow_up.id}”"
            hint = "add “owner: …”: the id of a party, or a name or office"
            yield record.fault(message, "follow_ups", index, hint=hint)


RULE = checked(__name__, __doc__, Level.WARNING, Record, find)
