"""Countries and cities across languages, as CLDR names them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from bluf.claims.spelling import forms
from bluf.languages import language, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_ADJECTIVE = 4
"""A nationality shares so many letters with its country: “Serbian”."""


@cache
def codes_of(words: str, tag: str) -> frozenset[str]:
    """Countries and cities that some words of a language name, by code or time zone."""
    known = language(tag)
    found = {
        code
        for code, aliases in _aliases(tag, words[:1].casefold())
        if pattern(aliases, known.script).fullmatch(words)
    }
    form = min(forms(words))
    found |= {code for name, code in _names(tag) if name == form}
    if not found and len(form) >= _ADJECTIVE and words.isalpha() and not words.isupper():
        found |= {code for name, code in _names(tag) if _derived(form, name) and "/" not in code}
    return frozenset(found)


@cache
def _aliases(tag: str, first: str) -> list[tuple[str, tuple[str, ...]]]:
    """What else may name a country or city, where it can begin with a letter.

    Most words name none of them, and a pattern that is not asked is not compiled.
    """
    known = language(tag)
    tables = (*known.countries.items(), *known.seats.items())
    return [
        (code, aliases)
        for code, aliases in tables
        if known.script not in _BARE or any(_may_begin(alias, first) for alias in aliases)
    ]


def _may_begin(alias: str, first: str) -> bool:
    """Whether a pattern may begin with a letter; one that begins with a choice, with any."""
    return not alias[0].isalnum() or alias[0].casefold() == first


_BARE = ("Latn", "Cyrl")
"""Scripts that write nothing onto the front of a name."""


def _derived(form: str, name: str) -> bool:
    shared = max(_ADJECTIVE, len(name) - 2)
    return len(name) >= _ADJECTIVE and form[:shared] == name[:shared]


def stands(code: str, text: str, tag: str) -> int | None:
    """Where a text names a country or city; None where it does not."""
    known = language(tag)
    aliases = (*known.countries.get(code, ()), *known.seats.get(code, ()))
    match = pattern(aliases, known.script).search(text)
    if match:
        return match.start()
    for name in _spelt(code, tag):
        stem = re.escape(name[: max(_ADJECTIVE, len(name) - 2)] if known.script != "Hani" else name)
        start = r"(?<![^\W\d_])" if known.script == "Latn" else ""
        found = re.search(start + stem, text, re.IGNORECASE)
        if found:
            return found.start()
    return None


@cache
def _names(tag: str) -> tuple[tuple[str, str], ...]:
    return tuple((min(forms(name)), code) for code, name in _all(tag))


@cache
def _spelt(code: str, tag: str) -> tuple[str, ...]:
    return tuple(name for each, name in _all(tag) if each == code)


def _all(tag: str) -> Iterator[tuple[str, str]]:
    """Every code with its name in a language; Serbian in both scripts."""
    tags = ("sr_Latn", "sr_Cyrl") if language(tag).tag == "sr-Latn" else (tag.replace("-", "_"),)
    for each in tags:
        try:
            locale = Locale.parse(each)
        except (UnknownLocaleError, ValueError):
            continue
        yield from ((code, name) for code, name in locale.territories.items() if code.isalpha())
        for zone in get_global("zone_territories"):
            city = locale.time_zones.get(zone, {}).get("city")
            yield zone, city or zone.rpartition("/")[2].replace("_", " ")
