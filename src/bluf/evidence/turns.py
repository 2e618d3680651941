"""Words that turn the sense of a sentence: whoever leaves one out says something else."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bluf.evidence.normal import has_unspaced
from bluf.languages import language, negations_in, pattern, unspaced
from bluf.model import Strength

if TYPE_CHECKING:
    from bluf.languages import WordPattern

from bluf.evidence.words import words_of

_LAST = 2


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
