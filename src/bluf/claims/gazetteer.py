"""Countries and cities across languages, as CLDR names them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from bluf.claims.spelling import forms
from bluf.claims.vocabulary import WORD
from bluf.languages import WordPattern, folded, language, locale_data, pattern, territories_of_zones

_VOWELS = re.compile("[\u064b-\u0652]")
_ADJECTIVE = 4
"""A nationality shares so many letters with its country: “Serbian”."""


@cache
def codes_of(words: str, tag: str, *, place: bool = False) -> frozenset[str]:
    """Countries and cities that some words of a language name, by code or time zone.

    As a place a capital is no country, and an adjective is none.
    """
    known, first = language(tag), words[:1].casefold()
    found = (
        {
            code
            for code, aliases in _aliases(tag, first, place=place)
            if pattern(aliases, known.script).stands_for(words)
        }
        if _every_alias(tag, first, place=place).may_stand_in(words)
        else set[str]()
    )
    form = min(forms(words))
    alike = _names(tag).get(form[:_ADJECTIVE], ())
    found |= {code for name, code in alike if name == form}
    if not (found or place) and len(form) >= _ADJECTIVE and words.isalpha() and not words.isupper():
        found |= {code for name, code in alike if _derived(form, name) and "/" not in code}
    return frozenset(found)


@cache
def _aliases(tag: str, first: str, *, place: bool) -> list[tuple[str, tuple[str, ...]]]:
    """What else may name a country or city, where it can begin with a letter.

    Most words name none of them, and a pattern that is not asked is not compiled.
    """
    known = language(tag)
    tables = (*known.countries.items(), *(() if place else known.seats.items()))
    return [
        (code, aliases)
        for code, aliases in tables
        if known.script not in _BARE
        or any(not alias[0].isalnum() or alias[0].casefold() == first for alias in aliases)
    ]


@cache
def _every_alias(tag: str, first: str, *, place: bool) -> WordPattern:
    """All of them in one pattern, which tells at once that a word is none."""
    every = (alias for _, aliases in _aliases(tag, first, place=place) for alias in aliases)
    return pattern(tuple(every), language(tag).script)


_BARE = ("Latn", "Cyrl")
"""Scripts that write nothing onto the front of a name."""


def _derived(form: str, name: str) -> bool:
    shared = max(_ADJECTIVE, len(name) - 2)
    return len(name) >= _ADJECTIVE and form[:shared] == name[:shared]


def places_of(code: str, text: str, tag: str, *, place: bool = False) -> Iterator[tuple[int, int]]:
    """Where a text names a country or city, its people and, unless as a place, its government."""
    yield from (match.span() for match in _aliases_of(code, tag, place=place).finditer(text))
    small = folded(text)
    for stem, plain in _stems(code, tag):
        if plain in small:
            found = _derivatives(stem, language(tag).script).finditer(text)
            yield from (match.span() for match in found
                        if not _is_of_another(match.group(), code, plain, tag))  # fmt: skip


@cache
def _aliases_of(code: str, tag: str, *, place: bool) -> WordPattern:
    known = language(tag)
    aliases = (*known.countries.get(code, ()), *(() if place else known.seats.get(code, ())))
    return pattern(aliases, known.script)


def _is_of_another(word: str, code: str, stem: str, tag: str) -> bool:
    """Whether a word names a country whose name begins alike: “Australia” is not Austria's."""
    if len(word) > _LONGEST or language(tag).script not in _BARE:
        return False
    small = folded(word)
    alike = _beginning(tag).get(small[:_ADJECTIVE], ())
    if any(small[: len(name)] == name and len(small) <= len(name) + 1
           for name, other in alike if other == code):  # fmt: skip
        return False
    return any(
        small == name or (len(stem) < len(name) - 2 and small.startswith(name[:-2]))
        for name, other in alike
        if other != code
    )


_LONGEST = 40


