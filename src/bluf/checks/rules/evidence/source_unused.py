"""A source is listed and never cited.

## What it does

Finds sources that no evidence, date, due date or participant refers to.

## Why it is bad

The brief numbers its sources, and the reader looks for what the number stands for. Mostly a
quotation was deleted, or cites the wrong source.

## Example

    sources:
      pink: {title: Report 713561, publisher: pink.rs, file: sources/pink.txt}

## Use instead

The source deleted; or cited where it says something:

    participants:
      - {name: Allison Hooker, party: us, source: pink}

## Source

Chicago Manual of Style, 17th edition, 14.64: a list of sources holds the works cited.
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
    """A fault for each such source."""
    cited = set(_cited(record))
    for name in record.brief.sources:
        if name not in cited:
            message = f"nothing cites the source “{name}”"
            yield record.fault(message, "sources", name, hint="cite it, or delete it")


def _cited(record: Record) -> Iterator[str | None]:
    yield from (evidence.source for _, evidence in record.evidence())
    yield from (follow_up.due.source for follow_up in record.brief.follow_ups if follow_up.due)
    for event in record.brief.events:
        yield event.date.source if event.date else None
        yield from (participant.source for participant in event.participants)


RULE = checked(__name__, __doc__, Level.WARNING, Record, find)
