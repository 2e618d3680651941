"""How firm a sentence of a source is, and where accounts differ by what their sentences say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bluf.claims.judgement import Basis, ClaimSubject, Judgement
from bluf.claims.texts import Path, is_own, quotations
from bluf.evidence import differences
from bluf.languages import described, firmness, pattern, turning
from bluf.model import ClaimKind, Strength
from octavo.shortening import quoted

if TYPE_CHECKING:
    from bluf.claims.passages import ClaimContext, SourceSpan
    from bluf.model import Difference, Evidence, Outcome

_NEEDS_NONE = frozenset({Strength.DISCUSSED, Strength.CONVEYED})
"""What is said in a report of a meeting was at least conveyed."""


def strength_claims(desk: ClaimContext) -> Iterator[Judgement]:
    """A judgement for the strength of each outcome, and of each quotation that has its own."""
    for index, outcome in enumerate(desk.brief.outcomes):
        path: Path = ("outcomes", index)
        subject = ClaimSubject(desk, ClaimKind.STRENGTH, (*path, "strength"), str(outcome.strength))
        if is_own(outcome):
            yield subject.own(outcome.basis or "")
        elif outcome.evidence:
            yield from _of_evidence(desk, path, outcome, subject)


def said(span: SourceSpan) -> Strength | None:
    """How firm a passage is: by the verbs of the quotation, else by those of its sentence."""
    own = firmness(span.quoted, span.tag)
    if own is not None:
        return own
    known = span.language
    if pattern(known.speech.reporting, known.script).search(span.quoted):
        return Strength.CONVEYED
    return firmness(span.text, span.tag)


def _of_evidence(
    desk: ClaimContext, path: Path, outcome: Outcome, subject: ClaimSubject
) -> Iterator[Judgement]:
    """The strengths that are recorded for quotations, and that of the outcome."""
    denies = bool(turning(outcome.statement, desk.brief.language))
    paths = quotations(path, outcome.evidence)
    for index, entry in enumerate(outcome.evidence):
        if entry.strength is not None:
            where = (*path, "evidence", index, "strength")
            one = ClaimSubject(desk, ClaimKind.STRENGTH, where, str(entry.strength))
            spans = desk.passages([paths[index]])
            yield _held(one, entry.strength, spans, denies=denies)
    yield _held(subject, outcome.strength, desk.passages(paths), denies=denies)


def _held(
    subject: ClaimSubject, strength: Strength, spans: list[SourceSpan], *, denies: bool
) -> Judgement:
    """A strength, held to the sentences it rests on; a text that denies may convey a refusal."""
    heard = [(said(span), span) for span in spans]
    for words, span in heard:
        ahead = strength is Strength.ANNOUNCED and words in {None, Strength.CONVEYED}
        if (ahead and _ahead(span)) or (words is not None and _bears(words, strength)):
            return subject.borne_out(Basis(span, span.own[0], str(words or strength)))
    known = [(words, span) for words, span in heard if words is not None]
    refusal = next((span for words, span in known if words is Strength.DISAGREED), None)
    if strength in _NEEDS_NONE and refusal and denies:
        return subject.borne_out(Basis(refusal, refusal.own[0], str(Strength.DISAGREED)))
    if strength in _NEEDS_NONE and spans and not known:
        return subject.borne_out(Basis(spans[0], spans[0].own[0]))
    if not spans or any(_may_be(strength, span) for span in spans):
        return subject.undecided()
    if len(known) == len(heard):
        return _weaker(subject, strength, known)
    return subject.not_found(
        "strength-not-in-source",
        f"no verb in these sentences says {quoted(strength)}: {quoted(spans[0].quoted)}",
        f"quote the words that say {quoted(strength)}, or write “conveyed”",
    )


def _may_be(strength: Strength, span: SourceSpan) -> bool:
    """Whether nobody can tell if a passage is so firm."""
    if not span.language.known or may_describe(span, strength):
        return True
    if strength is Strength.WELCOMED:  # “thanked”, “expressed satisfaction”
        return said(span) not in {Strength.DISAGREED, Strength.DISCUSSED}
    return _may_announce(span) if strength is Strength.ANNOUNCED else _names_deed(span)


def may_describe(span: SourceSpan, strength: Strength) -> bool:
    """Whether a verb as firm stands in a sentence, but belongs to a noun: “hailed the deal signed”.

    What was talked of is no doubt: “discussed the deal signed in May”.
    """
    noun = described(span.text, span.tag)
    return noun is not None and _bears(noun, strength) and said(span) is not Strength.DISCUSSED


def _may_announce(span: SourceSpan) -> bool:
    """Whether a passage may announce without a verb that says so: nobody can tell.

    It says nothing that a list has, it reports and does not hope, or its sentence talks of it.
    """
    told, own = said(span), firmness(span.quoted, span.tag)
    hopes = pattern(span.language.turns.hopes, span.language.script)
    if told is Strength.DISCUSSED:
        return own is None or _ahead(span)
    return told is None or (told is Strength.CONVEYED and not (own and hopes.search(span.quoted)))


def _names_deed(span: SourceSpan) -> bool:
    """Whether a sentence without a verb that decides names what was signed: “an agreement”."""
    deeds = pattern(span.language.turns.deeds, span.language.script)
    return said(span) is None and deeds.search(span.quoted) is not None


def _bears(words: Strength, strength: Strength) -> bool:
    if strength is Strength.DISAGREED or words is Strength.DISAGREED:
        return strength is words
    return words.rank >= strength.rank


def _ahead(span: SourceSpan) -> bool:
    """Whether a clause says what will be, and nothing in front of that hopes or leaves it open.

    What a purpose weakens stands behind it: “will be in port to repair” is no less certain.
    """
    turns, script, words = span.language.turns, span.language.script, span.quoted
    future = pattern(turns.futures, script).search(words)
    if not future:
        return False
    weak = pattern((*turns.hopes, *turns.hedges), script).finditer(words)
    return all(len(words[future.end() : each.start()].split()) > 1 for each in weak)


def _weaker(
    subject: ClaimSubject, strength: Strength, known: list[tuple[Strength, SourceSpan]]
) -> Judgement:
    words, span = max(known, key=lambda each: each[0].rank)
    return subject.contradicted(
        "strength-overstated",
        f"{quoted(strength)} is not what these words say, which is “{words}” at most: "
        f"{quoted(span.quoted)}",
        f"write “{words}”, or quote the words that say “{strength}”",
        Basis(span, span.own[0], str(words)),
    )


def differing(desk: ClaimContext) -> tuple[Difference, ...]:
    """Items that the sides put differently.

    A source of an outcome that has no strength of its own in the record is as firm as its sentence.
    """
    outcomes = tuple(
        _firm(desk, ("outcomes", index), outcome)
        for index, outcome in enumerate(desk.brief.outcomes)
    )
    return differences(replace(desk.brief, outcomes=outcomes))


def _firm(desk: ClaimContext, path: Path, outcome: Outcome) -> Outcome:
    paths = quotations(path, outcome.evidence)
    evidence = tuple(
        _heard(desk, where, entry) for where, entry in zip(paths, outcome.evidence, strict=True)
    )
    return replace(outcome, evidence=evidence)


def _heard(desk: ClaimContext, path: Path, entry: Evidence) -> Evidence:
    span = desk.sentences.get(path)
    if entry.strength is not None or span is None:
        return entry
    return replace(entry, strength=said(span))
