"""Names in their base form, in languages that decline them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bluf.draft.vocabulary import DraftVocabulary

CASES = (
    ("feminine_roles", "feminine"),
    ("instrumental_roles", "instrumental"),
    ("accusative_roles", "accusative"),
    ("genitive_roles", "genitive"),
    ("dative_roles", "dative"),
)
"""Lists of offices in a case, each with the list of endings that names have in it."""


def base_form(name: str, role: str, words: DraftVocabulary) -> str:
    """A name that is declined as the office beside it is, in its base form."""
    for roles, endings in CASES:
        if words.pattern("base", roles).match(role):
            rules = words.words("base", endings)
            return " ".join(_ended(part, rules) for part in name.split())
    return name


def is_declined(role: str, words: DraftVocabulary) -> bool:
    """Whether an office stands in another case than the base form."""
    return any(words.pattern("base", roles).match(role) for roles, _ in CASES)


def role_form(role: str, words: DraftVocabulary) -> str:
    """An office in its base form."""
    first, *rest = role.split() or [""]
    for roles, endings in CASES:
        if words.pattern("base", roles).stands_for(first):
            return " ".join((_ended(first, words.words("base", endings)), *rest))
    return " ".join(_ended(word, words.words("base", "offices")) for word in (first, *rest))


def place_form(place: str, words: DraftVocabulary) -> str:
    """The name of a place behind a preposition, in its base form."""
    *first, last = place.split() or [""]
    return " ".join((*first, _ended(last, words.words("base", "place"))))


def _ended(word: str, rules: Iterable[str]) -> str:
    for rule in rules:
        old, _, new = (part.strip() for part in rule.partition(">"))
        ended = word.removesuffix(old) + new
        if ended and word.endswith(old):
            return ended
    return word


_TWO_SURNAMES = 4
"""A name of so many words may have two surnames, of which the first is used alone."""
_ENDING = 3
"""An ending has at most so many letters."""


def is_same(name: str, other: str) -> bool:
    """Whether two spellings can be of one person: a surname alone, or another case or script."""
    first, second = sorted((_plain(name).split(), _plain(other).split()), key=len)
    if len(first) > 1 and first in (second[: len(first)], second[-len(first) :]):
        return True  # a name is left out: “Ana Luz” or “Luz Maré” for “Ana Luz Maré”
    if len(first) == 1 and len(second) >= _TWO_SURNAMES and _alike(first[0], second[-2]):
        return True
    if not _alike(first[-1], second[-1]):
        return False
    if len(first) == 1 or len(second) == 1 or _alike(first[0], second[0]):
        return True
    return _is_initial(first[0], second[0]) or _is_initial(second[0], first[0])


def _is_initial(one: str, other: str) -> bool:
    """Whether a word is the first letter of another one, with a point or not: “h.m.”, “h”."""
    return one[1:2] in {"", "."} and one[0] == other[0]


def _plain(name: str) -> str:
    """A name in small letters without accents."""
    return "".join(
        sign
        for sign in unicodedata.normalize("NFD", name.lower())
        if not unicodedata.combining(sign)
    )


def _alike(one: str, other: str) -> bool:
    """Whether two words differ in their endings alone."""
    shorter, longer = sorted((one, other), key=len)
    kept = max(3, len(shorter) - 2)
    return len(longer) - len(shorter) <= _ENDING and shorter[:kept] == longer[:kept]
