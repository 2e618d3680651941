"""Look quotations up in a source: exactly, word for word, and all of them in one pass."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property, partial
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.evidence.automaton import Automaton
from bluf.evidence.normal import normalise
from bluf.evidence.words import (
    cut_into_words,
    ends_inside_word,
    starts_inside_word,
    word_matches,
    words_of,
)
from octavo.location import TextLocation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bluf.evidence.normal import NormalText
    from bluf.evidence.quotation import Gap, Part, Quotation
    from bluf.evidence.text import SourceText
    from octavo.location import Location

MOST_REPLACED = 5
"""An insertion in brackets may stand for at most so many words of the source, in one sentence."""

_SENTENCE_END = re.compile(r"[.!?]\s|[。！？]")


class Passage(Struct, frozen=True):
    """Where a quotation stands: a span of normalised text, and what it leaves out of it."""

    start: int
    end: int
    gaps: tuple[tuple[int, int], ...] = ()

    @property
    def left_out(self) -> int:
        """How many characters of the source lie in the gaps."""
        return sum(end - start for start, end in self.gaps)


class Searchable(Struct, frozen=True, dict=True):
    """A source made ready for many look-ups."""

    source: SourceText

    @cached_property
    def normal(self) -> NormalText:
        """The source's text, normalised."""
        return normalise(self.source.text)

    @property
    def text(self) -> str:
        """The normalised characters."""
        return self.normal.text

    @cached_property
    def _cut(self) -> tuple[list[str], list[int]]:
        return cut_into_words(self.text)

    @property
    def words(self) -> list[str]:
        """The words of the source, in order."""
        return self._cut[0]

    @property
    def word_starts(self) -> list[int]:
        """The offset of each word."""
        return self._cut[1]

    @cached_property
    def others(self) -> tuple[Searchable, ...]:
        """The source read otherwise, where its signs leave a choice."""
        return tuple(Searchable(other) for other in self.source.others)

    def place(self, offset: int) -> Location:
        """Where the normalised character at ``offset`` stands in the file."""
        return self.source.place(self.normal.origin(offset))

    def excerpt(self, offset: int, words: str) -> str:
        """What a finding at the normalised character ``offset`` shows: its line, else ``words``."""
        in_lines = isinstance(self.place(offset), TextLocation)
        return self.source.line(self.normal.origin(offset)) if in_lines else words


def find(source: Searchable, quotations: Sequence[Quotation]) -> list[tuple[Passage, ...]]:
    """Where each quotation stands, the passage that leaves out least first.

    The time grows with the length of the source plus that of the quotations.
    """
    parts = list(dict.fromkeys(part for quotation in quotations for part in quotation.parts))
    found = _occurrences(source, parts)
    return [_passages(source.text, quotation, found) for quotation in quotations]


def _occurrences(source: Searchable, parts: Sequence[Part]) -> Mapping[Part, list[int]]:
    anchors = [_anchor(part) for part in parts]
    patterns = [_pattern(part) for part in parts]
    found: dict[Part, list[int]] = {part: [] for part in parts}
    for number, index in Automaton(words for words, _ in anchors).hits(source.words):
        words, offset = anchors[number]
        begin = source.word_starts[index - len(words) + 1] - offset
        if begin >= 0 and _stands(source.text, parts[number], patterns[number], begin):
            found[parts[number]].append(begin)
    for part, pattern, (words, _) in zip(parts, patterns, anchors, strict=True):
        if not words:
            found[part].extend(_scan(source.text, part, pattern))
    return found


def _anchor(part: Part) -> tuple[Sequence[str], int]:
    """The longest run of words that stand in the source as they are, and its offset.

    Left out are a word that may go on beyond the part and one with a letter of either case. The
    run is empty where no word is left.
    """
    words = word_matches(part.text)
    runs = [list(run) for firm, run in groupby(words, partial(_is_firm, part)) if firm]
    longest = max(runs, key=len, default=[])
    return [word.group() for word in longest], longest[0].start() if longest else 0


def _is_firm(part: Part, word: re.Match[str]) -> bool:
    start, end = word.span()
    return not (
        (part.open_end and end == len(part.text))
        or any(start <= offset < end for offset in part.either_case)
    )


def _pattern(part: Part) -> re.Pattern[str]:
    return re.compile(
        "".join(
            f"[{re.escape(sign.lower() + sign.upper())}]"
            if offset in part.either_case
            else re.escape(sign)
            for offset, sign in enumerate(part.text)
        )
    )


def _stands(text: str, part: Part, pattern: re.Pattern[str], begin: int) -> bool:
    match = pattern.match(text, begin)
    return (
        match is not None
        and not starts_inside_word(text, begin)
        and (part.open_end or not ends_inside_word(text, match.end()))
    )


def _scan(text: str, part: Part, pattern: re.Pattern[str]) -> Iterable[int]:
    """Every place of a part that has no whole word to look for."""
    return (
        match.start()
        for match in pattern.finditer(text)
        if _stands(text, part, pattern, match.start())
    )


def _passages(
    text: str, quotation: Quotation, found: Mapping[Part, Sequence[int]]
) -> tuple[Passage, ...]:
    by_end: dict[int, Passage] = {}
    for start in found[quotation.parts[0]]:
        passage = _follow(text, quotation, found, start)
        if passage:
            # A later start that reaches the same end leaves out less.
            by_end[passage.end] = passage
    return tuple(sorted(by_end.values(), key=lambda passage: (passage.left_out, passage.start)))


def _follow(
    text: str, quotation: Quotation, found: Mapping[Part, Sequence[int]], start: int
) -> Passage | None:
    """The passage from ``start`` on in which each part follows as soon as it can."""
    end = start + len(quotation.parts[0].text)
    gaps: list[tuple[int, int]] = []
    for (_, part), gap in zip(pairwise(quotation.parts), quotation.gaps, strict=True):
        offsets = found[part]
        index = bisect_left(offsets, end)
        if index == len(offsets):
            return None
        begin = offsets[index]
        if not (gap.omits or _may_be_replaced(text[end:begin], gap)):
            return None
        gaps.append((end, begin))
        end = begin + len(part.text)
    return Passage(start, end, tuple(gaps))


def _may_be_replaced(left_out: str, gap: Gap) -> bool:
    """Whether an insertion can stand for so much: the rest of a word, or a few words."""
    most = 0 if gap.attached else MOST_REPLACED
    rest = 1 if gap.attached and left_out[:1].isalpha() else 0
    words = len(words_of(left_out)) - rest
    return words <= most and not _SENTENCE_END.search(left_out)
