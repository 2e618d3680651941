"""Whether brackets put another name into a quotation than the one that stands in its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.evidence.words import words_of
from bluf.languages import language, pattern

if TYPE_CHECKING:
    from bluf.languages import Language

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


def _names(text: str, known: Language) -> list[str]:
    """Words with a capital that are no office and no pronoun."""
    people = known.people
    offices = pattern((*people.roles, *people.honorifics, *people.pronouns), known.script)
    return [word for word in words_of(offices.sub(" ", text)) if word[:1].isupper()]


def _alike(one: str, other: str) -> bool:
    shared = min(len(one), len(other), _SHARED)
    return one[:shared].lower() == other[:shared].lower()
