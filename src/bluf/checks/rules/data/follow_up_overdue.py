"""A follow-up is open after its last day.

## What it does

Finds open follow-ups whose `due` date, or its `latest` bound, lies before the day that counts as
today: the brief's own date, or the day given with `--as-of`. A wording without a bound is never
overdue.

## Why it is bad

The brief tells its reader that something is still to come which should have happened already.

## Example

    date: 2026-02-01
    follow_ups:
      - id: F1
        action: Launch the Strategic Dialogue
        due: {wording: later this year, latest: 2025-12-31}
        status: open

## Use instead

    follow_ups:
      - id: F1
        action: Launch the Strategic Dialogue
        due: {wording: later this year, latest: 2025-12-31}
        status: done
        history:
          - {date: 2025-11-20, status: done, note: launched in Washington}

## Source

U.S. Government Accountability Office, Standards for Internal Control (GAO-14-704G), 17.06:
corrective actions are completed on a timely basis, and tracked until they are.
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
        last = follow_up.due.last_day if follow_up.due else None
        if follow_up.status is FollowUpStatus.OPEN and last and last < record.as_of:
            message = f"follow-up “{follow_up.id}” was due on {last} and is open on {record.as_of}"
            hint = "say what became of it in “status” and “history”"
            yield record.fault(message, "follow_ups", index, "due", hint=hint)


RULE = checked(__name__, __doc__, Level.WARNING, Record, find)
