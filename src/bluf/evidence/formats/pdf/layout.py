"""From fragments to lines in the order in which a person reads them, column after column."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bluf.evidence.formats.pdf.content import Fragment

SAME_LINE = 0.5
"""Base lines less than so many font sizes apart are one line: a raised sign belongs to it."""
WORD_GAP = 0.15
"""A gap of so many font sizes separates two words."""
COLUMN_GAP = 1.0
"""A gap of so many font sizes may be the gutter between two columns or cells."""
LEAST_LINES = 3
"""A column has at least so many lines."""
_MOST_CANDIDATES = 20
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, or the part of one that lies in one column.

    Attributes:
        text: Its words.
        start: Where it starts, in points.
        end: Where it ends.
        base: Its base line.
        size: Its font size.
        number: Which line of the page it is, counted from the top and from 1.
    """

    text: str
    start: float
    end: float
    base: float
    size: float
    number: int = 0


def read_lines(fragments: Sequence[Fragment]) -> list[Line]:
    """The lines of a page in reading order; text that runs another way comes last."""
    turns = Counter(turn for fragment in fragments for turn in [fragment.turn] * len(fragment.text))
    lines: list[Line] = []
    for turn, _ in turns.most_common():
        segments = list(_segments([each for each in fragments if each.turn == turn], len(lines)))
        lines += _ordered(segments, 0)
    return lines


def _segments(fragments: Sequence[Fragment], counted: int) -> Iterator[Line]:
    """Runs of fragments on one base line with no gap as wide as a gutter, from top to bottom."""
    for number, row in enumerate(_rows(fragments), counted + 1):
        run: list[Fragment] = []
        for fragment in sorted(row, key=lambda each: each.start):
            if run and fragment.start - max(each.end for each in run) > COLUMN_GAP * fragment.size:
                yield _line(run, number)
                run = []
            run.append(fragment)
        yield _line(run, number)


def _rows(fragments: Sequence[Fragment]) -> Iterator[list[Fragment]]:
    row: list[Fragment] = []
    for fragment in sorted(fragments, key=lambda each: -each.base):
        if row:
            largest = max(row, key=lambda each: each.size)
            if row[0].base - fragment.base > SAME_LINE * max(largest.size, fragment.size):
                yield row
                row = []
        row.append(fragment)
    if row:
        yield row


def _line(run: Sequence[Fragment], number: int) -> Line:
    """One line of fragments that stand in order from left to right."""
    main = max(run, key=lambda each: len(each.text))
    return Line(
        _joined(run),
        run[0].start,
        max(each.end for each in run),
        main.base,
        main.size,
        number,
    )


def _joined(run: Sequence[Fragment]) -> str:
    """The words of fragments from left to right, in the order in which they are read."""
    to_left = sum(map(_direction, run)) < 0
    ordered = list(_from_right(run)) if to_left else list(run)
    pieces = [ordered[0].text.strip()] if ordered else []
    for before, after in pairwise(ordered):
        gap = before.start - after.end if to_left else after.start - before.end
        if to_left and _direction(after) >= 0 and _direction(before) >= 0:
            gap = after.start - before.end
        apart = gap > WORD_GAP * after.size
        blank = before.text[-1:].isspace() or after.text[:1].isspace()
        pieces += (" " if apart or blank else "", after.text.strip())
    return "".join(pieces)


def _direction(fragment: Fragment) -> int:
    """Letters that are read to the right, minus those that are read to the left."""
    kinds = Counter(map(unicodedata.bidirectional, fragment.text))
    return kinds["L"] - kinds["R"] - kinds["AL"]


def _from_right(run: Sequence[Fragment]) -> Iterator[Fragment]:
    """Fragments from right to left; words of the other direction keep their own order."""
    for foreign, words in groupby(reversed(run), lambda each: _direction(each) > 0):
        group = list(words)
        yield from reversed(group) if foreign else group


def _ordered(segments: Sequence[Line], depth: int) -> list[Line]:
    """Column after column where there are columns, and line after line within each."""
    gutter = _gutter(segments) if depth < _DEEPEST else None
    if gutter is None:
        return [
            _whole(list(row)) for _, row in groupby(segments, key=lambda segment: segment.number)
        ]
    ordered: list[Line] = []
    for crosses, band in groupby(segments, key=lambda each: _side(each, gutter) == 0):
        group = list(band)
        if crosses:
            ordered += group
        else:
            for side in (-1, 1):
                column = [each for each in group if _side(each, gutter) == side]
                ordered += _ordered(column, depth + 1)
    return ordered


def _whole(segments: Sequence[Line]) -> Line:
    """One line of the segments of a row that no gutter parts."""
    if len(segments) == 1:
        return segments[0]
    to_left = sum(1 if _reads_left(each.text) else -1 for each in segments) > 0
    ordered = segments[::-1] if to_left else segments
    longest = max(segments, key=lambda each: len(each.text))
    return replace(
        longest,
        text=" ".join(each.text for each in ordered),
        start=segments[0].start,
        end=segments[-1].end,
    )


def _reads_left(text: str) -> bool:
    kinds = Counter(map(unicodedata.bidirectional, text))
    return kinds["R"] + kinds["AL"] > kinds["L"]


def _side(segment: Line, gutter: float) -> int:
    """-1 where a segment ends before the gutter, 1 where it starts after it, 0 where it crosses."""
    if segment.start >= gutter - 1:
        return 1
    return -1 if segment.end <= gutter - 1 else 0


def _gutter(segments: Sequence[Line]) -> float | None:
    """Where the second column starts, if the segments stand in columns."""
    starts = Counter(round(segment.start) for segment in segments)
    aligned = [start for start, count in starts.most_common(_MOST_CANDIDATES) if count >= 2]  # noqa: PLR2004 - a start that repeats
    candidates = [(_parted(segments, start), start) for start in aligned]
    lines, best = max(candidates, default=(0, 0))
    return float(best) if lines >= LEAST_LINES else None


def _parted(segments: Sequence[Line], gutter: float) -> int:
    """How many lines a gutter here would part from each other; 0 where it cuts through text."""
    sides = Counter(_side(segment, gutter) for segment in segments)
    left = {each.number for each in segments if _side(each, gutter) == -1}
    right = {each.number for each in segments if _side(each, gutter) == 1}
    if not left or not right or sides[0] > min(sides[-1], sides[1]):
        return 0
    beside = min(max(left), max(right)) - max(min(left), min(right)) + 1
    return min(len(left), len(right), beside)
