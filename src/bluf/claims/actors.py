"""Offices and peoples that a text names and its evidence does not: “presidents”, “French police”.

Nobody can tell whether they are the ones that the evidence means: what it calls “he”, “they” or
something else may be meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from bluf.claims.alike import alike
from bluf.claims.gazetteer import codes_of, places_of, with_capital
from bluf.claims.judgement import ClaimSubject, Judgement
from bluf.claims.titles import compatible
from bluf.claims.vocabulary import WORD
from bluf.languages import offices_in, sentences
from bluf.model import ClaimKind

if TYPE_CHECKING:
    from bluf.claims.desk import Desk
    from bluf.claims.passages import SourceSpan
    from bluf.claims.texts import Text

_LETTERS = 6
"""A shorter word in small letters is rarely a people’s: “mali” is small in Serbian."""


def actor_claims(desk: Desk, text: Text) -> Iterator[Judgement]:
    """A judgement for each office and people that only the text names."""
    pieces = [(text.words, desk.passages(text.evidence))]
    if not text.evidence:
        pieces = [(each, alike(desk, each)) for each in sentences(text.words)]
    for words, spans in pieces:
        if spans and not text.phrase and all(span.language.known for span in spans):
            for said in (*_offices(desk, words, spans), *_peoples(desk, words, spans)):
                yield ClaimSubject(desk, ClaimKind.OFFICE, text.path, said).undecided()


def _offices(desk: Desk, words: str, spans: Sequence[SourceSpan]) -> Iterator[str]:
    own = desk.brief.language
    kinds = {each.kind for span in spans for each in offices_in(span.text, span.tag)}
    named = {each.who for span in spans for each in desk.sides.within(span)} - {""}
    people = [each for event in desk.brief.events for each in event.participants]
    for office in offices_in(words, own):
        holders = {
            each.name
            for each in people
            if any(_may_be(office.kind, role.kind) for role in offices_in(each.role or "", own))
        }
        meant = holders & named or (holders and not (kinds or named))
        if not meant and not any(_may_be(office.kind, kind) for kind in kinds):
            yield words[office.start : office.end]


def _may_be(kind: str, other: str) -> bool:
    return kind == other or ("prime_minister" not in {kind, other} and compatible(kind, other))


def _peoples(desk: Desk, words: str, spans: Sequence[SourceSpan]) -> Iterator[str]:
    for word in WORD.findall(words):
        codes = codes_of(word, desk.brief.language) if word.islower() else frozenset()
        if len(word) >= _LETTERS and codes and not any(
            next(places_of(code, span.text, span.tag), None)
            for code in with_capital(codes)
            for span in spans
        ):  # fmt: skip
            yield word
