"""Nobody can tell which side a participant spoke for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.record import CheckedRecord
from bluf.checks.rule import checked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault


def find(record: CheckedRecord) -> Iterator[Fault]:
    """A fault for each such participant; a record without parties has no sides to name."""
    if not record.brief.parties:
        return
    for index, event in enumerate(record.brief.events):
        for number, participant in enumerate(event.participants):
            if participant.party is None:
                message = f"the record does not say which side “{participant.name}” spoke for"
                hint = f"add “party: …”, one of {', '.join(record.brief.parties)}"
                yield record.fault(message, "events", index, "participants", number, hint=hint)


RULE = checked(__name__, CheckedRecord, find)
