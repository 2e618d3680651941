"""Numbers in Chinese characters, with or without digits: “三亿五千万”, “3亿5000万”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from bluf.languages.digits import NUMBER, values
from bluf.languages.language import language

_SMALL = 1000
"""A sign that multiplies by so much or less does so within its section: 五千三百万."""


def han_numbers(text: str, tag: str) -> Iterator[tuple[int, int, Decimal]]:
    """Numbers that hold a Chinese character: where each starts and ends, and its value."""
    for run in _runs(tag).finditer(text):
        if not run.group().isascii():
            yield run.start(), run.end(), han_value(run.group(), tag)


def han_value(run: str, tag: str) -> Decimal:
    """The value of a number that is written in one way or in both."""
    total = section = digit = Decimal(0)
    after_sign = False
    for match in _token(tag).finditer(run):
        token = match.group()
        factor, numeral = _factors(tag).get(token), _numerals(tag).get(token)
        if factor is None:
            number = max(values(token)) if numeral is None else numeral
            digit, after_sign = (digit * 10 + number, True) if after_sign else (number, True)
        elif factor <= _SMALL:
            section, digit, after_sign = section + (digit or 1) * factor, Decimal(0), False
        else:
            total, section = total + (section + digit or 1) * factor, Decimal(0)
            digit, after_sign = Decimal(0), False
    return total + section + digit


@cache
def _numerals(tag: str) -> dict[str, Decimal]:
    return {word: Decimal(n) for n, words in language(tag).numbers.items() for word in words}


@cache
def _factors(tag: str) -> dict[str, Decimal]:
    table = language(tag).multipliers
    return {word: factor for factor, words in table.items() if factor > 1 for word in words}


@cache
def _token(tag: str) -> re.Pattern[str]:
    words = sorted((*_numerals(tag), *_factors(tag)), key=len, reverse=True)
    return re.compile(f"{NUMBER.pattern}|{'|'.join(words)}")


@cache
def _runs(tag: str) -> re.Pattern[str]:
    return re.compile(f"(?:{_token(tag).pattern})+")
