"""Days that a text names, and the day that it was published on."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.languages import expression, pattern

if TYPE_CHECKING:
    from bluf.draft.vocabulary import DraftVocabulary

_CENTURY, _TURN = 100, 50
"""Of two figures those below the turn are of this century."""
_ISO = re.compile(r"(?<!\d)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<![\d.])(\d{1,2})[./](\d{1,2})[./](\d{4})(?![\d])")
_US = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})(?!\d)")
_HEAD = 400
"""The head of a text ends here: a date of its publication stands before."""
_FOOT = 4
"""Its foot is so many last lines."""
_SHORT_LINE, _EDGES = 120, (60, 25)
"""In a longer line the day of publication stands this near its beginning, in the foot its end."""


class NamedDay(Struct, frozen=True):
    """A day that a text names.

    Attributes:
        start: Where it stands.
        end: Where it ends.
        month: Its month.
        day: Its day of the month.
        year: Its year; None where the text leaves it out.
    """

    start: int
    end: int
    month: int
    day: int
    year: int | None = None

    def in_year(self, year: int | None) -> dt.date | None:
        """The day, in the year it names or else in this one; None where there is none."""
        chosen = self.year or year
        return _date(chosen, self.month, self.day) if chosen else None


def days_in(text: str, words: DraftVocabulary) -> list[NamedDay]:
    """Every day of the month that a text names, in order."""
    found = {
        match.start(): NamedDay(*match.span(), *numbers)
        for pattern, order in ((_ISO, (1, 2, 0)), (_DAY_FIRST, (1, 0, 2)))
        for match in pattern.finditer(text)
        if (numbers := _numbers(match, order))
    }
    for match in _US.finditer(text) if words.language.tag == "en" else ():
        numbers, known = _numbers(match, (0, 1, 2)), found.get(match.start())
        if numbers and known and (known.month, known.day) != numbers[:2]:
            del found[match.start()]  # the third of May, or the fifth of March
        elif numbers:
            found[match.start()] = NamedDay(*match.span(), *numbers)
    for day in _named(text, words):
        found.setdefault(day.start, day)
    return [found[start] for start in sorted(found)]


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
            if day.year and is_head and (found := day.in_year(None)):
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
    calendar = words.language.calendar
    found = {
        match.start(): number - 1
        for number, names in calendar.weekdays.items()
        if (match := pattern(names, words.language.script).search(text))
    }
    return found[min(found)] if found else None


def _numbers(match: re.Match[str], order: tuple[int, int, int]) -> tuple[int, int, int] | None:
    """Month, day and year of a match, if there is such a day."""
    values = [int(group) for group in match.groups()]
    month, day, year = (values[index] for index in order)
    year += 2000 if year < _TURN else 1900 if year < _CENTURY else 0
    return (month, day, year) if _date(year, month, day) else None


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _named(text: str, words: DraftVocabulary) -> list[NamedDay]:
    """Days whose month is named in letters."""
    if not words.is_spaced:
        return [
            NamedDay(
                *match.span(), int(match[2]), int(match[3]), int(match[1]) if match[1] else None
            )
            for match in re.finditer(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日", text)
            if _date(2000, int(match[2]), int(match[3]))
        ]
    found = []
    for number, names in words.language.calendar.months.items():
        month = "|".join(expression(name, words.language.script) for name in names)
        for match in re.finditer(_FORM.format(month=month), text, re.IGNORECASE):
            day = int(match["before"] or match["after"])
            year = match["year"]
            if _date(2000, number, day):
                span = match.span()
                found.append(
                    NamedDay(*span, number, day, int(year.replace(".", "")) if year else None)
                )
    return found


_FORM = (
    r"(?<!\w)(?:(?P<before>\d{{1,2}})(?:\.|er|º|st|nd|rd|th)?\s+(?:de\s+|d[ae]\s+|of\s+)?(?:{month})"
    r"|(?:{month})\.?\s+(?P<after>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|:))"
    r"(?:,?\s+(?:de\s+|del\s+|do\s+|of\s+)?(?:a[nñ]o\s+(?:de\s+)?)?(?P<year>\d{{4}}|[12]\.\d{{3}})(?!\d))?(?!\w)"
)
