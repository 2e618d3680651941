"""What to know of a quotation that does stand in its source: where else, and what it leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.evidence.deception import deceptions
from bluf.evidence.limits import (
    condition_beside,
    doubts_beside,
    exception_before,
    limit_before,
    limit_behind,
    limits_in,
    limits_lost,
)
from bluf.evidence.names import other_name, other_words
from bluf.evidence.quotation import inserted_words, outer_insertions, own_words
from bluf.evidence.shown import shown
from bluf.evidence.turns import (
    ending_cut,
    limited,
    number_cut,
    turned_before,
    turns_before,
    turns_behind,
    turns_in,
)
from bluf.evidence.words import words_of
from bluf.languages import (
    firmness,
    language,
    last_sentence,
    negations_in,
    numbers_in,
    sentence_spans,
)
from octavo.finding import Finding, Level

if TYPE_CHECKING:
    from bluf.data import DataFile
    from bluf.evidence.citation import Citation
    from bluf.evidence.match import Passage, Searchable

FEWEST_WORDS = 2
"""A quotation of fewer words bears nothing out; a Han or kana character is a word."""
FARTHEST = 1000
"""An omission over more characters of the source than this, about a paragraph, is reported."""

Remark = tuple[str, Level, str, str]
"""Rule, level, message and hint of a finding."""

_CONTEXT = 40
_SENTENCE = 300
_MOST_PLACES = 5
_CLAUSE_END = re.compile(r'[,;:.!?()"]| - ')
_GOVERNING = 4
"""Words before a passage among which one may turn what it says: “does not think that …”."""
_STOPS = ".!?。！？؟"
_ASKS = frozenset("?？؟")


class _Quoted(Struct, frozen=True, dict=True):
    """A quotation that was found."""

    source: Searchable
    quote: str
    passages: Sequence[Passage]
    tag: str

    @property
    def passage(self) -> Passage:
        """The passage that is meant."""
        return self.passages[0]

    @property
    def shown(self) -> str:
        """The quotation as a message shows it."""
        return shown(self.quote)

    @cached_property
    def before(self) -> str:
        """What stands before the passage in its sentence."""
        start = self.passage.start
        first = last_sentence(self.source.text, max(0, start - _SENTENCE), start)
        return self.source.text[first:start].lstrip()

    @cached_property
    def after(self) -> str:
        """What stands behind the passage in its sentence, with the mark that ends it."""
        text, end = self.source.text, self.passage.end
        if text[end - 1 : end] in _STOPS:
            return ""
        _, last = next(sentence_spans(text, end, end + _SENTENCE))
        return text[end:last].rstrip("\"') ")

    @cached_property
    def clauses(self) -> tuple[str, str]:
        """What stands before the passage in its clause, and behind it."""
        before, after = self.before[-_CONTEXT:], self.after
        return _CLAUSE_END.split(before)[-1], _CLAUSE_END.split(after)[0]

    def lost(self, level: Level, words: Sequence[str], where: str, hint: str) -> Remark:
        """That the quotation leaves out words which turn or limit the sense."""
        message = f"{self.shown} leaves out {', '.join(map(shown, words))}{where}"
        return "negation-left-out", level, message, hint

    @cached_property
    def left_out(self) -> list[str]:
        """What each gap leaves out of the source."""
        return [self.source.text[start:end] for start, end in self.passage.gaps]


def passage_findings(
    data_file: DataFile, citation: Citation, source: Searchable, passages: Sequence[Passage]
) -> list[Finding]:
    """Warnings and notes on a quotation that was found, the passage meant being the first."""
    evidence = citation.evidence
    tag = data_file.brief.sources[evidence.source].language
    place = data_file.places.at(*citation.quote_path)
    excerpt = data_file.excerpt(place)
    return [
        *(
            Finding(rule, level, message, place, hint, excerpt)
            for rule, level, message, hint in remarks(source, evidence.quote, passages, tag)
        ),
        *deceptions(source, passages[0].start, passages[0].end),
    ]


def remarks(
    source: Searchable, quote: str, passages: Sequence[Passage], tag: str
) -> Iterator[Remark]:
    """What to know of a quotation of a source whose BCP 47 tag is ``tag``."""
    quoted = _Quoted(source, quote, passages, tag)
    for remark in _REMARKS:
        yield from remark(quoted)


def condition_remarks(
    source: Searchable, quote: str, passage: Passage, tag: str
) -> Iterator[Remark]:
    """The condition of its sentence that a quotation leaves out, before it or behind it."""
    quoted = _Quoted(source, quote, (passage,), tag)
    before, after = quoted.before, quoted.after
    condition = condition_beside(before, after, tag)
    if condition and not limits_in(inserted_words(quote), tag):
        message = f"{shown(quote)} leaves out a condition of its sentence: {shown(condition)} …"
        yield "condition-left-out", Level.WARNING, message, "quote the condition too"


def _too_short(quoted: _Quoted) -> Iterator[Remark]:
    if len(words_of(own_words(quoted.quote))) < FEWEST_WORDS:
        message = f"{quoted.shown} is one word, which proves nothing"
        yield "quote-too-short", Level.NOTE, message, "quote the words around it too, with the verb"


def _ambiguous(quoted: _Quoted) -> Iterator[Remark]:
    """More than one place, in different surroundings; a sentence said twice alike is no doubt."""
    text, passages = quoted.source.text, quoted.passages
    around = {
        (text[max(0, at.start - _CONTEXT) : at.start], text[at.end : at.end + _CONTEXT])
        for at in passages
        if at.left_out == quoted.passage.left_out
    }
    if len(around) > 1:
        places = [str(quoted.source.place(at.start)) for at in passages[:_MOST_PLACES]]
        more = ", …" if len(passages) > _MOST_PLACES else ""
        message = f"{quoted.shown} stands in {len(passages)} places: {', '.join(places)}{more}"
        yield (
            "quote-ambiguous",
            Level.NOTE,
            message,
            "quote a few more words, so that only one place matches",
        )


def _far(quoted: _Quoted) -> Iterator[Remark]:
    longest = max(map(len, quoted.left_out), default=0)
    if longest > FARTHEST:
        message = f"{quoted.shown} leaves out {longest} characters of the source in one place"
        yield (
            "quote-bridges-far",
            Level.WARNING,
            message,
            "give two quotations, or quote the words that join the parts",
        )


def _negation_in_front(quoted: _Quoted) -> Iterator[Remark]:
    """What turns the sense, just in front of the passage."""
    text, start = quoted.source.text, quoted.passage.start
    before, _ = quoted.clauses
    lost = turns_before(text, start) or turned_before(text, start, quoted.tag)
    lost = lost or turns_in(_governing(before, quoted.tag), quoted.tag)
    if lost:
        yield quoted.lost(Level.WARNING, lost, " just before it", _WITH_NEGATION)


def _governing(before: str, tag: str) -> str:
    """The last words before a passage, from the last conjunction on."""
    words, joins = words_of(before), language(tag).turns.joins
    last = max((at for at, word in enumerate(words, 1) if word in joins), default=0)
    return " ".join(words[last:][-_GOVERNING:])


def _negation_left_out(quoted: _Quoted) -> Iterator[Remark]:
    """What turns the sense in what a sentence leaves out, or in an ending that is cut off."""
    replaced = (stands for _, stands, inside in _replacements(quoted) if not inside)
    left_out = (part for part, _, _ in _cut_sentences(quoted))
    lost = turns_in(" ".join((*left_out, *replaced)), quoted.tag)
    kept = turns_in(" ".join(inserted_words(quoted.quote)), quoted.tag)
    ending = ending_cut(quoted.source.text, quoted.passage.end)
    if (lost and not kept) or ending:
        words = [ending] if ending else lost
        yield quoted.lost(Level.ERROR, words, " of the same sentence", _WITH_NEGATION)


def _limit_left_out(quoted: _Quoted) -> Iterator[Remark]:
    """“Only”, “almost”, “if …” in what a sentence leaves out, though it limits what is quoted."""
    if limits_in(inserted_words(quoted.quote), quoted.tag):
        return
    for part, before, after in _cut_sentences(quoted):
        lost = limits_lost(part, before, after, quoted.tag) + limited(part)
        if lost and not turns_in(part, quoted.tag):
            yield quoted.lost(Level.ERROR, lost, ", which limits it", _WITH_LIMIT)


def _limit_beside(quoted: _Quoted) -> Iterator[Remark]:
    """The like right in front of the passage, or right behind it."""
    text, start = quoted.source.text, quoted.passage.start
    before, after = quoted.clauses
    lost = limit_before(before, text[start : start + _CONTEXT], quoted.tag)
    lost += limit_behind(after, quoted.tag) + turns_behind(after, quoted.tag)
    lost += exception_before(quoted.before, text[start : quoted.passage.end], quoted.tag)
    lost += doubts_beside(quoted.before, quoted.after, quoted.tag)
    lost += limited(quoted.before) or limited(quoted.after)
    asks = quoted.after[-1:] in _ASKS and not _ASKS.intersection(quoted.quote)
    lost += [quoted.after[-1]] if asks else []
    if lost and not turns_in(before, quoted.tag):
        yield quoted.lost(Level.WARNING, lost, " just beside it", _WITH_LIMIT)


def _cut_sentences(quoted: _Quoted) -> Iterator[tuple[str, str, str]]:
    """What each gap leaves out of a sentence, and what is quoted of it before and after that.

    Whole sentences may be left out.
    """
    text = quoted.source.text
    for (start, end), gap in zip(quoted.passage.gaps, quoted.left_out, strict=True):
        before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
        first, *others = (gap[at:last] for at, last in sentence_spans(gap))
        whole = before.rstrip("\"')] ")[-1:] in _STOPS
        if not others:
            yield first, "" if whole else before, after
        elif not whole:
            yield first, before, ""
        yield from ((other, "", after) for other in others[-1:])


def _number_cut(quoted: _Quoted) -> Iterator[Remark]:
    """A number that is written in words, and quoted in part."""
    text, passage = quoted.source.text, quoted.passage
    number = number_cut(text, passage.start, passage.end, quoted.tag)
    if number:
        message = f"{quoted.shown} cuts the number {shown(number)} of its source in two"
        yield "quote-not-in-source", Level.ERROR, message, "quote whole words and numbers"


def _negation_inserted(quoted: _Quoted) -> Iterator[Remark]:
    """A negation or a refusal in brackets that stands for none of the source."""
    replaced = [word for gap in quoted.left_out for word in words_of(gap)]
    added = negations_in(inserted_words(quoted.quote), quoted.tag)
    more = len(added) > len(negations_in(replaced, quoted.tag))
    if not more:
        added = turns_in(" ".join(inserted_words(quoted.quote)), quoted.tag)
        more = len(added) > len(turns_in(" ".join(replaced), quoted.tag))
    if quoted.passage.gaps and more:
        message = f"{quoted.shown} puts {', '.join(map(shown, added))} in brackets into it"
        yield "negation-inserted", Level.ERROR, message, _BY_ITSELF


def _claim_inserted(quoted: _Quoted) -> Iterator[Remark]:
    """A firm verb in brackets, or another figure or name than the one that stands there."""
    for inserted, replaced, inside in _replacements(quoted):
        stands = numbers_in(words_of(replaced), quoted.tag)
        said = numbers_in(words_of(inserted), quoted.tag)
        figure = stands and said and set(said) != set(stands)
        firm = inside and firmness(inserted, quoted.tag)
        bracketed = not inside and (replaced.strip()[:1] == "[" or replaced.strip()[-1:] == "]")
        if figure or firm or bracketed or other_name(inserted, replaced, quoted.tag):
            message = (
                f"{quoted.shown} puts its claim in brackets, for {shown(replaced)} of the source"
            )
            yield "claim-inserted", Level.ERROR, message, _BY_ITSELF
        elif (
            inside
            and not negations_in(words_of(inserted), quoted.tag)
            and other_words(inserted, replaced, quoted.tag)
        ):
            message = (
                f"{quoted.shown} puts other words in brackets, for {shown(replaced)} of the source"
            )
            yield "claim-inserted", Level.WARNING, message, _BY_ITSELF


def _replacements(quoted: _Quoted) -> Iterator[tuple[str, str, bool]]:
    """What stands in brackets, what stands in the source there, and whether the passage holds it.

    Brackets at either end of a quotation stand for the words of the clause beyond it.
    """
    before, after = outer_insertions(quoted.quote)
    clause_before, clause_after = quoted.clauses
    if quoted.left_out and (inside := inserted_words(quoted.quote)):
        yield " ".join(inside), " ".join(quoted.left_out), True
    if before:
        yield before, clause_before, False
    if after:
        yield after, clause_after, False


_WITH_NEGATION = "quote those words too, unless the meaning stays the same without them"
_WITH_LIMIT = "quote those words too: without them it says more than its source"
_BY_ITSELF = "quote a passage that says so by itself"
_REMARKS = (
    *(_too_short, _ambiguous, _far, _negation_in_front, _negation_left_out, _limit_left_out),
    *(_limit_beside, _number_cut, _negation_inserted, _claim_inserted),
)
