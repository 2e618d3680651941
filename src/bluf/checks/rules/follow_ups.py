"""The follow-ups and requests of a record: who owes what by when, and what was answered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bluf.checks.rule import Fault, check
from bluf.model import FollowUp, FollowUpStatus, RequestState, Response

if TYPE_CHECKING:
    from bluf.checks.subjects import CheckedRecord


def _open(record: CheckedRecord) -> Iterator[tuple[int, FollowUp]]:
    """The follow-ups that are open, each with its place in the list."""
    for index, follow_up in enumerate(record.brief.follow_ups):
        if follow_up.status is FollowUpStatus.OPEN:
            yield index, follow_up


@check
def due_vague(record: CheckedRecord) -> Iterator[Fault]:
    """A follow-up is due at a wording that has no last day."""
    for index, follow_up in _open(record):
        due = follow_up.due
        if due and not (due.last_day or due.after):
            message = f"“{due.wording}” has no last day"
            if not due.wording:
                message = f"follow-up “{follow_up.id}” has an earliest day and no last one"
            hint = "add what it means at the latest: “latest: YYYY-MM-DD”"
            yield record.fault(message, "follow_ups", index, "due", hint=hint)


@check
def follow_up_overdue(record: CheckedRecord) -> Iterator[Fault]:
    """A follow-up is open after its last day."""
    for index, follow_up in _open(record):
        last = follow_up.due.last_day if follow_up.due else None
        if last and last < record.as_of:
            message = f"follow-up “{follow_up.id}” was due on {last} and is open on {record.as_of}"
            hint = "say what became of it in “status” and “history”"
            yield record.fault(message, "follow_ups", index, "due", hint=hint)


@check
def follow_up_without_due(record: CheckedRecord) -> Iterator[Fault]:
    """An open follow-up does not say by when."""
    for index, follow_up in _open(record):
        if follow_up.due is None:
            message = f"follow-up “{follow_up.id}” does not say by when"
            hint = "add “due: …”: a date, the wording of a source, or “due: {after: …}”"
            yield record.fault(message, "follow_ups", index, hint=hint)


@check
def follow_up_without_owner(record: CheckedRecord) -> Iterator[Fault]:
    """A follow-up names nobody who owes it."""
    for index, follow_up in _open(record):
        if not follow_up.owner:
            message = f"nobody owns follow-up “{follow_up.id}”"
            hint = "add “owner: …”: the id of a party, or a name or office"
            yield record.fault(message, "follow_ups", index, hint=hint)


@check
def request_without_answer_field(record: CheckedRecord) -> Iterator[Fault]:
    """A request that was made says nothing of an answer."""
    for index, request in enumerate(record.brief.requests):
        if request.response is None and request.state is not RequestState.PLANNED:
            message = f"request “{request.id}” does not say what was answered"
            hint = f"add “response: {Response.NOT_REPORTED}”, or what was answered"
            yield record.fault(message, "requests", index, hint=hint)
