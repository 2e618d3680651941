"""Tables whose number of columns the data decides: grid and cells share the table's width.

What may change in such a table is written in pieces of their own, which say what they are: its
grid, the beginning of each row and cell, the widths of cells, and how many columns they take. Once
its rows are known these pieces are set right, and nothing is read again.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING, Final

from lxml import etree
from msgspec import Struct, field

from octavo.expressions import unfit
from octavo.ooxml import qn
from octavo.word.elements import CELL, CELL_PROPERTIES, GRID_SPAN, ROW, TABLE, TYPE, VALUE, child

if TYPE_CHECKING:
    from octavo.word.draft import Draft
    from octavo.word.rendering import Rendering

_WIDTH: Final = qn("w:w")
_TWIPS: Final = "dxa"
MOST_COLUMNS: Final = 63
"""Word has no more."""
_UNSEEN: Final = frozenset({"row", "cell", "columns"})


class GridPiece(str):
    """A piece of the output that a grid may change; it knows what it is."""

    __slots__ = ("part",)
    part: str


class PieceSlot(Struct, frozen=True):
    """Writes a piece of a table: ``grid``, ``width``, ``kind``, or what is not to be seen.

    That are the beginnings, ``row`` and ``cell`` with its width, and ``columns`` of a cell.
    """

    part: str
    text: str = ""

    def write(self, _value: object, _rendering: Rendering) -> str:
        """The piece as the template has it."""
        return piece(self.part, self.text)


def piece(part: str, text: str) -> GridPiece:
    """A piece of a table; ``span`` is the number of columns that a cell takes, where it stands."""
    made = GridPiece(text)
    made.part = part
    return made


class _Cell(Struct):
    """A cell while its row is read: where its width and the kind of that stand among the pieces."""

    width: int = 0
    span: int = 1
    places: list[tuple[int, str]] = field(default_factory=list)


class GridKeeper(Struct, frozen=True):
    """Sets grid and widths of a table right, once its rows are known; ``columns`` are its grid."""

    columns: tuple[int, ...]

    def keep(self, pieces: list[str], _rendering: Rendering) -> list[str]:
        """The table with as many grid columns as its widest row has, within the width it had.

        Raises:
            FaultError: They are more than Word shows.
        """
        found = list(pieces)
        rows: list[list[_Cell]] = []
        grid = -1
        for at, one in enumerate(pieces):
            if type(one) is not GridPiece:
                continue
            found[at] = "" if one.part in _UNSEEN else str(one)
            if one.part == "grid":
                grid = at
            elif one.part == "row":
                rows.append([])
            else:
                _read(rows[-1], one, at)
        widest = max(rows, key=_columns, default=[])
        if _columns(widest) > MOST_COLUMNS:
            message = f"a row has {_columns(widest):,} columns, and Word shows {MOST_COLUMNS}"
            raise unfit(message, "turn the table round: let the loop run over its rows")
        if grid >= 0 and _columns(widest) not in {0, len(self.columns)}:
            total = sum(self.columns)
            new = _scaled(_widths(widest, total), total)
            found[grid] = "".join(f'<w:gridCol w:w="{width}"/>' for width in new)
            for row in rows:
                _fit(row, new, found)
        return found


def _read(row: list[_Cell], one: GridPiece, at: int) -> None:
    """Go on with a row."""
    if one.part == "cell":
        row.append(_Cell(_number(one)))
    elif one.part in {"span", "columns"}:
        row[-1].span = max(_number(one), 1)
    else:
        row[-1].places.append((at, one.part))


def keep_grids(story: Draft) -> None:
    """Hold back the tables whose rows have as many cells as the data says."""
    for table in list(story.root.iter(TABLE)):
        rows = _rows(table)
        grid = child(table, qn("w:tblGrid"))
        marks = [] if grid is None else [mark for row in rows for mark in _variable(story, row)]
        if grid is not None and marks:
            before, after = story.capture(GridKeeper(_settle_grid(story, grid)), marks[0])
            for row in rows:
                _settle_row(story, row)
            table.addprevious(before)
            table.addnext(after)
        elif grid is not None and rows:
            beyond = max(map(_static_columns, rows)) - len(grid)  # Word makes these, too
            grid.extend(deepcopy(one) for one in [*grid[-1:]] * beyond)


def _static_columns(row: etree._Element) -> int:
    cells = sum(1 for _ in row.iterchildren(CELL))
    spans = [_number(one.get(VALUE)) for one in _spans(row)]
    return min(cells + sum(max(span, 1) - 1 for span in spans), MOST_COLUMNS)


def _settle_grid(story: Draft, grid: etree._Element) -> tuple[int, ...]:
    columns = tuple(_number(one.get(_WIDTH)) for one in grid.iterchildren(qn("w:gridCol")))
    written = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    grid[:] = [story.instruction(story.prints(PieceSlot("grid", written)))]
    return columns


def _settle_row(story: Draft, row: etree._Element) -> None:
    row.insert(0, story.instruction(story.prints(PieceSlot("row"))))
    for cell in row.iterchildren(CELL):
        properties = child(cell, CELL_PROPERTIES)
        width = None if properties is None else child(properties, qn("w:tcW"))
        span = None if properties is None else child(properties, GRID_SPAN)
        own = "" if width is None else width.get(_WIDTH) or ""
        slots = [PieceSlot("cell", own if own.isdecimal() else "")]
        if width is not None:
            for name, part in ((_WIDTH, "width"), (TYPE, "kind")):
                slot = PieceSlot(part, width.get(name) or "")
                width.set(name, story.token(story.prints(slot)))
        if span is not None and story.sigil not in (span.get(VALUE) or ""):
            slots.append(PieceSlot("columns", span.get(VALUE) or ""))
        for at, slot in enumerate(slots):
            cell.insert(at, story.instruction(story.prints(slot)))


def _rows(table: etree._Element) -> list[etree._Element]:
    """The rows of a table, not those of tables within it."""
    rows = table.iter(ROW)
    return [row for row in rows if next(row.iterancestors(TABLE)) is table]


def _variable(story: Draft, row: etree._Element) -> list[int]:
    """The marks by which the data decides how many columns a row has."""
    marks = [story.mark_of(one) for one in row.iterchildren(etree.ProcessingInstruction)]
    spans = (span.get(VALUE) or "" for span in _spans(row))
    return marks + [int(one.strip(story.sigil)) for one in spans if story.sigil in one]


def _spans(row: etree._Element) -> Iterator[etree._Element]:
    for cell in row.iterchildren(CELL):
        for properties in cell.iterchildren(CELL_PROPERTIES):
            yield from properties.iterchildren(GRID_SPAN)


def _columns(row: Sequence[_Cell]) -> int:
    return sum(cell.span for cell in row)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0


def _widths(row: Sequence[_Cell], total: int) -> list[int]:
    """The width of each grid column that a row's cells take."""
    widths: list[int] = []
    for cell in row:
        widths += [max((cell.width or total) // cell.span, 1)] * cell.span
    return widths


def _scaled(widths: list[int], total: int) -> list[int]:
    """Widths in their proportions that add up to the total."""
    whole = sum(widths)
    edges = [total * sum(widths[:end]) // whole for end in range(len(widths) + 1)]
    return [right - left for left, right in itertools.pairwise(edges)]


def _fit(row: Sequence[_Cell], grid: list[int], found: list[str]) -> None:
    """Write the widths of the cells of a row."""
    position = 0
    for cell in row:
        width = sum(grid[position : position + cell.span])
        for at, part in cell.places:
            found[at] = str(width) if part == "width" else _TWIPS
        position += cell.span
