"""Which of several figures or days in one sentence belongs to what a text says of its own.

“Norway pledged 5 million and Sweden 7 million” gives each figure words of its own. Where a text
has the words of another one, or of none, its figure stands there and is yet not borne out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from msgspec import Struct

from bluf.claims.judgement import Basis, ClaimSubject, Judgement
from bluf.claims.spelling import script_of
from bluf.claims.vocabulary import stems
from bluf.languages import (
    ClockTime,
    Day,
    Figure,
    base,
    contrary,
    language,
    pattern,
    senses_in,
    sentence_spans,
    tells,
)
from octavo.shortening import quoted

if TYPE_CHECKING:
    from bluf.claims.passages import ClaimContext, SourceSpan

M = TypeVar("M", Figure, Day, ClockTime)


class Binding(IntEnum):
    """Whether a sentence has a figure for what a text has it for."""

    OTHER = -1
    UNCLEAR = 0
    SAME = 1


class Bound(NamedTuple):
    """Where a source has a figure of a text, and for what."""

    basis: Basis
    binding: Binding


class MarkedText(Struct, Generic[M], frozen=True):
    """A text with its figures, or its days."""

    text: str
    tag: str
    marks: Sequence[M]


class _Words(NamedTuple):
    """The words that belong to one figure alone, by their beginnings: before it and behind it."""

    before: dict[str, str]
    behind: dict[str, str]


_NEAR = 2
_COMMA = re.compile(r"[,;:](?=\s)|[、，；،؛：]")
_AND = re.compile(r"(?<!\w)و(?=\w{3})")
"""“And” is a part of the word that follows it in Arabic."""


def bound(
    desk: ClaimContext,
    ours: MarkedText[M],
    mark: M,
    places: Iterable[tuple[SourceSpan, M]],
    read: Callable[[str, str], Sequence[M]],
) -> Bound | None:
    """The place that has most surely the same as a text; None where there is none."""
    found: Bound | None = None
    for span, other in places:
        sentence = desk.sentence_at(span.key, span.start + other.start)
        offset = span.start + other.start - sentence.start
        theirs = MarkedText(sentence.text, sentence.tag, read(sentence.text, sentence.tag))
        there = next((each for each in theirs.marks if each.start == offset), None)
        told = _binding(ours, mark, theirs, there) if there else Binding.SAME
        if found is None or told > found.binding:
            found = Bound(Basis(span, other.start, other.words), told)
        if told is Binding.SAME:
            break
    return found


def judged(subject: ClaimSubject, found: Bound) -> Judgement:
    """A figure or day that stands in a source, by what it is there for."""
    if found.binding is Binding.SAME:
        return subject.borne_out(found.basis)
    if found.binding is Binding.UNCLEAR:
        return subject.undecided()
    name = str(subject.kind)
    return subject.not_found(
        f"{name}-not-found",
        f"{quoted(subject.words)} stands in source “{found.basis.source}”, but for something else",
        f"give the {name} that the source has for this, or quote the words that say so",
        found.basis,
    )


def differs(subject: ClaimSubject, other: Basis) -> Judgement:
    """A figure or day where the evidence has another one."""
    ours, theirs = quoted(subject.words), quoted(other.words)
    return subject.contradicted(
        f"{subject.kind}-differs",
        f"{ours} is not what source “{other.source}” says: {theirs}",
        f"write {theirs}, or quote the words that say {ours}",
        other,
    )


def the_only_one(
    spans: Iterable[SourceSpan], read: Callable[[str, str], Sequence[M]], fits: Callable[[M], bool]
) -> Basis | None:
    """The one figure or day of a kind that the quotations of an item give."""
    found = [
        Basis(span, span.own[0] + other.start, other.words)
        for span in spans
        for other in filter(fits, read(span.quoted, span.tag))
    ]
    return found[0] if len({basis.words for basis in found}) == 1 else None


def _binding(ours: MarkedText[M], mark: M, theirs: MarkedText[M], there: M) -> Binding:
    told = _by_rivals(ours, mark, theirs, there)
    clauses = _clause(ours, mark), _clause(theirs, there)
    if _exclude(*clauses, ours.tag, theirs.tag):
        shared = set.intersection(*(set(dict(stems(each, ours.tag))) for each in clauses))
        return Binding.OTHER if shared else min(told, Binding.UNCLEAR)
    return min(told, Binding.UNCLEAR) if _end(ours, mark) * _end(theirs, there) < 0 else told


def _by_rivals(ours: MarkedText[M], mark: M, theirs: MarkedText[M], there: M) -> Binding:
    """Whether a text has the words of a mark, or of another one of its sentence."""
    row = [each for each in theirs.marks if each is there or there.is_like(each)]
    rivals = [each for each in row if not mark.agrees(each)]
    if not rivals:
        return Binding.SAME
    first, last = next(span for span in sentence_spans(ours.text) if mark.start < span[1])
    own = [each for each in ours.marks
           if first <= each.start < last and (each is mark or mark.is_like(each))]  # fmt: skip
    told = _words(ours, own, own.index(mark), (first, last))
    parts = [_words(theirs, row, index, (0, len(theirs.text))) for index in range(len(row))]
    mine = parts[row.index(there)]
    verdicts = {
        _against(
            told, mine, parts[row.index(each)], first=there.start < each.start, leads=each is row[0]
        )
        for each in rivals
    }
    if Binding.OTHER in verdicts or verdicts == {Binding.SAME}:
        return min(verdicts)
    return Binding.SAME if _in_order(own, row) else Binding.UNCLEAR


def _exclude(words: str, others: str, tag: str, other_tag: str) -> bool:
    """Whether the clauses of two marks have words that exclude each other: “rose” and “fell”."""
    told = [each for each in senses_in(words, tag)
            if each.table == "opposite" and tells(base(other_tag), each)]  # fmt: skip
    return contrary(told, senses_in(others, other_tag)) is not None


def _end(row: MarkedText[M], mark: M) -> int:
    """-1 where a text has a date for an end (“until May”), 1 for a beginning; 0 for neither."""
    known = language(row.tag)
    before, behind = row.text[: mark.start][-_REACH:], row.text[mark.end :][:_REACH]
    for sign, words in ((-1, known.calendar.until), (1, known.calendar.since)):
        listed = pattern(words, known.script)
        near = (before[each.end() :] for each in listed.finditer(before))
        if any(not re.search(r"\d|\w{5,}", gap) for gap in near) or (
            known.script == "Hani" and listed.match(behind)
        ):
            return sign
    return 0


_REACH = 24


def _clause(row: MarkedText[M], mark: M) -> str:
    """The words round a mark, as far as another one, a comma or an “and”."""
    first, last = next(span for span in sentence_spans(row.text) if mark.start < span[1])
    first = max((each.end for each in row.marks if first < each.end <= mark.start), default=first)
    last = min((each.start for each in row.marks if mark.end <= each.start < last), default=last)
    signs = [(first + start, first + end) for start, end in _signs(row.text[first:last], row.tag)]
    first = max((end for _, end in signs if end <= mark.start), default=first)
    last = min((start for start, _ in signs if start >= mark.end), default=last)
    return f"{row.text[first : mark.start]} {row.text[mark.end : last]}"


def _against(told: _Words, mine: _Words, theirs: _Words, *, first: bool, leads: bool) -> Binding:
    """Whether the words of a text are those of one figure, or of another one.

    What stands before the first of two belongs to both, unless the second has words there too; and
    what stands behind the second, unless the first has.
    """
    one, other = (mine, theirs) if first else (theirs, mine)
    parted = (bool(other.before), bool(one.behind))
    words = told.before | told.behind
    ours, others = (
        (each.before if parted[0] else {}) | (each.behind if parted[1] else {})
        for each in (mine, theirs)
    )
    same = words.keys() & (ours.keys() - others.keys())
    wrong = words.keys() & (others.keys() - ours.keys())
    if same or not wrong:
        return Binding.SAME if same and not wrong else Binding.UNCLEAR
    beside = any(
        apart and has and told & theirs & wrong
        for apart, told, has, theirs in zip(
            (parted[0] and not leads, parted[1]),
            _nearest(told),
            _nearest(mine),
            _nearest(theirs),
            strict=True,
        )
    )  # a verb in front of the first of all is that of all
    begins = [next(iter(each.before), "") for each in (told, theirs, mine)]
    headed = script_of(begins[0]) == "CJK" and begins[0] == begins[1] != begins[2]  # by its subject
    return Binding.OTHER if beside or headed or _names(words, ours, wrong) else Binding.UNCLEAR


def _nearest(words: _Words) -> tuple[set[str], set[str]]:
    """The words right beside a figure, in front of it and behind it."""
    return {*[*words.before][-_NEAR:]}, {*[*words.behind][:_NEAR]}


def _names(words: dict[str, str], ours: dict[str, str], wrong: set[str]) -> bool:
    """Whether the words of another figure are a name or a year, where this one has one too."""
    named = any(word[0].isupper() or word.isdigit() for word in ours.values())
    strange = any(
        word.isupper() for key, word in words.items() if key not in ours | dict.fromkeys(wrong, "")
    )
    return (
        named
        and not strange
        and any(words[key][0].isupper() or words[key].isdigit() for key in wrong)
    )


def _in_order(own: Sequence[M], row: Sequence[M]) -> bool:
    """Whether a text has several figures of a sentence, each once and in its order."""
    places = [[n for n, each in enumerate(row) if mark.agrees(each)] for mark in own]
    order: list[int] = [found[0] for found in places if len(found) == 1]
    return len(order) == len(own) > 1 and order == sorted({*order})


def _words(row: MarkedText[M], marks: Sequence[M], index: int, sentence: tuple[int, int]) -> _Words:
    """The words of a sentence that stand with one of its figures, and with no other."""
    mark, text = marks[index], row.text
    before, behind = text[sentence[0] : mark.start], text[mark.end : sentence[1]]
    if index:
        before = _cut(text[marks[index - 1].end : mark.start], row.tag)[1]
    if index + 1 < len(marks):
        behind = _cut(text[mark.end : marks[index + 1].start], row.tag)[0]
    return _Words(dict(stems(before, row.tag)), dict(stems(behind, row.tag)))


def _cut(gap: str, tag: str) -> tuple[str, str]:
    """What of the words between two figures belongs to the first one, and what to the second."""
    signs = _signs(gap, tag)
    return (gap[: min(signs)[0]], gap[max(signs)[1] :]) if signs else ("", "")


def _signs(text: str, tag: str) -> list[tuple[int, int]]:
    """Where commas and words like “and” stand in a text."""
    known = language(tag)
    joins = pattern((*known.conjunctions, *known.turns.joins), known.script)
    found = [*_COMMA.finditer(text), *joins.finditer(text)]
    found += _AND.finditer(text) if known.script == "Arab" else ()
    return [each.span() for each in found]
