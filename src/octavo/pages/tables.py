"""The grid of a table: rows, cells, their widths, margins and borders (ECMA-376 part 1, 17.4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from lxml.etree import _Element
from msgspec import Struct

from octavo.ooxml import CellPosition, is_on, shown_parts
from octavo.pages.formats import Edge
from octavo.pages.reading import Reading, Unmeasurable
from octavo.pages.styles import WHOLE, TableStyle, borders, margins, regions
from octavo.pages.tags import VAL, W, children, twips, value, whole

_UNSAID = frozenset({"firstRow", "firstColumn", "noVBand"})
"""Without ``w:tblLook`` LibreOffice shows what Word gives a new table."""
_NO_EDGE = Edge(0, 0, "none")
_WHOLE_PER_CENT = 5000
UPRIGHT = {None, "lrTb", "lr"}
"""17.18.93: directions of text that are not turned."""
_MOST_CELLS = 63
"""Word sets no more columns in a table."""


class Width(NamedTuple):
    """A width and its unit: ``dxa`` (twips), ``pct`` (fiftieths of a per cent) or ``auto``."""

    amount: int
    unit: str


class CellShape(Struct, frozen=True):
    """A cell: where it stands in the grid and what surrounds its content."""

    element: _Element
    column: int
    span: int
    width: Width
    margins: Mapping[str, int]
    top: int
    bottom: int
    left: int
    right: int
    merge: str
    turned: bool
    regions: tuple[str, ...]


class RowShape(Struct, frozen=True):
    """A row; ``height`` is the least one, or the only one where ``exact`` holds."""

    element: _Element
    cells: tuple[CellShape, ...]
    height: int
    exact: bool
    cant_split: bool
    header: bool


class TableShape(Struct, frozen=True):
    """A table's rows, the widths of its grid columns, and its own width."""

    element: _Element
    rows: tuple[RowShape, ...]
    grid: tuple[int, ...]
    width: Width


def read_table(element: _Element, style: TableStyle, reading: Reading) -> TableShape:
    """The shape of a ``w:tbl``; one whose rows are all deleted may have none."""
    properties = element.find(W + "tblPr")
    own_margins = margins(_child(properties, "tblCellMar"))
    table = _Settings(
        style,
        style.margins | own_margins,
        style.regions[WHOLE].borders | borders(_child(properties, "tblBorders")),
        shown_parts(_child(properties, "tblLook"), _UNSAID, named_first=False),
        _spacing(element),
        reading,
    )
    there = list(_held(element, W + "tr"))
    if not there:
        raise Unmeasurable("a table without rows", element)
    rows = [  # a deleted one (17.13.5.12) counts at most
        row
        for row in there
        if row.find(f"{W}trPr/{W}del") is None or reading.at_most("a tracked deletion", row)
    ]
    grid = tuple(
        twips(column.get(W + "w")) for column in element.iterfind(f"{W}tblGrid/{W}gridCol")
    )
    shapes = tuple(_row(row, at, len(rows), table) for at, row in enumerate(rows))
    return TableShape(element, shapes, grid, _width(_child(properties, "tblW")))


class _Settings(NamedTuple):
    """What holds for all cells of a table."""

    style: TableStyle
    margins: Mapping[str, int]
    borders: Mapping[str, Edge]
    shown: frozenset[str]
    spacing: int
    reading: Reading


def _spacing(element: _Element) -> int:
    """17.4.45: room between cells, on both sides of their borders."""
    stated = chain(*(element.iterfind(f"{W}{path}/{W}tblCellSpacing") for path in _STATES_SPACING))
    return 2 * max((twips(each.get(W + "w")) for each in stated), default=0)


_STATES_SPACING = ("tblPr", f"tr/{W}trPr")


