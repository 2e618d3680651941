"""Look quotations up in a source: exactly, word for word, and all of them in one pass."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from msgspec import Struct, field

from bluf.evidence.normal import LINE_HYPHEN, NormalText, normalise
from bluf.evidence.words import (
    cut_into_words,
    ends_inside_word,
    starts_inside_word,
    word_matches,
    words_of,
)
from octavo.location import Location, TextLocation

if TYPE_CHECKING:
    from bluf.evidence.quotation import Gap, Part, Quotation
    from bluf.evidence.text import Sight, SourceText

MOST_REPLACED = 5
"""An insertion in brackets may stand for at most so many words of the source, in one sentence."""

_FEW = 32
"""Up to so many parts it is sooner done to look for each than to cut a source into words."""
_DASHES = frozenset("—―")
"""Signs that part a sentence; a shorter one may join a compound or a range."""

Span = tuple[int, int]

_SENTENCE_END = re.compile(r"[.!?]\s|[。！？]")


class Passage(Struct, frozen=True):
    """Where a quotation stands: a span of normalised text, and what it leaves out of it."""

    start: int
    end: int
    gaps: tuple[Span, ...] = ()

    @property
    def parts(self) -> list[tuple[int, int]]:
        """The spans that are quoted."""
        edges = (self.start, *(edge for gap in self.gaps for edge in gap), self.end)
        return list(zip(edges[::2], edges[1::2], strict=True))

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

    @cached_property
    def over_lines(self) -> bool:
        """Whether there is a hyphen at the end of a line."""
        return LINE_HYPHEN in self.text

    def is_dash(self, offset: int) -> bool:
        """Whether the hyphen at ``offset`` stands for a dash between two parts of a sentence."""
        return self.source.text[self.normal.origin(offset)] in _DASHES

    def look(self, passage: Passage) -> Sight:
        """What a reader sees of a passage."""
        return self.source.look([self.span(start, end) for start, end in passage.parts])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of normalised text stands in the text as it was read."""
        return self.normal.origin(start), self.normal.origin(end - 1) + 1

    def place(self, offset: int) -> Location:
        """Where the normalised character at ``offset`` stands in the file."""
        return self.source.place(self.normal.origin(offset))

    def excerpt(self, offset: int, words: str) -> str:
        """What a finding at the normalised character ``offset`` shows: its line, else ``words``."""
        in_lines = isinstance(self.place(offset), TextLocation)
        return self.source.line(self.normal.origin(offset)) if in_lines else words


def find(source: Searchable, quotations: Sequence[Quotation]) -> list[tuple[Passage, ...]]:
    """Where each quotation stands, the passage that leaves out least first.

    A few are each looked for by themselves, without the words of the source being made; of many
    the time grows with the length of the source plus that of the quotations.
    """
    parts = list(dict.fromkeys(part for quotation in quotations for part in quotation.parts))
    if len(parts) <= _FEW:
        found = {part: list(_scan(source, part)) for part in parts}
    else:
        found = _occurrences(source, parts)
    return [_passages(source.text, quotation, found) for quotation in quotations]


def _occurrences(source: Searchable, parts: Sequence[Part]) -> dict[Part, list[Span]]:
    anchors = [_anchor(part) for part in parts]
    found: dict[Part, list[Span]] = {part: [] for part in parts}
    for number, index in Automaton(words for words, _ in anchors).hits(source.words):
        words, offset = anchors[number]
        anchored = source.word_starts[index - len(words) + 1]
        span = _before(source, parts[number], anchored, offset)
        if span:
            found[parts[number]].append(span)
    for part, (words, _) in zip(parts, anchors, strict=True):
        if not words:
            found[part].extend(_scan(source, part))
    return found


def _anchor(part: Part) -> tuple[Sequence[str], int]:
    """The longest run of words that stand in the source as they are, and its offset.

    Left out are a word that may go on beyond the part, one beside a hyphen, which may stand at the
    end of a line, and one with a letter of either case. The run is empty where no word is left.
    """
    words = word_matches(part.text)
    runs = [list(run) for firm, run in groupby(words, partial(_is_firm, part)) if firm]
    longest = max(runs, key=len, default=[])
    return [word.group() for word in longest], longest[0].start() if longest else 0


def _is_firm(part: Part, word: re.Match[str]) -> bool:
    start, end = word.span()
    return not (
        (part.open_end and end == len(part.text))
        or "-" in part.text[max(0, start - 2) : start]
        or part.text[end : end + 1] == "-"
        or any(start <= offset < end for offset in part.either_case)
    )


@lru_cache(_FEW)
def _pattern(part: Part, *, over_lines: bool) -> re.Pattern[str]:
    """The characters of a part; between any two of them a line may end with a hyphen."""
    signs = [
        f"[{re.escape(sign.lower() + sign.upper())}]"
        if offset in part.either_case
        else re.escape(sign)
        for offset, sign in enumerate(part.text)
    ]
    if not over_lines:
        return re.compile("".join(signs))
    pattern = f"{LINE_HYPHEN}?".join(signs)
    after = f"{LINE_HYPHEN}?"
    spaced = f"{re.escape('-')}{after}{re.escape(' ')}{after}"
    pattern = pattern.replace(spaced, f"(?:{re.escape('- ')}|{LINE_HYPHEN})")
    return re.compile(pattern.replace(re.escape("-") + after, f"[-{LINE_HYPHEN}]"))


