"""What is in effect of styles, for whether words are seen: of a run, a paragraph, a cell.

The strongest come first, as ISO/IEC 29500-1 has it in 17.7.2: direct formatting, character style,
paragraph style, the parts of the table style that apply to the cell, table style, defaults.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from octavo.ooxml.block_content import CELL, PARAGRAPH, TABLE, cells, rows
from octavo.ooxml.names import qn
from octavo.ooxml.styles import PARAGRAPH_STYLE, TABLE_STYLE, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from octavo.ooxml.sight.formatting import Styles

    _Place = tuple[int, int, bool, bool]
    Layers = tuple[etree._Element, ...]  # noqa: SLF001 - its only name

_VAL: Final = qn("w:val")
_RUN: Final = qn("w:rPr")
_PARAGRAPH: Final = qn("w:pPr")
_USUAL_SIZE: Final = 10.0
_OFF: Final = frozenset({"0", "false", "off"})
_LOOK: Final = {
    "firstColumn": 0x80, "lastColumn": 0x100, "firstRow": 0x20, "lastRow": 0x40,
    "noHBand": 0x200, "noVBand": 0x400,
}  # fmt: skip
_PARTS: Final = (
    *("seCell", "swCell", "neCell", "nwCell", "lastCol", "firstCol", "lastRow", "firstRow"),
    *("band2Horz", "band1Horz", "band2Vert", "band1Vert"),
)
"""Parts of a table style, the strongest first (17.7.6)."""


class Resolver:
    """Finds what is in effect; each paragraph and cell is worked out once.

    Attributes:
        styles: The styles of the file.
    """

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self._below: dict[etree._Element | None, tuple[Layers, Layers]] = {}
        self._of_styles: dict[tuple[str | None, str], Layers] = {}
        self._parts: dict[etree._Element, Layers] = {}
        self._places: dict[etree._Element, dict[etree._Element, _Place]] = {}

    def run(self, run: etree._Element) -> Layers:
        """The run properties in effect."""
        own = run.find(_RUN)
        below = self._of_paragraph(next(run.iterancestors(PARAGRAPH), None))[0]
        if own is None:
            return below
        return (own, *self._of_style(value_of(own, qn("w:rStyle")), _RUN), *below)

    def paragraph(self, paragraph: etree._Element | None) -> Layers:
        """The paragraph properties in effect."""
        return self._of_paragraph(paragraph)[1]

    def parts(self, cell: etree._Element) -> Layers:
        """The parts of its table's style that apply to a cell, the strongest first."""
        found = self._parts.get(cell)
        if found is None:
            found = self._parts[cell] = tuple(self._applying(cell))
        return found

    def size(self, paragraph: etree._Element) -> float:
        """The height of the letters of a paragraph in points."""
        run = next(paragraph.iter(qn("w:r")), None)
        layers = self._of_paragraph(paragraph)[0] if run is None else self.run(run)
        value = attribute(layers, "w:sz", "w:val") or ""
        return int(value) / 2 if value.isdecimal() else _USUAL_SIZE

    def table_style(self, table: etree._Element | None) -> str:
        """The style of a table."""
        return value_of(table, TABLE_STYLE)

    def _of_paragraph(self, paragraph: etree._Element | None) -> tuple[Layers, Layers]:
        found = self._below.get(paragraph)
        if found is None:
            both = tuple(tuple(self._stack(paragraph, kind)) for kind in (_RUN, _PARAGRAPH))
            found = self._below[paragraph] = (both[0], both[1])
        return found

    def _stack(self, paragraph: etree._Element | None, kind: str) -> Iterator[etree._Element]:
        own = None if paragraph is None or kind == _RUN else paragraph.find(kind)
        yield from () if own is None else (own,)
        default = self.styles.sheet.default.get("paragraph")
        named = value_of(paragraph, PARAGRAPH_STYLE) or default
        yield from self._of_style(named, kind)
        cell = None if paragraph is None else next(paragraph.iterancestors(CELL), None)
        if cell is not None:
            for part in self.parts(cell):
                yield from part.iterchildren(kind)
            table = next(cell.iterancestors(TABLE), None)
            yield from self._of_style(self.table_style(table), kind)
        yield from (each for each in self.styles.sheet.defaults if each.tag == kind)

    def _of_style(self, style: str | None, kind: str) -> Layers:
        found = self._of_styles.get((style, kind))
        if found is None:
            chain = self.styles.chain(style)
            found = tuple(each for one in chain for each in one.iterchildren(kind))
            self._of_styles[style, kind] = found
        return found

    def _applying(self, cell: etree._Element) -> Iterator[etree._Element]:
        table = next(cell.iterancestors(TABLE))
        style = self.table_style(table)
        given = [each for one in self.styles.chain(style) for each in one.iter(qn("w:tblStylePr"))]
        if not given:
            return
        if table not in self._places:
            self._places[table] = dict(_places(table))
        kinds = _kinds(table, self._places[table][cell])
        for kind in (kind for kind in _PARTS if kind in kinds):
            yield from (part for part in given if part.get(qn("w:type")) == kind)


