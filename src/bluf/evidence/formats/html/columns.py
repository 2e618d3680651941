"""Columns of a table that a style sheet collapses, and the cells that go with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from lxml import etree

from bluf.evidence.formats.html.cascade import style_of
from bluf.evidence.formats.html.sheets import Sheets

if TYPE_CHECKING:
    import cssselect2


_MOST = 1000
"""HTML lets no cell span more columns than this."""


def collapsed_cells(
    table: cssselect2.ElementWrapper, sheets: Sheets, variables: Mapping[str, str]
) -> Mapping[etree._Element, bool]:
    """The cells of a table that lie in collapsed columns, and whether they lie in no other."""
    collapsed: set[int] = set()
    count = 0
    for wide, hidden in _columns(table, sheets, variables):
        collapsed |= set(range(count, count + wide)) if hidden else set()
        count += wide
    if not collapsed:
        return {}
    return {
        cell: columns <= collapsed
        for cell, columns in _places(table.etree_element)
        if not columns.isdisjoint(collapsed)
    }


def _columns(
    table: cssselect2.ElementWrapper, sheets: Sheets, variables: Mapping[str, str]
) -> Iterator[tuple[int, bool]]:
    """How wide each column or group of columns is, and whether it is collapsed."""
    for child in table.iter_children():
        if child.local_name == "col":
            yield _span(child.etree_element, "span"), _collapses(child, sheets, variables)
        elif child.local_name == "colgroup":
            own = _collapses(child, sheets, variables)
            columns = [each for each in child.iter_children() if each.local_name == "col"]
            for each in columns:
                hidden = own or _collapses(each, sheets, variables)
                yield _span(each.etree_element, "span"), hidden
            if not columns:
                yield _span(child.etree_element, "span"), own


def _collapses(
    element: cssselect2.ElementWrapper, sheets: Sheets, variables: Mapping[str, str]
) -> bool:
    style = style_of(element, sheets, variables)
    ways = (style.values, *(changes for _, changes in style.variants))
    return any(way.get("visibility") == "collapse" for way in ways)


def _places(table: etree._Element) -> Iterator[tuple[etree._Element, set[int]]]:
    """The columns that each cell of a table lies in."""
    taken: dict[int, int] = {}
    for row in table.iter("tr"):
        if next(row.iterancestors("table"), None) is not table:
            continue
        column = 0
        below = {at: rows - 1 for at, rows in taken.items() if rows > 1}
        for cell in row.iterchildren("td", "th"):
            while taken.get(column):
                column += 1
            columns = set(range(column, column + _span(cell, "colspan")))
            below |= dict.fromkeys(columns, _span(cell, "rowspan") - 1)
            column = max(columns) + 1
            yield cell, columns
        taken = {at: rows for at, rows in below.items() if rows > 0}


def _span(element: etree._Element, name: str) -> int:
    value = element.get(name, "1").strip()
    return max(1, min(int(value), _MOST)) if value.isdecimal() else 1
