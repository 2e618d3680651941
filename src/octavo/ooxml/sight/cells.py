"""Cells without a width, or beside the page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from lxml import etree

from octavo.ooxml.block_content import ROW, TABLE, cells
from octavo.ooxml.names import qn, qns
from octavo.ooxml.sight.layers import Verdict
from octavo.ooxml.sight.shapes import integer
from octavo.ooxml.styles import value_of

if TYPE_CHECKING:
    from octavo.ooxml.sight.extents import Paper

_LOWEST: Final = 60
"""Twentieths of a point: a line or a row of this height shows no word."""
LEAST_COLUMN: Final = 300
"""Twips: a narrower column shows no word."""
MOST_ASIDE: Final = 5_000
"""Twips: a larger margin of a cell leaves its words no room."""
_DIAGONALS: Final = frozenset(qns("w:tl2br w:tr2bl"))
_SLACK: Final = 20.0
"""Points: a column may begin so far before the edge of the page that most of it is seen."""
_FEWEST_FIFTIETHS: Final = 25
"""Of a percent, as a width counts them: half a percent of a table shows no word."""
_FEWEST_PERCENT: Final = 0.5


def low(value: str | None) -> bool:
    """Whether a height or a width leaves no room for a word."""
    return value is not None and value.isdecimal() and int(value) <= _LOWEST


def beside(cell: etree._Element, paper: Paper) -> Iterator[Verdict]:
    """A cell whose column begins where the page has ended."""
    table, row = next(cell.iterancestors(TABLE), None), next(cell.iterancestors(ROW), None)
    if table is None or row is None:
        return
    grid = [integer(each.get(qn("w:w"))) for each in table.iterfind(f"{qn('w:tblGrid')}/*")]
    before = sum(map(_span, takewhile(lambda each: each is not cell, cells(row))))
    if sum(grid[:before]) / 20 > paper.width - paper.left - _SLACK:
        yield False, "its column stands beside the page"


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
    for line in cell.iterfind(f"{qn('w:tcPr')}/{qn('w:tcBorders')}/*"):
        if line.tag in _DIAGONALS and line.get(qn("w:val"), "nil") not in {"nil", "none"}:
            yield False, "a line is drawn through its cell"
    asides = [integer(each.get(qn("w:w")))
              for each in cell.iterfind(f"{qn('w:tcPr')}/{qn('w:tcMar')}/*")]  # fmt: skip
    fitted = cell.find(f"{qn('w:tcPr')}/{qn('w:tcFitText')}") is not None
    none = none or max(asides, default=0) > MOST_ASIDE
    if none or (fitted and kind == "dxa" and integer(value) < LEAST_COLUMN):
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
    start = integer(value_of(row, f"{qn('w:trPr')}/{qn('w:gridBefore')}"))
    before = takewhile(lambda each: each is not cell, cells(row))
    start += sum(map(_span, before))
    columns = grid[start : start + _span(cell)]
    return bool(columns) and low(str(sum(columns)))


def _span(cell: etree._Element) -> int:
    """How many columns a cell goes over."""
    return integer(value_of(cell, f"{qn('w:tcPr')}/{qn('w:gridSpan')}") or "1")
