"""Offices and parties of participants: those that a source gives them beside their names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bluf.claims.gazetteer import codes_of
from bluf.claims.judgement import Basis, ClaimSubject, Judgement
from bluf.claims.titles import GENERIC, Title, beside_name, differs, titles
from bluf.claims.vocabulary import WORD, stems
from bluf.languages import base, folded, language, offices_in, pattern
from bluf.model import ClaimKind
from octavo.shortening import quoted

if TYPE_CHECKING:
    from bluf.claims.desk import Desk
    from bluf.claims.texts import Path
    from bluf.languages import Office
    from bluf.model import Participant

_AWAY = frozenset({"ambassador", "envoy"})
"""Offices whose country beside the name may be the one that they are sent to."""
_SHORTEST, _BOTH, _APPOSED = 4, 2, 120


def office_claims(desk: Desk) -> Iterator[Judgement]:
    """A judgement for the office and the party of each participant."""
    for index, event in enumerate(desk.brief.events):
        for number, person in enumerate(event.participants):
            path: Path = ("events", index, "participants", number)
            lexes = desk.names.lexes.values()
            given = [title for lexis in lexes for title in titles(desk, lexis, person)]
            if person.role:
                subject = ClaimSubject(desk, ClaimKind.OFFICE, (*path, "role"), person.role)
                yield _office(desk, subject, person, given)
            if person.party:
                subject = ClaimSubject(desk, ClaimKind.SIDE, (*path, "party"), person.party)
                yield _party(desk, subject, person, given)


def _office(
    desk: Desk, subject: ClaimSubject, person: Participant, given: list[Title]
) -> Judgement:
    own = desk.brief.language
    kinds = frozenset(each.kind for each in offices_in(subject.words, own))
    if not kinds:
        return _by_words(desk, subject, person)
    other = differs(kinds, given)
    if other:
        if _apposed(subject.words, other.span.text[: other.start]):
            return subject.borne_out(Basis(other.span, other.start, subject.words))
        said = " ".join(other.words.split())
        return subject.contradicted(
            "office-differs",
            f"{quoted(subject.words)} is not what source “{other.span.key}” calls him or her: "
            f"{quoted(said)}",
            "give the office that the source gives, or name a source for yours",
            Basis(other.span, other.start, said),
        )
    if not given:
        return _elsewhere(desk, subject, kinds)
    if not any(_is_of(subject.words, own, person.name, title) for title in given):
        return subject.undecided()
    return subject.borne_out(given[0].basis)


def _is_of(role: str, tag: str, name: str, title: Title) -> bool:
    """Whether a title has what an office is of: “Trade” of a minister, “重庆市” of “市长”."""
    other = title.span.tag
    if title.span.language.script != "Hani":
        kinds = {each.kind for each in offices_in(role, tag)}
        own, theirs = _duty(role, tag, name), _duty(title.words, other, name)
        told = base(tag) == base(other) and kinds <= GENERIC and min(len(own), len(theirs)) > 1
        return not told or len(own & theirs) > 1
    start = next((office.start for office in offices_in(role, other)), 0)
    return role[:start] in title.words or bool(codes_of(role[:start], other))


def _duty(words: str, tag: str, name: str) -> frozenset[str]:
    """The words of an office from its noun on, by their beginnings, without those of a name."""
    start = next((each.start for each in reversed(offices_in(words, tag))), 0)
    return frozenset(dict(stems(words[start:], tag))) - dict(stems(name, tag)).keys()


def _apposed(role: str, before: str) -> bool:
    """Whether an office stands in front of another one: “the Secretary General, Ambassador”."""
    parts = re.split(r"[,;:.!?\n]", before[-_APPOSED:])
    if len(parts) < _BOTH or re.search(r"\w{4,}", parts[-1]):
        return False
    words = [word for word in WORD.findall(folded(role)) if len(word) >= _SHORTEST]
    return all(word in folded(parts[-2]) for word in words)


def _elsewhere(desk: Desk, subject: ClaimSubject, kinds: frozenset[str]) -> Judgement:
    """An office that no source gives beside the name: whether one knows it at all."""
    spans = desk.sources.values()
    known = (office.kind in kinds for span in spans for office in offices_in(span.text, span.tag))
    return subject.undecided() if any(known) else _nowhere(desk, subject)


def _by_words(desk: Desk, subject: ClaimSubject, person: Participant) -> Judgement:
    """An office of no known kind: its words stand in a source, where one has its language."""
    words = [word for word in WORD.findall(subject.words) if len(word) >= _SHORTEST]
    found = [desk.names.find(word) or desk.names.find(word[:-1]) for word in words]  # “Beamter”
    if not words or desk.language.script == "Hani":  # too short to go by: “SGB”
        there = ((span, span.text.find(subject.words)) for span in desk.sources.values())
        found = [Basis(span, start, subject.words) for span, start in there if start >= 0]
    if not (found and all(found)):
        names = (not one and word[0].isupper() for word, one in zip(words, found, strict=False))
        told = (any(found) and any(names)) or desk.language.script == "Hani"  # else in other words
        return _nowhere(desk, subject) if told else subject.undecided()
    beside = (folded(each) for lexis in desk.names.lexes.values()
              for each in beside_name(desk, lexis, person))  # fmt: skip
    sought = [folded(word[:-1]) for word in words] or [folded(subject.words)]
    if not any(word in each for each in beside for word in sought):
        return subject.undecided()  # it may be that of somebody else
    return subject.borne_out(found[0] or Basis())


def _nowhere(desk: Desk, subject: ClaimSubject) -> Judgement:
    own = base(desk.brief.language)
    if not desk.sources or any(base(span.tag) != own for span in desk.sources.values()):
        return subject.undecided()
    return subject.not_found(
        "office-not-in-source",
        f"no source gives the office of {quoted(subject.words)}",
        "add the source that gives it, or leave the office out",
    )


def _party(desk: Desk, subject: ClaimSubject, person: Participant, given: list[Title]) -> Judgement:
    other: tuple[Title, str] | None = None
    for title in given:
        named = desk.sides.countries(title.words, title.span.tag)
        if person.party in named:
            return subject.borne_out(title.basis)
        if len(named) == 1 and title.kind not in _AWAY and other is None:
            other = (title, min(named))
    if other is None:
        told = {desk.brief.sources[title.span.key].party for title in given}
        return _by_office(desk, subject, person, at_home=person.party in told)
    title, party = other
    return subject.contradicted(
        "side-differs",
        f"source “{title.span.key}” calls {quoted(person.name)} {quoted(title.basis.words)}: "
        f"that is “{party}”, not “{subject.words}”",
        "correct the party",
        title.basis,
    )


def _by_office(
    desk: Desk, subject: ClaimSubject, person: Participant, *, at_home: bool
) -> Judgement:
    """A party that no source gives beside the name: by the country of such an office in one.

    One's own account leaves the country out.
    """
    own = desk.brief.language
    kinds = frozenset(each.kind for each in offices_in(person.role or "", own))
    found: dict[str, Basis] = {}
    for span in desk.sources.values():
        for office in offices_in(span.text, span.tag):
            if office.kind in kinds - _AWAY:
                basis = Basis(span, office.start, span.text[office.start : office.end])
                named = desk.sides.countries(_beside(span.text, office, span.tag), span.tag)
                found |= {each: basis for each in named - {*found} if desk.sides.is_country(each)}
    theirs = _of_others(desk, person, kinds)
    found = {party: basis for party, basis in found.items() if party not in theirs}
    if subject.words in found:
        return subject.borne_out(found[subject.words])
    several = len(desk.brief.parties) > _BOTH  # of whom one may go unnamed
    if not found or at_home or several:
        return subject.undecided()
    return subject.not_found(
        "side-not-in-source",
        f"the sources give such an office to {', '.join(sorted(found))}, not to “{subject.words}”",
        "correct the party, or name the source that says whom he or she spoke for",
    )


def _of_others(desk: Desk, person: Participant, kinds: frozenset[str]) -> frozenset[str | None]:
    """The parties of the other participants who have an office of these kinds."""
    everybody = (each for event in desk.brief.events for each in event.participants)
    return frozenset(
        each.party
        for each in everybody
        if each.name != person.name
        and kinds & {office.kind for office in offices_in(each.role or "", desk.brief.language)}
    )


def _beside(text: str, office: Office, tag: str) -> str:
    """The words in which an office may bear its country: two in front of it and two behind."""
    before = _STOP.split(text[max(0, office.start - _SIDE) : office.start])[-1]
    behind = _STOP.split(text[office.end : office.end + _SIDE])[0]
    known, near = language(tag), before.split()[-2:]
    if near and pattern(known.sides.belonging, known.script).stands_for(near[-1]):
        near = []  # “the visit to Russia of Secretary”
    return " ".join((*near, "|", *behind.split()[:2]))


_STOP = re.compile(r"[,;:!?\n]|(?<!\b\w)\.")
_SIDE = 30
"""So far beside an office its country may stand: “Serbian Foreign Minister”."""
