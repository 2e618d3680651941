"""What turns the sense of a sentence: words left out, and cuts at the ends of a passage."""

from __future__ import annotations

import re
from functools import cache

from bluf.evidence.normal import has_unspaced
from bluf.evidence.words import words_of
from bluf.languages import (
    WordPattern,
    figures_in,
    language,
    negations_in,
    numbers_in_words,
    pattern,
    unspaced,
)
from bluf.model import Strength

_LAST = 2
_REACH = 60
_CLAUSE = 6
"""A word of Chinese or Japanese that turns the one after it has at most so many signs."""


def turns_in(text: str, tag: str) -> list[str]:
    """The words of a normalised text, in the language of a tag, that turn its sense."""
    found = [match.group() for match in _turning(tag).finditer(text)]
    return list(dict.fromkeys([*negations_in(words_of(text), tag), *found]))


def turns_behind(clause: str, tag: str) -> list[str]:
    """What turns a verb that is quoted, in the rest of its clause.

    A negation that ends the clause does; in a language that sets part of a verb behind it, as
    German does, so does any negation, and that part of a verb of refusal.
    """
    behind, words = language(tag).turns.behind, words_of(clause)
    if behind and words[-1:] and words[-1] in behind:
        return words[-1:]
    return turns_in(clause, tag) if behind or len(words) <= _LAST else []


def turns_before(text: str, start: int) -> list[str]:
    """The sign before a passage that turns its first word round, in scripts without spaces."""
    before = text[start - 1 : start]
    return [before] if has_unspaced(before) and before in unspaced().negating else []


@cache
def _turning(tag: str) -> WordPattern:
    known = language(tag)
    refused = known.verbs.get(Strength.DISAGREED, ())
    return pattern((*known.turns.refusals, *known.turns.stops, *refused), known.script)


def limited(text: str) -> list[str]:
    """What limits, in the rest of its sentence, a passage of Japanese."""
    found = has_unspaced(text) and unspaced().limit.search(text.rstrip(' "'))
    return [found[0]] if found else []


def number_cut(text: str, start: int, end: int, tag: str) -> str:
    """The number in words that a passage begins or ends within; empty where it cuts none."""
    for at in (start, end):
        low = max(0, at - _REACH)
        window = text[low : at + _REACH]
        cut = at - low
        for figure in figures_in(window, tag) if _may_spell(window, tag) else ():
            if figure.spelt and figure.start < cut < figure.end:
                kept = window[cut:] if at == start else window[figure.start : cut]
                left = figures_in(kept, tag)
                if not left or left[0].values != figure.values:
                    return figure.words
    return ""


def _may_spell(text: str, tag: str) -> bool:
    """Whether a text may have a number in words."""
    return language(tag).script == "Hani" or any(numbers_in_words(text, tag))


def ending_cut(text: str, end: int) -> str:
    """The ending after a passage that turns its last verb round; empty where there is none."""
    ending = has_unspaced(text[end : end + 1]) and unspaced().ending.match(text, end)
    return ending[0] if ending else ""


def turned_before(text: str, start: int, tag: str) -> list[str]:
    """Words that turn round what follows them, just before a passage without spaces."""
    if not has_unspaced(text[max(0, start - 1) : start + 1]):
        return []
    before = re.split(r"[。！？，、；：,;:.!?\s\"]", text[max(0, start - _CLAUSE) : start])[-1]
    return turns_in(before, tag)
