"""Tables whose columns follow their content: the table style asks for it.

A column that is empty below its head goes. The others are as wide as what stands in them. A column
that has nothing to break is as wide as its longest text, and the one that was widest before takes
what is left. Where that is too wide, each may be so wide that its texts take one line, two, three
…; the one with most to say takes what is left. The combination with the fewest lines is taken,
where three labels in two lines, such as “No / answer”, weigh as much as a line.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from copy import deepcopy
from functools import partial
from itertools import islice, pairwise, product
from math import ceil
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import east_asian_width

from lxml.etree import _Element
from msgspec.structs import replace

from octavo.ooxml import is_on, remove, style_sheet
from octavo.pages.boxes import Atom, Paragraph, Table
from octavo.pages.shaping import Box
from octavo.pages.tables import CellShape, Width
from octavo.pages.tags import VAL, W, first, twips, value, whole

if TYPE_CHECKING:
    from octavo.ooxml import Package

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
    if sum(longest) <= room:  # the one that was widest; of several, the one with most to say
        wide = max(before) * 0.95
        text = max(range(len(before)), key=lambda at: (before[at] >= wide, longest[at]))
        return _filled(longest, text, room)
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


_SPARE = 1.01
"""What a width is more than the figures say, so that another drawing of the same face has room."""
_ENDLESS, _SLACK = 1 << 30, 20
_GAP = 0.35
"""The gap between East Asian text and other, a quarter of an em, as a share of the ascent."""
_CONTENT = (W + "t", W + "drawing", W + "pict", W + "object", W + "sym", W + "fldChar")


def without_empty_columns(package: Package, styles: Collection[str]) -> Package:
    """The file without columns in which nothing stands below the head, of tables in some styles.

    The package itself where there are none.
    """
    ids = style_sheet(package).named(*styles)
    root = package.parts[package.main].root
    if not any(map(_empty_columns, tables_in(root, ids))):
        return package
    root = deepcopy(root)
    for table in tables_in(root, ids):
        if empty := _empty_columns(table):
            _drop(table, empty)
    return package.with_trees({package.main: root})


def tables_in(root: _Element, ids: Collection[str]) -> list[_Element]:
    """Tables in some styles, with a grid of fixed columns and no cells that hold tables."""
    return [
        table
        for table in root.iter(W + "tbl")
        if value(table.find(W + "tblPr"), "tblStyle") in ids
        and next(table.iterdescendants(W + "tbl"), None) is None
        and all(grid_of(table))
    ]


def grid_of(table: _Element) -> list[int]:
    """The widths of its columns."""
    return [twips(column.get(W + "w")) for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]


def text_width(root: _Element) -> int:
    """How wide the text of the narrowest section is; a very large number where none says so."""
    return min(map(_between_margins, root.iter(W + "sectPr")), default=_ENDLESS)


def _between_margins(section: _Element) -> int:
    size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
    if size is None or margins is None:
        return _ENDLESS
    sides = sum(twips(margins.get(W + side)) for side in ("left", "right"))
    return twips(size.get(W + "w")) - sides


def no_wider(grid: list[int], most: int) -> list[int]:
    """The columns of a table that is no wider than the text, such as one with a new column."""
    whole_width = sum(grid)
    if whole_width <= most + _SLACK:
        return grid
    narrow = [width * most // whole_width for width in grid[:-1]]
    return [*narrow, most - sum(narrow)]


def _rows(table: _Element) -> list[_Element]:
    return list(table.iterchildren(W + "tr"))


def _spans(row: _Element) -> Iterator[tuple[_Element, int, int]]:
    """The cells of a row, each with its first column and how many it takes."""
    column = 0
    for cell in row.iterchildren(W + "tc"):
        width = max(1, whole(value(first(cell, "tcPr"), "gridSpan"), 1))
        yield cell, column, width
        column += width


def _empty_columns(table: _Element) -> list[int]:
    """The columns in which nothing stands below the head; none where not one would stay."""
    heads = ((row, row.find(f"{W}trPr/{W}tblHeader")) for row in _rows(table))
    body = [row for row, head in heads if head is None or not is_on(head)]
    full = {
        column
        for row in body
        for cell, column, width in _spans(row)
        if width == 1
        and any(each.tag != W + "t" or (each.text or "").strip() for each in cell.iter(*_CONTENT))
    }
    count = len(grid_of(table))
    empty = [column for column in range(count) if column not in full]
    return empty if body and len(empty) < count else []


def _drop(table: _Element, empty: Collection[int]) -> None:
    """Take out some columns; the others share their room."""
    grid, widths = table.findall(f"{W}tblGrid/{W}gridCol"), grid_of(table)
    kept = [column for column in range(len(grid)) if column not in empty]
    room, left = sum(widths), sum(widths[column] for column in kept)
    shares = [widths[column] * room // left for column in kept]
    shares[-1] += room - sum(shares)
    for column, share in zip(kept, shares, strict=True):
        grid[column].set(W + "w", str(share))
    for row in _rows(table):
        for cell, column, width in list(_spans(row)):
            _narrow(cell, width, sum(at in empty for at in range(column, column + width)))
    for column in empty:
        remove(grid[column])


def _narrow(cell: _Element, width: int, less: int) -> None:
    """A cell that takes some columns less; it goes where none is left."""
    if less == width:
        remove(cell)
    for span in cell.iterfind(f"{W}tcPr/{W}gridSpan"):
        span.set(VAL, str(width - less))


def set_widths(table: _Element, widths: Sequence[int]) -> bool:
    """Grid and cells as wide as their columns (ECMA-376, 17.4.16 and 17.4.71), if they were not."""
    grid = zip(table.iterfind(f"{W}tblGrid/{W}gridCol"), widths, strict=True)
    changed = [_set(each, "w", str(width)) for each, width in grid]
    for row in _rows(table):
        for cell, column, span in _spans(row):
            own = first(first(cell, "tcPr"), "tcW")
            if own is not None:
                changed.append(_set(own, "w", str(sum(widths[column : column + span]))))
                changed.append(_set(own, "type", "dxa"))
    return any(changed)


def _set(element: _Element, name: str, said: str) -> bool:
    """Set an attribute that says something else."""
    differs = element.get(W + name) != said
    if differs:
        element.set(W + name, said)
    return differs


def columns_of(table: Table, room: int) -> list[int]:
    """How wide the columns of a table are by its content, within so many twips."""
    return column_widths(list(_measured(table)), no_wider(list(table.shape.grid), room))


def with_columns(table: Table, widths: Sequence[int]) -> Table:
    """As if `set_widths` had been done to its element before it was read."""
    rows = [
        replace(row, cells=tuple(_as_wide(cell, widths) for cell in row.cells))
        for row in table.shape.rows
    ]
    return Table(replace(table.shape, rows=tuple(rows), grid=tuple(widths)), table.contents)


def _as_wide(cell: CellShape, widths: Sequence[int]) -> CellShape:
    if first(first(cell.element, "tcPr"), "tcW") is None:
        return cell
    return replace(cell, width=Width(sum(widths[cell.column : cell.column + cell.span]), "dxa"))


def _measured(table: Table) -> Iterator[list[Cell | None]]:
    for row, contents in zip(table.shape.rows, table.contents, strict=True):
        cells: list[Cell | None] = [None] * len(table.shape.grid)
        for cell, blocks in zip(row.cells, contents, strict=True):
            if cell.span == 1:
                paragraphs = (block for block in blocks if isinstance(block, Paragraph))
                words = tuple(tuple(_sizes(each.atoms)) for each in paragraphs)
                cells[cell.column] = Cell(words, cell.left + cell.right + 1)
        yield cells


def _sizes(atoms: Iterable[Atom]) -> Iterator[tuple[float, float]]:
    """Each word and the blank behind it, with what programs put beside Chinese or Japanese."""
    before = ""
    for box in (atom for atom in atoms if isinstance(atom, Box)):
        text = before + "".join(part for part, _ in box.parts)
        yield box.width * _SPARE + _gaps(text) * box.ascent * _GAP, box.blank * _SPARE
        before = text[-1:]


def _gaps(text: str) -> int:
    """How often East Asian text meets letters or digits of others (ECMA-376, 17.3.1.2)."""
    if text.isascii():
        return 0
    pairs = (pair for pair in pairwise(text) if "".join(pair).isalnum())
    return sum(_is_wide(one) != _is_wide(other) for one, other in pairs)


def _is_wide(character: str) -> bool:
    return east_asian_width(character) in {"W", "F"}
