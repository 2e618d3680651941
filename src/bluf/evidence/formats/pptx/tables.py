"""What the style of a table gives to a cell: its ground and the colour of its letters."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from bluf.evidence.formats.pptx.deck import Slide
from bluf.evidence.formats.pptx.fills import Fill, colour_of, fill_in
from bluf.evidence.formats.pptx.names import CELL, ON, TABLE, A, above


def styled(cell: etree._Element, slide: Slide) -> tuple[Fill | None, Fill | None]:
    """The fill of a cell, and of its letters; None where its style says nothing.

    A style that comes with the program, and not with the file, is not known: its fill is empty.
    """
    table = above(cell, TABLE)
    named = None if table is None else table.findtext(f"{A}tblPr/{A}tableStyleId")
    if table is None or not named:
        return None, None
    known = [] if slide.tables is None else slide.tables.iterfind(f"{A}tblStyle")
    style = next((each for each in known if each.get("styleId") == named), None)
    if style is None:
        return (), None
    parts = list(_parts(cell, table, style))
    fills = (each for part in parts for each in part.iterfind(f"{A}tcStyle/{A}fill"))
    ground = fill_in(fills, slide.theme)
    letters = [each for part in parts for each in part.iterfind(f"{A}tcTxStyle/*")
               if str(each.tag).endswith("Clr")]  # fmt: skip
    colour = colour_of(letters[0], slide.theme) if letters else None
    return ground, None if colour is None else (colour,)


def _parts(
    cell: etree._Element, table: etree._Element, style: etree._Element
) -> Iterator[etree._Element]:
    """The parts of a style that a cell lies in, the strongest first."""
    row = cell.getparent()
    rows, cells = (
        list(table.iterchildren(f"{A}tr")),
        [] if row is None else list(row.iterchildren(CELL)),
    )
    down, across = (0 if row is None else rows.index(row)), cells.index(cell) if cells else 0
    look = table.find(f"{A}tblPr")
    on = {name for name, value in ({} if look is None else look.attrib).items() if value in ON}
    band = 1 + (down - ("firstRow" in on)) % 2
    side = 1 + (across - ("firstCol" in on)) % 2
    lies = (
        ("firstRow", "firstRow" in on and not down),
        ("lastRow", "lastRow" in on and down == len(rows) - 1),
        ("firstCol", "firstCol" in on and not across),
        ("lastCol", "lastCol" in on and across == len(cells) - 1),
        (f"band{band}H", "bandRow" in on),
        (f"band{side}V", "bandCol" in on),
        ("wholeTbl", True),
    )
    for name, holds in lies:
        yield from style.iterfind(f"{A}{name}") if holds else ()
