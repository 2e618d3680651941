"""Participants and places: each stands in its source, or in some source of its event."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bluf.claims.judgement import Basis, Fault, Subject
from bluf.claims.lexis import ALPHABETS
from bluf.claims.spelling import declined, forms, near, skeleton
from bluf.claims.vocabulary import WORD
from bluf.claims.words import script_of, shown
from bluf.languages import base
from bluf.model import ClaimKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bluf.claims.judgement import Judgement
    from bluf.claims.lexis import Lexis
    from bluf.claims.passages import Desk
    from bluf.claims.register import Register
    from bluf.model import Event, Participant

_FEWEST = 3


def people_claims(desk: Desk, register: Register) -> Iterator[Judgement]:
    """A judgement for each participant, and for the place of each event."""
    for index, event in enumerate(desk.brief.events):
        if event.place:
            yield _place(desk, register, index, event)
        for number, person in enumerate(event.participants):
            path = ("events", index, "participants", number, "name")
            yield _person(desk, register, Subject(ClaimKind.NAME, path, person.name), person)


def _person(desk: Desk, register: Register, subject: Subject, person: Participant) -> Judgement:
    keys = [person.source] if person.source else list(register.lexes)
    lexes = [register.lexes[key] for key in keys if key in register.lexes]
    others: list[str] = []
    for lexis in lexes:
        for name in _spellings(person):
            found = _named(desk, lexis, name, others)
            if found:
                return subject.borne_out(desk, found)
    if not lexes or any(not _comparable(lexis, person) for lexis in lexes):
        fault = Fault(
            "name-undecided",
            f"whether {shown(person.name)} stands in a source of another script cannot be told",
            "give the name in that script under “also”",
        )
        return subject.undecided(desk, fault)
    return _absent(desk, register, subject, person, others)


def _spellings(person: Participant) -> Iterator[str]:
    """The name and its other spellings; a family name alone takes the given names of the name."""
    yield person.name
    *given, _ = person.name.split()
    for other in person.also:
        alone = script_of(other) == script_of(person.name) and len(other.split()) == 1
        yield " ".join((*given, other)) if alone else other


def _absent(
    desk: Desk, register: Register, subject: Subject, person: Participant, others: list[str]
) -> Judgement:
    nearest = next(iter(others), "") or _nearest(register, person)
    hint = f"write {shown(nearest)}, or list " if nearest else "correct the name, or list "
    if person.source or others:
        where = f"source “{person.source}”" if person.source else "any source"
        tail = f", which has {shown(nearest)}" if nearest else ""
        fault = Fault(
            "participant-not-in-source",
            f"{shown(person.name)} does not stand in {where}{tail}",
            f"{hint}the form that it uses under “also”",
        )
        return subject.contradicted(desk, Basis(words=nearest), fault)
    if nearest:
        fault = Fault(
            "name-misspelt",
            f"{shown(person.name)} stands in no source; {shown(nearest)} does",
            f"{hint}the form that the sources use under “also”",
        )
        return subject.contradicted(desk, Basis(words=nearest), fault)
    fault = Fault(
        "participant-unsourced",
        f"{shown(person.name)} stands in no source",
        "add the source that names the participant, and give its id under “source”",
    )
    return subject.not_found(desk, fault)


def _named(desk: Desk, lexis: Lexis, name: str, others: list[str]) -> Basis | None:
    """Where a source names somebody: the family name, with no other name in front of it.

    What stands in front of it instead is added to ``others``, with the family name.
    """
    if script_of(name) not in ALPHABETS:
        offset = lexis.span.text.find(name)
        return Basis(lexis.span, offset, name) if offset >= 0 else None
    words = _parts(desk, name)
    if not words:
        return None
    *given, family = words
    foreign = base(desk.brief.language) != base(lexis.span.tag)
    bare: Basis | None = None
    for start, before, word in _occurrences(lexis, family, foreign=foreign):
        if not given or not before:
            bare = bare or Basis(lexis.span, start, word)
        elif any(_same(lexis, each, before, foreign=foreign) for each in given):
            return Basis(lexis.span, start, f"{before} {word}")
        else:
            others.append(f"{before} {word}")
    return None if others and not bare else bare


def _parts(desk: Desk, name: str) -> list[str]:
    """The words of a name without particles and honorifics."""
    people = desk.language.people
    small = frozenset((*people.particles, *people.honorifics))
    return [word for word in WORD.findall(name) if word.lower() not in small and len(word) > 1]


def _occurrences(lexis: Lexis, family: str, *, foreign: bool) -> Iterator[tuple[int, str, str]]:
    """Where a family name stands, with the name in front of it, if there is one."""
    same = partial(_same, lexis, family, foreign=foreign)
    for start, word in lexis.spelt(family, same, sounding=foreign):
        before = lexis.before(start)
        is_name = before[:1].isupper() and not lexis.is_office(before)
        yield start, before if is_name else "", word


def _same(lexis: Lexis, word: str, other: str, *, foreign: bool) -> bool:
    one, two = forms(word), forms(other)
    if one & two:
        return True
    endings = lexis.endings
    if foreign and _sounds(word, other, bool(endings)):
        return True
    return any(declined(mine, theirs, endings) for mine in one for theirs in two)


def _sounds(word: str, other: str, endings: bool) -> bool:  # noqa: FBT001 - of the language
    """Whether a word sounds like another of a second language, which may add an ending."""
    mine, theirs = skeleton(word), skeleton(other)
    longer = len(theirs) - len(mine) if theirs.startswith(mine) else -1
    return len(mine) >= _FEWEST - 1 and 0 <= longer <= (endings and len(mine) >= _FEWEST)


def _comparable(lexis: Lexis, person: Participant) -> bool:
    """Whether names can be carried over between the scripts of a source and of the record."""
    if not lexis.alphabetic:
        return any(script_of(name) not in ALPHABETS for name in person.also)
    return lexis.span.language.known or lexis.alphabetic


def _nearest(register: Register, person: Participant) -> str:
    """The name in a source that is most like that of a participant."""
    family = (WORD.findall(person.name) or [""])[-1]
    known = [name for lexis in register.lexes.values() for name in lexis.capitals.values()]
    return next((name for name in known if near(family, name)), "")


def _place(desk: Desk, register: Register, index: int, event: Event) -> Judgement:
    subject = Subject(ClaimKind.PLACE, ("events", index, "place"), event.place or "")
    parts: Sequence[str] = (event.place or "").split(",")
    basis = None
    for part in map(str.strip, parts):
        basis = register.country(part)[0] or _all_words(register, part)
        if not basis:
            return _no_place(desk, register, subject, part)
    return subject.borne_out(desk, basis or Basis())


def _all_words(register: Register, part: str) -> Basis | None:
    found = [register.find(word) for word in WORD.findall(part) if word[0].isupper()]
    return found[0] if found and all(found) else None


def _no_place(desk: Desk, register: Register, subject: Subject, part: str) -> Judgement:
    nearest = register.nearest(part)
    if nearest:
        fault = Fault(
            "name-misspelt",
            f"{shown(part)} stands in no source; {shown(nearest)} does",
            f"write {shown(nearest)}, unless another place is meant: then add a source",
        )
        return subject.contradicted(desk, Basis(words=nearest), fault)
    if register.untold and not register.country(part)[1]:
        return subject.undecided(desk)
    fault = Fault(
        "place-not-in-source",
        f"no source says that it was in {shown(part)}",
        "add the source that names the place, or leave it out",
    )
    return subject.not_found(desk, fault)
