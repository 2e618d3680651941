"""Figures: numbers, amounts and shares stand in the evidence, or are reckoned from the record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from bluf.claims.binding import Binding, MarkedText, bound, differs, judged, the_only_one
from bluf.claims.judgement import Basis, ClaimSubject, Judgement
from bluf.claims.reckoning import counted, lasting
from bluf.claims.vocabulary import WORD
from bluf.languages import (
    COUNTED,
    PERCENT,
    base,
    dates_in,
    figures_in,
    folded,
    han_numbers,
    language,
    ordinals_in,
    pattern,
    place_of,
    sentences,
)
from bluf.model import ClaimKind
from octavo.shortening import quoted

if TYPE_CHECKING:
    from bluf.claims.passages import ClaimContext, SourceSpan
    from bluf.claims.texts import Text
    from bluf.languages import Figure

_BETWEEN, _FEWEST, _LIST, _LONG_LIST, _LONG = 2, 2, 3, 4, 5
_SMALL, _STEM, _BEHIND = 12, 4, 40
_BEFORE = 32
"""So far before a number its limit stands: “no more than”."""
_ENTRY = 4
"""An entry of a list has no more words, but the first may follow others."""
_COMMA = re.compile(r"[,，、;；]")


def figure_claims(desk: ClaimContext, text: Text) -> Iterator[Judgement]:
    """A judgement for each figure of a text."""
    tag = desk.tag(text)
    figures = figures_in(text.words, tag)
    row = MarkedText(text.words, tag, figures)
    for figure in figures:
        yield _judged(desk, text, figure, row)
    for words, number in ordinals_in(text.words, tag):
        yield _ordinal(desk, text, words, number)


def _ordinal(desk: ClaimContext, text: Text, words: str, number: int) -> Judgement:
    subject = ClaimSubject(desk, ClaimKind.FIGURE, text.path, words)
    spans = desk.sources.values()
    for span in spans:
        start = place_of(number, span.text, span.tag)
        if start is not None:
            return subject.borne_out(Basis(span, start, words))
    if not all(span.language.ordinals for span in spans):
        return subject.undecided()
    return subject.not_found(
        "figure-not-found",
        f"{quoted(words)} does not stand in any source",
        "give the number of a source, or leave it out",
    )


def _judged(desk: ClaimContext, text: Text, figure: Figure, row: MarkedText[Figure]) -> Judgement:
    subject = ClaimSubject(desk, ClaimKind.FIGURE, text.path, figure.words)
    spans = desk.passages(text.evidence) or list(desk.sources.values())
    standing = [*_standing(figure, spans)]
    same = [
        each for each in standing if _counts_same(text.words, desk.brief.language, figure, each)
    ]
    found = bound(desk, row, figure, same, figures_in)
    basis = _year(figure, spans) or _translated(desk, text, figure)
    basis = basis or _reckoned(desk, text, figure, spans)
    if basis and not (found and found.binding is Binding.SAME):
        return subject.borne_out(basis)
    if found:
        return judged(subject, found)
    if standing or _is_untold(desk, text, figure, spans):  # where it stands, it counts others
        return subject.undecided()
    if not figure.label:
        passages = desk.passages(text.evidence)
        other = the_only_one(
            passages, figures_in, lambda each: each.unit == figure.unit and not each.label
        )
        if other:
            told = other.words != figure.words
            limit = ("figure-differs", *_limit(figure, other), other)
            return differs(subject, other) if told else subject.contradicted(*limit)
    places = _standing(figure, desk.sources.values()) if text.evidence else ()
    elsewhere = next((Basis(span, each.start, each.words) for span, each in places), None)
    if (elsewhere and figure.label) or _is_own_count(desk, text, figure, spans):
        return subject.undecided()  # “PEC 66” is a name
    limited = None if elsewhere else _limited(figure, spans)
    said = _limit(figure, limited) if limited else _nowhere(text, figure, elsewhere)
    return subject.not_found("figure-not-found", *said, elsewhere or limited or Basis())


def _is_untold(desk: ClaimContext, text: Text, figure: Figure, spans: list[SourceSpan]) -> bool:
    """Whether a figure may be right though no source has it: reckoned, counted, or a share."""
    listed = _LIST if text.evidence else _LONG_LIST
    return (
        bool(lasting(desk, figure))  # “two days” that a source gives are no span of the record
        or _of_sides(desk, figure, text)
        or _may_be(figure, spans)
        or _is_share(desk, text, figure, spans)
        or enumerated(figure, [(text.words, desk.brief.language)], _FEWEST)
        or enumerated(figure, _counting(figure, spans), _LIST)
        or enumerated(figure, ((span.text, span.tag) for span in spans), listed)
    )


def _tells_unit(figure: Figure, spans: list[SourceSpan]) -> bool:
    """Whether sources have another figure of the unit: then nobody knows what it is reckoned of."""
    return any(other.unit == figure.unit for _, other in _figures(spans))


def _of_sides(desk: ClaimContext, figure: Figure, text: Text) -> bool:
    """Whether a number in words may be that of the parties: “the two regions”."""
    parties = len(desk.brief.parties) or _FEWEST
    return (
        figure.spelt and parties in figure.values and not set(":(–") & set(text.words[figure.end :])
    )


def _is_own_count(desk: ClaimContext, text: Text, figure: Figure, spans: list[SourceSpan]) -> bool:
    """Whether a writer may have counted things that sources tell of one by one."""
    noun, told = folded(figure.noun)[:_LONG], [*_counting(figure, spans)]
    listed = any(next(_lists(*each), 0) for each in (*told, (text.words, desk.language.tag)))
    return (
        bool(figure.spelt and told)
        and not listed
        and not any(folded(other.noun)[:_LONG] == noun for _, other in _figures(spans))
    )


def _counting(figure: Figure, spans: list[SourceSpan]) -> Iterator[tuple[str, str]]:
    """The sentences that have what a figure counts."""
    noun = folded(figure.noun)[:_LONG]
    for span in spans if len(noun) == _LONG else ():
        yield from ((each, span.tag) for each in sentences(span.text) if noun in folded(each))


def _figures(spans: Iterable[SourceSpan]) -> Iterator[tuple[SourceSpan, Figure]]:
    """Every figure of some pieces of sources, with its piece."""
    return ((span, each) for span in spans for each in figures_in(span.text, span.tag))


def _standing(figure: Figure, spans: Iterable[SourceSpan]) -> Iterator[tuple[SourceSpan, Figure]]:
    for span, other in _figures(spans):
        if figure.agrees(other) or (figure.label and figure.values & other.values):
            yield span, other


def _counts_same(words: str, tag: str, figure: Figure, place: tuple[SourceSpan, Figure]) -> bool:
    """Whether a small number may be that of the same things: “two memoranda”, no “two countries”.

    A number that is a name counts nothing: “No. 2”.
    """
    span, other = place
    if figure.unit != COUNTED or min(figure.values) > _SMALL or base(span.tag) != base(tag):
        return True
    mine, theirs = (
        {folded(each)[:_STEM] for each in WORD.findall(text[end : end + _BEHIND])[:_BETWEEN]}
        for text, end in ((words, figure.end), (span.text, other.end))
    )
    return not other.label and (other.unit != COUNTED or bool(mine & theirs))


def _year(figure: Figure, spans: Iterable[SourceSpan]) -> Basis | None:
    for span in () if figure.unit else spans:
        for day in dates_in(span.text, span.tag):
            if day.is_year and day.year in figure.values:
                return Basis(span, day.start, day.words)
    return None


def _may_be(figure: Figure, spans: list[SourceSpan]) -> bool:
    """Whether the number stands there with a noun in place of a unit, or the other way round."""
    numbers = (each for _, each in _figures(spans) if figure.values & each.values)
    if any(map(figure.counts_what, numbers)):
        return True
    if any(
        span.language.script == "Hani" and number in figure.values
        for span in spans
        for _, _, number in han_numbers(span.text, span.tag)
    ):
        return True  # 十大 counts too
    years = figure.values if figure.unit == "year" else ()  # “the 70th anniversary”
    return any(place_of(int(each), span.text, span.tag) is not None
               for each in years for span in spans)  # fmt: skip


def _is_share(desk: ClaimContext, text: Text, figure: Figure, spans: list[SourceSpan]) -> bool:
    """Whether a figure is one of two that are a share in percent: “six of ten” for 60 %."""
    pairs = pairwise(figures_in(text.words, desk.brief.language))
    shares = {
        value / 100
        for _, other in _figures(spans)
        if other.unit == PERCENT
        for value in other.values
    }
    return any(
        one / two in shares
        for pair in pairs
        if figure in pair and len(text.words[pair[0].end : pair[1].start].split()) <= _BETWEEN
        for one in pair[0].values
        for two in pair[1].values - {0}
    )


def _translated(desk: ClaimContext, text: Text, figure: Figure) -> Basis | None:
    for words in desk.translations(text.evidence):
        for other in figures_in(words, desk.brief.language):
            if figure.agrees(other):
                return Basis(words=other.words)
    return None


def _reckoned(
    desk: ClaimContext, text: Text, figure: Figure, spans: list[SourceSpan]
) -> Basis | None:
    """What the record itself says: how many items there are, how long something took."""
    words = counted(desk, figure, text.words[figure.end :])
    if not (words or _tells_unit(figure, spans)):
        words = lasting(desk, figure)
    return Basis(words=words) if words else None


def _limited(figure: Figure, spans: Iterable[SourceSpan]) -> Basis | None:
    """Where the same number stands, which only a “more than” or “up to” can tell apart."""
    return next(
        (
            Basis(span, other.start, other.words)
            for span, other in _figures(spans)
            if other.unit == figure.unit and other.values & figure.values
        ),
        None,
    )


def _limit(figure: Figure, other: Basis) -> tuple[str, str]:
    """The message and the remedy where a number has another limit."""
    text = other.span.text if other.span else ""
    said = text[max(0, other.offset - _BEFORE) : other.offset + len(other.words)].partition(" ")[2]
    message = f"{quoted(figure.words)} has another limit in source “{other.source}”: {quoted(said)}"
    return message, "write “at least”, “up to” or the like as the source does"


def _nowhere(text: Text, figure: Figure, elsewhere: Basis | None) -> tuple[str, str]:
    words = quoted(figure.words)
    if elsewhere:
        message = f"{words} stands in source “{elsewhere.source}”, but not in the evidence"
        return message, "quote the words that say so"
    where = "the evidence" if text.evidence else "any source"
    return (
        f"{words} does not stand in {where}",
        "give the figure of a source, quote the words that say so, or leave it out",
    )


def enumerated(figure: Figure, texts: Iterable[tuple[str, str]], fewest: int) -> bool:
    """Whether a text, with its tag, has a list of as many entries as a figure counts."""
    return figure.unit == COUNTED and any(
        size in figure.values and size >= fewest
        for text, tag in texts
        for size in _lists(text, tag)
    )


def _lists(text: str, tag: str) -> Iterator[int]:
    """How many entries each list of a text has: those before “and”, and one behind it."""
    known = language(tag)
    for match in pattern(known.conjunctions, known.script).finditer(text):
        before = _COMMA.split(re.split(r"[.!?:\n]", text[: match.start()])[-1])
        entries = [len(each.split()) for each in reversed(before) if each.strip()]
        long = (number for number, words in enumerate(entries, 1) if words > _ENTRY)
        yield 1 + next(long, len(entries))
