"""How the columns of a table share its width, so that it takes as few lines as can be.

A column that has nothing to break is as wide as its longest text. Of the others each may be so wide
that its texts take one line, two, three …; the one with most to say takes what is left. The
combination with the fewest lines is taken.
"""

from __future__ import annotations

from itertools import product
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Rows = Sequence[Sequence["Cell | None"]]

_MOST_LINES = 4
_MOST_TRIALS = 256
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


def column_widths(rows: Rows, room: int) -> list[int]:
    """A width for each column, together as wide as there is room.

    Args:
        rows: The cells of each row by their columns; None where a cell takes several.
        room: The width of the table in twips.
    """
    rows = rows[:_MOST_ROWS]
    columns = [[row[at] for row in rows] for at in range(len(rows[0]))]
    cells = [[cell for cell in column if cell] for column in columns]
    longest = [max((cell.longest for cell in column), default=1) for column in cells]
    widest = longest.index(max(longest))
    if sum(longest) <= room:
        return _filled(longest, widest, room)
    choices = [
        [0] if at == widest else list(_choices(column, room)) for at, column in enumerate(cells)
    ]
    least = max((cell.least for cell in cells[widest]), default=1)
    trials = [list(widths) for widths in _trials(choices) if room - sum(widths) >= least] or [
        _narrowest(choices)
    ]
    found = (_filled(widths, widest, room) for widths in trials)
    return min(found, key=lambda widths: _cost(rows, widths))


def _filled(widths: Sequence[int], widest: int, room: int) -> list[int]:
    """The widths with what is left given to one column."""
    filled = list(widths)
    filled[widest] = max(1, room - sum(widths) + widths[widest])
    return filled


def _choices(column: Sequence[Cell], room: int) -> Iterator[int]:
    """The widths at which the texts of a column take at most one line, two, and so on."""
    before = 0
    for count in range(1, _MOST_LINES + 1):
        width = max((_width_for(cell, count) for cell in column), default=1)
        if width != before and width < room:
            yield width
        before = width


def _width_for(cell: Cell, count: int) -> int:
    """The least width at which a text takes no more than so many lines, or breaks no word."""
    low, high = cell.least, cell.longest
    while low < high:
        middle = (low + high) // 2
        if cell.lines(middle) <= count:
            high = middle
        else:
            low = middle + 1
    return low


def _trials(choices: Sequence[Sequence[int]]) -> Iterator[tuple[int, ...]]:
    for number, widths in enumerate(product(*choices)):
        if number == _MOST_TRIALS:
            return
        yield widths


def _narrowest(choices: Sequence[Sequence[int]]) -> list[int]:
    """Where not even single words have room: each column as narrow as its choices go."""
    return [min(column, default=1) for column in choices]


def _cost(rows: Rows, widths: Sequence[int]) -> tuple[int, int]:
    """Lines of the table, and lines of all of its cells."""
    counts = [
        [cell.lines(width) for cell, width in zip(row, widths, strict=True) if cell] for row in rows
    ]
    return sum(max(row, default=1) for row in counts), sum(map(sum, counts))


def _lines(words: Sequence[tuple[float, float]], width: float) -> int:
    """How many lines words take that are set while they fit."""
    count, used = 1, 0.0
    for word, blank in words:
        if used and used + word > width:
            count, used = count + 1, 0.0
        used += word + blank
    return count
