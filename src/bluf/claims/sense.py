"""What turns the sense of a text: “not”, “refuse”, “cancel” stand in its evidence too.

And the other way round: a text says no more than its evidence, and a quotation does not end before
the condition that its sentence goes on with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter
from typing import TYPE_CHECKING

from bluf.claims.alike import most_alike
from bluf.claims.judgement import Basis, ClaimSubject, Judgement
from bluf.claims.spelling import forms
from bluf.claims.strength import may_describe, said
from bluf.claims.texts import Path, Text, is_own, quotations
from bluf.claims.vocabulary import WORD
from bluf.languages import (
    base,
    firmness,
    language,
    pattern,
    senses_in,
    sentences,
    strengths,
    turning,
)
from bluf.model import ClaimKind, Response, Strength
from octavo.shortening import quoted

if TYPE_CHECKING:
    from bluf.claims.passages import ClaimContext, SourceSpan

_BINDING, _BESIDE = 2, 16
_TEXT = attrgetter("text")
_CLAUSE_END = re.compile(r"[,;:.!?—–،؛，；。！？、\n]")
_FEWEST, _MOST, _LETTERS, _STEM = 2, 4, 4, 5
_FIRM = frozenset({Strength.AGREED, Strength.DECIDED})
AS_EVIDENCE = "say what the evidence says, or quote the words that say so"
_ASSENT = frozenset({Response.ACCEPTED, Response.ACCEPTED_IN_PRINCIPLE, Response.PARTLY_ACCEPTED})


def sense_claims(desk: ClaimContext, text: Text) -> Iterator[Judgement | None]:
    """A judgement for each word of a text that turns its sense, and for its firmest verb."""
    if text.evidence:
        spans = desk.passages(text.evidence)
        if spans and all(span.language.known for span in spans):
            judges = (_turned, _dropped, _unconditional, _weaker, _firmer)
            yield from (judge(desk, text, spans) for judge in judges)
    elif not text.phrase:
        yield from _denied(desk, text)
        yield _unheard(desk, text)
        yield from _loosened(desk, text)


def condition_claims(desk: ClaimContext) -> Iterator[Judgement]:
    """A judgement for each quotation that binds or assents, and has a condition beside it."""
    for index, outcome in enumerate(desk.brief.outcomes):
        if outcome.strength.rank >= _BINDING and not is_own(outcome):
            yield from _conditions(desk, quotations(("outcomes", index), outcome.evidence))
    for index, request in enumerate(desk.brief.requests):
        if request.response in _ASSENT and not is_own(request):
            yield from _conditions(desk, quotations(("requests", index), request.evidence))


def _turned(desk: ClaimContext, text: Text, spans: list[SourceSpan]) -> Judgement | None:
    """A text that negates, ends, harms or the like, where its evidence has nothing of the kind."""
    own = desk.brief.language
    turned = [match.group() for match in turning(text.words, own)]
    words = turned or ([] if text.phrase else _dark(text.words, own))
    if not words:
        return None
    subject = ClaimSubject(desk, ClaimKind.SENSE, text.path, words[0])
    if "history" in text.path and any(
        _unsure(each.text, each.tag, "futures", "hopes") for each in spans
    ):
        return subject.undecided()  # what is still to come has not happened yet
    dark = [each for each in _dark(text.words, own) if turned and each not in words[0]]
    alike, near = (turning if dark else _negates, _clause) if turned else (turns, _TEXT)
    span = next((span for span in spans if alike(near(span), span.tag)), None)
    translated = any(alike(each, own) for each in desk.translations(text.evidence))
    if span and turned and _is_of_other(text.words, own, spans):
        return subject.undecided()
    return _borne_out(subject, span, translated=translated) or subject.not_found(
        "sense-differs",
        f"{quoted(words[0])} turns the sense, and the evidence has nothing like it: "
        f"{quoted(spans[0].quoted)}",
        AS_EVIDENCE,
    )


def _is_of_other(words: str, tag: str, spans: list[SourceSpan]) -> bool:
    """Whether the words that a text negates stand in clauses of its evidence that affirm them."""
    negated = {stem for turn in turning(words, tag) for stem in _next_stems(words[turn.end() :])}
    clauses = [(each, span.tag) for span in spans for each in _CLAUSE_END.split(span.text)]
    having = [each for each in clauses if not negated.isdisjoint(_every_stem(each[0]))]
    return bool(having) and not any(_negates(*each) for each in having)


def _borne_out(
    subject: ClaimSubject, span: SourceSpan | None, *, translated: bool
) -> Judgement | None:
    """A word of a text, where a sentence of its evidence or a translation has the like."""
    if span:
        return subject.borne_out(Basis(span, span.own[0]))
    return subject.borne_out(Basis(words="in a translation")) if translated else None


def _dropped(desk: ClaimContext, text: Text, spans: list[SourceSpan]) -> Judgement | None:
    """A text that affirms what its evidence negates in the same words."""
    own = desk.brief.language
    if text.phrase or _negates(text.words, own) or _unsure(text.words, own, "conditions", "limits"):
        return None
    turned = [(span, turning(span.quoted, span.tag)) for span in spans]
    affirmed = {stem for span, found in turned if not found for stem in _every_stem(span.quoted)}
    stems = {*_every_stem(text.words)} - affirmed
    for span, found in turned:
        start = span.quoted.lower().find(text.words.lower())
        end = len(text.words if start >= 0 else span.quoted) + max(start, 0)
        ahead = [turn for turn in found if turn.start() < end]  # of words that it repeats
        for turn in ahead if base(span.tag) == base(own) else ():
            negated = _next_stems(span.quoted[turn.end() :])
            if not stems.isdisjoint(negated):
                subject = ClaimSubject(desk, ClaimKind.SENSE, text.path, text.words)
                return subject.not_found(
                    "sense-differs",
                    f"the text affirms what its evidence negates with {quoted(turn.group())}: "
                    f"{quoted(span.quoted)}",
                    AS_EVIDENCE,
                    Basis(span, span.own[0]),
                )
    return None


def _unconditional(desk: ClaimContext, text: Text, spans: list[SourceSpan]) -> Judgement | None:
    """A text without the condition that all of its evidence has: nobody can tell if it is meant."""
    heard = [(span.quoted, span.tag) for span in spans]
    names = ("provisos",) if text.path[-1] == "ask" else _LOOSE  # which may leave it open
    if text.phrase or not _is_bare(text.words, desk.brief.language, heard, *names):
        return None
    return ClaimSubject(desk, ClaimKind.SENSE, text.path, text.words).undecided()


def _loosened(desk: ClaimContext, text: Text) -> Iterator[Judgement]:
    """A sentence without the condition or the “not” of the sentence that it is most like."""
    own = desk.brief.language
    for sentence in sentences(text.words):
        heard = [(span.text, span.tag) for span in most_alike(desk, sentence)]
        turned = {bool(turning(*each)) for each in heard}
        if heard and (
            (turned == {True} and not turns(sentence, own))
            or _is_bare(sentence, own, heard, *_LOOSE)
            or (_hedges(sentence, own) and not any(_unsure(*each, *_OPEN) for each in heard))
        ):
            yield ClaimSubject(desk, ClaimKind.SENSE, text.path, sentence).undecided()


def _is_bare(words: str, tag: str, heard: list[tuple[str, str]], *names: str) -> bool:
    """Whether words have nothing of the “if” or the “may” that all of some others have."""
    return any(
        all(_unsure(*each, name) for each in heard) and not _unsure(words, tag, *_LOOSE[name])
        for name in names
        if name != "intents" or _unsure(words, tag, "futures")
    )


_NEARLY = 0.7
_LOOSE = {
    "provisos": ("provisos",),
    "hedges": ("provisos", "hedges", "hopes", "intents"),
    "intents": ("provisos", "hedges", "hopes", "intents"),
}
"""What a text may not drop, and what it may say in its place."""
_OPEN = ("hedges", "hopes", "conditions")
"""What bears a “may” out."""


def _dark(text: str, tag: str) -> list[str]:
    return [each.word for each in senses_in(text, tag) if each.is_dark]


def _negates(text: str, tag: str) -> bool:
    """Whether a text negates, refuses, ends or harms."""
    return bool(turning(text, tag) or _dark(text, tag))


def turns(text: str, tag: str) -> bool:
    """Whether a text does so, or names a trouble."""
    return _negates(text, tag) or any(each.is_aside for each in senses_in(text, tag))


def _weaker(desk: ClaimContext, text: Text, spans: list[SourceSpan]) -> Judgement | None:
    """A text that says “may” or “could” where its evidence has nothing of the kind."""
    own = desk.brief.language
    if _recorded(desk, text) is Strength.DISCUSSED:
        return None  # “how trade can grow” is what was talked of
    said = _hedges(text.words, own)
    if not said or text.phrase:
        return None
    subject = ClaimSubject(desk, ClaimKind.SENSE, text.path, said[0])
    span = next((span for span in spans if _unsure(span.text, span.tag, *_OPEN)), None)
    translated = any(_unsure(each, own, *_OPEN) for each in desk.translations(text.evidence))
    return _borne_out(subject, span, translated=translated) or subject.not_found(
        "sense-differs",
        f"{quoted(said[0])} makes less of it than the evidence: {quoted(spans[0].quoted)}",
        "say it as firmly as the evidence does, or quote the words that leave it open",
    )


def _hedges(words: str, tag: str) -> list[str]:
    """The “may” and “could” of some words; “would not” is a refusal."""
    known, turns = language(tag), turning(words, tag)
    return [
        each.group()
        for each in pattern(known.turns.hedges, known.script).finditer(words)
        if not each.group()[:1].isupper()
        and not any(-_BESIDE < turn.start() - each.end() < _BESIDE for turn in turns)
    ]


def _unsure(words: str, tag: str, *lists: str) -> list[str]:
    known = language(tag)
    entries = tuple(entry for name in lists for entry in getattr(known.turns, name))
    return [match.group() for match in pattern(entries, known.script).finditer(words)]


def _clause(span: SourceSpan) -> str:
    """The words of a quotation, with the rest of the clauses that it begins and ends in."""
    before = _CLAUSE_END.split(span.text[: span.own[0]])[-1]
    behind = _CLAUSE_END.split(span.text[span.own[1] :])[0]
    return before + span.quoted + behind


def _firmer(desk: ClaimContext, text: Text, spans: list[SourceSpan]) -> Judgement | None:
    """A text that itself says “agreed” or “decided” where its evidence says less."""
    told = firmness(text.words, desk.brief.language)
    if told is None:
        return None
    recorded = _recorded(desk, text) or told
    subject = ClaimSubject(desk, ClaimKind.STRENGTH, text.path, str(told))
    if told not in _FIRM:
        firmer = recorded in _FIRM or told.rank > recorded.rank
        return subject.undecided() if text.path[-1] == "statement" and firmer else None
    heard = [(words, span) for span in spans if (words := said(span))]
    if not heard and recorded.rank < told.rank:
        heard = [(recorded, spans[0])]
    best = max(heard, key=lambda pair: pair[0].rank, default=None)
    if best is None:
        return subject.undecided()
    words, span = best
    if words.rank >= told.rank and words is not Strength.DISAGREED:
        return subject.borne_out(Basis(span, span.own[0], str(words)))
    if any(may_describe(each, told) for each in spans):
        return subject.undecided()
    return subject.contradicted(
        "strength-overstated",
        f"the text says “{told}”; these words say “{words}” at most: {quoted(span.quoted)}",
        f"put it no more firmly than “{words}”, or quote the words that say “{told}”",
        Basis(span, span.own[0], str(words)),
    )


def _recorded(desk: ClaimContext, text: Text) -> Strength | None:
    """How firm the record calls the outcome of a text."""
    outcomes = desk.brief.outcomes
    return outcomes[int(text.path[1])].strength if text.path[0] == "outcomes" else None


def _unheard(desk: ClaimContext, text: Text) -> Judgement | None:
    """A sentence that says “agreed” or “decided”, where no outcome, answer or source says so."""
    brief, spans = desk.brief, desk.sources.values()
    firmest = max((each.strength.rank for each in brief.outcomes), default=0)
    assented = any(each.response in _ASSENT for each in brief.requests)
    told = firmness(text.words, brief.language)
    if told is None or told not in _FIRM or firmest >= told.rank or assented:
        return None
    subject = ClaimSubject(desk, ClaimKind.STRENGTH, text.path, str(told))
    if any(not span.language.known or may_describe(span, told) for span in spans):
        return subject.undecided()
    if not all(_FIRM.isdisjoint(strengths(span.text, span.tag)) for span in spans):
        return None
    return subject.not_found(
        "strength-not-in-source",
        f"no outcome and no source says {quoted(subject.words)}",
        "put it no more firmly than the outcomes, or record the one that says so",
    )


def _denied(desk: ClaimContext, text: Text) -> Iterator[Judgement]:
    """A sentence that negates words, nearly all of which one of a source has, and affirms."""
    for sentence in sentences(text.words):
        for turn in turning(sentence, desk.brief.language)[:1]:
            spans = most_alike(desk, sentence, _NEARLY)
            subject = ClaimSubject(desk, ClaimKind.SENSE, text.path, turn.group())
            negated = _next_stems(sentence[turn.end() :])
            if spans or len(negated) >= _FEWEST:
                yield _affirmed(subject, negated, spans)


def _affirmed(subject: ClaimSubject, negated: list[str], spans: list[SourceSpan]) -> Judgement:
    same = [each for each in spans if {*negated} <= {*_every_stem(each.text)}]
    if not (same and negated):
        return subject.undecided()
    span = next((each for each in same if turning(each.text, each.tag)), None)
    if span:
        return subject.borne_out(Basis(span))
    return subject.contradicted(
        "sense-differs",
        f"{quoted(subject.words)} stands before words that source “{same[0].key}” affirms: "
        f"{quoted(same[0].text)}",
        "say what the source says, or leave the sentence out",
        Basis(same[0]),
    )


def _next_stems(words: str) -> list[str]:
    """The first letters of the next two words that carry a meaning."""
    return _every_stem(re.split(r"[;:.!?()“”«»„\"]", words)[0])[:_FEWEST]


def _every_stem(words: str) -> list[str]:
    long = (word for word in WORD.findall(words) if len(word) >= _LETTERS)
    return [min(forms(word))[:_STEM] for word in long]


def _conditions(desk: ClaimContext, paths: tuple[Path, ...]) -> Iterator[Judgement]:
    for path in paths:
        span = desk.sentences.get(path)
        if span:
            condition = _condition(span)
            if condition:
                yield _left_out(desk, path, span, condition)


def _condition(span: SourceSpan) -> str:
    """The condition right behind the words of a quotation, or right before them."""
    conditions = pattern(span.language.turns.conditions, span.language.script)
    behind = span.text[span.own[1] :].lstrip(" \t\n,–—-")
    before = span.text[: span.own[0]].strip(" \t\n“„«\"'")
    after = conditions.match(behind)
    first = conditions.match(before) if before.endswith((",", "，")) else None
    return behind if after else before if first else ""


def _left_out(desk: ClaimContext, path: Path, span: SourceSpan, condition: str) -> Judgement:
    subject = ClaimSubject(desk, ClaimKind.SENSE, path, span.quoted)
    return subject.not_found(
        "condition-left-out",
        f"the sentence goes on with a condition: {quoted(condition)}",
        "quote the condition too",
        Basis(span, span.own[0], condition),
    )
