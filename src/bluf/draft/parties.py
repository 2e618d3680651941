"""Sides of a meeting: the countries that a text names beside its people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.languages import locale_data

if TYPE_CHECKING:
    from bluf.draft.vocabulary import DraftVocabulary

_LONGEST_ENDING = 3
_CODE = 2
_NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "RE"})
"""None of them is a side by this name; Réunion is a Spanish meeting."""
_INFLECTED = frozenset({"ru", "sr-Latn", "sr-Cyrl", "de"})
"""Languages in which the name of a country takes endings."""


class SideNames(Struct, frozen=True):
    """How texts call the sides: countries by their names, or each by its word in ``words``."""

    words: Mapping[str, str] = {}

    def found(self, text: str, words: DraftVocabulary) -> list[str]:
        """Ids of the sides that a text names, in the order in which it names them first."""
        if not self.words:
            return sides_in(text, words)
        places = {code: text.find(word) for code, word in self.words.items()}
        return sorted((code for code, at in places.items() if at >= 0), key=places.__getitem__)

    def name(self, code: str, tag: str) -> str:
        """A side by its id, named in a language."""
        return self.words.get(code) or locale_data(tag).territories.get(code.upper(), code.upper())


def sides_in(text: str, words: DraftVocabulary) -> list[str]:
    """Ids of the countries that a text names, in the order in which it names them first."""
    for region in words.pattern("place", "regions").finditer(text):
        text = text.replace(region.group(), " " * len(region.group()))
    found: dict[str, int] = {}
    codes, pattern = _countries(words.tag)
    for match in pattern.finditer(text):
        found.setdefault(codes[match[1]], match.start())
    for code, names in words.table("parties").items():
        first = words.pattern("parties", code).search(text) if names else None
        if first:
            found[code] = min(first.start(), found.get(code, first.start()))
    return sorted(found, key=lambda code: found[code])


def is_country(word: str, words: DraftVocabulary) -> bool:
    """Whether a word is the name of a country."""
    return _countries(words.tag)[1].fullmatch(word) is not None


def counted(codes: Iterable[str]) -> list[str]:
    """Codes by how often they come, the most frequent first."""
    times: dict[str, int] = {}
    for code in codes:
        times[code] = times.get(code, 0) + 1
    return sorted(times, key=lambda code: -times[code])


@cache
def _countries(tag: str) -> tuple[dict[str, str], re.Pattern[str]]:
    """The code of each country by the stem of its name, and the pattern that finds the stems."""
    codes = {
        _stem(name, tag): code.lower()
        for code, name in locale_data(tag).territories.items()
        if len(code) == _CODE and code.isalpha() and code not in _NO_COUNTRIES
    }
    stems = "|".join(map(re.escape, sorted(codes, key=len, reverse=True)))
    if tag == "zh":
        return codes, re.compile(f"({stems})")
    ending = rf"\w{{0,{_LONGEST_ENDING}}}" if tag in _INFLECTED or tag == "en" else ""
    article = "(?:ال)?" if tag == "ar" else ""
    return codes, re.compile(rf"(?<![\w-]){article}({stems}){ending}(?!\w)")


def _stem(name: str, tag: str) -> str:
    """The name of a country without the vowel that other endings replace."""
    return name[:-1] if tag in _INFLECTED and name[-1:].lower() in "aeiouаеиояйь" else name
