"""Where somebody is named: by the family name, with no other given name in front of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from itertools import takewhile
from typing import TYPE_CHECKING

from bluf.claims.judgement import Basis
from bluf.claims.source_words import ALPHABETS, SourceWords
from bluf.claims.spelling import declined, endings, forms, lettered, script_of, skeleton
from bluf.claims.vocabulary import WORD
from bluf.languages import base, pattern
from bluf.model import Participant

if TYPE_CHECKING:
    from bluf.claims.passages import ClaimContext

_FEWEST, _SHORTEST, _NEAR = 3, 2, 60


@lru_cache(maxsize=1 << 12)
def spellings(person: Participant) -> tuple[str, ...]:
    """The name and its other spellings; a family name alone takes the given names of the name."""
    *given, _ = person.name.split()
    others = (
        " ".join((*given, other))
        if script_of(other) == script_of(person.name) and len(other.split()) == 1
        else other
        for other in person.also
    )
    return (person.name, *others)


def named(desk: ClaimContext, lexis: SourceWords, name: str, others: list[str]) -> Basis | None:
    """Where a source names somebody: the family name, with no other name in front of it.

    What stands in front of it instead is added to ``others``, with the family name.
    """
    if script_of(name) not in ALPHABETS:
        found = pattern((name,), lexis.span.language.script).search(lexis.span.text)
        return Basis(lexis.span, found.start(), name) if found else None
    words = name_parts(desk, name)
    if not words:
        return None
    *given, family = words
    bare: Basis | None = None
    for start, before, word in occurrences(desk, lexis, family):
        if not given or not before:
            bare = bare or Basis(lexis.span, start, word)
        elif any(_stands_before(desk, lexis, start, each) for each in given):
            return Basis(lexis.span, start, f"{before} {word}")
        else:
            others.append(f"{before} {word}")
    return None if others and not bare else bare


def _stands_before(desk: ClaimContext, lexis: SourceWords, start: int, given: str) -> bool:
    """Whether a given name is the word before a place, or further names are all between."""
    near = lexis.span.text[max(0, start - _NEAR) : start]
    clause = WORD.findall(re.split(r"[,;:!?()]", near)[-1])
    run = [*takewhile(str.istitle, reversed(clause))]
    own, tag = desk.brief.language, lexis.span.tag
    words = WORD.findall(near)[-max(len(run), 2) :]
    return any(word[0].isupper() and same_name(given, own, word, tag) for word in words)


def name_parts(desk: ClaimContext, name: str) -> list[str]:
    """The words of a name without particles and honorifics."""
    people = desk.language.people
    small = frozenset((*people.particles, *people.honorifics))
    return [word for word in WORD.findall(name) if word.lower() not in small and len(word) > 1]


def occurrences(
    desk: ClaimContext, lexis: SourceWords, name: str
) -> Iterator[tuple[int, str, str]]:
    """Where a name stands, with the name in front of it, if there is one."""
    own, tag = desk.brief.language, lexis.span.tag
    same = partial(same_name, name, own, other_tag=tag)
    known = (desk.language, lexis.span.language)
    particles = frozenset(each for one in known for each in one.people.particles)
    for start, word in lexis.spelt(name, same, sounding=base(own) != base(tag)):
        before = lexis.before(start)
        small = len(before.rstrip(".")) < _SHORTEST or before.lower() in particles
        is_name = before[:1].isupper() and not (small or lexis.is_office(before))
        yield start, before if is_name else "", word


@lru_cache(maxsize=1 << 16)
def same_name(word: str, tag: str, other: str, other_tag: str) -> bool:
    """Whether a name of one text is a word of another one: as it is, declined, or as it sounds."""
    cyrillic = script_of(word) == script_of(other) == "CYRILLIC"
    one, two = map(lettered if cyrillic else forms, (word, other))
    if one & two:
        return True
    ends = endings(other_tag)
    if base(tag) != base(other_tag) and _sounds(word, other, bool(ends)):
        return True
    return any(declined(mine, theirs, ends) for mine in one for theirs in two)


def _sounds(word: str, other: str, ends: bool) -> bool:  # noqa: FBT001 - of the language
    """Whether a word sounds like another of a second language, which may add an ending."""
    mine, theirs = skeleton(word), skeleton(other)
    longer = len(theirs) - len(mine) if theirs.startswith(mine) else -1
    return len(mine) >= _FEWEST - 1 and 0 <= longer <= (ends and len(mine) >= _FEWEST)
