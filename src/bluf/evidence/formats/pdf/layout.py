"""From fragments to lines in the order in which a person reads them, column after column."""

from __future__ import annotations

import unicodedata
from collections import Counter
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bluf.evidence.formats.pdf.content import Fragment

SAME_LINE = 0.5
"""Base lines less than so many font sizes apart are one line: a raised sign belongs to it."""
WORD_GAP = 0.15
"""A gap of so many font sizes separates two words."""
COLUMN_GAP = 0.7
"""A gap of so many font sizes may be the gutter between two columns or cells."""
LEAST_LINES = 2
"""A column, or a cell of a table, has at least so many lines."""
LEAST_JUSTIFIED = 4
"""A gutter that is no wider than `WIDE_GAP` parts at least so many lines."""
WIDE_GAP = 1.5
"""A gap of more font sizes than this is no gap between words, even in a justified line."""
_CANDIDATES = 20
_DEEPEST = 8
_ALIGNED = 1.5
"""Lines of one column start within so many points of each other."""


Row = list["Line"]
"""Parts of lines that stand on one base line."""


class Line(Struct, frozen=True):
    """A line of a page, or the part of one that lies in one column.

    Attributes:
        text: Its words.
        start: Where it starts, in points.
        end: Where it ends.
        base: Its base line.
        size: Its font size.
        row: Which base line of the page it stands on, counted from the top.
        number: Which line of the page it is, as a person reads them, counted from 1.
    """

    text: str
    start: float
    end: float
    base: float
    size: float
    row: int
    number: int = 0


def read_lines(fragments: Sequence[Fragment]) -> list[Line]:
    """The lines of a page in reading order; text that runs another way comes last."""
    turns = Counter(turn for fragment in fragments for turn in [fragment.turn] * len(fragment.text))
    lines: list[Line] = []
    for turn, _ in turns.most_common():
        segments = list(_segments([each for each in fragments if each.turn == turn], len(lines)))
        lines += _ordered(segments)
    return [replace(line, number=number) for number, line in enumerate(lines, 1)]


def _segments(fragments: Sequence[Fragment], counted: int) -> Iterator[Line]:
    """Runs of fragments on one base line with no gap as wide as a gutter, from top to bottom."""
    for number, row in enumerate(_rows(fragments), counted):
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


def _ordered(segments: Sequence[Line], depth: int = 0) -> list[Line]:
    """Column after column where there are columns, and line after line within each."""
    rows = _by_row(segments)
    gutter = _gutter(rows) if depth < _DEEPEST else None
    if gutter is None:
        return [_whole(row) for row in rows]
    ordered: list[Line] = []
    for band in _bands(rows, gutter):
        held = [segment for row in band for segment in row]
        if _columns(band, gutter) < LEAST_LINES:
            ordered += _ordered(held, depth + 1)
            continue
        for side in (-1, 1):
            ordered += _ordered([each for each in held if _side(each, gutter) == side], depth + 1)
    return ordered


def _by_row(segments: Sequence[Line]) -> list[Row]:
    return [list(row) for _, row in groupby(segments, key=lambda segment: segment.row)]


def _bands(rows: Sequence[Row], gutter: float) -> Iterator[list[Row]]:
    """Runs of rows that leave the gutter free, and runs of rows that cross it."""
    for _, band in groupby(rows, lambda row: any(_side(each, gutter) == 0 for each in row)):
        yield list(band)


def _whole(segments: Sequence[Line]) -> Line:
    """One line of the segments of a row that no gutter parts."""
    if len(segments) == 1:
        return segments[0]
    to_left = sum(1 if reads_left(each.text) else -1 for each in segments) > 0
    ordered = segments[::-1] if to_left else segments
    longest = max(segments, key=lambda each: len(each.text))
    return replace(
        longest,
        text=" ".join(each.text for each in ordered),
        start=segments[0].start,
        end=segments[-1].end,
    )


def reads_left(text: str) -> bool:
    """Whether most letters of a text are read from right to left."""
    kinds = Counter(map(unicodedata.bidirectional, text))
    return kinds["R"] + kinds["AL"] > kinds["L"]


def _side(segment: Line, gutter: float) -> int:
    """-1 where a segment ends before the gutter, 1 where it starts after it, 0 where it crosses."""
    if segment.start >= gutter - _ALIGNED:
        return 1
    return -1 if segment.end <= gutter - _ALIGNED else 0


def _gutter(rows: Sequence[Row]) -> float | None:
    """Where the second column starts, if some of the rows stand in columns."""
    starts = Counter(round(segment.start) for row in rows for segment in row)
    aligned = [start for start, count in starts.most_common(_CANDIDATES) if count >= LEAST_LINES]
    lines, best = max(((_parted(rows, start), start) for start in aligned), default=(0, 0))
    return float(best) if lines else None


def _parted(rows: Sequence[Row], gutter: float) -> int:
    """How many lines a gutter parts from each other; 0 where it may be there by chance.

    Gaps between the words of justified lines are wide at times, and two may stand one above the
    other; where the gutter is no wider, more lines have to leave it free.
    """
    bands = [band for band in _bands(rows, gutter) if _columns(band, gutter) >= LEAST_LINES]
    lines = sum(_columns(band, gutter) for band in bands)
    left = [each for band in bands for row in band for each in row if _side(each, gutter) == -1]
    if lines < LEAST_JUSTIFIED and any(gutter - each.end < WIDE_GAP * each.size for each in left):
        return 0
    return lines


def _columns(band: Sequence[Row], gutter: float) -> int:
    """How many lines stand on the side of a gutter that has fewer, if they stand beside each other.

    On the right only those count that start at the gutter.
    """
    left = [row[0].row for row in band if any(_side(each, gutter) == -1 for each in row)]
    right = [row[0].row for row in band if any(_starts_at(each, gutter) for each in row)]
    if not left or not right:
        return 0
    beside = min(left[-1], right[-1]) - max(left[0], right[0]) + 1
    return min(len(left), len(right), beside)


def _starts_at(segment: Line, gutter: float) -> bool:
    return abs(segment.start - gutter) <= _ALIGNED
