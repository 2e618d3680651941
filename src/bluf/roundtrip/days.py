"""Days read back from the words in which a language writes them."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from itertools import product
from typing import TYPE_CHECKING

from bluf.views import long_date

if TYPE_CHECKING:
    from bluf.views import Labels

_NUMBER = re.compile(r"\d+")
_LAST = 31


def day_of(text: str, labels: Labels) -> dt.date | None:
    """The day that ``6 August 2025`` names; None for what the language does not write so."""
    numbers = [int(number) for number in _NUMBER.findall(text)]
    days = [number for number in numbers if number <= _LAST]
    years = [number for number in numbers if number > _LAST]
    for day, year, month in product(days, years, range(1, 13)):
        with suppress(ValueError):
            date = dt.date(year, month, day)
            if _plain(long_date(date, labels)) == _plain(text):
                return date
    return None


def _plain(text: str) -> str:
    """The words with one blank between them, whatever kind it was."""
    return " ".join(text.split())
