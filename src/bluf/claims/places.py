"""Places of events: a source says that it was there, “in Washington”, and not only names it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bluf.claims import gazetteer
from bluf.claims.judgement import Basis, ClaimSubject, Judgement
from bluf.claims.naming import occurrences
from bluf.claims.source_words import SourceWords
from bluf.claims.vocabulary import WORD
from bluf.languages import dates_in, language, pattern
from bluf.model import ClaimKind, EventKind
from octavo.shortening import quoted

if TYPE_CHECKING:
    from bluf.claims.desk import Desk
    from bluf.claims.passages import SourceSpan
    from bluf.model import Event

_LOCAL = frozenset({EventKind.SESSION, EventKind.HEARING, EventKind.VOTE, EventKind.DECISION})
"""Kinds of occasions whose papers name their town without “in”, at their head or their foot."""
_HEAD, _FOOT = 400, 200
_UNTOLD = frozenset({"Hani", "Arab"})
_REACH, _MOST, _SIGNS, _LONG, _MEETING = 48, 3, 8, 4, 2
_DATELINE = re.compile(
    r"[^\W\d_]+(?:[\s-](?:(?:d[aeo]l?|of)\s)?[^\W\d_]+)?\s?(?:[,–—(:;/-]|\.[-–—]|\s\()"
)
_WITHIN = re.compile(
    r"\s(?:the\s|\d+\w?\s)?[A-Z]\w+(?:\s[A-Z]\w+){0,2},\s([A-Z][\w-]*(?:\s[A-Z][\w-]*)*)(?:[.,;)\n]|\Z)"
)
"""A place in a town, and the town: “at State House, Nairobi.”, “at 2 School Road, Wellesbourne”."""
_LINE_START = 40
"""So far into a line a dateline may begin, behind a date: “2 March 2026 ISLAMABAD: ”."""


def place_claims(desk: Desk) -> Iterator[Judgement]:
    """A judgement for the place of each event."""
    for index, event in enumerate(desk.brief.events):
        if event.place:
            subject = ClaimSubject(desk, ClaimKind.PLACE, ("events", index, "place"), event.place)
            yield _judged(desk, subject, event)


def is_seat(desk: Desk, words: str) -> bool:
    """Whether a place may stand for the government of a party: “Washington said”."""
    tag = desk.brief.language
    seats = gazetteer.codes_of(words, tag) | gazetteer.codes_of(words, tag, place=True)
    names = (name for party in desk.brief.parties.values() for name in (party.name, party.short))
    codes = frozenset(code for name in names if name for code in gazetteer.codes_of(name, tag))
    return bool(seats & gazetteer.with_capital(codes))


def located(text: str, start: int, tag: str) -> bool:
    """Whether what stands at a place of a text is where something is: “in”, or a dateline."""
    known = language(tag)
    if not known.sides.within:
        return True
    if _is_dateline(text, start):
        return True
    near = text[max(0, start - _REACH) : start]
    return any(
        _leads(near[match.end() :], known.script)
        or _is_town(text, start - len(near) + match.end(), start)
        for match in pattern(known.sides.within, known.script).finditer(near)
    )


def _is_dateline(text: str, start: int) -> bool:
    line = text.rfind("\n", 0, start) + 1
    near = start - line <= _LINE_START and "." not in text[line:start]
    return near and _DATELINE.match(text, start) is not None


def _is_town(text: str, begin: int, start: int) -> bool:
    match = _WITHIN.match(text, begin)
    return match is not None and match.start(1) == start


def _leads(gap: str, script: str) -> bool:
    if re.search(r"[.,;:!?，。；：]", gap):
        return False
    return len(gap) <= _SIGNS if script == "Hani" else len(gap.split()) <= _MOST


def _judged(desk: Desk, subject: ClaimSubject, event: Event) -> Judgement:
    basis, sure = Basis(), []
    for part in map(str.strip, subject.words.split(",")):
        found = list(_occurrences(desk, part))
        loose = event.kind in _LOCAL and not is_seat(desk, part)
        there = [each for each in found if (loose and _is_at_edge(each)) or _is_there(each)]
        if not there:
            return _not_there(desk, subject, part, next(iter(found), None))
        sure = [each for each in there if loose or _is_of(desk, event, each)]
        basis = (sure or there)[0]
    return subject.borne_out(basis) if sure else subject.undecided()


def _is_of(desk: Desk, event: Event, basis: Basis) -> bool:
    """Whether a place is that of the event, and not of another one that its source tells of.

    It is a dateline, or its sentence has two participants, the day, or one and the title besides.
    """
    span, own = basis.span, desk.brief.language
    if span is None or span.language.script in _UNTOLD or _is_dateline(span.text, basis.offset):
        return True
    sentence = desk.sentence_at(span.key, span.start + basis.offset)
    words = SourceWords(sentence)

    def named(text: str) -> int:
        return sum(words.find(word, own) is not None for word in WORD.findall(text)
                   if len(word) >= _LONG and word[:-1] not in (event.place or ""))  # fmt: skip

    people = sum(named(each.name) > 0 for each in event.participants)
    if people >= min(_MEETING, len(event.participants)) > 0:
        return True
    day = event.date.value if event.date else None
    if day and any(each.means(day) for each in dates_in(sentence.text, sentence.tag)):
        return True
    return named(event.title) > 1 and (people > 0 or not event.participants)


def _is_at_edge(basis: Basis) -> bool:
    return basis.span is not None and not (
        _HEAD < basis.offset < len(basis.span.text) - max(_FOOT, len(basis.words))
    )


def _is_there(basis: Basis) -> bool:
    span = basis.span
    return span is not None and located(span.text, basis.offset, span.tag)


def _occurrences(desk: Desk, part: str) -> Iterator[Basis]:
    """Where sources name a place: by any name that CLDR has for it, or by its words."""
    codes = gazetteer.codes_of(part, desk.brief.language, place=True)
    for span in desk.sources.values():
        for code in sorted(codes):
            for start, _ in gazetteer.places_of(code, span.text, span.tag, place=True):
                yield Basis(span, start, part)
            yield from _capital(span, gazetteer.country_of(code), part)
    words = [word for word in WORD.findall(part) if word[0].isupper()]
    if words and all(desk.names.find(word) for word in words):
        for span in desk.sources.values():
            for start, _, word in occurrences(desk, desk.names.lexes[span.key], words[0]):
                if word[0].isupper():
                    yield Basis(span, start, word)


def _capital(span: SourceSpan, country: str, part: str) -> Iterator[Basis]:
    """Where a source says “the capital of” a country, or “the Belarusian capital”."""
    capital = pattern(span.language.sides.capital, span.language.script)
    for start, end in gazetteer.places_of(country, span.text, span.tag) if country else ():
        for match in capital.finditer(span.text, max(0, start - _REACH), end + _REACH):
            if start - match.end() in {0, 1} or match.start() - end in {0, 1}:
                yield Basis(span, match.start(), part)


def _not_there(desk: Desk, subject: ClaimSubject, part: str, named: Basis | None) -> Judgement:
    known = gazetteer.codes_of(part, desk.brief.language, place=True)
    if named and any("/" not in code for code in known):  # a country is named in many ways
        return subject.undecided()
    nearest = "" if named else desk.names.nearest(part)
    if nearest:
        hint = f"write {quoted(nearest)}, unless another place is meant: then add a source"
        return subject.misspelt(part, nearest, hint)
    if desk.names.untold and not (named or known):
        return subject.undecided()
    return subject.not_found(
        "place-not-in-source",
        f"no source says that it was in {quoted(part)}",
        "name the place that a source gives, add the source that names yours, or leave it out",
        named or Basis(),
    )
