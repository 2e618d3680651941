"""Ordinal numbers, in digits or as words: “the 31st session”, “der elften Sitzung”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bluf.languages.language import language
from bluf.languages.pattern import pattern

_DIGITS = re.compile(
    r"(?<![\w.,-])(\d{1,3})(?:st|nd|rd|th|er|re|e|ème|\.?[ºª]|-(?:й|я|го|му|м|х|е|ю))(?!\w)"
)
_SEVERAL = 100
_FEWEST = 7
"""A lower one as a word may be a list's, a fraction's or a way to say “again”."""


def ordinals_in(text: str, tag: str) -> Iterator[tuple[str, int]]:
    """The ordinal numbers of a text, and what they stand for."""
    for match in _DIGITS.finditer(text):
        yield match.group(), int(match[1])
    known = language(tag)
    if pattern(_all(tag), known.script).search(text):
        for number, words in known.ordinals.items():
            if number >= _FEWEST:
                for match in pattern(words, known.script).finditer(text):
                    yield match.group(), number


@cache
def _all(tag: str) -> tuple[str, ...]:
    tables = language(tag).ordinals.items()
    return tuple(word for number, words in tables if number >= _FEWEST for word in words)


def place_of(number: int, text: str, tag: str) -> int | None:
    """Where a number stands in a text, in digits, Roman or not, or as an ordinal; else None."""
    words = language(tag).ordinals.get(number, ())
    found = _number(number).search(text) or pattern(words, language(tag).script).search(text)
    return found.start() if found else None


@cache
def _number(number: int) -> re.Pattern[str]:
    roman = _roman(number)
    before = r"(?!\w)" if len(roman) > 1 else r"(?=\s[^\W\d_a-z])"  # “V Reunión”, no “point V”
    return re.compile(rf"(?<!\d){number}(?!\d)|(?<!\w){roman or '(?!)'}{before}")


def _roman(number: int) -> str:
    """A number in Roman numerals; nothing for one that is never written so."""
    if not 1 < number < _SEVERAL:
        return ""
    tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return tens[number // 10] + ones[number % 10]