def first(layers: Sequence[etree._Element], name: str) -> etree._Element | None:
    """The strongest property of a name."""
    return next((found for each in layers if (found := each.find(qn(name))) is not None), None)


def attribute(layers: Sequence[etree._Element], name: str, *attributes: str) -> str | None:
    """The strongest value of an attribute of a property; it has several names at most."""
    for each in layers:
        found = each.find(qn(name))
        for one in attributes if found is not None else ():
            value = None if found is None else found.get(qn(one))
            if value is not None:
                return value
    return None


def _places(table: etree._Element) -> Iterator[tuple[etree._Element, _Place]]:
    """The row and the column of each cell of a table, and whether these are the last ones."""
    down = list(rows(table))
    for at, row in enumerate(down):
        across = list(cells(row))
        for number, cell in enumerate(across):
            yield cell, (at, number, at == len(down) - 1, number == len(across) - 1)


def _kinds(table: etree._Element, place: _Place) -> set[str]:
    """Which parts of a table a cell belongs to, as far as the table shows them."""
    down, across, last_row, last_column = place
    edges = {
        "firstRow": down == 0, "lastRow": last_row, "firstCol": across == 0, "lastCol": last_column,
    }  # fmt: skip
    shown = _shown(table)
    names = {"firstCol": "firstColumn", "lastCol": "lastColumn"}
    found = {kind for kind, there in edges.items() if there and names.get(kind, kind) in shown}
    corners = {"nwCell": ("firstRow", "firstCol"), "neCell": ("firstRow", "lastCol"),
               "swCell": ("lastRow", "firstCol"), "seCell": ("lastRow", "lastCol")}  # fmt: skip
    found |= {corner for corner, both in corners.items() if found.issuperset(both)}
    if "noHBand" not in shown and not found & {"firstRow", "lastRow"}:
        found.add(f"band{1 + (down - ('firstRow' in shown)) % 2}Horz")
    if "noVBand" not in shown and not found & {"firstCol", "lastCol"}:
        found.add(f"band{1 + (across - ('firstColumn' in shown)) % 2}Vert")
    return found


def _shown(table: etree._Element) -> set[str]:
    """What a table takes of its style: ``firstRow``, ``noHBand`` and so on."""
    look = table.find(f"{qn('w:tblPr')}/{qn('w:tblLook')}")
    if look is None:
        return {"noHBand", "noVBand"}
    try:
        bits = int(look.get(_VAL, "0"), 16)
    except ValueError:
        bits = 0
    named = {name: look.get(qn(f"w:{name}")) for name in _LOOK}
    return {
        name
        for name, bit in _LOOK.items()
        if (bool(bits & bit) if named[name] is None else str(named[name]).lower() not in _OFF)
    }
