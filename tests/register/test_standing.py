from __future__ import annotations

import datetime as dt

import pytest

from bluf.model import Due
from bluf.register import ItemState, Reckoning
from bluf.register.card import ItemKind, Mark, Step
from bluf.register.standing import due_words, standing

TODAY = Reckoning(dt.date(2026, 3, 15))


def step(mark: Mark, day: int, words: str = "") -> Step:
    return Step(dt.date(2026, 3, day), mark, "b", words)


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ([step(Mark.PLANNED, 1)], "not yet asked"),
        ([step(Mark.ASKED, 1), step(Mark.APPEALED, 9)], "no answer for 14 days"),
        ([step(Mark.ASKED, 1), step(Mark.ANSWERED, 2, "refused")], "answered: refused"),
    ],
)
def test_a_request_waits_from_when_it_was_first_asked(steps: list[Step], words: str) -> None:
    assert standing(ItemKind.REQUEST, steps, None, TODAY).words == words


@pytest.mark.parametrize(
    ("steps", "due", "state"),
    [
        ([], Due(date=dt.date(2026, 3, 14)), ItemState.OVERDUE),
        ([], Due(date=dt.date(2026, 3, 29)), ItemState.DUE_SOON),
        ([], Due(date=dt.date(2026, 3, 30)), ItemState.OPEN),
        ([], Due(wording="soon"), ItemState.UNCLEAR_DATE),
        ([step(Mark.DONE, 1)], Due(date=dt.date(2026, 3, 14)), ItemState.DONE),
        ([step(Mark.DONE, 1), step(Mark.OPEN, 2)], None, ItemState.UNCLEAR_DATE),
    ],
)
def test_a_follow_up_is_held_to_its_last_day_until_it_is_closed(
    steps: list[Step], due: Due | None, state: ItemState
) -> None:
    found = standing(ItemKind.FOLLOW_UP, steps, due, TODAY).state
    assert (found, found.closed) == (state, state is ItemState.DONE)


def test_a_wording_stands_beside_its_bounds() -> None:
    due = Due(wording="in spring", latest=dt.date(2026, 5, 31), after="F1")
    assert due_words(due) == "“in spring” (by 2026-05-31, after F1)"
    assert due_words(None) == "no date"
