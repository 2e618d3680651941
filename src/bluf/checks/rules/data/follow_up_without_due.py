"""An open follow-up does not say by when.

## What it does

Finds open follow-ups without `due`.

## Why it is bad

A follow-up without a time is never late. Where the sources name none, that is a fact the reader
wants to know, and the one thing to ask for.

## Example

    follow_ups:
      - id: F1
        action: Launch the Strategic Dialogue
        owner: both sides

## Use instead

    follow_ups:
      - id: F1
        action: Launch the Strategic Dialogue
        owner: both sides
        due: {wording: later this year, latest: 2025-12-31, source: state}

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
        if follow_up.status is FollowUpStatus.OPEN and follow_up.due is None:
            message = f"follow-up “{follow_up.id}” does not say by when"
            hint = "add “due: …”: a date, the wording of a source, or “due: {after: …}”"
            yield record.fault(message, "follow_ups", index, hint=hint)


RULE = checked(__name__, __doc__, Level.WARNING, Record, find)
