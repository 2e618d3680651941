"""A request that was made says nothing of an answer.

## What it does

Finds requests without a `response`. A request that is only planned needs none.

## Why it is bad

The reader cannot tell a request that was refused from one whose answer nobody reported, or that
nobody looked up. “Not reported” is an answer too: it says that the sources were read for one.

## Example

    requests:
      - id: R1
        from: rs
        to: us
        ask: Talks on tariffs

## Use instead

    requests:
      - id: R1
        from: rs
        to: us
        ask: Talks on tariffs
        response: not reported

## Source

Field practice of readouts: an unanswered request is the first thing the reader asks for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.record import Record
from bluf.checks.rule import checked
from bluf.model import RequestState, Response
from octavo.finding import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault


def find(record: Record) -> Iterator[Fault]:
    """A fault for each such request."""
    for index, request in enumerate(record.brief.requests):
        if request.response is None and request.state is not RequestState.PLANNED:
            message = f"request “{request.id}” does not say what was answered"
            hint = f"add “response: {Response.NOT_REPORTED}”, or what was answered"
            yield record.fault(message, "requests", index, hint=hint)


RULE = checked(__name__, __doc__, Level.WARNING, Record, find)
