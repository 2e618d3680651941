"""The bottom line, held to the record below it: who asks, and that nothing was refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bluf.claims.judgement import ClaimSubject, Judgement
from bluf.claims.sides import acting
from bluf.languages import answers, pattern, sentences
from bluf.model import ClaimKind, Response, Strength, sides_named
from octavo.shortening import quoted

if TYPE_CHECKING:
    from bluf.claims.desk import Desk

_UNLIKE = frozenset({
    Response.REFUSED, Response.PARTLY_ACCEPTED, Response.DEFERRED, Response.WITHDRAWN,
})  # fmt: skip
_PATH = ("bottom_line",)


def headline_claims(desk: Desk) -> Iterator[Judgement | None]:
    """A judgement for each sentence that asks, or that refuses what was asked."""
    for sentence in sentences(desk.brief.bottom_line):
        yield from _asking(desk, sentence)
        yield _refusing(desk, sentence)


def _asking(desk: Desk, sentence: str) -> Iterator[Judgement]:
    brief, known = desk.brief, desk.language
    asked = {side for each in brief.requests for side in sides_named(brief, each.from_)}
    found = desk.sides.mentions(sentence, known.tag) if asked else []
    for verb in pattern(known.speech.asking, known.script).finditer(sentence):
        told = acting(found, sentence, verb.start(), known.tag)
        near = any(len(sentence[each.end : verb.start()].split()) <= 1
                   for each in found if each.end <= verb.start())  # fmt: skip
        if near and told and told.isdisjoint(asked):  # “Highland backs the request” asks nothing
            subject = ClaimSubject(desk, ClaimKind.SIDE, _PATH, sentence)
            yield subject.not_found(
                "side-differs",
                f"the record has no request of “{min(told)}”, but of {', '.join(sorted(asked))}: "
                f"{quoted(sentence)}",
                "name the side that asks, or record the request",
            )


def _refusing(desk: Desk, sentence: str) -> Judgement | None:
    brief = desk.brief
    if Response.REFUSED not in answers(sentence, desk.language.tag) or not brief.requests:
        return None
    refused = any(each.response in _UNLIKE for each in brief.requests)
    refused = refused or any(each.strength is Strength.DISAGREED for each in brief.outcomes)
    subject = ClaimSubject(desk, ClaimKind.ANSWER, _PATH, sentence)
    spans = desk.sources.values()
    if refused or any(Response.REFUSED in answers(span.text, span.tag) for span in spans):
        return None
    if not all(span.language.known for span in spans):
        return subject.undecided()
    return subject.not_found(
        "answer-not-in-source",
        f"the record has no answer that refuses, and no source says so: {quoted(sentence)}",
        "say what was answered, or record the answer",
    )
