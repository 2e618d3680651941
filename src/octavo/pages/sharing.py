"""How the columns of a table share its width, so that it takes as few lines as can be.

A column that has nothing to break is as wide as its longest text, and the one that was widest
before takes what is left. Where that is too wide, each may be so wide that its texts take one line,
two, three …; the one with most to say takes what is left. The combination with the fewest lines is
taken, where three labels in two lines, such as “No / answer”, weigh as much as a line.
"""

from __future__ import annotations

from functools import partial
from itertools import islice, product
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Rows = Sequence[Sequence["Cell | None"]]

_MOST_LINES = 4
_MOST_TRIALS = 256
_LABEL = 5
"""A column is one of labels where its longest text has room in this part of the table."""
_LABELS_A_LINE = 3
_MOST_ROWS = 60
"""Rows that are looked at; those below them are taken to be like them."""


class Cell(NamedTuple):
    """The words of a cell, by paragraphs, each with the blank behind it; and the room beside."""

    paragraphs: tuple[tuple[tuple[float, float], ...], ...]
    beside: int

    def lines(self, width: float) -> int:
        """How many lines it takes in a column of that width."""
        return sum(_lines(words, width - self.beside) for words in self.paragraphs)

    @property
    def longest(self) -> int:
        """The width at which no line breaks."""
        texts = (sum(map(sum, words)) for words in self.paragraphs)
        return ceil(max(texts, default=0)) + self.beside

    @property
    def least(self) -> int:
        """The width at which no word breaks."""
        words = (width for words in self.paragraphs for width, _ in words)
        return ceil(max(words, default=0)) + self.beside


def column_widths(rows: Rows, before: Sequence[int]) -> list[int]:
    """A width for each column, together as wide as there is room.

    Args:
        rows: The cells of each row by their columns; None where a cell takes several.
        before: How wide the columns were, in twips; together they stay as wide.
    """
    room = sum(before)
    rows = rows[:_MOST_ROWS]
    columns = [[row[at] for row in rows] for at in range(len(rows[0]))]
    cells = [[cell for cell in column if cell] for column in columns]
    longest = [max((cell.longest for cell in column), default=1) for column in cells]
    widest = longest.index(max(longest))
    if sum(longest) <= room:
        return _filled(longest, _meant_for_text(before, longest), room)
    choices = [
        [0] if at == widest else list(_choices(column, room)) for at, column in enumerate(cells)
    ]
    least = max((cell.least for cell in cells[widest]), default=1)
    trials = [
        widths for widths in islice(product(*choices), _MOST_TRIALS) if room - sum(widths) >= least
    ]
    # where not even single words have room, each column is as narrow as its choices go
    narrowest = tuple(min(column, default=1) for column in choices)
    found = (_filled(widths, widest, room) for widths in trials or [narrowest])
    labels = [width * _LABEL <= room for width in longest]
    return min(found, key=lambda widths: _cost(rows, widths, labels))


def _meant_for_text(before: Sequence[int], longest: Sequence[int]) -> int:
    """The column that was widest; of several about as wide, the one with most to say."""
    widest = max(before) * 0.95
    return max(range(len(before)), key=lambda at: (before[at] >= widest, longest[at]))


def _filled(widths: Sequence[int], widest: int, room: int) -> list[int]:
    """The widths with what is left given to one column."""
    filled = list(widths)
    filled[widest] = max(1, room - sum(widths) + widths[widest])
    return filled


def _choices(column: Sequence[Cell], room: int) -> Iterator[int]:
    """The widths at which the texts of a column take at most one line, two, and so on."""
    least, widths = [cell.least for cell in column], [cell.longest for cell in column]
    before = 0
    for count in range(1, _MOST_LINES + 1):
        widths = list(map(partial(_width_for, count), column, least, widths))
        width = max(widths, default=1)
        if width != before and width < room:
            yield width
        before = width


def _width_for(count: int, cell: Cell, low: int, high: int) -> int:
    """The least width between two at which a text takes no more than so many lines."""
    while low < high:
        middle = (low + high) // 2
        if cell.lines(middle) <= count:
            high = middle
        else:
            low = middle + 1
    return low


def _cost(rows: Rows, widths: Sequence[int], labels: Sequence[bool]) -> tuple[int, int]:
    """Lines of the table, with those of its labels for a part; and lines of all of its cells."""
    counts = [
        [cell.lines(width) if cell else 0 for cell, width in zip(row, widths, strict=True)]
        for row in rows
    ]
    named = [count for row in counts for count, label in zip(row, labels, strict=True) if label]
    lines = sum(max(1, *row) for row in counts)
    return lines * _LABELS_A_LINE + sum(named), sum(map(sum, counts))


def _lines(words: Sequence[tuple[float, float]], width: float) -> int:
    """How many lines words take that are set while they fit."""
    count, used = 1, 0.0
    for word, blank in words:
        if used and used + word > width:
            count, used = count + 1, 0.0
        used += word + blank
    return count
