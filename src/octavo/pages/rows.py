"""Heights of table rows, widths of their cells (ECMA-376 part 1, 17.4.81, 17.4.63, 17.4.71).

As LibreOffice sets them: a row is as high as its tallest cell with its margins and the border
above it; the least height of a row includes that border. The border below the last row adds to
that row.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from lxml.etree import _Element

from octavo.pages.boxes import Block, Paragraph, Tab, Table
from octavo.pages.formats import ParagraphFormat, border_above, border_below, space_between
from octavo.pages.lines import lines
from octavo.pages.reading import Reading, TextOptions, Unmeasurable
from octavo.pages.shaping import Box
from octavo.pages.tags import W
from octavo.pages.unpaginated import LaidRow, RowCell, Unpaginated, UnpaginatedLine

if TYPE_CHECKING:
    from octavo.pages.tables import CellShape, RowShape, TableShape, Width

_WHOLE = 5000
_OFF_GRID = 20
"""Twips by which a cell may differ from its columns of the grid."""


def column(blocks: Sequence[Block], width: float, options: TextOptions) -> Unpaginated:
    """Blocks below one another; space before the first and after the last one counts."""
    stacked: list[UnpaginatedLine] = []
    y = 0
    above: ParagraphFormat | None = None
    formats = [block.format if isinstance(block, Paragraph) else None for block in blocks]
    for block, format_, below in zip(blocks, formats, [*formats, None][1:], strict=True):
        y += space_between(above, format_)
        if isinstance(block, Paragraph):
            y += border_above(above, block.format)
            for line in lines(block, width, options):
                stacked.append(UnpaginatedLine(y, y + line.height, block.element, line.notes))
                y += line.height
            y += border_below(block.format, below)
        else:
            for row in table_rows(block, width, options):
                stacked.append(UnpaginatedLine(y, y + row.height, row.first_element))
                y += row.height
        above = format_
    return Unpaginated(tuple(stacked), y + space_between(above, None))


def table_rows(table: Table, width: float, options: TextOptions) -> tuple[LaidRow, ...]:
    """The rows of a table that stands between margins ``width`` twips apart."""
    widths = column_widths(table.shape, width, options.reading)
    rows = table.shape.rows
    tops = [_border_above(rows, at) for at in range(len(rows))]
    laid = [_cells(table, at, widths, options, tops[at]) for at in range(len(rows))]
    heights = [_height(row, top, cells) for row, top, cells in zip(rows, tops, laid, strict=True)]
    for at, row in enumerate(rows):
        _stretch(rows, at, row, laid[at], heights)
    heights[-1] += max((cell.bottom for cell in rows[-1].cells), default=0)
    return tuple(
        LaidRow(
            height,
            tuple(cells.values()),
            _first(row, table),
            row.header,
            row.cant_split,
            any(cell.notes for cell in cells.values()),
        )
        for height, cells, row in zip(heights, laid, rows, strict=True)
    )


def _border_above(rows: tuple[RowShape, ...], at: int) -> int:
    """The wider of the borders of the cells below and above the line."""
    above = [cell.bottom for cell in rows[at - 1].cells] if at else []
    return max([*(cell.top for cell in rows[at].cells), *above], default=0)


def _cells(
    table: Table, at: int, widths: tuple[tuple[int, ...], ...], options: TextOptions, top: int
) -> dict[int, RowCell]:
    """Contents of the cells of a row by their number; a continued cell has none of its own."""
    cells: dict[int, RowCell] = {}
    for number, cell in enumerate(table.shape.rows[at].cells):
        if cell.merge == "continue":
            continue
        inner = inner_width(cell, widths[at][number])
        blocks = table.contents[at][number]
        if cell.turned:
            content = _turned(blocks, cell.element, options.reading)
        else:
            content = column(blocks, inner, options)
            more = _more_after(blocks, inner, options)
            content = content._replace(height=content.height + more)
        offset = top + cell.margins["top"]
        end = len(content.lines)
        cells[number] = RowCell(content, offset, cell.margins["bottom"], 0, end)
    return cells


def _turned(blocks: Sequence[Block], cell: _Element, reading: Reading) -> Unpaginated:
    """Text that runs up or down its cell (17.4.72) needs no height, or that of one long line."""
    longest = max(map(_length, blocks), default=0)
    height = reading.either(0, round(longest), "turned text", cell)
    return Unpaginated((UnpaginatedLine(0, height, cell),), height)


def _length(block: Block) -> float:
    if not isinstance(block, Paragraph):
        raise Unmeasurable("a table in turned text", block.shape.element)
    if any(isinstance(atom, Tab) for atom in block.atoms):
        raise Unmeasurable("a tab in turned text", block.element)
    return sum(atom.width + atom.blank for atom in block.atoms if isinstance(atom, Box))


def _more_after(blocks: Sequence[Block], width: float, options: TextOptions) -> int:
    """Space after the last line of a cell, line spacing included, where it counts again."""
    last = blocks[-1] if blocks else None
    if options.last_after == 1 or not isinstance(last, Paragraph):
        return 0
    after = last.format.after + lines(last, width, options)[-1].overhang
    return after * (options.last_after - 1)


def _height(row: RowShape, top: int, cells: dict[int, RowCell]) -> int:
    if row.exact:
        return row.height
    needed = [cell.height for number, cell in cells.items() if row.cells[number].merge != "restart"]
    return max([row.height, *needed, top])


def _stretch(
    rows: tuple[RowShape, ...],
    at: int,
    row: RowShape,
    cells: dict[int, RowCell],
    heights: list[int],
) -> None:
    """Make the last row of a vertically merged cell high enough for it (17.4.84)."""
    for number, cell in cells.items():
        last = _last_merged(rows, at, row.cells[number])
        missing = cell.height - sum(heights[at : last + 1])
        if missing > 0 and not rows[last].exact:
            heights[last] += missing


def _last_merged(rows: tuple[RowShape, ...], at: int, cell: CellShape) -> int:
    last = at
    while last + 1 < len(rows) and any(
        other.column == cell.column and other.merge == "continue" for other in rows[last + 1].cells
    ):
        last += 1
    return last


def _first(row: RowShape, table: Table) -> _Element:
    """The first paragraph of a row, for naming its place."""
    cell = row.cells[0].element if row.cells else table.shape.element
    paragraph = cell.find(f".//{W}p")
    return cell if paragraph is None else paragraph


def column_widths(table: TableShape, width: float, reading: Reading) -> tuple[tuple[int, ...], ...]:
    """Width of each cell of each row in twips, within ``width`` twips."""
    total = _resolve(table.width, width)
    edges = list(accumulate(table.grid, initial=0))
    return tuple(_row_widths(row, table, edges, total or width, reading) for row in table.rows)


def _row_widths(
    row: RowShape, table: TableShape, edges: Sequence[int], total: float, reading: Reading
) -> tuple[int, ...]:
    """Widths of a row's cells; ``edges`` are the distances of the grid's lines from the left."""
    last = len(edges) - 1
    own = [_resolve(cell.width, total) for cell in row.cells]
    grid = [
        edges[min(cell.column + cell.span, last)] - edges[min(cell.column, last)]
        for cell in row.cells
    ]
    if any(mine and abs(mine - theirs) > _OFF_GRID for mine, theirs in zip(own, grid, strict=True)):
        reading.note("cells of other widths than the grid of their table", table.element)
    widths = [mine or theirs for mine, theirs in zip(own, grid, strict=True)]
    if not all(widths):
        raise Unmeasurable("a table without column widths", table.element)
    if table.width.unit == "pct" and table.width.amount > 0:
        asked = sum(widths)
        widths = [cell * int(total) // asked for cell in widths]
    return tuple(widths)


def _resolve(asked: Width, whole: float) -> int | None:
    """A width in twips; None where it is left to the content."""
    if asked.unit == "pct" and asked.amount:
        return int(whole * asked.amount / _WHOLE)
    return asked.amount if asked.unit == "dxa" and asked.amount > 0 else None


def inner_width(cell: CellShape, width: int) -> int:
    """Room for the text of a cell."""
    return width - cell.left - cell.right
