"""Tables whose columns follow their content: the table style asks for it.

A column that is empty below its head goes. The others are as wide as what stands in them; where
that is more than there is room for, the long ones share what the short ones leave.
"""

from __future__ import annotations

from copy import deepcopy
from itertools import pairwise
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from octavo.ooxml import is_on, style_sheet
from octavo.pages.blocks import Paragraph
from octavo.pages.document import Document
from octavo.pages.obstacles import Unmeasurable
from octavo.pages.shaping import Box
from octavo.pages.sharing import Cell, column_widths
from octavo.pages.story import StoryReader
from octavo.pages.styles import style_name
from octavo.pages.tags import VAL, W, first, twips, value, whole

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from octavo.ooxml import Package
    from octavo.pages.blocks import Block, Table

_SPARE = 1.01
"""What a width is more than the figures say, so that another drawing of the same face has room."""
_ENDLESS, _SLACK = 1 << 30, 20
_GAP = 0.35
"""The gap between East Asian text and other, a quarter of an em, as a share of the ascent."""
_CONTENT = (W + "t", W + "drawing", W + "pict", W + "object", W + "sym", W + "fldChar")


def follow_content(package: Package, styles: Collection[str]) -> Package:
    """The file with the columns of the tables in these styles by their content.

    Args:
        package: A Word file.
        styles: Names of table styles.

    Returns:
        The package itself where nothing changes.
    """
    root = deepcopy(package.parts[package.main].root)
    tables = list(_tables(root, style_sheet(package).named(*styles)))
    if not tables:
        return package
    changed = [_drop_empty(table) for table in tables]
    followed = package.with_trees({package.main: root})
    room = text_width(root)
    for table, rows in zip(tables, list(_cells(followed, tables)), strict=True):
        grid = _within(_grid(table), room)
        changed.append(_set_widths(table, column_widths(rows, grid) if rows else grid))
    return followed if any(changed) else package


def _tables(root: _Element, ids: Collection[str]) -> Iterator[_Element]:
    """Tables with a grid of fixed columns and no cells that hold tables."""
    for table in root.iter(W + "tbl"):
        properties = table.find(W + "tblPr")
        nested = next(table.iterdescendants(W + "tbl"), None)
        if style_name(properties, "tblStyle") in ids and nested is None and all(_grid(table)):
            yield table


def _grid(table: _Element) -> list[int]:
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


def _within(grid: list[int], most: int) -> list[int]:
    """The columns of a table that is no wider than the text, such as one with a new column."""
    whole_width = sum(grid)
    if whole_width <= most + _SLACK:
        return grid
    narrow = [width * most // whole_width for width in grid]
    return [*narrow[:-1], narrow[-1] + most - sum(narrow)]


def _rows(table: _Element) -> list[_Element]:
    return list(table.iterchildren(W + "tr"))


def _spans(row: _Element) -> Iterator[tuple[_Element, int, int]]:
    """The cells of a row, each with its first column and how many it takes."""
    column = 0
    for cell in row.iterchildren(W + "tc"):
        width = max(1, whole(value(first(cell, "tcPr"), "gridSpan"), 1))
        yield cell, column, width
        column += width


def _is_head(row: _Element) -> bool:
    head = row.find(f"{W}trPr/{W}tblHeader")
    return head is not None and is_on(head)


def _drop_empty(table: _Element) -> bool:
    """Take out the columns in which nothing stands below the head, if any; one at least stays."""
    body = [row for row in _rows(table) if not _is_head(row)]
    full = {
        column
        for row in body
        for cell, column, width in _spans(row)
        if width == 1 and _has_content(cell)
    }
    grid = table.findall(f"{W}tblGrid/{W}gridCol")
    empty = [column for column in range(len(grid)) if column not in full]
    if not body or not empty or len(empty) == len(grid):
        return False
    kept = [column for column in range(len(grid)) if column in full]
    widths = [twips(column.get(W + "w")) for column in grid]
    left, taken = sum(widths), 0
    for column in kept:
        share = widths[column] * left // sum(widths[at] for at in kept)
        grid[column].set(W + "w", str(share))
        taken += share
    last = grid[kept[-1]]
    last.set(W + "w", str(twips(last.get(W + "w")) + left - taken))
    for row in _rows(table):
        for cell, column, width in list(_spans(row)):
            _narrow(cell, width, sum(at in empty for at in range(column, column + width)))
    for column in empty:
        _remove(grid[column])
    return True


def _has_content(cell: _Element) -> bool:
    return any(each.tag != W + "t" or (each.text or "").strip() for each in cell.iter(*_CONTENT))


def _narrow(cell: _Element, width: int, less: int) -> None:
    """A cell that takes some columns less; it goes where none is left."""
    if less == width:
        _remove(cell)
    for span in cell.iterfind(f"{W}tcPr/{W}gridSpan"):
        span.set(VAL, str(width - less))


def _remove(element: _Element) -> None:
    next(element.iterancestors()).remove(element)


def _set_widths(table: _Element, widths: Sequence[int]) -> bool:
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


def _cells(package: Package, tables: Iterable[_Element]) -> Iterator[list[list[Cell | None]]]:
    """The rows of each such table, none of one that is not measured.

    A cell that takes several columns is None in each of them.
    """
    document = Document(package)
    reader = StoryReader(document.styles, document.numbering, {})
    for table in tables:
        try:
            yield list(_measured(reader.table(table)))
        except Unmeasurable:
            yield []


def _measured(table: Table) -> Iterator[list[Cell | None]]:
    for row, contents in zip(table.shape.rows, table.contents, strict=True):
        cells: list[Cell | None] = [None] * len(table.shape.grid)
        for cell, blocks in zip(row.cells, contents, strict=True):
            if cell.span == 1:
                words = tuple(_words(blocks))
                cells[cell.column] = Cell(words, cell.left + cell.right + 1)
        yield cells


def _words(blocks: Iterable[Block]) -> Iterator[tuple[tuple[float, float], ...]]:
    """The words of each paragraph, each with the blank behind it."""
    for paragraph in (block for block in blocks if isinstance(block, Paragraph)):
        boxes = [atom for atom in paragraph.atoms if isinstance(atom, Box)]
        yield tuple(_sizes(boxes))


def _sizes(boxes: Iterable[Box]) -> Iterator[tuple[float, float]]:
    """Each word and the blank behind it, with what programs put beside Chinese or Japanese."""
    before = ""
    for box in boxes:
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
