"""Tables whose number of columns the data decides: grid and cells share the table's width."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from lxml import etree
from msgspec import Struct

from octavo.ooxml import qn
from octavo.word.elements import changed, spaces_of

if TYPE_CHECKING:
    from octavo.word.draft import Draft
    from octavo.word.rendering import Rendering

_TABLE: Final = qn("w:tbl")
_ROW: Final = qn("w:tr")
_CELL: Final = qn("w:tc")
_GRID: Final = qn("w:tblGrid")
_COLUMN: Final = qn("w:gridCol")
_WIDTH: Final = qn("w:w")
_VALUE: Final = qn("w:val")
_CELL_WIDTH: Final = f"{qn('w:tcPr')}/{qn('w:tcW')}"
_PROPERTIES: Final = qn("w:tcPr")
_SPAN: Final = qn("w:gridSpan")
_CELL_SPAN: Final = f"{_PROPERTIES}/{_SPAN}"


class GridKeeper(Struct, frozen=True):
    """Sets grid and widths of a table right, once its rows are known.

    ``spaces`` declares the namespaces that the table is written with.
    """

    spaces: str

    def keep(self, pieces: list[str], rendering: Rendering) -> list[str]:
        """The table with as many grid columns as its widest row has."""
        del rendering
        return [changed("".join(pieces), self.spaces, _fit_all)]


def _fit_all(holder: etree._Element) -> None:
    for table in holder.iterchildren(_TABLE):
        _fit(table)


def keep_grids(story: Draft) -> None:
    """Hold back the tables whose rows have as many cells as the data says."""
    spaces = spaces_of(story.root)
    for table in list(story.root.iter(_TABLE)):
        if any(_is_variable(story, row) for row in _rows(table)):
            before, after = story.capture(GridKeeper(spaces))
            table.addprevious(before)
            table.addnext(after)


def _rows(table: etree._Element) -> list[etree._Element]:
    """The rows of a table, not those of tables within it."""
    rows = table.iter(_ROW)
    return [row for row in rows if next(row.iterancestors(_TABLE)) is table]


def _is_variable(story: Draft, row: etree._Element) -> bool:
    has_marks = next(row.iterchildren(etree.ProcessingInstruction), None) is not None
    return has_marks or any(
        story.sigil in (span.get(_VALUE) or "")
        for cell in row.iterchildren(_CELL)
        for properties in cell.iterchildren(_PROPERTIES)
        for span in properties.iterchildren(_SPAN)
    )


def _fit(table: etree._Element) -> None:
    """Give a table the grid of its widest row, within the width it had."""
    grid = table.find(_GRID)
    if grid is None:
        return
    columns = [_number(column.get(_WIDTH)) for column in grid.iterchildren(_COLUMN)]
    rows = _rows(table)
    widest = max(rows, key=_columns, default=None)
    if widest is None or _columns(widest) in {0, len(columns)}:
        return
    total = sum(columns)
    new = _scaled(_widths(widest, total), total)
    for column in list(grid):
        grid.remove(column)
    for width in new:
        etree.SubElement(grid, _COLUMN, {_WIDTH: str(width)})
    for row in rows:
        _fit_row(row, new)


def _columns(row: etree._Element) -> int:
    return sum(_span(cell) for cell in row.iterchildren(_CELL))


def _span(cell: etree._Element) -> int:
    span = cell.find(_CELL_SPAN)
    return max(_number(None if span is None else span.get(_VALUE)), 1)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0


def _widths(row: etree._Element, total: int) -> list[int]:
    """The width of each grid column that a row's cells take."""
    widths: list[int] = []
    for cell in row.iterchildren(_CELL):
        width = cell.find(_CELL_WIDTH)
        span = _span(cell)
        own = _number(None if width is None else width.get(_WIDTH)) or total
        widths += [max(own // span, 1)] * span
    return widths


def _scaled(widths: list[int], total: int) -> list[int]:
    """Widths in their proportions that add up to the total."""
    whole = sum(widths)
    edges = [total * sum(widths[:end]) // whole for end in range(len(widths) + 1)]
    return [right - left for left, right in itertools.pairwise(edges)]


def _fit_row(row: etree._Element, grid: list[int]) -> None:
    position = 0
    for cell in row.iterchildren(_CELL):
        span = _span(cell)
        width = cell.find(_CELL_WIDTH)
        if width is not None:
            width.set(_WIDTH, str(sum(grid[position : position + span])))
            width.set(qn("w:type"), "dxa")
        position += span
