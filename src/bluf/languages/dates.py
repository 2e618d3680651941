"""The dates of a text, in any usual way of writing."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect
from collections.abc import Iterator, Mapping
from functools import cache
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from bluf.languages.han import han_value
from bluf.languages.language import Language, language
from bluf.languages.pattern import either, expression, folded, pattern
from bluf.languages.remembering import remembered
from bluf.languages.words import numbers_in

_DIGIT = re.compile(r"\d")
_ISO = re.compile(
    r"(?<!\d)(?P<year>\d{4})(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?![\d-])"
)
_NUMERIC = re.compile(
    r"(?<![\d.,/])(?P<one>\d{1,2})(?P<sep>[./-])\s?(?P<two>\d{1,2})(?P=sep)\s?"
    r"(?P<year>\d{4}|(?:(?<=/)|(?<=\d\d\.\d\d\.))\d\d)(?![\d/]|\.\d)"
)
_SIGNS = r"[\d〇零一二三四五六七八九十]"
_HAN = (
    rf"(?:(?P<year>{_SIGNS}{{4}})\s*年\s*)?(?P<month>{_SIGNS}{{1,2}})\s*月"
    rf"(?:\s*(?P<day>{_SIGNS}{{1,3}})\s*[日号號])?"
    r"|(?P<only>(?:19|20)\d\d)\s*年(?!\s*\d{1,2}\s*月)|(?<!\d)(?P<alone>\d{1,2})\s*[日号號](?![元圆圓])"
)
_HAN_SIGNS = frozenset("年月日号號")
_YEAR = re.compile(
    r"(?:(?<![\w.,/€$£-])(?<!\d\s)|(?<=(?:19|20)\d\d-))(?:19|20)\d\d(?![\w%€$£]|\d|[.,/]\d|[\s\u00a0]\d{3})"
)
_LAST_MONTH, _LONGEST_MONTH = 12, 31
_CENTURY = 2000
"""A year of two figures is of this one."""
_TO = re.compile(
    r"\s?(?:[-–]|to|and|through|until)\s?(\d{1,2})(?!\d|[.:]\d)(?:,?\s(20\d\d|1[5-9]\d\d))?"
)
"""From a day behind its month to another one: “March 28 to 31”, “December 4-7, 1973”."""
_FROM = re.compile(
    r"(?<![\d.,:/])(\d{1,2})(?:st|nd|rd|th|er|º|\.)?"
    r"(?:\s?[-–—/]\s?|\s(?:to|and|und|bis|et|au|y|al?|e|à|и|по|до|i|do)(?:\s(?:the|el|le|den|zum|o))?\s)\Z"
)
"""A day in front of another one of the same month: “21./22. Mai”, “3 and 4 June”."""
_LINK = "of|de|di|d[aeo]|من"
_BEFORE = 48
"""A day in words begins at most so many characters before its month."""


class Day(Struct, frozen=True):
    """A date as far as a text gives it.

    Attributes:
        start: Where it starts in the text.
        end: Where it ends.
        words: As it stands there.
        day: Day of the month.
        month: From 1.
        year: The year.
        swapped: Whether day and month may stand the other way round, as in 06/08/2025.
        weekday: The day of the week that stands before it, from 1 for Monday.
    """

    start: int
    end: int
    words: str
    day: int | None = None
    month: int | None = None
    year: int | None = None
    swapped: bool = False
    weekday: int | None = None

    def means(self, day: dt.date) -> bool:
        """Whether it can mean this day."""
        if self.year is not None and self.year != day.year:
            return False
        pairs = [(self.day, self.month), *([(self.month, self.day)] if self.swapped else [])]
        return any(
            (month is None or month == day.month) and (date is None or date == day.day)
            for date, month in pairs
        )

    def agrees(self, other: Day) -> bool:
        """Whether another date says all that this one does; years alone may be left out."""
        years = {self.year, other.year} - {None}
        if len(years) > 1 or (not (self.month or self.day) and self.year != other.year):
            return False
        pairs = [(other.day, other.month)]
        pairs += [(other.month, other.day)] if self.swapped or other.swapped else []
        return any(self.month in {None, month} and self.day in {None, day} for day, month in pairs)

    def is_like(self, other: Day) -> bool:
        """Whether both name a day, both a month, or both a year alone."""
        return (self.exact, self.is_year) == (other.exact, other.is_year)

    @property
    def is_year(self) -> bool:
        """Whether it names a year alone."""
        return not (self.month or self.day)

    @property
    def exact(self) -> bool:
        """Whether it names a day of the month."""
        return self.day is not None


@remembered
def dates_in(text: str, tag: str) -> tuple[Day, ...]:
    """The dates of a text in the language of a BCP 47 tag, in order; a year alone is one."""
    known = language(tag)
    taken: list[Day] = []
    in_digits = _DIGIT.search(text)
    for day in (
        *(_numeric(text) if in_digits else ()),
        *_han(text, tag),
        *_named(text, known),
        *(_years(text) if in_digits else ()),
        *(_bare(text, known) if in_digits else ()),
    ):
        at = bisect(taken, day.start, key=attrgetter("start"))
        beside = taken[max(at - 1, 0) : at + 1]
        if not any(day.start < other.end and other.start < day.end for other in beside):
            taken.insert(at, day)
    return tuple(taken)


def relative_days(text: str, tag: str) -> Iterator[tuple[int, int, int]]:
    """“yesterday” and the like: where each starts and ends, and how many days from today."""
    return _relative(text, tag, language(tag).calendar.days)


def relative_years(text: str, tag: str) -> Iterator[tuple[int, int, int]]:
    """“next year” and the like: where each starts and ends, and how many years from this one."""
    return _relative(text, tag, language(tag).calendar.years)


def _relative(
    text: str, tag: str, table: Mapping[int, tuple[str, ...]]
) -> Iterator[tuple[int, int, int]]:
    for number, words in table.items():
        for match in pattern(words, language(tag).script).finditer(text):
            yield match.start(), match.end(), number


def weekdays_in(text: str, tag: str) -> Iterator[tuple[int, int, int]]:
    """Days of the week: where each starts and ends, and its number from 1 for Monday."""
    script, names = language(tag).script, _weekdays(tag)
    if pattern(tuple(names), script).search(text):
        for word, number in names.items():
            for match in pattern((word,), script).finditer(text):
                yield match.start(), match.end(), number


@cache
def _weekdays(tag: str) -> Mapping[str, int]:
    """The days of the week by their names, without those that are short."""
    known = language(tag)
    return {
        word: number
        for number, words in known.calendar.weekdays.items()
        for word in words
        if len(word.strip(".")) > _SHORT or known.script == "Hani"
    }


_SHORT = 4


def _numeric(text: str) -> Iterator[Day]:
    for match in _ISO.finditer(text):
        year, month, day = (int(match[name]) for name in ("year", "month", "day"))
        if 0 < month <= _LAST_MONTH and 0 < day <= _LONGEST_MONTH:
            yield Day(*match.span(), match.group(), day, month, year)
    for match in _NUMERIC.finditer(text):
        one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
        year += _CENTURY if len(match["year"]) == len("yy") else 0
        if one > _LAST_MONTH >= two or (two <= _LAST_MONTH and match["sep"] == "."):
            yield Day(*match.span(), match.group(), one, two, year)
        elif two > _LAST_MONTH >= one:
            yield Day(*match.span(), match.group(), two, one, year)
        elif one <= _LAST_MONTH:
            yield Day(*match.span(), match.group(), one, two, year, swapped=True)


def _han(text: str, tag: str) -> Iterator[Day]:
    if _HAN_SIGNS.isdisjoint(text):
        return
    for match in re.finditer(_HAN, text):
        day, month = match["day"] or match["alone"], match["month"]
        year = match["year"] or match["only"]
        day, month, year = (each and int(han_value(each, tag)) for each in (day, month, year))
        yield Day(*match.span(), match.group(), day or None, month or None, year or None)


def _named(text: str, known: Language) -> Iterator[Day]:
    """Dates with a month in words: “6 August 2025”, “August 6”, “August 2025”."""
    if not any(map(folded(text).__contains__, _months(known.tag))):
        return
    for match in _month_dates(known.tag).finditer(text):
        weekday, year = match["weekday"], match["year"]
        day, start = _int(match["before"] or match["after"]), match.start()
        if day is None and (
            spelt := _spelt(known.tag).search(text[max(0, start - _BEFORE) : start])
        ):
            day = ((spelt.lastindex or 1) - 1) % _LONGEST_MONTH + 1
            start -= len(spelt.group())
        month = match["month"]
        name = month.rstrip(".")
        short = month.islower() and len(month) < _SHORT and month not in _full_months(known.tag)
        if not (day or year) and (short or name.isupper() or numbers_in([name], known.tag)):
            continue  # “MAY” is a verb, “dez” is ten, “mar” is the sea
        named = Day(
            start,
            match.end(),
            text[start : match.end()],
            day,
            _number(month, known.calendar.months),
            _int(year.replace(".", "") if year else None),
            weekday=_number(weekday, known.calendar.weekdays) if weekday else None,
        )
        yield named
        near = max(0, start - _BEFORE)
        if match["before"] and (first := _FROM.search(text[near : match.start("before")])):
            begin, end = near + first.start(1), near + first.end(1)
            yield replace(named, start=begin, end=end, words=first[1], day=int(first[1]),
                          weekday=None)  # fmt: skip
        if match["after"] and (last := _TO.match(text, match.end())):
            yield replace(named, start=last.start(1), end=last.end(), words=last[1],
                          day=int(last[1]), year=_int(last[2]), weekday=None)  # fmt: skip


def _bare(text: str, known: Language) -> Iterator[Day]:
    """Days whose month the text leaves out: “el día 6”, “terça-feira (21)”."""
    for match in _bare_days(known.tag).finditer(text):
        yield Day(match.start("day"), match.end("day"), match["day"], int(match["day"]))


@cache
def _bare_days(tag: str) -> re.Pattern[str]:
    known = language(tag)
    if known.script == "Hani":
        return re.compile("(?!)")
    names = _names(known.calendar.weekdays, known)
    return re.compile(
        rf"(?:{names}(?:\s?\((?=\d+\))|,?\s(?=\d\d?(?:[.,;)]?$|[.,;)]\s|\s\w{{1,3}}\s)))"
        r"|(?<!\w)d[ií]a\s(?!\d+\s?%))(?P<day>[12]\d|3[01]|[1-9])(?![\w/]|[.,]\d)",
        re.IGNORECASE,
    )


def _years(text: str) -> Iterator[Day]:
    for match in _YEAR.finditer(text):
        yield Day(*match.span(), match.group(), year=int(match.group()))


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _number(word: str, table: Mapping[int, tuple[str, ...]]) -> int:
    """The number of a month or day of the week."""
    small = " ".join(word.lower().split())
    return next(
        number for number, words in table.items() if small in {each.lower() for each in words}
    )


@cache
def _full_months(tag: str) -> frozenset[str]:
    return frozenset(names[0] for names in language(tag).calendar.months.values())


@cache
def _months(tag: str) -> frozenset[str]:
    """The names of the months, as `folded` has them."""
    return frozenset(
        folded(each) for names in language(tag).calendar.months.values() for each in names
    )


@cache
def _month_dates(tag: str) -> re.Pattern[str]:
    known = language(tag)
    months = _names(known.calendar.months, known)
    days = _names(known.calendar.weekdays, known)
    ordinal = r"(?:st|nd|rd|th|er|º|\.|-?го)?"
    before = rf"(?:(?<!\d)(?P<before>\d{{1,2}}){ordinal}[»”]?[\s\u00a0-]*(?:(?:{_LINK})\s+)?)?"
    after = r"(?:[\s\u00a0]+(?P<after>\d{1,2})(?:st|nd|rd|th)?(?![\d.:]\d|\d|\s?%))?"
    year = (
        r"(?:[,\s\u00a0]+(?:(?:de|del|do|of)\s+)?(?:a[nñ]o\s+(?:de\s+)?)?"
        r"(?P<year>1[5-9]\d\d|20\d\d|[12]\.\d{3})(?!\d))?"
    )
    return re.compile(
        rf"(?=\d|(?<!\w)[{_firsts(known)}])"  # most places fail here
        rf"(?:(?P<weekday>{days})[,\s\u00a0]+(?:(?:le|the|den|dem|el|dia|día)\s+)?)?"
        rf"{before}(?P<month>{months}){after}{year}",
        re.IGNORECASE if known.capitals != "names" or tag != "en" else re.NOFLAG,
    )


@cache
def _spelt(tag: str) -> re.Pattern[str]:
    """A day of the month in words, right before the name of one: “the third of”."""
    known = language(tag)
    days = "|".join(f"({expression(entry, known.script)})" for entry in known.calendar.spelt)
    return re.compile(rf"(?:{days or '(?!)'})\s+(?:(?:{_LINK})\s+)?\Z", re.IGNORECASE)


def _names(table: Mapping[int, tuple[str, ...]], known: Language) -> str:
    if known.script == "Hani":
        return "(?!)"
    words = {word for entries in table.values() for word in entries}
    return rf"(?<!\w)(?:{either(sorted({*words, *map(str.upper, words)}))})(?!\w)"


def _firsts(known: Language) -> str:
    """The letters with which the name of a month or a day of the week begins."""
    tables = (known.calendar.months, known.calendar.weekdays)
    words = (word for table in tables for entries in table.values() for word in entries)
    return "".join(sorted({re.escape(word[0]) for word in words}))
