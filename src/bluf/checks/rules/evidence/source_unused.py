"""A source is listed and never cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.record import CheckedRecord
from bluf.checks.rule import checked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault


def find(record: CheckedRecord) -> Iterator[Fault]:
    """A fault for each such source."""
    cited = set(_cited(record))
    for name in record.brief.sources:
        if name not in cited:
            message = f"nothing cites the source “{name}”"
            yield record.fault(message, "sources", name, hint="cite it, or delete it")


def _cited(record: CheckedRecord) -> Iterator[str | None]:
    yield from (evidence.source for _, evidence in record.evidence())
    yield from (follow_up.due.source for follow_up in record.brief.follow_ups if follow_up.due)
    for event in record.brief.events:
        yield event.date.source if event.date else None
        yield from (participant.source for participant in event.participants)


RULE = checked(__name__, CheckedRecord, find)
