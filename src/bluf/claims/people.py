"""Participants: each stands in the source that is named, else in some source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bluf.claims.judgement import Basis, ClaimFault, ClaimSubject, Judgement
from bluf.claims.naming import named, spellings
from bluf.claims.source_words import SourceWords
from bluf.claims.spelling import near, script_of
from bluf.claims.vocabulary import WORD
from bluf.model import ClaimKind, Participant
from octavo.shortening import quoted

if TYPE_CHECKING:
    from bluf.claims.passages import ClaimContext
    from bluf.claims.register import NameRegister


def people_claims(desk: ClaimContext, register: NameRegister) -> Iterator[Judgement]:
    """A judgement for the name of each participant."""
    for index, event in enumerate(desk.brief.events):
        for number, person in enumerate(event.participants):
            path = ("events", index, "participants", number, "name")
            yield _person(desk, register, ClaimSubject(ClaimKind.NAME, path, person.name), person)


def _person(
    desk: ClaimContext, register: NameRegister, subject: ClaimSubject, person: Participant
) -> Judgement:
    keys = [person.source] if person.source else list(register.lexes)
    lexes = [register.lexes[key] for key in keys if key in register.lexes]
    others: list[str] = []
    bare: Basis | None = None
    for lexis in lexes:
        for name in spellings(person):
            found = named(desk, lexis, name, others)
            if found and (" " in found.words or " " not in name.strip()):
                return subject.borne_out(desk, found)
            bare = bare or found
    if bare and not _like(person, others):
        other = next(iter(others), "")
        given = person.name.split()[0]
        if other and not any(lexis.find(given, desk.brief.language) for lexis in lexes):
            return _called_otherwise(desk, subject, bare, other)
        return subject.borne_out(desk, bare)
    if not lexes or any(not _comparable(lexis, person) for lexis in lexes):
        fault = ClaimFault(
            "name-undecided",
            f"cannot tell whether {quoted(person.name)} stands in a source in another script",
            "give the name in that script under “also”",
        )
        return subject.undecided(desk, fault)
    return _absent(desk, register, subject, person, others)


def _called_otherwise(
    desk: ClaimContext, subject: ClaimSubject, bare: Basis, other: str
) -> Judgement:
    fault = ClaimFault(
        "participant-unsourced",
        f"{quoted(subject.words)} is in no source, which have {quoted(other)}",
        f"write {quoted(other)}, or add the source that names the participant so",
    )
    return subject.not_found(desk, fault, bare)


def _like(person: Participant, others: list[str]) -> str:
    """The name in a source whose given name is a slip for that of a participant, or this for it."""
    given = WORD.findall(person.name)[:-1]
    return next((each for each in others if any(near(one, each.split()[0]) for one in given)), "")


def _absent(
    desk: ClaimContext,
    register: NameRegister,
    subject: ClaimSubject,
    person: Participant,
    others: list[str],
) -> Judgement:
    nearest = _like(person, others) or next(iter(others), "") or _nearest(register, person)
    hint = f"write {quoted(nearest)}, or list " if nearest else "correct the name, or list "
    if person.source or others:
        where = f"source “{person.source}”" if person.source else "any source"
        tail = f", which has {quoted(nearest)}" if nearest else ""
        fault = ClaimFault(
            "participant-not-in-source",
            f"{quoted(person.name)} does not stand in {where}{tail}",
            f"{hint}the form that it uses under “also”",
        )
        return subject.contradicted(desk, Basis(words=nearest), fault)
    if nearest:
        fault = ClaimFault(
            "name-misspelt",
            f"{quoted(person.name)} is in no source; {quoted(nearest)} does",
            f"{hint}the form that the sources use under “also”",
        )
        return subject.contradicted(desk, Basis(words=nearest), fault)
    fault = ClaimFault(
        "participant-unsourced",
        f"{quoted(person.name)} is in no source",
        "add the source that names the participant, and give its id under “source”",
    )
    return subject.not_found(desk, fault)


def _comparable(lexis: SourceWords, person: Participant) -> bool:
    """Whether names can be carried over between the scripts of a source and of the record."""
    if lexis.alphabetic:
        return True
    own = script_of(lexis.span.text)
    return any(script_of(name) == own for name in spellings(person))


def _nearest(register: NameRegister, person: Participant) -> str:
    """The name in a source that is most like that of a participant."""
    family = (WORD.findall(person.name) or [""])[-1]
    known = [name for lexis in register.lexes.values() for name in lexis.capitals.values()]
    return next((name for name in known if near(family, name)), "")
