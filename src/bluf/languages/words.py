"""Negations and numbers among the words of a text, as far as a list can decide.

A word that is on no list decides nothing.
"""

from __future__ import annotations

from functools import cache

from bluf.languages.language import language

_SHORTEST = 2
_AND = ("و", "ف")
"""“And” and “so”, which Arabic writes onto the next word."""


def negations_in(words: list[str], tag: str) -> list[str]:
    """Those of ``words`` that negate, in a text whose BCP 47 tag is ``tag``.

    An English elision counts by its first half: ``didn't`` is read as ``didn`` and ``t``; ``can't``
    by its second.
    """
    known, joined = _negations(tag), language(tag).script == "Arab"
    return [word for word in words if word.lower() in known or (joined and _bare(word) in known)]


def _bare(word: str) -> str:
    """An Arabic word without the “and” or “so” that is written onto it."""
    return word[1:] if word.startswith(_AND) else word


def numbers_in(words: list[str], tag: str) -> list[str]:
    """Those of ``words`` that are numbers, in figures or in letters."""
    known = _numbers(tag)
    return [word for word in words if any(sign.isdigit() for sign in word) or word.lower() in known]


@cache
def _negations(tag: str) -> frozenset[str]:
    return frozenset(language(tag).turns.negations)


@cache
def _numbers(tag: str) -> frozenset[str]:
    """Number words; those that are articles as well are left out."""
    known = language(tag)
    words = [word for value, entries in known.numbers.items() if value > 1 for word in entries]
    words += (word for entries in known.multipliers.values() for word in entries)
    words += (word for entries in known.ordinals.values() for word in entries)
    words += known.numbers.get(1, ())[:1] if known.tag == "en" else ()
    return frozenset(word for word in words if len(word) >= _SHORTEST or not word.isascii())
