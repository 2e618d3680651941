"""Answers: what was answered stands in the evidence of the request, or of what answers it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from bluf.claims.judgement import Basis, ClaimSubject, Judgement
from bluf.claims.strength import said
from bluf.claims.texts import Path, is_own, quotations
from bluf.languages import answers, language, possible_answers
from bluf.model import ClaimKind, Request, Response, answer_by
from octavo.shortening import quoted

if TYPE_CHECKING:
    from bluf.claims.passages import ClaimContext, SourceSpan

_FIRM = {
    Response.ACCEPTED: 4,
    Response.ACCEPTED_IN_PRINCIPLE: 3,
    Response.PARTLY_ACCEPTED: 3,
    Response.NONCOMMITTAL: 2,
    Response.DEFERRED: 2,
    Response.NOTED: 1,
}
"""How far an answer goes; one that goes less far bears out none that goes farther."""


def answer_claims(desk: ClaimContext) -> Iterator[Judgement]:
    """A judgement for each answer of the record, and of a quotation that has its own."""
    for index, request in enumerate(desk.brief.requests):
        path: Path = ("requests", index)
        if _says(request.response) and request.response:
            subject = ClaimSubject(
                desk, ClaimKind.ANSWER, (*path, "response"), str(request.response)
            )
            if is_own(request):
                yield subject.own(request.basis or "")
            else:
                spans = desk.passages(quotations(path, request.evidence))
                yield _held(subject, request.response, spans, _outcomes(desk, request))
        for number, entry in enumerate(request.evidence):
            if _says(entry.response) and entry.response:
                where = (*path, "evidence", number)
                subject = ClaimSubject(
                    desk, ClaimKind.ANSWER, (*where, "response"), str(entry.response)
                )
                spans = desk.passages([(*where, "quote")])
                yield _held(subject, entry.response, spans)


def _says(response: Response | None) -> bool:
    return response not in {None, Response.NOT_REPORTED}


def _outcomes(desk: ClaimContext, request: Request) -> list[SourceSpan]:
    """The sentences of the outcomes that answer a request."""
    found: tuple[Path, ...] = ()
    for index, outcome in enumerate(desk.brief.outcomes):
        if request.id in outcome.answers:
            found += quotations(("outcomes", index), outcome.evidence)
    return desk.passages(found)


def _held(
    subject: ClaimSubject,
    response: Response,
    own: list[SourceSpan],
    outcomes: Sequence[SourceSpan] = (),
) -> Judgement:
    spans = [*own, *outcomes]
    heard = {answer: span for span in outcomes for answer in _by_verb(span)}
    heard |= {answer: span for span in spans for answer in answers(span.text, span.tag)}
    if response in heard:
        span = heard[response]
        return subject.borne_out(Basis(span, span.own[0], str(response)))
    if response is Response.PARTLY_ACCEPTED and {Response.REFUSED, Response.ACCEPTED} <= {*heard}:
        span = heard[Response.ACCEPTED]
        return subject.borne_out(Basis(span, span.own[0], str(response)))
    if not spans or any(_may_be(response, span) for span in spans):
        return subject.undecided()
    other = next((each for each in heard if _speaks_against(each, response)), None)
    if other:
        span = heard[other]
        return subject.contradicted(
            "answer-differs",
            f"{quoted(response)} is not what these words say, which is “{other}”: "
            f"{quoted(span.quoted)}",
            f"write “{other}”, or quote the words that say “{response}”",
            Basis(span, span.own[0], str(other)),
        )
    several = len(own) > len({span.key for span in own})  # the request, and what answers it
    if (outcomes or several) and not heard and response is not Response.REFUSED:
        return subject.undecided()
    return subject.not_found(
        "answer-not-in-source",
        f"no words of the evidence say that the request was {response}",
        "quote the words of the answer, name the outcome under its “answers”, "
        "or write “not reported”",
    )


def _may_be(response: Response, span: SourceSpan) -> bool:
    """Whether nobody can tell if a passage answers so."""
    is_known = language(span.tag).known
    return not is_known or response in possible_answers(span.text, span.tag)


def _by_verb(span: SourceSpan) -> frozenset[Response]:
    strength = said(span)
    answer = answer_by(strength) if strength else None
    return frozenset([answer] if answer else [])


def _speaks_against(other: Response, response: Response) -> bool:
    if Response.REFUSED in {other, response}:
        return other is not response and (other in _FIRM or response in _FIRM)
    return _FIRM.get(other, 0) < _FIRM.get(response, 0)
