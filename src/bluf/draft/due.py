"""When a sentence says that something is due, and the last day it can mean."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from bluf.draft.candidate import When
from bluf.draft.dates import days_in, in_year, last_of_month
from bluf.languages import dates_in

if TYPE_CHECKING:
    from bluf.draft.vocabulary import DraftVocabulary

_YEAR_BEHIND: Final = re.compile(r"\s*(?:\w{1,3}\s+)?(20\d\d)(?!\d)")
_YEAR_BEFORE: Final = re.compile(r"(20\d\d)\s?年?\Z")


def due_in(text: str, words: DraftVocabulary, written: dt.date | None) -> When | None:
    """The wording of a due date in a sentence, reckoned from the day the text was written on."""
    ways = (_named_day, _part_of_year, _month, _reckoned, _year)
    return next(filter(None, (way(text, words, written) for way in ways)), None)


def _named_day(text: str, words: DraftVocabulary, written: dt.date | None) -> When | None:
    """A day that lies ahead of the text; one without a year is the next of its kind."""
    for named in days_in(text, words):
        day = in_year(named, written.year if written else None)
        if day and written and named.year is None and day < written:
            day = in_year(named, written.year + 1)
        if day and (written is None or day >= written):
            return When(text[named.start : named.end], day)
    return None


def _part_of_year(text: str, words: DraftVocabulary, written: dt.date | None) -> When | None:
    """A quarter, a half or a season; without a year, the next of its kind."""
    for name, month in _LAST_MONTHS.items():
        match = words.pattern("time", name).search(text)
        if match is None:
            continue
        behind = _YEAR_BEHIND.match(text, match.end())
        before = _YEAR_BEFORE.search(text[: match.start()])
        year = behind or before
        if year or name not in _NEED_A_YEAR:
            wording = text[(before or match).start() : (behind or match).end()]
            return _ahead(wording, int(year[1]) if year else None, month, written)
    return None


def _month(text: str, words: DraftVocabulary, written: dt.date | None) -> When | None:
    """A month, with its year or without."""
    months = (each for each in dates_in(text, words.tag) if each.month and not each.day)
    found = (_ahead(each.words, each.year, each.month or 0, written) for each in months)
    return next(filter(None, found), None)


def _ahead(wording: str, year: int | None, month: int, written: dt.date | None) -> When | None:
    """A wording with the last day of its month; None where that is past."""
    if written is None:
        return When(wording, last_of_month(year, month) if year else None)
    day = last_of_month(year or written.year, month)
    if year is None and day < written:
        day = last_of_month(written.year + 1, month)
    return When(wording, day) if day >= written else None


def _reckoned(text: str, words: DraftVocabulary, written: dt.date | None) -> When | None:
    """“Next month” and the like."""
    for name, last_day in _LAST_DAYS.items():
        match = words.pattern("time", name).search(text)
        if match:
            return When(match.group(), last_day(written) if written else None)
    return None


def _year(text: str, words: DraftVocabulary, written: dt.date | None) -> When | None:
    """A year that has not begun."""
    for each in dates_in(text, words.tag):
        if each.year and not each.month and written and each.year > written.year:
            return When(each.words, dt.date(each.year, 12, 31))
    return None


_LAST_MONTHS: Mapping[str, int] = {
    "first_quarter": 3,
    "second_quarter": 6,
    "third_quarter": 9,
    "fourth_quarter": 12,
    "first_half": 6,
    "second_half": 12,
    "spring": 5,
    "summer": 8,
    "autumn": 11,
    "winter": 2,
}
"""Lists of wordings for a part of the year, with its last month; seasons are those of the north."""
_NEED_A_YEAR: Final = frozenset({"first_half", "second_half"})
"""Much else has halves."""
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
