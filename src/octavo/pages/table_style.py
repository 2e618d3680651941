"""Table styles, and the regions of them that a cell lies in (ECMA-376 part 1, 17.7.6, 17.4.55)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from octavo.ooxml import parts_of
from octavo.pages.properties import edge, merge, read_paragraph, read_run
from octavo.pages.styles import Looks
from octavo.pages.tags import W, twips, value, whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from octavo.ooxml import CellPosition
    from octavo.pages.formats import Edge
    from octavo.pages.reading import Reading
    from octavo.pages.styles import StyleResolver

WHOLE = "wholeTable"
_SIDES = {"start": "left", "end": "right"}
_DEFAULT_MARGINS = {"left": 108, "right": 108, "top": 0, "bottom": 0}
"""What Word's own default table style says, and LibreOffice takes where none speaks."""
_STACK = (
    *("band1Horz", "band2Horz", "band1Vert", "band2Vert"),
    *("lastCol", "firstCol", "lastRow", "firstRow"),
)


class Region(Struct):
    """What a style says about one region of a table."""

    looks: Looks = field(default_factory=lambda: Looks({}, {}))
    borders: dict[str, Edge] = field(default_factory=dict)
    cell_borders: dict[str, Edge] = field(default_factory=dict)


class TableStyle(Struct):
    """A resolved table style: regions by name, cell margins, rows and columns to a band."""

    regions: dict[str, Region]
    margins: dict[str, int]
    row_band: int = 1
    column_band: int = 1

    def looks(self, regions: Iterable[str]) -> tuple[Looks, ...]:
        """What the regions of a cell say about its paragraphs and runs, the weakest first."""
        return tuple(self.regions[name].looks for name in regions if name in self.regions)

    def cell_borders(self, regions: Iterable[str]) -> dict[str, Edge]:
        """What the regions of a cell say about its own borders."""
        found: dict[str, Edge] = {}
        for name in regions:
            if name in self.regions:
                found |= self.regions[name].cell_borders
        return found


def table_style(styles: StyleResolver, style_id: str) -> TableStyle:
    """The style of that id with all that it is based on."""
    style = TableStyle({WHOLE: Region()}, dict(_DEFAULT_MARGINS))
    for element in styles.chain(style_id).values():
        properties = element.find(W + "tblPr")
        style.margins |= margins(None if properties is None else properties.find(W + "tblCellMar"))
        style.row_band = whole(value(properties, "tblStyleRowBandSize"), style.row_band)
        style.column_band = whole(value(properties, "tblStyleColBandSize"), style.column_band)
        _add(style.regions[WHOLE], element, styles.reading)
        for conditional in element.iterfind(W + "tblStylePr"):
            name = conditional.get(W + "type", "")
            _add(style.regions.setdefault(name, Region()), conditional, styles.reading)
    return style


def _add(region: Region, element: _Element, reading: Reading) -> None:
    looks = region.looks
    own = merge(looks.paragraph, read_paragraph(element.find(W + "pPr"), reading))
    region.looks = Looks(own, looks.run | read_run(element.find(W + "rPr"), reading.theme))
    region.borders |= borders(element.find(f"{W}tblPr/{W}tblBorders"))
    region.cell_borders |= borders(element.find(f"{W}tcPr/{W}tcBorders"))


def margins(element: _Element | None) -> dict[str, int]:
    """``w:tblCellMar`` or ``w:tcMar`` (17.4.42, 17.4.68)."""
    found = {} if element is None else {_side(one): twips(one.get(W + "w")) for one in element}
    return {side: max(0, width) for side, width in found.items()}


def borders(element: _Element | None) -> dict[str, Edge]:
    """``w:tblBorders`` or ``w:tcBorders`` (17.4.38, 17.4.66)."""
    return {} if element is None else {_side(one): edge(one) for one in element}


def _side(element: _Element) -> str:
    name = str(element.tag).removeprefix(W)
    return _SIDES.get(name, name)


def regions(
    position: CellPosition, shown: frozenset[str], row_band: int, column_band: int
) -> tuple[str, ...]:
    """All regions of a cell, the weakest first, as LibreOffice stacks them; it knows no corners."""
    found = parts_of(position, shown, row_band, column_band)
    return (WHOLE, *(name for name in _STACK if name in found))
