"""Participants: each stands in the source that is named, else in some source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bluf.claims.judgement import Basis, ClaimSubject, Judgement
from bluf.claims.naming import named, spellings
from bluf.claims.source_words import SourceWords
from bluf.claims.spelling import near, script_of
from bluf.claims.vocabulary import WORD
from bluf.model import ClaimKind, Participant
from octavo.shortening import quoted

if TYPE_CHECKING:
    from bluf.claims.desk import Desk


def people_claims(desk: Desk) -> Iterator[Judgement]:
    """A judgement for the name of each participant."""
    for index, event in enumerate(desk.brief.events):
        for number, person in enumerate(event.participants):
            path = ("events", index, "participants", number, "name")
            yield _person(desk, ClaimSubject(desk, ClaimKind.NAME, path, person.name), person)


def _person(desk: Desk, subject: ClaimSubject, person: Participant) -> Judgement:
    keys = [person.source] if person.source else list(desk.names.lexes)
    lexes = [desk.names.lexes[key] for key in keys if key in desk.names.lexes]
    others: list[str] = []
    bare: Basis | None = None
    for lexis in lexes:
        for name in spellings(person):
            found = named(desk, lexis, name, others)
            if found and (" " in found.words or " " not in name.strip()):
                return subject.borne_out(found)
            bare = bare or found
    if bare and not _like(person, others):
        other = next(iter(others), "")
        given = person.name.split()[0]
        if other and not any(lexis.find(given, desk.brief.language) for lexis in lexes):
            return _called_otherwise(subject, bare, other)
        return subject.borne_out(bare)
    if not lexes or any(not _comparable(lexis, person) for lexis in lexes):
        return subject.undecided(
            "name-undecided",
            f"cannot tell whether {quoted(person.name)} stands in a source in another script",
            "give the name in that script under “also”",
        )
    return _absent(desk, subject, person, others)


def _called_otherwise(subject: ClaimSubject, bare: Basis, other: str) -> Judgement:
    return subject.not_found(
        "participant-unsourced",
        f"{quoted(subject.words)} is in no source, which have {quoted(other)}",
        f"write {quoted(other)}, or add the source that names the participant so",
        bare,
    )


def _like(person: Participant, others: list[str]) -> str:
    """The name in a source whose given name is a slip for that of a participant, or this for it."""
    given = WORD.findall(person.name)[:-1]
    return next((each for each in others if any(near(one, each.split()[0]) for one in given)), "")


def _absent(desk: Desk, subject: ClaimSubject, person: Participant, others: list[str]) -> Judgement:
    nearest = _like(person, others) or next(iter(others), "") or _nearest(desk, person)
    hint = f"write {quoted(nearest)}, or list " if nearest else "correct the name, or list "
    if person.source or others:
        where = f"source “{person.source}”" if person.source else "any source"
        tail = f", which has {quoted(nearest)}" if nearest else ""
        return subject.contradicted(
            "participant-not-in-source",
            f"{quoted(person.name)} does not stand in {where}{tail}",
            f"{hint}the form that it uses under “also”",
            Basis(words=nearest),
        )
    if nearest:
        hint += "the form that the sources use under “also”"
        return subject.misspelt(person.name, nearest, hint)
    return subject.not_found(
        "participant-unsourced",
        f"{quoted(person.name)} is in no source",
        "add the source that names the participant, and give its id under “source”",
    )


def _comparable(lexis: SourceWords, person: Participant) -> bool:
    """Whether names can be carried over between the scripts of a source and of the record."""
    if lexis.alphabetic:
        return True
    own = script_of(lexis.span.text)
    return any(script_of(name) == own for name in spellings(person))


def _nearest(desk: Desk, person: Participant) -> str:
    """The name in a source that is most like that of a participant."""
    family = (WORD.findall(person.name) or [""])[-1]
    known = [name for lexis in desk.names.lexes.values() for name in lexis.capitals.values()]
    return next((name for name in known if near(family, name)), "")
