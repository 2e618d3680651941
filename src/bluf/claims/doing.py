"""Who asks and who owes, by who stands in front of the verb; and whether it was asked yet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from bluf.claims.alike import most_alike
from bluf.claims.judgement import Basis, ClaimFault, ClaimSubject, Judgement
from bluf.claims.sides import SideMention, acting, adjacent
from bluf.claims.texts import Path, is_own, quotations
from bluf.languages import Language, language, offices_in, pattern, sentences
from bluf.model import (
    UNNAMED,
    ClaimKind,
    FollowUp,
    Outcome,
    Request,
    RequestState,
    Strength,
    sides_named,
)
from octavo.shortening import quoted

if TYPE_CHECKING:
    from bluf.claims.desk import Desk
    from bluf.claims.passages import SourceSpan

    Verbs = Callable[[Language, str], list[re.Match[str]]]

_FIRM = (Strength.AGREED, Strength.DECIDED, Strength.ANNOUNCED)
_PART = re.compile(r"\w{4,}|[.;:,]")
_THAT = re.compile(r"\W*(?!\d)\w{1,4}\b(?=\W+\w)")
"""The small word behind a verb of reporting: “said that”, „сказал, что“."""
_TWO, _NOUN = 2, 24
"""So far behind “both” stands what it is said of."""


class Doer(Struct, frozen=True):
    """What one sentence says of who does something.

    Attributes:
        span: The sentence.
        named: The sides right in front of the verb.
        near: The sides that the sentence names at all.
        account: The side whose account the source is.
    """

    span: SourceSpan
    named: frozenset[str]
    near: frozenset[str]
    account: str | None


class Sought(Struct, frozen=True):
    """The sides that the record names, those that speak against them; whether all are countries.

    What is no country, such as a council, may be named in ways that nobody can list.
    """

    named: frozenset[str]
    others: frozenset[str]
    are_countries: bool


def doing_claims(desk: Desk) -> Iterator[Judgement | None]:
    """A judgement for who asks, who owes, and the state of each request."""
    for path, item in desk.brief.placed_items():
        if is_own(item):
            continue
        spans = desk.passages(quotations(path, item.evidence))
        if isinstance(item, Outcome):
            yield _actor(desk, (*path, "statement"), item.statement, spans)
        elif isinstance(item, Request):
            yield _asker(desk, path, item, spans)
            yield _state(desk, path, item, spans)
        elif isinstance(item, FollowUp) and item.owner:
            yield _owner(desk, path, item, spans)


def retold_claims(desk: Desk) -> Iterator[Judgement]:
    """Who does what in bottom line and background, where the sentence most like it has another."""
    brief = desk.brief
    for path, words in (("bottom_line", brief.bottom_line), ("background", brief.background)):
        for sentence in sentences(words or ""):
            told = _actor(desk, (path,), sentence, most_alike(desk, sentence))
            if told and told.fault:
                yield ClaimSubject(desk, ClaimKind.SIDE, (path,), told.claim.words).undecided()


def _asker(desk: Desk, path: Path, item: Request, spans: list[SourceSpan]) -> Judgement | None:
    named = frozenset(sides_named(desk.brief, item.from_))
    doers = [_doer(desk, span, _asking, alone=True) for span in spans]
    subject = ClaimSubject(desk, ClaimKind.SIDE, (*path, "from"), item.from_)
    if item.from_ == UNNAMED:
        return subject.undecided()
    asked = frozenset(sides_named(desk.brief, item.to)) - named
    return _held(subject, _sought(desk, named, asked), doers)


def _actor(desk: Desk, path: Path, words: str, spans: Sequence[SourceSpan]) -> Judgement | None:
    """Who does what some words state, where they and those of their evidence both name one."""
    own = desk.brief.language
    mentions = desk.sides.mentions(words, own)
    before = (acting(mentions, words, verb.start(), own) for verb in _owing(desk.language, words))
    stated = _subject(mentions, words, own) or next(filter(None, before), frozenset())
    doers = [each for span in spans for each in _doers(desk, span)]
    if not stated or not spans:
        return None
    named = next(each for each in mentions if each.party in stated)
    subject = ClaimSubject(desk, ClaimKind.SIDE, path, words[named.start : named.end])
    if not doers:
        return subject.undecided()
    part = frozenset().union(*(each.named for each in doers if each.named <= stated))
    right = next((each for each in doers if each.named & stated), None)
    if right and part == stated:
        return subject.borne_out(_basis(right))
    if right:  # of two that agreed, a text names one, or the other way round
        return subject.undecided()
    return subject.contradicted(*_differs(subject, doers[0]), _basis(doers[0]))


def _subject(mentions: list[SideMention], text: str, tag: str) -> frozenset[str]:
    """The sides that a sentence begins with, unless something is done to them."""
    known = language(tag)
    if known.script == "Arab" and (first_word := re.match(r"\W*\w+\s+", text)):
        end = first_word.end()  # the verb comes first
        inverted = frozenset(each.party for each in mentions if each.start <= end < each.end)
        if inverted:
            return inverted
    small = pattern((*known.sides.genitive, *known.people.honorifics), known.script)
    if not mentions:
        return frozenset()
    first = last = mentions[0]
    if re.search(r"\w{4,}", small.sub("", _without_offices(text, first, tag))):
        return frozenset()
    for each in mentions:
        if each.start >= last.end and _is_joined(text[last.end : each.start], tag):
            last = each
    behind = text[last.end :]
    passive = pattern(known.sides.passive, known.script).search(" ".join(behind.split()[:2]))
    verb = None if passive else re.match(r"\s*(?=[^\W\d_])", behind)
    if verb is None or behind[verb.end()].isupper():
        return frozenset()
    start = first.start
    return acting(_moved(mentions, start), text[start:], last.end + verb.end() - start, tag)


def _is_joined(gap: str, tag: str) -> bool:
    """Whether only small words stand between two sides; in Chinese an office or “and”."""
    known = language(tag)
    small = pattern((*known.conjunctions, *known.people.roles), known.script)
    return not (small.sub("", gap).strip("、") if known.script == "Hani" else _PART.search(gap))


def _behind(mentions: list[SideMention], text: str, start: int, tag: str) -> frozenset[str]:
    """The sides that a clause begins with, which begins so far into its sentence."""
    return _subject(_moved(mentions, start), text, tag)


def _moved(mentions: list[SideMention], start: int) -> list[SideMention]:
    """Those from a place on, by how far behind it they stand."""
    return [replace(each, start=each.start - start, end=each.end - start)
            for each in mentions if each.start >= start]  # fmt: skip


def _without_offices(text: str, mention: SideMention, tag: str) -> str:
    """What stands in front of a side besides offices: “The ministers of” Serbia."""
    before = text[: mention.start]
    for office in reversed(offices_in(before, tag)):
        before = before[: office.start] + before[office.end :]
    return before


def _doers(desk: Desk, span: SourceSpan) -> Iterator[Doer]:
    """The sides that a sentence, or the quotation in it, begins with or has before a verb."""
    found = desk.sides.within(span)
    start, end = span.own
    inner = [each for each in found if each.end <= end]
    said = [_subject(found, span.text, span.tag), _behind(inner, span.quoted, start, span.tag)]
    for verb in pattern(span.language.speech.reporting, span.language.script).finditer(span.text):
        begin = verb.end() + (that.end() if (that := _THAT.match(span.text[verb.end() :])) else 0)
        said.append(_behind(found, span.text[begin:], begin, span.tag))
    for verbs in (_owing, _asking, _telling):
        for verb in verbs(span.language, span.text):
            apart = set(".;!?") if verbs is _telling else {*span.text[end:]}
            if not apart.isdisjoint(span.text[end : verb.start()]):
                break  # what the sentence goes on with is something else
            said += (_acting(desk, found, span, verb), _tasked(found, span, verb))
    account = desk.brief.sources[span.key].party
    near = frozenset(each.party for each in found)
    return (Doer(span, named, near, account) for named in dict.fromkeys(said) if named)


def _telling(known: Language, text: str) -> list[re.Match[str]]:
    return _found(known, text, known.speech.reporting, *known.verbs.values())


def _owner(desk: Desk, path: Path, item: FollowUp, spans: list[SourceSpan]) -> Judgement | None:
    named = frozenset(sides_named(desk.brief, item.owner))
    if not named:
        return None
    doers = [_doer(desk, span, _owing) for span in spans]
    subject = ClaimSubject(desk, ClaimKind.SIDE, (*path, "owner"), item.owner or "")
    return _held(subject, _sought(desk, named), doers)


def _sought(desk: Desk, named: frozenset[str], asked: frozenset[str] = frozenset()) -> Sought:
    others = asked or frozenset(desk.brief.parties) - named
    return Sought(named, others, all(map(desk.sides.is_country, named)))


def _asking(known: Language, text: str) -> list[re.Match[str]]:
    return _found(known, text, known.speech.asking)


def _owing(known: Language, text: str) -> list[re.Match[str]]:
    firm = (known.verbs.get(strength, ()) for strength in _FIRM)
    turns = known.turns
    return _found(known, text, known.speech.owing, turns.futures, turns.hedges, *firm)


def _found(known: Language, text: str, *lists: tuple[str, ...]) -> list[re.Match[str]]:
    """Every verb of some lists, in order; one pattern of all would be made anew for each word."""
    found = (verb for each in lists for verb in pattern(each, known.script).finditer(text))
    return sorted(found, key=lambda verb: verb.span())


def _doer(desk: Desk, span: SourceSpan, verbs: Verbs, *, alone: bool = False) -> Doer:
    """What a sentence says; who stands behind its verb ``alone`` is asked, and does not ask."""
    found = desk.sides.within(span)
    account = desk.brief.sources[span.key].party
    near = frozenset(each.party for each in found)
    those = _verbs(span, verbs)
    for verb in those:
        named = _tasked(found, span, verb) or _acting(desk, found, span, verb)
        if named:
            return Doer(span, named, near, account)
    if those and found and found[0].start == 0 and span.language.script == "Hani":
        return Doer(span, frozenset({found[0].party}), near, account)  # of clause after clause
    if alone and those:
        near = frozenset(each.party for each in found if each.start < those[0].start())
    return Doer(span, frozenset(), near, account)


def _tasked(found: list[SideMention], span: SourceSpan, verb: re.Match[str]) -> frozenset[str]:
    """Who stands behind a verb of tasking: “the Council instructed the Ministry”."""
    known = span.language
    if pattern(known.speech.tasking, known.script).match(span.text, verb.start()) is None:
        return frozenset()
    behind = (each for each in found if adjacent(span.text[verb.end() : each.start]))
    return frozenset(each.party for each in behind if each.start >= verb.end())


def _verbs(span: SourceSpan, verbs: Verbs) -> list[re.Match[str]]:
    """The verbs of a sentence, those of the quotation first."""
    start, end = span.own
    found = verbs(span.language, span.text)
    return sorted(found, key=lambda verb: not start <= verb.start() < end)


def _held(subject: ClaimSubject, sought: Sought, doers: list[Doer]) -> Judgement:
    """The sides of the record, held to those who act in the sentences of its evidence."""
    acting_ones = [each for each in doers if each.named]
    right = next((each for each in acting_ones if each.named == sought.named), None)
    right = right or (None if acting_ones else _by_account(sought, doers))
    if right:
        return subject.borne_out(_basis(right))
    wrong = next((each for each in acting_ones if not each.named & sought.named), None)
    if wrong:
        return subject.contradicted(*_differs(subject, wrong), _basis(wrong))
    against = acting_ones or [each for each in doers if _is_foreign(each, sought)]
    if not against:
        return subject.undecided()
    fault = _differs(subject, against[0], "side-not-in-source")
    return subject.not_found(*fault, _basis(against[0]))


def _by_account(sought: Sought, doers: list[Doer]) -> Doer | None:
    """Where no side stands before the verb: whose account it is, or who alone is named."""
    named = sought.named
    if len(named) > 1:
        return next((each for each in doers if named <= each.near or _speaks_of_both(each)), None)
    return next((each for each in doers if each.account in named or each.near == named), None)


def _is_foreign(doer: Doer, sought: Sought) -> bool:
    """Whether a sentence speaks against one side: by its account, its names, or “both sides”."""
    if len(sought.named) > 1 or not sought.are_countries:
        return False
    if doer.near:
        return doer.account in sought.others or not doer.near & sought.named
    return doer.account in sought.others or _speaks_of_both(doer)


def _acting(
    desk: Desk, found: list[SideMention], span: SourceSpan, verb: re.Match[str]
) -> frozenset[str]:
    """The sides in front of a verb; of two, each where “both sides” stands there."""
    parties, text = frozenset(desk.brief.parties), span.text
    if len(parties) == _TWO and any(
        end <= verb.start() and adjacent(text[end : verb.start()]) for end in _both(span)
    ):
        return parties
    return acting(found, text, verb.start(), span.tag)


def _speaks_of_both(doer: Doer) -> bool:
    """Whether a sentence speaks of “both sides”, “the two ministers” or the like."""
    return next(_both(doer.span), None) is not None


def _both(span: SourceSpan) -> Iterator[int]:
    """Where “both sides”, “the two ministers” or the like end in a sentence."""
    known, text = span.language, span.text
    parties = pattern(known.counts.get("parties", ()), known.script)
    for match in pattern(known.sides.both, known.script).finditer(text):
        behind = text[match.end() : match.end() + _NOUN]
        offices = (each for each in offices_in(behind, span.tag)[:1] if each.start)
        nouns = [
            *((each.start(), each.end()) for each in [parties.search(behind)] if each),
            *((each.start, each.end) for each in offices),
        ]
        near = [end for start, end in nouns if start and len(behind[:start].split()) <= 1]
        if near or known.script in {"Arab", "Hani"}:
            yield match.end() + max(near, default=0)


def _basis(doer: Doer) -> Basis:
    return Basis(doer.span, doer.span.own[0], ", ".join(sorted(doer.named or doer.near)))


def _differs(subject: ClaimSubject, doer: Doer, rule: str = "side-differs") -> ClaimFault:
    said, words = ", ".join(sorted(doer.named)), subject.words
    told = f"in source “{doer.span.key}” it is “{said}”, not" if said else "no words say that it is"
    return ClaimFault(
        rule,
        f"{told} “{words}”: {quoted(doer.span.quoted)}",
        f"name the side that the words name, or quote the words that say it is “{words}”",
    )


def _state(desk: Desk, path: Path, item: Request, spans: list[SourceSpan]) -> Judgement | None:
    """A request that was made, or is planned, as its verbs of asking say."""
    if item.state is RequestState.APPEAL or not spans:
        return None
    subject = ClaimSubject(desk, ClaimKind.STATE, (*path, "state"), str(item.state))
    said = [
        (_is_ahead(span, verb), span)
        for span in spans
        for verb in _verbs(span, _asking)
        if span.own[0] <= verb.start() < span.own[1]
    ]
    if not said:
        return subject.undecided()
    planned = item.state is RequestState.PLANNED
    span = next((span for ahead, span in said if ahead is planned), None)
    if span:
        return subject.borne_out(Basis(span, span.own[0]))
    _, span = said[0]
    right = RequestState.MADE if planned else RequestState.PLANNED
    return subject.contradicted(
        "state-differs",
        f"“{item.state}” is not what these words say, which is “{right}”: {quoted(span.quoted)}",
        f"write “{right}”, or quote the words that say “{item.state}”",
        Basis(span, span.own[0], str(right)),
    )


def _is_ahead(span: SourceSpan, verb: re.Match[str]) -> bool:
    """Whether a verb of asking is put in the future, or as a possibility."""
    known = language(span.tag)
    near = span.text[max(0, verb.start() - 24) : verb.start()]
    ahead = pattern((*known.turns.futures, *known.turns.hedges), known.script)
    return any(len(near[match.end() :].split()) <= 1 for match in ahead.finditer(near))