def _held(parent: _Element, tag: str) -> Iterator[_Element]:
    """Rows or cells, those within content controls included."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in {W + "sdt", W + "sdtContent", W + "customXml"}:
            yield from _held(child, tag)


def _row(element: _Element, at: int, rows: int, table: _Settings) -> RowShape:
    properties = element.find(W + "trPr")
    cells = list(_held(element, W + "tc"))
    if len(cells) > _MOST_CELLS:
        raise Unmeasurable(f"a table row of more than {_MOST_CELLS} cells", element)
    column = max(0, whole(value(properties, "gridBefore")))
    shapes = []
    own = element.find(f"{W}tblPrEx/{W}tblCellMar")
    for number, cell in enumerate(cells):
        position = CellPosition(at, rows, number, len(cells))
        around = dict(table.margins) if own is None else _row_margins(own, cell, table)
        shapes.append(_cell(cell, column, position, around, table))
        column += shapes[-1].span
    height = _child(properties, "trHeight")
    exact = height is not None and height.get(W + "hRule") == "exact"
    return RowShape(
        element=element,
        cells=tuple(shapes),
        height=0 if height is None else twips(height.get(VAL)),
        exact=exact,
        cant_split=exact
        or _flag(properties, "cantSplit")
        or (table.reading.is_greatest and any(shape.turned for shape in shapes)),
        header=_flag(properties, "tblHeader"),
    )


def _cell(
    element: _Element, column: int, position: CellPosition, around: dict[str, int], table: _Settings
) -> CellShape:
    said = children(element.find(W + "tcPr"))
    own = regions(position, table.shown, table.style.row_band, table.style.column_band)
    edges = _edges(position, table.borders)
    edges |= table.style.cell_borders(own) | borders(said.get(W + "tcBorders"))
    own_margins = around | margins(said.get(W + "tcMar"))
    if table.spacing:
        own_margins = {side: _spaced(width, element, table) for side, width in own_margins.items()}
    merge, span = said.get(W + "vMerge"), said.get(W + "gridSpan")
    direction = said.get(W + "textDirection")
    return CellShape(
        element=element,
        column=column,
        span=1 if span is None else max(1, whole(span.get(VAL), 1)),
        width=_width(said.get(W + "tcW")),
        margins=own_margins,
        top=edges.get("top", _NO_EDGE).width,
        bottom=edges.get("bottom", _NO_EDGE).width,
        left=_inset("left", own_margins, edges),
        right=_inset("right", own_margins, edges),
        merge="" if merge is None else merge.get(VAL, "continue"),
        turned=direction is not None and direction.get(VAL) not in UPRIGHT,
        regions=own,
    )


def _spaced(width: int, cell: _Element, table: _Settings) -> int:
    """A cell margin with the room between cells, which LibreOffice leaves out."""
    return table.reading.either(width, width + table.spacing, "a table with spaced cells", cell)


def _row_margins(stated: _Element, cell: _Element, table: _Settings) -> dict[str, int]:
    """Cell margins of the table; those that its row states (17.4.61) count within bounds."""
    own = margins(stated)
    return {
        side: table.reading.either(
            min(width, own.get(side, width)),
            max(width, own.get(side, width)),
            "a row with table properties of its own",
            cell,
        )
        for side, width in table.margins.items()
    }


def _inset(side: str, around: Mapping[str, int], edges: Mapping[str, Edge]) -> int:
    """Room beside the text: the cell margin, or half of a border that is wider than two of them.

    Found by widening cells of LibreOffice's a twip at a time.
    """
    return max(around.get(side, 0), edges.get(side, _NO_EDGE).width // 2)


def _edges(position: CellPosition, table: Mapping[str, Edge]) -> dict[str, Edge]:
    """Borders of a cell that the table gives it, by its position (17.4.38)."""
    across, down = table.get("insideH", _NO_EDGE), table.get("insideV", _NO_EDGE)
    last_row = position.row == position.rows - 1
    last_cell = position.cell == position.cells - 1
    return {
        "top": across if position.row else table.get("top", _NO_EDGE),
        "bottom": table.get("bottom", _NO_EDGE) if last_row else across,
        "left": down if position.cell else table.get("left", _NO_EDGE),
        "right": table.get("right", _NO_EDGE) if last_cell else down,
    }


def _child(parent: _Element | None, name: str) -> _Element | None:
    return None if parent is None else parent.find(W + name)


def _flag(parent: _Element | None, name: str) -> bool:
    child = _child(parent, name)
    return child is not None and is_on(child)


def _width(element: _Element | None) -> Width:
    """CT_TblWidth (17.4.87); a percentage may be written as one."""
    if element is None:
        return Width(0, "auto")
    text = element.get(W + "w", "0")
    if text.endswith("%"):
        return Width(whole(text[:-1]) * _WHOLE_PER_CENT // 100, "pct")
    return Width(twips(text), element.get(W + "type", "dxa"))
