"""Names in running text: each is known to the record, or stands in a source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from bluf.claims.gazetteer import codes_of, named_in, places_of
from bluf.claims.judgement import Basis, ClaimFault, ClaimSubject, Judgement
from bluf.claims.naming import name_parts, occurrences
from bluf.claims.places import located
from bluf.claims.vocabulary import WORD
from bluf.languages import pattern
from bluf.model import ClaimKind, Verdict
from octavo.shortening import quoted

if TYPE_CHECKING:
    from bluf.claims.desk import Desk
    from bluf.claims.texts import Text

_BEGINS = re.compile(r"(?:^|[.!?:…]\s+|\n)[#*>\s\"“„«‘(\[–—-]*$")
_ALIKE = frozenset({Verdict.BORNE_OUT, Verdict.NOT_FOUND})
_MOST, _BEFORE, _LETTERS = 4, 400, 4
"""A name of a country or city has no more words than this."""


class _Name(Struct, frozen=True):
    """A word with a capital, or several that name one place."""

    words: str
    start: int
    end: int
    begins: bool


def name_claims(desk: Desk, text: Text) -> Iterator[Judgement]:
    """A judgement for each name of a text; of German nouns, for countries, cities and “UNIFIL”.

    A name of several words is one claim where all of them fare alike.
    """
    for group in _groups(desk, text.words, list(_names(desk, text.words))):
        judged = [(name, _judged(desk, text, name)) for name in group]
        claims = [each for _, each in judged if each]
        verdicts = {each.claim.verdict for each in claims}
        if len(claims) > 1 and len(verdicts) == 1 and verdicts <= _ALIKE:
            kept = [name for name, each in judged if each]
            whole = text.words[kept[0].start : kept[-1].end]
            claims = [_whole(desk, text, whole, claims[0])]
        yield from claims


def _whole(desk: Desk, text: Text, words: str, first: Judgement) -> Judgement:
    claim, fault = first.claim, first.fault
    if fault:
        said = fault.message.replace(quoted(claim.words), quoted(words), 1)
        fault = ClaimFault(fault.rule, said, fault.hint)
    return Judgement(replace(claim, words=words, location=desk.where(text.path, words)), fault)


def _groups(desk: Desk, text: str, names: list[_Name]) -> Iterator[list[_Name]]:
    """Names that follow each other, with nothing but blanks and particles between."""
    group: list[_Name] = []
    joins = frozenset(desk.language.people.particles) - set(desk.language.conjunctions)
    for name in names:
        between = text[group[-1].end : name.start].split(" ") if group else []
        if not joins.issuperset(filter(None, between)) or len(between) == 1:
            yield group
            group = []
        group.append(name)
    if group:
        yield group


def _names(desk: Desk, text: str) -> Iterator[_Name]:
    if desk.language.capitals == "none":
        for start, end in named_in(text, desk.brief.language):
            yield _Name(text[start:end], start, end, begins=False)
        return
    done = 0
    for match in WORD.finditer(text):
        money = text[match.end() : match.end() + 1] == "$"  # “US$14bn”
        if match.group()[0].isupper() and match.start() >= done and not money:
            begins = _begins(desk, text[: match.start()])
            name = _without_article(desk, _Name(match.group(), *match.span(), begins))
            place = _place(desk, text, name)
            done = (place or name).end
            if place or desk.language.capitals != "nouns" or _is_sure(desk, name.words):
                yield place or name


def _without_article(desk: Desk, name: _Name) -> _Name:
    """A country without what is written onto it: “L’Allemagne”."""
    rest = re.sub(r"^\w{1,2}['’]", "", name.words)
    if rest == name.words or not desk.names.country(rest)[1]:
        return name
    return replace(name, words=rest, start=name.end - len(rest))


def _is_sure(desk: Desk, word: str) -> bool:
    """Whether a noun of German is a name: “Polen”, “UNIFIL”."""
    short = word.isupper() and len(word) >= _LETTERS
    return short or bool(codes_of(word, desk.brief.language, place=True))


def _begins(desk: Desk, before: str) -> bool:
    """Whether a sentence begins here; “Mr.” and “U.S.” end none."""
    if not _BEGINS.search(before):
        return False
    last = re.search(r"(\S+\.)\s+$", before)
    word = last[1].strip(".»”)") if last else ""
    short = len(word) == 1 or "." in word
    honorifics = pattern(desk.language.people.honorifics, desk.language.script)
    return not (last and (short or honorifics.stands_for(last[1])))


def _place(desk: Desk, text: str, name: _Name) -> _Name | None:
    """The longest run of words from here that names a country or city."""
    ends = [match.end() for match in islice(WORD.finditer(text, name.start), 1, _MOST)]
    for end in reversed(ends):
        words = text[name.start : end]
        if re.fullmatch(r"[^.,;:!?()–—]+", words) and desk.names.country(words)[1]:
            return _Name(words, name.start, end, name.begins)
    return None


def _judged(desk: Desk, text: Text, name: _Name) -> Judgement | None:
    subject = ClaimSubject(desk, ClaimKind.NAME, text.path, name.words)
    place = (_is_city(desk, name.words) and _is_there(desk, text, name)) or _is_visited(
        desk, text.words, name
    )
    basis, country = _basis(desk, name.words, place=place)
    if basis and not place and _is_seat_alone(desk, name.words) and _is_there(desk, text, name):
        return subject.undecided()
    if not country and desk.names.common(name.words):
        return None
    if basis:
        if name.begins and not (country or name.words in desk.names.people):
            return None
        return _placed(desk, text, subject, basis, place=place)
    nearest = (
        "" if country else desk.names.nearest(name.words, people=name.begins and not text.phrase)
    )
    if nearest:
        hint = f"write {quoted(nearest)}, unless somebody else is meant: then add a source"
        return subject.misspelt(name.words, nearest, hint)
    sure = place or (desk.language.capitals == "none" and not desk.names.foreign)
    return None if name.begins and not country else _unknown(desk, subject, sure=sure)


def _placed(
    desk: Desk, text: Text, subject: ClaimSubject, basis: Basis, *, place: bool
) -> Judgement:
    """A name that is known: by the evidence of an item, near it, or elsewhere in a source alone."""
    if not (basis.span or place) or _is_near(desk, text, subject.words, 0, place=place):
        return subject.borne_out(basis)
    if _is_near(desk, text, subject.words, _BEFORE):
        return subject.undecided()
    return subject.not_found(
        "name-not-found",
        f"{quoted(subject.words)} stands in source “{basis.source}”, but not in the evidence",
        "quote the words that say so, or give the name that they give",
        basis,
    )


def _is_near(desk: Desk, text: Text, words: str, before: int, *, place: bool = False) -> bool:
    """Whether a name stands in the evidence of a text, or so far before; so do those of the record.

    What the evidence itself does not name, “there” or “he” in it may mean.
    """
    spans = [desk.widened(span, before) for span in desk.passages(text.evidence)]
    if (
        not spans
        or text.phrase
        or not (place or words.replace(" ", "").isalpha())
        or desk.names.foreign
    ):
        return True
    own = desk.brief.language
    if any(desk.names.words_of(span).find(words, own) is not None for span in spans):
        return True
    if desk.names.recorded(words):
        return before > 0 or not (place or _is_of_another(desk, text, words))
    return any(
        next(places_of(code, span.text, span.tag), None)
        for span in spans
        for code in codes_of(words, own)
    )


def _is_of_another(desk: Desk, text: Text, words: str) -> bool:
    """Whether a participant is named for what another one is named right before: who is “he”?"""
    people = [each.name for event in desk.brief.events for each in event.participants]
    mine = next((name for name in people if words in name_parts(desk, name)), None)
    spans = desk.passages(text.evidence) if mine else []
    for span in spans:
        lexis = desk.names.words_of(desk.widened(span, _BEFORE))
        last = {name: max((start for part in name_parts(desk, name)
                           for start, _, _ in occurrences(desk, lexis, part)), default=-1)
                for name in people}  # fmt: skip
        if last[mine or ""] == max(last.values()):
            return False
    return bool(spans)


def _is_visited(desk: Desk, text: str, name: _Name) -> bool:
    """Whether somebody goes to a city, so that no government is meant: “will visit Tokyo”."""
    goes = pattern(desk.language.sides.visits, desk.language.script)
    return _has_zone(desk, name.words) and any(
        not text[each.end() : name.start].strip()
        for each in goes.finditer(text)
        if each.end() <= name.start
    )


def _is_there(desk: Desk, text: Text, name: _Name) -> bool:
    return located(text.words, name.start, desk.brief.language)


def _has_zone(desk: Desk, words: str) -> bool:
    return any("/" in code for code in codes_of(words, desk.brief.language, place=True))


def _is_seat_alone(desk: Desk, words: str) -> bool:
    """Whether sources have the country of a capital, and nothing has the capital itself."""
    return _has_zone(desk, words) and not _basis(desk, words, place=True)[0]


def _is_city(desk: Desk, words: str) -> bool:
    """Whether a name is a city of its own, where the record says in which one it was."""
    places = {event.place for event in desk.brief.events if event.place}
    if not places:
        return False
    return _has_zone(desk, words) or any(
        each.startswith(words[: max(_LETTERS, len(words) - 2)]) for each in places
    )


def _basis(desk: Desk, words: str, *, place: bool) -> tuple[Basis | None, bool]:
    """What bears a name out, and whether it names a country or city."""
    found = None if " " in words else desk.names.find(words)
    if not found and desk.names.recorded(words):
        found = Basis(words="in the record")
    basis, country = desk.names.country(words, place=place)
    return found or basis, country


def _unknown(desk: Desk, subject: ClaimSubject, *, sure: bool) -> Judgement:
    if desk.names.untold and not sure:
        return subject.undecided(
            "name-undecided",
            f"cannot tell whether {quoted(subject.words)} stands in a source in another script",
            "look it up yourself; “also” of a participant names the form in that script",
        )
    loose = (
        desk.names.foreign or desk.names.begins(subject.words) or desk.names.abridged(subject.words)
    )
    if loose and not sure:
        return subject.undecided()
    return subject.not_found(
        "name-not-found",
        f"{quoted(subject.words)} is in no source",
        "give the name as a source has it, add the source that has it, or leave it out",
    )
