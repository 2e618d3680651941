"""The width of a cell: its own, or that of the columns of its table."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final

from octavo.ooxml.block_content import ROW, TABLE, cells
from octavo.ooxml.names import qn
from octavo.ooxml.sight.paragraphs import low
from octavo.ooxml.sight.shapes import integer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from octavo.ooxml.sight.formatting import Verdict

_FEWEST_FIFTIETHS: Final = 25
"""Of a percent, as a width counts them: half a percent of a table shows no word."""
_FEWEST_PERCENT: Final = 0.5


def narrow(cell: etree._Element) -> Iterator[Verdict]:
    """Whether a cell has no width."""
    width = cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
    kind = "auto" if width is None else width.get(qn("w:type"), "dxa")
    value = "" if width is None else width.get(qn("w:w"), "0")
    if kind == "dxa":
        none = low(value)
    elif kind == "pct":
        none = _small_share(value)
    else:
        none = _in_no_column(cell)
    if none:
        yield False, "its cell has no width"


def _small_share(value: str) -> bool:
    if value.endswith("%"):
        return value[:-1].replace(".", "", 1).isdecimal() and float(value[:-1]) <= _FEWEST_PERCENT
    return value.isdecimal() and int(value) <= _FEWEST_FIFTIETHS


def _in_no_column(cell: etree._Element) -> bool:
    """Whether the columns of a table of fixed widths give a cell none."""
    row, table = next(cell.iterancestors(ROW)), next(cell.iterancestors(TABLE))
    layout = table.find(f"{qn('w:tblPr')}/{qn('w:tblLayout')}")
    if layout is None or layout.get(qn("w:type")) != "fixed":
        return False
    grid = [integer(each.get(qn("w:w"))) for each in table.iterfind(f"{qn('w:tblGrid')}/*")]
    start = _count(row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}"), 0)
    before = takewhile(lambda each: each is not cell, cells(row))
    start += sum(map(_span, before))
    columns = grid[start : start + _span(cell)]
    return bool(columns) and low(str(sum(columns)))


def _span(cell: etree._Element) -> int:
    """How many columns a cell goes over."""
    return _count(cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}"), 1)


def _count(element: etree._Element | None, usual: int) -> int:
    return usual if element is None else integer(element.get(qn("w:val")))
