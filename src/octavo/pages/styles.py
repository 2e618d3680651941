"""Styles with their inheritance and the document's defaults (ECMA-376 part 1, 17.7).

A table style has regions that a cell lies in (17.7.6, 17.4.55).
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from lxml.etree import _Element
from msgspec import Struct, field

from octavo.ooxml import CellPosition, parts_of, read_styles
from octavo.pages.formats import (
    Edge,
    ParagraphFormat,
    Properties,
    RunFormat,
    paragraph_format,
    run_format,
)
from octavo.pages.properties import edge, merge, read_paragraph, read_run
from octavo.pages.reading import Reading, Unmeasurable
from octavo.pages.tags import W, twips, value, whole

if TYPE_CHECKING:
    from octavo.pages.numbering import Numbering


_BARE: Properties = {"font": "Calibri", "other_font": "Calibri", "size": 220, "kern_from": 20}
"""What LibreOffice sets where a file states no defaults of runs."""


class Looks(Struct, frozen=True, eq=False):
    """Paragraph and run properties that come from one place."""

    paragraph: Properties
    run: Properties


class Inherited:
    """What a paragraph has of its style and what surrounds it, before it says anything itself."""

    def __init__(self, looks: Looks, style: str) -> None:
        self.paragraph = looks.paragraph
        self.run = looks.run
        self.style = style

    @cached_property
    def format(self) -> ParagraphFormat:
        """Its format, where it says nothing itself."""
        return paragraph_format(self.paragraph, self.style)

    @cached_property
    def run_format(self) -> RunFormat:
        """The format of a run that says nothing itself, and of such a mark."""
        return run_format(self.run)


class StyleResolver:
    """The styles of a document; every style is resolved once."""

    def __init__(self, root: _Element | None, reading: Reading, numbering: Numbering) -> None:
        self.reading = reading
        self.sheet = read_styles(root)
        default = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault")
        self._states_defaults = default is not None
        self._numbering = numbering
        self._paragraph: dict[str, Looks] = {}
        self._inherited: dict[tuple[tuple[Looks, ...], str], Inherited] = {}

    @cached_property
    def defaults(self) -> Looks:
        """17.7.5: what holds where no style speaks."""
        sums = {"sums_space": True} if self.reading.sums_space else {}
        stated = {one.tag: one for one in self.sheet.defaults}
        paragraph = read_paragraph(stated.get(W + "pPr"), self.reading)
        run = read_run(stated.get(W + "rPr"), self.reading.theme)
        return Looks(sums | paragraph, run if self._states_defaults else _BARE)

    def chain(self, style_id: str, known: Container[str] = ()) -> dict[str, _Element]:
        """The style and those it is based on, from the root down (17.7.4.3), by their ids.

        Those of ``known`` are left out, and what they are based on.
        """
        chain = tuple(self.sheet.chain(style_id, known))
        found = {style.get(W + "styleId", ""): style for style in reversed(chain)}
        if chain and value(chain[-1], "basedOn") in found:
            raise Unmeasurable("styles that are based on each other", chain[-1])
        return found

    def paragraph(self, style_id: str) -> Looks:
        """What a paragraph style says on its own, without the document's defaults."""
        if style_id not in self._paragraph:
            self._resolve(style_id)
        return self._paragraph[style_id]

    def character(self, style_id: str | None) -> Properties:
        """What a character style says."""
        name = style_id or ""
        return self.paragraph(name).run if name in self.sheet.by_id else {}

    def _resolve(self, style_id: str) -> None:
        """Resolve a style, and first those it is based on, where that is still to be done."""
        nothing = Looks({}, {})
        for one, style in self.chain(style_id, self._paragraph).items():
            parent = value(style, "basedOn")
            base = self._paragraph.get(parent or "") or self._orphaned(parent, style)
            own = read_paragraph(style.find(W + "pPr"), self.reading)
            paragraph = merge(base.paragraph, self._numbering.indented(own, base.paragraph))
            run = base.run | read_run(style.find(W + "rPr"), self.reading.theme)
            self._paragraph[one] = Looks(paragraph, run)
        self._paragraph.setdefault(style_id, nothing)

    def _orphaned(self, parent: str | None, style: _Element) -> Looks:
        """What a style has from a parent that is missing: in Word nothing, in LibreOffice its own.

        There a heading keeps the space of LibreOffice's headings around it.
        """
        if not parent or style.get(W + "type", "paragraph") != "paragraph":
            return Looks({}, {})
        construct = "a style based on one that is missing"
        kept: Properties = {"before": 240, "after": 120}
        return Looks(self.reading.either({}, kept, construct), {})

    def inherited(self, style_id: str, around: tuple[Looks, ...] = ()) -> Inherited:
        """Defaults, then what surrounds the paragraph (table styles), then its own style."""
        found = self._inherited.get((around, style_id))
        if found is None:
            paragraph, run = self.defaults.paragraph, self.defaults.run
            for looks in (*around, self.paragraph(style_id)):
                paragraph = merge(paragraph, looks.paragraph)
                run = run | looks.run
            found = Inherited(Looks(paragraph, run), style_id)
            self._inherited[around, style_id] = found
        return found


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