@cache
def _beginning(tag: str) -> dict[str, list[tuple[str, str]]]:
    """The names of countries, folded, with their codes, by how they begin."""
    found: dict[str, list[tuple[str, str]]] = {}
    for code, names in _spelt(tag).items():
        for name in map(folded, names if "/" not in code else ()):
            found.setdefault(name[:_ADJECTIVE], []).append((name, code))
    return found


def named_in(text: str, tag: str) -> Iterator[tuple[int, int]]:
    """Where a text names a country by one of its names, or in Chinese a city too."""
    yield from (match.span() for match in _any(tag).finditer(text))


def countries_in(text: str, tag: str) -> dict[str, str]:
    """The countries that a text names, with their name in its language, by code."""
    joined = language(tag).script not in _BARE  # as in Arabic, “and Egypt” in one word
    cuts = (0, 1) if joined else (0,)
    found = {text[start + cut : end] for start, end in named_in(text, tag) for cut in cuts}
    found |= set() if joined else {word for word in WORD.findall(text) if word[0].isupper()}
    codes = {
        code for words in found for code in codes_of(words, tag, place=True) if "/" not in code
    }
    names = locale_data(tag).territories
    return {code: names[code] for code in sorted(codes) if code in names}


@cache
def _any(tag: str) -> WordPattern:
    script = language(tag).script
    spelt = (_VOWELS.sub("", name) for code, names in _spelt(tag).items() for name in names
             if "(" not in name and (script == "Hani" or "/" not in code))  # fmt: skip
    return pattern(tuple(sorted(spelt, key=len, reverse=True)), script)


@cache
def _stems(code: str, tag: str) -> tuple[tuple[str, str], ...]:
    """How the names of a country or city begin that its people share, and the same folded."""
    names, whole = _spelt(tag).get(code, ()), language(tag).script == "Hani"
    stems = [name if whole else name[: max(_ADJECTIVE, len(name) - 2)] for name in names]
    return tuple((stem, folded(stem)) for stem in stems)


@cache
def _derivatives(stem: str, script: str) -> re.Pattern[str]:
    start = r"(?<![^\W\d_])" if script == "Latn" else ""
    end = r"" if script == "Hani" else r"[^\W\d_]*"
    return re.compile(start + re.escape(stem) + end, re.IGNORECASE)


@cache
def country_of(zone: str) -> str:
    """The country whose only city, mostly its capital, has a time zone; empty where it has more."""
    code = territories_of_zones().get(zone, "")
    return code if code in _only_zones() else ""


@cache
def with_capital(codes: frozenset[str]) -> frozenset[str]:
    """Countries, with the city of those that have one time zone: mostly it is the capital."""
    single = _only_zones()
    return codes | {single[code] for code in codes if code in single}


@cache
def _only_zones() -> dict[str, str]:
    """The time zone of each country that has one alone."""
    zones = territories_of_zones()
    times = Counter(zones.values())
    return {code: zone for zone, code in zones.items() if times[code] == 1}


@cache
def _names(tag: str) -> dict[str, list[tuple[str, str]]]:
    """Every name with its code, by the letters that a nationality shares with it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for code, names in _spelt(tag).items():
        for form in (min(forms(name)) for name in names):
            found.setdefault(form[:_ADJECTIVE], []).append((form, code))
    return found


@cache
def _spelt(tag: str) -> dict[str, list[str]]:
    """The names of every country and city, by its code."""
    found: dict[str, list[str]] = {}
    for code, name in _all(tag):
        found.setdefault(code, []).append(name)
    return found


def _all(tag: str) -> Iterator[tuple[str, str]]:
    """Every code with its name in a language; Serbian in both scripts."""
    for each in ("sr-Latn", "sr-Cyrl") if language(tag).tag == "sr-Latn" else (tag,):
        names = locale_data(each)
        yield from ((code, name) for code, name in names.territories.items() if code.isalpha())
        for zone in territories_of_zones() if names.territories else ():
            yield zone, names.cities.get(zone) or zone.rpartition("/")[2].replace("_", " ")
