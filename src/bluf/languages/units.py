"""What stands beside a number: units, currencies and words that multiply it, as expressions."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from bluf.languages.language import Language, language
from bluf.languages.pattern import either, expression

if TYPE_CHECKING:
    from decimal import Decimal

PERCENT = "percent"
_TEN = 10
_REACH = r"(?:[\s\u00a0-]*[^\W\d_]+['’]?){0,2}?[\s\u00a0-]*"
"""A word or two between a number and its currency."""


@cache
def factors(tag: str) -> dict[str, Decimal]:
    """What each word multiplies its number by: “million”, in small letters."""
    known = language(tag)
    table: dict[str, Decimal] = {}
    for factor, words in known.multipliers.items():
        if factor >= _TEN:
            table.update({word.lower(): factor for word in words})
    return table


@cache
def multiplier(tag: str) -> re.Pattern[str]:
    """A word behind a number that multiplies it, or says that a half is added."""
    words = sorted((*factors(tag), *language(tag).halves), key=len, reverse=True)
    joined = "|".join(map(re.escape, words)) or r"(?!)"
    end = "" if language(tag).script == "Hani" else r"(?!\w)"
    return re.compile(rf"[\s\u00a0\u202f-]*(?P<word>{joined}){end}", re.IGNORECASE)


@cache
def half_behind(tag: str) -> re.Pattern[str]:
    """A half behind a number: “and a half”."""
    return re.compile(rf"[\s\u00a0]+(?:{either(language(tag).halves)})(?!\w)", re.IGNORECASE)


@cache
def unit_before(tag: str) -> re.Pattern[str]:
    """Signs and codes of currencies that stand before their number."""
    known = language(tag)
    parts = []
    for code, words in known.currencies.items():
        signs = [word for word in words if not word[-1:].isalpha() or word in {code, "RMB"}]
        signs += [code] if code not in signs else []
        alternatives = "|".join(map(re.escape, sorted(signs, key=len, reverse=True)))
        parts.append(f"(?P<{code}>{alternatives})")
    start = r"(?<![A-Za-z])" if known.script == "Hani" else r"(?<!\w)"
    return re.compile(rf"{start}(?:{'|'.join(parts) or '(?!)'})[\s\u00a0\u202f]?$")


@cache
def unit_after(tag: str) -> re.Pattern[str]:
    """Units that stand right behind their number, “gigawatt hours” before “gigawatt”."""
    known = language(tag)
    listed = {PERCENT: known.percent, **known.currencies, **known.units}
    longest = sorted(listed, key=lambda name: max(map(len, listed[name]), default=0), reverse=True)
    parts = [_named(name, listed[name], known) for name in longest]
    return re.compile(rf"[\s\u00a0\u202f-]*(?:{'|'.join(parts)})", re.IGNORECASE)


@cache
def money_behind(tag: str) -> re.Pattern[str]:
    """Currencies a word or two behind their number: “5 million additional euros”."""
    known = language(tag)
    parts = [_named(code, words, known) for code, words in known.currencies.items()]
    reach, start = _REACH, "" if known.script == "Hani" else r"(?<![^\W\d_])"
    return re.compile(rf"{reach}{start}(?:{'|'.join(parts) or '(?!)'})(?!\s*\d)", re.IGNORECASE)


def _named(name: str, words: tuple[str, ...], known: Language) -> str:
    ordered = sorted(words, key=len, reverse=True)
    glued = "|".join(expression(word, known.script).replace(r"(?<!\w)", "") for word in ordered)
    return f"(?P<{name}>{glued or '(?!)'})"
