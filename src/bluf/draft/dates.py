"""Days that a text names, and the day that it was published on."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bluf.languages import Day, dates_in, numbers_in_words, weekdays_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.draft.vocabulary import DraftVocabulary

_LEAP = 2000
_YEARS = range(1900, 2100)
_FIGURES = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d\d)(?!\d|\.\d)")
_OF_YEAR = re.compile(r"\s+(?:de|del|do)\s+(?:a[nñ]o\s+(?:de\s+)?)?", re.IGNORECASE)
_FOOT_WORDS = 40
"""A year in words has at most so many characters."""
_HEAD = 400
"""The head of a text ends here: a date of its publication stands before."""
_FOOT = 4
"""Its foot is so many last lines."""
_SHORT_LINE, _EDGES = 120, (60, 25)
"""In a longer line the day of publication stands this near its beginning, in the foot its end."""


def days_in(text: str, words: DraftVocabulary) -> list[Day]:
    """Every day that a text names, in order; none that may be two: 03/05 in English."""
    is_doubtful = words.language.tag == "en"
    filler = words.pattern("time", "filler")  # “28 dias do mês de maio”
    text = filler.sub(lambda match: " " * len(match.group()), text)
    named = dates_in(text, words.tag)
    known = {day.start for day in named}
    short = (day for day in _short(text, words) if day.start not in known)
    return [
        _with_year(day, text, words)
        for day in sorted((*named, *short), key=lambda day: day.start)
        if in_year(day, _LEAP) and not (is_doubtful and day.swapped and day.day != day.month)
    ]


def _short(text: str, words: DraftVocabulary) -> Iterator[Day]:
    """Days in the fewest figures behind “on”, without which they may be a number: “am 3.6.22”."""
    for match in _FIGURES.finditer(text):
        if words.pattern("time", "on").stands_for("".join(text[: match.start()].split()[-1:])):
            day, month, year = map(int, match.groups())
            yield Day(*match.span(), match.group(), day, month, _LEAP + year)


def _with_year(day: Day, text: str, words: DraftVocabulary) -> Day:
    """A day with the year that stands behind it in words: “de dos mil diecisiete”."""
    of = None if day.year else _OF_YEAR.match(text, day.end)
    if of is None:
        return day
    spelt = next(numbers_in_words(text[of.end() : of.end() + _FOOT_WORDS], words.tag), (1, 0, 0))
    return replace(day, year=int(spelt[2])) if not spelt[0] and spelt[2] in _YEARS else day


def in_year(named: Day, year: int | None) -> dt.date | None:
    """The day, in the year it names or else in this one; None where there is none."""
    chosen = named.year or year
    try:
        return dt.date(chosen or 0, named.month or 0, named.day or 0)
    except ValueError:
        return None


def published_on(text: str, words: DraftVocabulary) -> dt.date | None:
    """The day that the head or the foot of a text gives, with its year.

    A day inside a running sentence is what the text tells of.
    """
    foot = "\n".join(text.strip().splitlines()[-_FOOT:])
    for part, edge in ((text[:_HEAD], 0), (foot, 1)):
        for day in days_in(part, words):
            begin, end = part.rfind("\n", 0, day.start) + 1, part.find("\n", day.end)
            line = (begin, len(part) if end < 0 else end)
            is_short = line[1] - line[0] <= _SHORT_LINE
            from_edge = line[1] - day.end if edge else day.start - line[0]
            is_head = is_short or from_edge <= _EDGES[edge]
            if day.year and is_head and (found := in_year(day, None)):
                return found
    return None


def last_of_month(year: int, month: int) -> dt.date:
    """The last day of a month; a month beyond December is one of the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def weekday_before(day: dt.date, weekday: int) -> dt.date:
    """The last day of the week of this number, Monday 0, on or before a day."""
    return day - dt.timedelta(days=(day.weekday() - weekday) % 7)


def weekday_in(text: str, words: DraftVocabulary) -> int | None:
    """The number of the first day of the week that a text names, Monday 0."""
    first = min(weekdays_in(text, words.tag), default=None)
    return first[2] - 1 if first else None
