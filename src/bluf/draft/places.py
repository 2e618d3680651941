"""Names of places that are known: countries, and the cities that time zones are called by."""

from __future__ import annotations

import re
from functools import cache

from bluf.languages import either, locale_data, territories_of_zones


def without_places(text: str, tag: str) -> str:
    """The text with names of places of several words in small letters: no person is called so."""
    return _several_words(tag).sub(lambda match: match.group().lower(), text)


def has_place(name: str, tag: str) -> bool:
    """Whether a word of a name is the name of a place that is known."""
    return any(word.strip(".,") in _known(tag) for word in name.split())


def only_city_in(text: str, tag: str) -> str:
    """The city that a text names, where it names a single one that is known."""
    found = {match.group() for match in _cities(tag)[1].finditer(text)}
    return found.pop() if len(found) == 1 else ""


@cache
def _several_words(tag: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{either(name for name in _known(tag) if ' ' in name)})(?!\w)")


@cache
def _known(tag: str) -> frozenset[str]:
    """Names of countries and of cities, as the language writes them and as its zones are called."""
    return _cities(tag)[0] | _countries(tag)


@cache
def _countries(tag: str) -> frozenset[str]:
    territories = locale_data(tag).territories.items()
    return frozenset(name for code, name in territories if code.isalpha())


@cache
def _cities(tag: str) -> tuple[frozenset[str], re.Pattern[str]]:
    """Names of cities, and the expression that finds one."""
    cities = locale_data(tag).cities.values()
    called = {zone.rsplit("/", 1)[-1].replace("_", " ") for zone in territories_of_zones()}
    names = frozenset((*cities, *called, "New Delhi", "Hong Kong"))
    alone = either(names - _countries(tag))
    return names, re.compile(rf"(?<!\w)(?:{alone})(?!\w)")
