"""Find the passage of a source that a quotation was probably taken from; it decides nothing.

The words of a quotation that are rarest in the source vote for the stretch they stand in, so that
the search takes one pass over the source, however many quotations are missing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from bluf.evidence.words import WORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bluf.evidence.match import Searchable

_TOKEN = re.compile(rf"{WORD.pattern}|[^\w\s]")
_VOTERS = 12
_MOST_VOTES = 500
_MOST_WORDS = 400
_ALIKE = 0.5

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passage most like some words, and where the two differ.

    Attributes:
        start: Offset of the passage in the normalised source.
        passage: Its words, normalised.
        quoted: The words looked for, normalised.
        differences: Spans of ``quoted`` and of ``passage`` that differ from each other.
    """

    start: int
    passage: str
    quoted: str
    differences: tuple[tuple[Span, Span], ...]

    def pairs(self) -> list[tuple[str, str]]:
        """What the quotation says, and what stands in the source in its place."""
        return [
            (self.quoted[slice(*here)], self.passage[slice(*there)])
            for here, there in self.differences
        ]


def nearest(source: Searchable, quotes: Sequence[str]) -> list[Nearest | None]:
    """The passage of ``source`` nearest to each of some normalised texts, if any is near."""
    wanted = [[word.lower() for word in WORD.findall(quote)][:_MOST_WORDS] for quote in quotes]
    positions = _positions(source.words, {word for words in wanted for word in words})
    return [
        _aligned(source, quote, _stretch(words, positions))
        for quote, words in zip(quotes, wanted, strict=True)
    ]


def _positions(words: Iterable[str], wanted: set[str]) -> Mapping[str, list[int]]:
    positions: defaultdict[str, list[int]] = defaultdict(list)
    for index, word in enumerate(words):
        small = word.lower()
        if small in wanted:
            positions[small].append(index)
    return positions


def _stretch(words: Sequence[str], positions: Mapping[str, list[int]]) -> Span | None:
    """The words of the source, first and last, where most of the rarest ``words`` stand close."""
    present = sorted({word for word in words if positions.get(word)})
    voters = sorted(present, key=lambda word: len(positions[word]))[:_VOTERS]
    votes = sorted((index, word) for word in voters for index in positions[word][:_MOST_VOTES])
    length = len(words) + len(words) // 2 + 2
    inside: Counter[str] = Counter()
    best: tuple[float, int] | None = None
    first, weight = 0, 0.0
    for index, word in votes:
        weight += 0.0 if inside[word] else 1 / len(positions[word])
        inside[word] += 1
        while index - votes[first][0] > length:
            left = votes[first][1]
            inside[left] -= 1
            weight -= 0.0 if inside[left] else 1 / len(positions[left])
            first += 1
        score = len(+inside) + weight
        if best is None or score > best[0]:
            best = score, votes[first][0]
    if best is None:
        return None
    return max(0, best[1] - len(words)), best[1] + 2 * length


def _aligned(source: Searchable, quote: str, stretch: Span | None) -> Nearest | None:
    if stretch is None:
        return None
    starts = source.word_starts
    begin = starts[stretch[0]]
    end = starts[stretch[1]] if stretch[1] < len(starts) else len(source.text)
    here = list(_TOKEN.finditer(quote))
    there = list(_TOKEN.finditer(source.text, begin, end))
    longest = max(_matcher(here, there).get_matching_blocks(), key=lambda block: block.size)
    slack = 3 + len(here) // 3
    low = max(0, longest.b - longest.a - slack)
    there = there[low : longest.b - longest.a + len(here) + slack]
    blocks = _matcher(here, there).get_matching_blocks()[:-1]
    if sum(block.size for block in blocks) < _ALIKE * len(here):
        return None
    first, last = blocks[0], blocks[-1]
    low = max(0, first.b - first.a)
    high = last.b + len(here) - last.a
    return _compared(quote, here, source.text, there[low:high])


def _matcher(here: Sequence[re.Match[str]], there: Sequence[re.Match[str]]) -> SequenceMatcher[str]:
    return SequenceMatcher(
        None, [token.group() for token in here], [token.group() for token in there], autojunk=False
    )


def _compared(
    quote: str, here: Sequence[re.Match[str]], text: str, there: Sequence[re.Match[str]]
) -> Nearest:
    """Both texts, with the spans in which their words or signs differ."""
    start, end = there[0].start(), there[-1].end()
    differences = tuple(
        (_span(here, i1, i2, 0), _span(there, j1, j2, start))
        for kind, i1, i2, j1, j2 in _matcher(here, there).get_opcodes()
        if kind != "equal"
    )
    return Nearest(start, text[start:end], quote, differences)


def _span(tokens: Sequence[re.Match[str]], first: int, last: int, base: int) -> Span:
    """The characters from one token up to another, counted from ``base``."""
    if first == last:
        offset = tokens[first - 1].end() if first else tokens[0].start()
        return offset - base, offset - base
    return tokens[first].start() - base, tokens[last - 1].end() - base
