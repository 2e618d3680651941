"""Sides of a meeting: the countries that a text names beside its people."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bluf.draft.vocabulary import Vocabulary

_LONGEST_ENDING = 3
_CODE = 2
_INFLECTED = frozenset({"ru", "sr-Latn", "sr-Cyrl", "de"})
"""Languages in which the name of a country takes endings."""


class Side(Struct, frozen=True):
    """A country, as a party of the brief: its id, and its name in the language of the brief."""

    id: str
    name: str


def sides_in(text: str, words: Vocabulary) -> list[str]:
    """Ids of the countries that a text names, in the order in which it names them first."""
    found: dict[str, int] = {}
    for code, pattern in _patterns(words.tag):
        match = pattern.search(text)
        if match:
            found.setdefault(code, match.start())
    for code, names in words.table("parties").items():
        match = words.pattern("parties", code).search(text) if names else None
        if match:
            found[code] = min(match.start(), found.get(code, match.start()))
    return sorted(found, key=lambda code: found[code])


def is_country(word: str, words: Vocabulary) -> bool:
    """Whether a word is the name of a country."""
    return _any_country(words.tag).fullmatch(word) is not None


def side_named(code: str, tag: str) -> Side:
    """A country by its code, named in a language."""
    return Side(code, _locale(tag).territories.get(code.upper(), code.upper()))


def counted(codes: Iterable[str]) -> list[str]:
    """Codes by how often they come, the most frequent first."""
    times: dict[str, int] = {}
    for code in codes:
        times[code] = times.get(code, 0) + 1
    return sorted(times, key=lambda code: -times[code])


@cache
def _patterns(tag: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    territories = _locale(tag).territories
    return tuple(
        (code.lower(), _pattern(name, tag))
        for code, name in territories.items()
        if len(code) == _CODE
        and code.isalpha()
        and code not in {"EU", "EZ", "UN", "XA", "XB", "ZZ"}
    )


@cache
def _any_country(tag: str) -> re.Pattern[str]:
    return re.compile("|".join(pattern.pattern for _, pattern in _patterns(tag)))


def _pattern(name: str, tag: str) -> re.Pattern[str]:
    if tag == "zh":
        return re.compile(re.escape(name))
    stem = name[:-1] if tag in _INFLECTED and name[-1:].lower() in "aeiouаеиояйь" else name
    ending = rf"\w{{0,{_LONGEST_ENDING}}}" if tag in _INFLECTED or tag == "en" else ""
    article = "(?:ال)?" if tag == "ar" else ""
    return re.compile(rf"(?<!\w){article}{re.escape(stem)}{ending}(?!\w)")


@cache
def _locale(tag: str) -> Locale:
    return Locale.parse(tag, sep="-")
