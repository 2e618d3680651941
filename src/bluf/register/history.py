"""Faults in the history of a follow-up that one brief alone shows."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bluf.model import FollowUpStatus

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from bluf.model import Brief, FollowUp
    from bluf.register.card import Place
    from octavo.finding import Finding

    Placer = Callable[..., Place]


def history_faults(brief: Brief, place: Placer) -> tuple[Finding, ...]:
    """Everything wrong with the histories of a brief; ``place`` finds a path in its file."""
    began = first_day(brief)
    return tuple(
        fault
        for number, follow_up in enumerate(brief.follow_ups)
        for check in (_out_of_order, _done_before_begun, _status_differs)
        for fault in check(follow_up, began, lambda *path, n=number: place("follow_ups", n, *path))
    )


def first_day(brief: Brief) -> dt.date:
    """The day of the earliest dated event of a brief, else of the brief itself."""
    return min((e.date.value for e in brief.events if e.date), default=brief.date)


def _out_of_order(follow_up: FollowUp, _began: dt.date, place: Placer) -> Iterator[Finding]:
    for index, (before, after) in enumerate(pairwise(follow_up.history), start=1):
        if after.date < before.date:
            yield place("history", index, "date").fault(
                "history-out-of-order",
                f"“{after.date}” stands after “{before.date}” in the history of “{follow_up.id}”",
                "put the changes in order, oldest first",
            )


def _done_before_begun(follow_up: FollowUp, began: dt.date, place: Placer) -> Iterator[Finding]:
    if follow_up.carried_from:  # it began in an earlier brief, which is not at hand here
        return
    for index, change in enumerate(follow_up.history):
        if change.status is not FollowUpStatus.OPEN and change.date < began:
            yield place("history", index, "date").fault(
                "done-before-begun",
                f"“{follow_up.id}” is {change.status} on {change.date}, before it began on {began}",
                "correct the date, or name the earlier brief in “carried_from”",
            )


def _status_differs(follow_up: FollowUp, _began: dt.date, place: Placer) -> Iterator[Finding]:
    if follow_up.history and follow_up.history[-1].status is not follow_up.status:
        last = follow_up.history[-1]
        yield place("status").fault(
            "status-not-in-history",
            f"“{follow_up.id}” is {follow_up.status}, but its history ends with"
            f" {last.status} on {last.date}",
            f"write “status: {last.status}”, or add the change that made it {follow_up.status}",
        )
