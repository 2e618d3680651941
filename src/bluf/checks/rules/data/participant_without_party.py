"""Nobody can tell which side a participant spoke for.

## What it does

Finds participants without a `party`, in a record that lists parties. One that names a party which
the record does not list is the matter of participant-unknown-party.

## Why it is bad

The brief prints who met whom; a name without a side leaves the reader guessing, and an outcome
“agreed by both sides” cannot be traced to a person.

## Example

    participants:
      - {name: Marco Rubio, role: Secretary of State}

## Use instead

    participants:
      - {name: Marco Rubio, role: Secretary of State, party: us}

## Source

Field practice of readouts: participants are listed by delegation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.record import Record
from bluf.checks.rule import checked
from octavo.finding import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault


def find(record: Record) -> Iterator[Fault]:
    """A fault for each such participant; a record without parties has no sides to name."""
    if not record.brief.parties:
        return
    for index, event in enumerate(record.brief.events):
        for number, participant in enumerate(event.participants):
            if participant.party is None:
                message = f"the record does not say which side “{participant.name}” spoke for"
                hint = f"add “party: …”, one of {', '.join(record.brief.parties)}"
                yield record.fault(message, "events", index, "participants", number, hint=hint)


RULE = checked(__name__, __doc__, Level.NOTE, Record, find)
