"""Dates that are written in another way than year-month-day."""

from __future__ import annotations

import datetime as dt
import re

_EXPECTED = "write year-month-day, such as 2025-08-06"
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_NAMED = r"(\d{1,2})\.?\s+([A-Za-z]{3,})\.?,?\s+(\d{4})"
_NAMED_FIRST = r"([A-Za-z]{3,})\.?\s+(\d{1,2}),?\s+(\d{4})"
_DOTTED = r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\.?"
_YEAR_FIRST = r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?"
_PACKED = r"(\d{4})(\d{2})(\d{2})"


def date_hint(text: str) -> str:
    """How to write a date, with the day itself where the text leaves no doubt which it is.

    ``06/08/2025`` is the sixth of August to some and the eighth of June to others: nothing is
    guessed of it.
    """
    day = _read(text.strip())
    return f"write {day}" if day else _EXPECTED


def _read(text: str) -> dt.date | None:
    if match := re.fullmatch(_NAMED, text):
        return _date(match[3], _month(match[2]), match[1])
    if match := re.fullmatch(_NAMED_FIRST, text):
        return _date(match[3], _month(match[1]), match[2])
    if match := re.fullmatch(_DOTTED, text):
        return _date(match[3], match[2], match[1])
    if match := re.fullmatch(_YEAR_FIRST, text) or re.fullmatch(_PACKED, text):
        return _date(match[1], match[2], match[3])
    return None


def _month(name: str) -> int:
    matches = [number for number, month in enumerate(_MONTHS, 1) if month.startswith(name.lower())]
    return matches[0] if len(matches) == 1 else 0


def _date(year: str, month: str | int, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
