"""Tables that their side, their width or their style sets off the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from lxml import etree

from octavo.ooxml.names import qn
from octavo.ooxml.sight.layers import Resolver, Verdict, attribute
from octavo.ooxml.sight.shapes import integer
from octavo.ooxml.styles import TABLE_STYLE, is_on, value_of

if TYPE_CHECKING:
    from octavo.ooxml.sight.extents import Paper

_PROPERTIES: Final = qn("w:tblPr")
_ASIDE: Final = frozenset({"right", "end", "center", "outside", "inside"})
_SLACK: Final = 20.0
"""Points: a table may begin so far off the page that most of it is seen."""
_MOST_ASIDE: Final = 5_000


def table_layers(table: etree._Element, resolver: Resolver) -> list[etree._Element]:
    """The properties of a table: its own, and those of its style."""
    chain = resolver.chain(value_of(table, TABLE_STYLE))
    found = (each.find(_PROPERTIES) for each in (table, *chain))
    return [each for each in found if each is not None]


def set_aside(table: etree._Element, resolver: Resolver, paper: Paper) -> Iterator[Verdict]:
    """A table that is wider than its page and set to its side, or moved or hidden by its style."""
    layers = table_layers(table, resolver)
    grid = [integer(each.get(qn("w:w"))) for each in table.iterfind(f"{qn('w:tblGrid')}/*")]
    fixed = attribute(layers, "w:tblW", "w:type") == "dxa"
    wide = max(sum(grid), integer(attribute(layers, "w:tblW", "w:w")) if fixed else 0)
    side = attribute(layers, "w:jc", "w:val") or attribute(layers, "w:tblpPr", "w:tblpXSpec")
    over = wide / 20 - paper.width
    begin = -over / 2 if side == "center" else -over - paper.right
    if side in _ASIDE and begin < -_SLACK:
        yield False, "its table is wider than its page"
    moved = [attribute(layers, name, "w:w") for name in ("w:tblCellSpacing", "w:tblInd")]
    if any(integer(each) > _MOST_ASIDE for each in moved):
        yield False, "its table may stand off the page"
    for style in resolver.chain(value_of(table, TABLE_STYLE)):
        for row in style.iter(qn("w:trPr")):
            if any(map(is_on, row.iterchildren(qn("w:hidden")))):
                yield False, "the style of its table hides rows"
