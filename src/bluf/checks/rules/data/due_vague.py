"""A follow-up is due at a wording that has no last day.

## What it does

Finds open follow-ups whose `due` is a wording alone, with neither a date, nor a `latest` bound,
nor `after`.

## Why it is bad

“Soon” never becomes overdue. The wording of the source has to stand as it is; the bound beside it
is the analyst's reading of it, and lets the register ask in time.

## Example

    due: later this year

## Use instead

    due: {wording: later this year, latest: 2025-12-31, source: state}

Where the sources allow no bound, accept the finding with its reason:

    due: very soon  # bluf: ignore[due-vague] the release gives no year

## Source

Plain Language guidance of the U.S. Government (plainlanguage.gov, “Be concise”): a vague time is
replaced by a certain one where there is one.
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
        due = follow_up.due
        if follow_up.status is FollowUpStatus.OPEN and due and not (due.last_day or due.after):
            message = f"“{due.wording}” has no last day"
            if not due.wording:
                message = f"follow-up “{follow_up.id}” has an earliest day and no last one"
            hint = "add what it means at the latest: “latest: YYYY-MM-DD”"
            yield record.fault(message, "follow_ups", index, "due", hint=hint)


RULE = checked(__name__, __doc__, Level.WARNING, Record, find)
