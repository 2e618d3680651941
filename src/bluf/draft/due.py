"""When a sentence says that something is due, and the last day it can mean."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from bluf.draft.candidate import When
from bluf.draft.dates import days_in, last_of_month

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bluf.draft.vocabulary import Vocabulary


def due_in(text: str, words: Vocabulary, written: dt.date | None) -> When | None:
    """The wording of a due date in a sentence, reckoned from the day the text was written on."""
    for name, last_day in _LAST_DAYS.items():
        match = words.pattern("time", name).search(text)
        if match:
            return When(match.group(), last_day(written) if written else None)
    return _named_day(text, words, written)


def _named_day(text: str, words: Vocabulary, written: dt.date | None) -> When | None:
    """A day that lies ahead of the text; one without a year is the next of its kind."""
    for named in days_in(text, words):
        day = named.in_year(written.year if written else None)
        if day and written and named.year is None and day < written:
            day = named.in_year(written.year + 1)
        if day and (written is None or day >= written):
            return When(text[named.start : named.end], day)
    return None


_LAST_DAYS: Mapping[str, Callable[[dt.date], dt.date | None]] = {
    "next_year": lambda day: dt.date(day.year + 1, 12, 31),
    "this_year": lambda day: dt.date(day.year, 12, 31),
    "next_month": lambda day: last_of_month(day.year, day.month + 1),
    "this_month": lambda day: last_of_month(day.year, day.month),
    "next_week": lambda day: day + dt.timedelta(days=13 - day.weekday()),
    "this_week": lambda day: day + dt.timedelta(days=6 - day.weekday()),
    "soon": lambda _: None,
}
"""Lists of wordings, with the last day that one of each can mean; “soon” is no day."""
