"""The times of day of a text: “19.30 Uhr”, “at 7 p.m.”, “в 10 часов”, “20 h 45”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from msgspec import Struct

from bluf.languages.language import Language, language
from bluf.languages.letters import numbers_in_words
from bluf.languages.pattern import either
from bluf.languages.remembering import remembered

HALF_DAY = 720
_HOUR, _NOON, _DAY = 60, 12, 24
_REACH, _GAP = 24, 1
_MARKED = re.compile(r"(?<![\w.,:/])(\d{1,2}):([0-5]\d)(?![\d:%])")
"""“14:30”, in any language; “1:14:30” and “1:500” are none."""
_BEFORE = r"(?<![\d.,:/])(?<![^\W\d\u4e00-\u9fff])"
_DIGITS = re.compile(rf"{_BEFORE}(\d{{1,2}})(?:\.([0-5]\d))?(?![.,:/%]?\d)")
_MINUTES = re.compile(r"[0-5]\d(?![\w.,:/%]*\d)")
_RANGE = re.compile(r"\s*(?:[-–—]|\w{1,3})\s*")


class ClockTime(Struct, frozen=True):
    """A time of day.

    Attributes:
        start: Where it starts in the text.
        end: Where it ends.
        words: As it stands there.
        minutes: Since midnight.
        loose: Whether it may be twelve hours later as well: “at 7”.
    """

    start: int
    end: int
    words: str
    minutes: int
    loose: bool = False

    def agrees(self, other: ClockTime) -> bool:
        """Whether both are one time."""
        return self.minutes == other.minutes

    def may_be(self, other: ClockTime) -> bool:
        """Whether both can be one time, where one may be of the morning or the evening."""
        gap = (self.minutes - other.minutes) % HALF_DAY
        return gap == 0 and (self.loose or other.loose)

    def is_like(self, other: ClockTime) -> bool:
        """Whether it can stand for another one: any time can."""
        return self.minutes >= 0 <= other.minutes


@remembered
def times_in(text: str, tag: str) -> tuple[ClockTime, ...]:
    """The times of day of a text in the language of a BCP 47 tag, in order."""
    known = language(tag)
    found = [
        _time(text, match.span(), match.end(), (int(match[1]), int(match[2])), known)
        for match in _MARKED.finditer(text)
    ]
    if known.calendar.length and _any(known.tag).search(text):
        found += _with_words(text, known)
    kept: list[ClockTime] = []
    for each in sorted(filter(None, found), key=lambda each: (each.start, -each.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)


class _Number(NamedTuple):
    """A number below sixty, and the minutes behind a point: “19.30”."""

    start: int
    end: int
    value: int
    minute: int | None = None


def _with_words(text: str, known: Language) -> Iterator[ClockTime | None]:
    """The times whose hours bear a word for it, in digits or words."""
    numbers = _numbers(text, known)
    for index, number in enumerate(numbers):
        unit = _unit(known.tag).match(text, number.end)
        behind = next(iter(numbers[index + 1 : index + 2]), None)
        minute, last = number.minute, number.end
        if _is_ranged(text, number, behind) and behind:
            unit = unit or _unit(known.tag).match(text, behind.end)
        elif unit:
            minute, last = _minutes(text, number, unit, behind)
        near = text[max(0, number.start - _REACH) : number.start]
        sure = unit and (unit["hour"] or unit["half"] or minute is not None)
        if unit and (sure or _led(known.tag).search(near)):
            span = (number.start, len(text[:last].rstrip()))
            yield _time(text, span, number.end, (number.value, minute or 0), known)


def _is_ranged(text: str, number: _Number, behind: _Number | None) -> bool:
    """Whether a time begins a range whose end bears the word: “von 19.30 bis 20.30 Uhr”."""
    if not behind or number.minute is None or behind.minute is None:
        return False
    return bool(_RANGE.fullmatch(text, number.end, behind.start))


def _minutes(
    text: str, number: _Number, unit: re.Match[str], behind: _Number | None
) -> tuple[int | None, int]:
    """The minutes of a time, before its unit or behind it, and where both end."""
    if number.minute is not None or unit["half"]:
        return number.minute, unit.end()
    digits = _MINUTES.match(text, unit.end())
    if digits:
        return int(digits[0]), digits.end()
    if behind and behind.minute is None and 0 <= behind.start - unit.end() <= _GAP:
        return behind.value, behind.end
    return None, unit.end()


def _numbers(text: str, known: Language) -> list[_Number]:
    found = [
        _Number(*match.span(), int(match[1]), int(match[2]) if match[2] else None)
        for match in _DIGITS.finditer(text)
    ]
    if known.script != "Hani":  # „三点共识“ are three points
        spelt = numbers_in_words(text, known.tag)
        found += [_Number(start, end, int(value)) for start, end, value in spelt
                  if value == int(value) < _HOUR]  # fmt: skip
    return sorted(found)


def _time(
    text: str, span: tuple[int, int], number_end: int, said: tuple[int, int], known: Language
) -> ClockTime | None:
    """A time, put in the half of the day that words beside it name."""
    (start, end), (hour, minute) = span, said
    if hour > _DAY or minute >= _HOUR:
        return None
    half = _half(known.tag).match(text, number_end) or _half(known.tag).match(text, end)
    last = max(end, half.end()) if half else end
    half = half or _ahead(known.tag).search(text[max(0, start - _REACH) : start])
    if half and half["pm"] and hour < _NOON:
        hour += _NOON
    elif half and half["am"] and hour == _NOON:
        hour = 0
    loose = half is None and 0 < hour <= _NOON
    return ClockTime(start, last, text[start:last], hour % _DAY * _HOUR + minute, loose)


@cache
def _any(tag: str) -> re.Pattern[str]:
    calendar = language(tag).calendar
    words = (*calendar.hour, *calendar.length, *calendar.am, *calendar.pm)
    return re.compile(rf"(?:{either(words)})", re.IGNORECASE)


@cache
def _unit(tag: str) -> re.Pattern[str]:
    """What stands behind the number of an hour."""
    known = language(tag)
    hour, length = (_choice(words, known) for words in (known.calendar.hour, known.calendar.length))
    half = _choice((*known.calendar.am, *known.calendar.pm), known)
    return re.compile(
        rf"{_BLANK}(?:(?P<half>{half})|(?P<hour>{hour})|{length}){_BLANK}", re.IGNORECASE
    )


@cache
def _half(tag: str) -> re.Pattern[str]:
    calendar = language(tag).calendar
    am, pm = (_choice(words, language(tag)) for words in (calendar.am, calendar.pm))
    return re.compile(rf"{_BLANK}(?:(?P<am>{am})|(?P<pm>{pm}))", re.IGNORECASE)


@cache
def _ahead(tag: str) -> re.Pattern[str]:
    """A word for the half of the day in front of a time: “下午3时”."""
    calendar = language(tag).calendar
    return re.compile(
        rf"(?:(?P<am>{either(calendar.am)})|(?P<pm>{either(calendar.pm)})){_BLANK}$", re.IGNORECASE
    )


@cache
def _led(tag: str) -> re.Pattern[str]:
    """A word before hours that makes a time of them: “в 10 часов”, and not “10 часов”."""
    known = language(tag)
    start = "" if known.script == "Hani" else r"(?<!\w)"
    words = (*known.calendar.at, *known.calendar.am, *known.calendar.pm)
    return re.compile(rf"{start}(?:{either(words)}){_BLANK}$", re.IGNORECASE)


_BLANK = r"[\s\u00a0\u202f-]?"


def _choice(words: tuple[str, ...], known: Language) -> str:
    end = "" if known.script == "Hani" else r"(?![^\W\d])"
    return f"(?:{either(words)}){end}" if words else "(?!)"