def _before(source: Searchable, part: Part, anchored: int, offset: int) -> Span | None:
    """The span of a part whose anchor stands at ``anchored``, ``offset`` characters after it."""
    more = less = 0
    if source.over_lines and offset:
        more = source.text.count(LINE_HYPHEN, max(0, anchored - 2 * offset), anchored)
        less = part.text.count("- ", 0, offset) if more else 0
    for begin in range(anchored - offset + less, anchored - offset - more - 1, -1):
        span = _stands(source, part, begin) if begin >= 0 else None
        if span:
            return span
    return None


def _stands(source: Searchable, part: Part, begin: int) -> Span | None:
    text, end = source.text, begin + len(part.text)
    if part.either_case or not text.startswith(part.text, begin):
        match = _pattern(part, over_lines=source.over_lines).match(text, begin)
        if match is None:
            return None
        end = match.end()
    dash = text[begin - 1 : begin] == "-" and source.is_dash(begin - 1)
    if starts_inside_word(text, begin, dash=dash):
        return None
    dash = text[end : end + 1] == "-" and source.is_dash(end)
    if not part.open_end and ends_inside_word(text, end, dash=dash):
        return None
    return begin, end


def _scan(source: Searchable, part: Part) -> Iterator[Span]:
    """Every place of a part, places that overlap too."""
    start = _next(source, part, 0)
    while start >= 0:
        span = _stands(source, part, start)
        if span:
            yield span
        start = _next(source, part, start + 1)


def _next(source: Searchable, part: Part, begin: int) -> int:
    """Where the characters of a part stand next; -1 for nowhere."""
    if not (part.either_case or source.over_lines):
        return source.text.find(part.text, begin)
    match = _pattern(part, over_lines=source.over_lines).search(source.text, begin)
    return match.start() if match else -1


def _passages(
    text: str, quotation: Quotation, found: Mapping[Part, Sequence[Span]]
) -> tuple[Passage, ...]:
    by_end: dict[int, Passage] = {}
    for first in found[quotation.parts[0]]:
        passage = _follow(text, quotation, found, first)
        if passage:
            # A later start that reaches the same end leaves out less.
            by_end[passage.end] = passage
    return tuple(sorted(by_end.values(), key=lambda passage: (passage.left_out, passage.start)))


def _follow(
    text: str, quotation: Quotation, found: Mapping[Part, Sequence[Span]], first: Span
) -> Passage | None:
    """The passage from its first part on in which each part follows as soon as it can."""
    start, end = first
    gaps: list[Span] = []
    for (_, part), gap in zip(pairwise(quotation.parts), quotation.gaps, strict=True):
        spans = found[part]
        index = bisect_left(spans, (end, 0))
        if index == len(spans):
            return None
        begin, after = spans[index]
        if not (gap.omits or _may_be_replaced(text[end:begin], gap)):
            return None
        gaps.append((end, begin))
        end = after
    return Passage(start, end, tuple(gaps))


def _may_be_replaced(left_out: str, gap: Gap) -> bool:
    """Whether an insertion can stand for so much: the rest of a word, or a few words."""
    most = 0 if gap.attached else MOST_REPLACED
    rest = 1 if gap.attached and left_out[:1].isalpha() else 0
    words = len(words_of(left_out)) - rest
    return words <= most and not _SENTENCE_END.search(left_out)


class _State(Struct, eq=False):
    """What was read so far of one or several sequences."""

    following: dict[str, _State] = field(default_factory=dict)
    fallback: _State | None = None
    ends: list[int] = field(default_factory=list)
    """Numbers of the sequences whose last word was just read."""


class Automaton:
    """Finds each of some sequences of words; a sequence is known by its number."""

    def __init__(self, sequences: Iterable[Sequence[str]]) -> None:
        self._root = _State()
        for number, sequence in enumerate(sequences):
            state = self._root
            for word in sequence:
                state = state.following.setdefault(word, _State())
            if state is not self._root:
                state.ends.append(number)
        self._link()

    def hits(self, words: Iterable[str]) -> Iterator[tuple[int, int]]:
        """The number of each sequence that ends in ``words``, and the index of its last word."""
        root = state = self._root
        for index, word in enumerate(words):
            following = state.following.get(word)
            while following is None and state.fallback is not None:
                state = state.fallback
                following = state.following.get(word)
            state = following or root
            for number in state.ends:
                yield number, index

    def _link(self) -> None:
        """Give each state the longest other one that ends in the same words."""
        waiting = deque([self._root])
        while waiting:
            state = waiting.popleft()
            for word, following in state.following.items():
                following.fallback = self._fallback(state.fallback, word)
                following.ends += following.fallback.ends
                waiting.append(following)

    def _fallback(self, state: _State | None, word: str) -> _State:
        while state is not None:
            if word in state.following:
                return state.following[word]
            state = state.fallback
        return self._root
