"""What to know of a quotation that does stand in its source: where else, and what it leaves out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bluf.evidence.deception import deceptions
from bluf.evidence.lexicon import negations_in
from bluf.evidence.quotation import inserted_words
from bluf.evidence.shown import shown
from bluf.evidence.words import WORD
from bluf.finding import Finding, Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bluf.data import DataFile
    from bluf.evidence.citation import Citation
    from bluf.evidence.match import Passage, Searchable

FARTHEST = 1000
"""An omission over more characters of the source than this, about a paragraph, is reported."""

_CONTEXT = 40
_MOST_PLACES = 5
_CLAUSE_END = re.compile(r'[,;:.!?()"]| - ')
_STOPS = ".!?。！？"
_SENTENCE_END = re.compile(rf"[{_STOPS}]\s*")


def passage_findings(
    data_file: DataFile, citation: Citation, source: Searchable, passages: Sequence[Passage]
) -> list[Finding]:
    """Warnings and notes on a quotation that was found, the passage meant being the first."""
    evidence = citation.evidence
    tag = data_file.brief.sources[evidence.source].language
    place = data_file.places.at(*citation.quote_path)
    excerpt = data_file.excerpt(place)
    passage = passages[0]
    remarks = (
        *_ambiguous(source, evidence.quote, passages),
        *_far(evidence.quote, passage),
        *_negation_left_out(source, evidence.quote, passage, tag),
        *_negation_inserted(source, evidence.quote, passage, tag),
    )
    return [
        *(Finding(*remark[:3], place, remark[3], excerpt) for remark in remarks),
        *deceptions(source, passage.start, passage.end),
    ]


_Remark = tuple[str, Level, str, str]


def _ambiguous(source: Searchable, quote: str, passages: Sequence[Passage]) -> Iterator[_Remark]:
    """More than one place, in different surroundings; a sentence said twice alike is no doubt."""
    text = source.text
    around = {
        (text[max(0, at.start - _CONTEXT) : at.start], text[at.end : at.end + _CONTEXT])
        for at in passages
        if at.left_out == passages[0].left_out
    }
    if len(around) > 1:
        places = [str(source.place(at.start)) for at in passages[:_MOST_PLACES]]
        more = ", …" if len(passages) > _MOST_PLACES else ""
        yield (
            "quote-ambiguous",
            Level.NOTE,
            f"{shown(quote)} stands in {len(passages)} places: {', '.join(places)}{more}",
            "quote some words more, so that one place is meant",
        )


def _far(quote: str, passage: Passage) -> Iterator[_Remark]:
    longest = max((end - start for start, end in passage.gaps), default=0)
    if longest > FARTHEST:
        yield (
            "quote-bridges-far",
            Level.WARNING,
            f"{shown(quote)} leaves out {longest} characters of the source in one place",
            "give two quotations, or quote the words that join the parts",
        )


def _negation_left_out(
    source: Searchable, quote: str, passage: Passage, tag: str
) -> Iterator[_Remark]:
    """A negation just in front of the passage, or in what its sentence leaves out."""
    text = source.text
    before = _CLAUSE_END.split(text[max(0, passage.start - _CONTEXT) : passage.start])[-1]
    left_out = [WORD.findall(before)[-2:]]
    for start, end in passage.gaps:
        first, *others = _SENTENCE_END.split(text[start:end])
        left_out += [] if others and text[start - 1] in _STOPS else [WORD.findall(first)]
        left_out += [WORD.findall(last) for last in others[-1:]]
    lost = list(dict.fromkeys(word for words in left_out for word in negations_in(words, tag)))
    if lost:
        yield (
            "negation-left-out",
            Level.WARNING,
            f"{shown(quote)} leaves out {', '.join(map(shown, lost))} of the same sentence",
            "quote the negation too, unless the meaning stays the same without it",
        )


def _negation_inserted(
    source: Searchable, quote: str, passage: Passage, tag: str
) -> Iterator[_Remark]:
    """A negation in brackets that stands for none of the source."""
    replaced = [
        word for start, end in passage.gaps for word in WORD.findall(source.text[start:end])
    ]
    added = negations_in(inserted_words(quote), tag)
    if passage.gaps and len(added) > len(negations_in(replaced, tag)):
        yield (
            "negation-inserted",
            Level.WARNING,
            f"{shown(quote)} puts {', '.join(map(shown, added))} in brackets into it",
            "quote a passage that says so by itself",
        )
