"""A request that was made says nothing of an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.record import CheckedRecord
from bluf.checks.rule import checked
from bluf.model import RequestState, Response

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.checks.rule import Fault


def find(record: CheckedRecord) -> Iterator[Fault]:
    """A fault for each such request."""
    for index, request in enumerate(record.brief.requests):
        if request.response is None and request.state is not RequestState.PLANNED:
            message = f"request “{request.id}” does not say what was answered"
            hint = f"add “response: {Response.NOT_REPORTED}”, or what was answered"
            yield record.fault(message, "requests", index, hint=hint)


RULE = checked(__name__, CheckedRecord, find)
