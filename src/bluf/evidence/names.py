"""Whether brackets put another name into a quotation than the one that stands in its source."""

from __future__ import annotations

from bluf.evidence.words import words_of
from bluf.languages import Language, language, pattern

_SHARED = 4
"""Two forms of a name begin with so many of the same letters: “Srbija”, “Srbije”."""


def other_name(inserted: str, replaced: str, tag: str) -> bool:
    """Whether a name stands in the place of another one.

    A name for a pronoun is none, nor is an office for a name, or a fuller form of it.
    """
    known = language(tag)
    if known.capitals != "names":
        return False
    here, there = _names(inserted, known), _names(replaced, known)
    return bool(here and there) and not any(_alike(one, other) for one in here for other in there)


def other_words(inserted: str, replaced: str, tag: str) -> bool:
    """Whether words of the source give way to others that are no forms of them.

    Pronouns, offices and names may be made clearer; two auxiliaries may change the tense.
    """
    known = language(tag)
    people, turns = known.people, known.turns
    free = (*people.roles, *people.ranks, *people.honorifics, *people.pronouns, *turns.futures)
    left = words_of(pattern(free, known.script).sub(" ", replaced))
    kept = [word for word in left if not word[:1].isupper() and len(word) >= _SHARED]
    said = words_of(inserted)
    first = [word for word in said if not word[:1].isupper()]
    named = known.capitals == "names" and len(first) < len(said)
    return bool(said) and not named and any(not _has_form(word, said) for word in kept)


def _has_form(word: str, others: list[str]) -> bool:
    return any(_alike(word, other) for other in others)


def _names(text: str, known: Language) -> list[str]:
    """Words with a capital that are no office and no pronoun."""
    people = known.people
    offices = pattern((*people.roles, *people.honorifics, *people.pronouns), known.script)
    return [word for word in words_of(offices.sub(" ", text)) if word[:1].isupper()]


def _alike(one: str, other: str) -> bool:
    shared = min(len(one), len(other), _SHARED)
    return one[:shared].lower() == other[:shared].lower()
