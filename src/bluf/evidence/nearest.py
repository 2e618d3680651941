"""Find the passage of a source that a quotation was probably taken from; it decides nothing.

The words and pairs of words that are rarest in the source vote for the stretch they stand in, so
that the search takes one pass over the source, however many quotations are missing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from bluf.evidence.words import word_matches, word_pattern, words_of

if TYPE_CHECKING:
    from bluf.evidence.match import Searchable

MOST_WORDS = 400
_VOTERS = 16
_MOST_VOTES = 400
_ALIKE = 0.5

Span = tuple[int, int]
Term = str | tuple[str, str]


class Nearest(Struct, frozen=True):
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

    @property
    def in_spaces(self) -> tuple[tuple[Span, Span], ...]:
        """What the differences are where the two differ in their spaces alone."""
        return (((0, len(self.quoted)), (0, len(self.passage))),)

    def pairs(self) -> list[tuple[str, str]]:
        """What the quotation says, and what stands in the source in its place."""
        return [
            (self.quoted[slice(*here)], self.passage[slice(*there)])
            for here, there in self.differences
        ]


def nearest(source: Searchable, quotes: Sequence[str]) -> list[Nearest | None]:
    """The passage of ``source`` nearest to each of some normalised texts, if any is near.

    Of a text of more than `MOST_WORDS` words the first ones are compared.
    """
    cut = [_first_words(quote) for quote in quotes]
    terms = [_terms([word.lower() for word in words_of(quote)]) for quote in cut]
    positions = _positions(source.words, {term for each in terms for term in each})
    return [
        _aligned(source, quote, _stretch(each, positions))
        for quote, each in zip(cut, terms, strict=True)
    ]


def _first_words(quote: str) -> str:
    ends = (word.end() for word in word_matches(quote))
    return quote[: next(islice(ends, MOST_WORDS, None), None)]


def _terms(words: Sequence[str]) -> list[Term]:
    """Each word, and each two that follow each other."""
    return [*words, *pairwise(words)]


def _positions(words: Iterable[str], wanted: set[Term]) -> Mapping[Term, list[int]]:
    positions: defaultdict[Term, list[int]] = defaultdict(list)
    before = ""
    for index, word in enumerate(words) if wanted else ():
        small = word.lower()
        if small in wanted:
            positions[small].append(index)
        if (before, small) in wanted:
            positions[before, small].append(index - 1)
        before = small
    return positions


def _stretch(terms: Sequence[Term], positions: Mapping[Term, list[int]]) -> Span | None:
    """The words of the source, first and last, where most of the rarest ``terms`` stand close."""
    present = [term for term in dict.fromkeys(terms) if positions.get(term)]
    present.sort(key=lambda term: len(positions[term]))
    rare = [term for term in present if len(positions[term]) <= _MOST_VOTES] or present[:1]
    votes = sorted(
        (index, rank)
        for rank, term in enumerate(rare[:_VOTERS])
        for index in positions[term][:_MOST_VOTES]
    )
    words = (len(terms) + 1) // 2
    start = _closest(votes, [1 + 1 / len(positions[term]) for term in rare], 1.5 * words + 2)
    return None if start is None else (max(0, start - words), start + 3 * words + 4)


def _closest(
    votes: Sequence[tuple[int, int]], weights: Sequence[float], reach: float
) -> int | None:
    """Where the votes of different terms within ``reach`` words weigh most."""
    inside = [0] * len(weights)
    best, best_start = 0.0, None
    first, weight = 0, 0.0
    for index, rank in votes:
        weight += weights[rank] if not inside[rank] else 0.0
        inside[rank] += 1
        while index - votes[first][0] > reach:
            left = votes[first][1]
            inside[left] -= 1
            weight -= weights[left] if not inside[left] else 0.0
            first += 1
        if weight > best:
            best, best_start = weight, votes[first][0]
    return best_start


def _aligned(source: Searchable, quote: str, stretch: Span | None) -> Nearest | None:
    if stretch is None:
        return None
    starts = source.word_starts
    begin = starts[stretch[0]]
    end = starts[stretch[1]] if stretch[1] < len(starts) else len(source.text)
    token = re.compile(rf"{word_pattern(quote + source.text[begin:end])}|[^\w\s]")
    here = list(token.finditer(quote))
    there = list(token.finditer(source.text, begin, end))
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
    near = Nearest(start, text[start:end], quote, differences)
    spaced = not differences and near.passage != quote
    return replace(near, differences=near.in_spaces) if spaced else near


def _span(tokens: Sequence[re.Match[str]], first: int, last: int, base: int) -> Span:
    """The characters from one token up to another, counted from ``base``."""
    if first == last:
        offset = tokens[first - 1].end() if first else tokens[0].start()
        return offset - base, offset - base
    return tokens[first].start() - base, tokens[last - 1].end() - base
