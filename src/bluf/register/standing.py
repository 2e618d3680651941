"""Where an item stands on a day, as one word to sort by and a phrase to read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.register.card import ItemKind, Mark, Step
from octavo.shortening import plural

if TYPE_CHECKING:
    from bluf.model import Due


class ItemState(StrEnum):
    """Where an item stands; in the order of what wants looking at first."""

    OVERDUE = "overdue"
    DUE_SOON = "due soon"
    NO_ANSWER = "no answer"
    UNCLEAR_DATE = "unclear date"
    OPEN = "open"
    NOT_YET_ASKED = "not yet asked"
    ANSWERED = "answered"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def rank(self) -> int:
        """0 for what wants looking at first."""
        return list(ItemState).index(self)

    @property
    def closed(self) -> bool:
        """Whether nothing is owed any more."""
        return self in {ItemState.ANSWERED, ItemState.DONE, ItemState.DROPPED}


class Reckoning(Struct, frozen=True):
    """The day that states are reckoned for, and how many days ahead count as soon."""

    day: dt.date
    soon: int = 14


class Standing(Struct, frozen=True):
    """A state with its phrase: “overdue by 12 days”.

    ``detail`` is what the phrase tells besides: how many days, the day it ended, the answer.
    """

    state: ItemState
    words: str
    detail: int | dt.date | str | None = None


def standing(kind: ItemKind, steps: Iterable[Step], due: Due | None, today: Reckoning) -> Standing:
    """Where an item stands, from the steps known on that day, oldest first."""
    if kind is ItemKind.REQUEST:
        return _request(tuple(steps), today)
    return _follow_up(tuple(steps), due, today)


def due_words(due: Due | None) -> str:
    """The wording as it stands, with its bounds beside it; “no date” where nothing was said."""
    if due is None:
        return "no date"
    bounds = [
        str(due.date) if due.date else "",
        f"from {due.earliest}" if due.earliest else "",
        f"by {due.latest}" if due.latest else "",
        f"after {due.after}" if due.after else "",
    ]
    known = ", ".join(bound for bound in bounds if bound)
    if not due.wording:
        return known
    return f"“{due.wording}” ({known})" if known else f"“{due.wording}”"


def _request(steps: tuple[Step, ...], today: Reckoning) -> Standing:
    answers = [step for step in steps if step.mark is Mark.ANSWERED]
    if answers:
        return Standing(ItemState.ANSWERED, f"answered: {answers[-1].words}", answers[-1].words)
    asked = [step for step in steps if step.mark in {Mark.ASKED, Mark.APPEALED}]
    if not asked:
        return Standing(ItemState.NOT_YET_ASKED, str(ItemState.NOT_YET_ASKED))
    waited = (today.day - asked[0].date).days
    return Standing(ItemState.NO_ANSWER, f"no answer for {plural(waited, 'day')}", waited)


def _follow_up(steps: tuple[Step, ...], due: Due | None, today: Reckoning) -> Standing:
    last = [step for step in steps if step.mark in {Mark.OPEN, Mark.DONE, Mark.DROPPED}][-1:]
    if last and last[0].mark is not Mark.OPEN:
        mark, day = last[0].mark, last[0].date
        return Standing(ItemState(str(mark)), f"{mark} on {day}", day)
    if due is None or due.last_day is None:
        return Standing(ItemState.UNCLEAR_DATE, "open, no date to hold it to")
    left = (due.last_day - today.day).days
    if left < 0:
        return Standing(ItemState.OVERDUE, f"overdue by {plural(-left, 'day')}", -left)
    if left <= today.soon:
        return Standing(
            ItemState.DUE_SOON, f"due in {plural(left, 'day')}" if left else "due today", left
        )
    return Standing(ItemState.OPEN, f"open, {plural(left, 'day')} left")
