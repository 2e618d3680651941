"""What is in effect of styles and colours, for whether words are seen: of a run, a cell.

The strongest come first, as ISO/IEC 29500-1 has it in 17.7.2: direct formatting, character style,
paragraph style, the parts of the table style that apply to the cell, table style, defaults.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

from lxml import etree

from octavo.ooxml.block_content import CELL, PARAGRAPH, TABLE, cells, rows
from octavo.ooxml.names import NUMBERING, RELATIONSHIP_BASE, SETTINGS, SIGN_FONTS, qn
from octavo.ooxml.sight.colours import BLACK, WHITE, Rgb, drawn_colour, rgb
from octavo.ooxml.styles import (
    PARAGRAPH_STYLE,
    TABLE_STYLE,
    CellPosition,
    is_on,
    parts_of,
    shown_parts,
    style_sheet,
    value_of,
)

if TYPE_CHECKING:
    Layers = tuple[etree._Element, ...]  # noqa: SLF001 - its only name

    from octavo.ooxml.package import Package

_THEME, _FONTS = RELATIONSHIP_BASE + "theme", RELATIONSHIP_BASE + "fontTable"
_MAPPED: Final = {"t1": ("text1", "tx1"), "t2": ("text2", "tx2"), "bg1": ("background1", "bg1"),
                  "bg2": ("background2", "bg2"), "hyperlink": ("hyperlink", "hlink"),
                  **{name: (name,) for name in map("accent{}".format, range(1, 7))}}  # fmt: skip
"""Names of colours that the settings may give to others of the theme."""
_DEEPEST: Final = 40
_THEME_NAMES: Final = {
    "background1": "lt1", "light1": "lt1", "text1": "dk1", "dark1": "dk1",
    "background2": "lt2", "light2": "lt2", "text2": "dk2", "dark2": "dk2",
    "bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2", "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}  # fmt: skip
_HIGHLIGHTS: Final = {
    "black": "000000", "blue": "0000ff", "cyan": "00ffff", "green": "00ff00", "magenta": "ff00ff",
    "red": "ff0000", "yellow": "ffff00", "white": "ffffff", "darkblue": "000080", "darkcyan":
    "008080", "darkgreen": "008000", "darkmagenta": "800080", "darkred": "800000", "darkyellow":
    "808000", "darkgray": "808080", "lightgray": "c0c0c0",
}  # fmt: skip

Verdict = tuple[bool, str]
"""Whether it is certain, and why a run is not seen."""
_VAL: Final = qn("w:val")
_RUN: Final = qn("w:rPr")
_PARAGRAPH: Final = qn("w:pPr")
_USUAL_SIZE: Final = 10.0
_ALL: Final = "wholeTable"
_PARTS: Final = (
    *("seCell", "swCell", "neCell", "nwCell", "lastCol", "firstCol", "lastRow", "firstRow"),
    *("band2Horz", "band1Horz", "band2Vert", "band1Vert", _ALL),
)
"""Parts of a table style, the strongest first (17.7.6)."""
_UNSAID: Final = frozenset({"noHBand", "noVBand"})
_BANDS: Final = (
    (frozenset({"firstRow", "lastRow"}), frozenset({"band1Horz", "band2Horz"})),
    (frozenset({"firstCol", "lastCol"}), frozenset({"band1Vert", "band2Vert"})),
)
"""Rows and columns at an edge that is set apart are of no band."""


def _theme(package: Package) -> dict[str, Rgb]:
    colours: dict[str, Rgb] = {"lt1": WHITE, "dk1": BLACK}
    for name in package.related(package.main, _THEME)[:1]:
        for scheme in package.parts[name].root.iter(qn("a:clrScheme")):
            for slot in scheme:
                for one in slot:
                    found = drawn_colour(one)
                    if found and isinstance(slot.tag, str):
                        colours[slot.tag.rpartition("}")[2]] = found
    return colours


def colour_of(
    element: etree._Element, resolver: Resolver, prefix: str = "", name: str = "w:val"
) -> Rgb | None:
    """The colour that an attribute gives, or one of the theme in its place; None for “auto”.

    ``prefix`` ``Fill`` means the ground of a shading.
    """
    found = resolver.named(element.get(qn(f"w:theme{prefix or 'Color'}"), ""))
    if found is not None:
        return _shaded(found, element, prefix)
    return rgb(element.get(qn("w:fill" if prefix else name), "").lower())


def _shaded(found: Rgb, element: etree._Element, prefix: str) -> Rgb:
    for name, ground in (("Tint", 255), ("Shade", 0)):
        share = element.get(qn(f"w:theme{prefix}{name}"))
        if share:
            kept = int(share, 16) / 255
            red, green, blue = (round(part * kept + ground * (1 - kept)) for part in found)
            return red, green, blue
    return found


def shading(properties: etree._Element | None, resolver: Resolver) -> Rgb | None:
    """The ground that a shading paints; None where it paints none."""
    shade = None if properties is None else properties.find(qn("w:shd"))
    if shade is None:
        return None
    pattern = shade.get(_VAL, "clear")
    if pattern == "nil":
        return None
    if pattern == "solid":
        return colour_of(shade, resolver, name="w:color") or BLACK
    fill = colour_of(shade, resolver, "Fill")
    part = pattern.removeprefix("pct")
    if part == pattern or not part.isdecimal():
        return fill
    ink, share = colour_of(shade, resolver, name="w:color") or BLACK, int(part) / 100
    red, green, blue = (
        round(one * share + other * (1 - share))
        for one, other in zip(ink, fill or WHITE, strict=True)
    )
    return red, green, blue


def highlight(properties: etree._Element) -> Rgb | None:
    """The ground that a highlight paints."""
    mark = properties.find(qn("w:highlight"))
    return None if mark is None else rgb(_HIGHLIGHTS.get(mark.get(_VAL, "").lower(), ""))


class Resolver:
    """The styles of a file, its theme colours, the ground of its pages, and what is in effect.

    Each paragraph and cell is worked out once.
    """

    def __init__(self, package: Package) -> None:
        ground = package.parts[package.main].root.find(qn("w:background"))
        self.sheet = style_sheet(package)
        self.settings = [
            package.parts[each].root for each in package.related(package.main, SETTINGS)
        ]
        self.is_displayed = any(map(is_on, _all(package, SETTINGS, "w:displayBackgroundShape")))
        self._theme = _theme(package)
        page = None if ground is None else colour_of(ground, self, name="w:color")
        self.page = page or WHITE
        for mapping in _all(package, SETTINGS, "w:clrSchemeMapping"):
            for slot, names in _MAPPED.items():
                found = self.named(mapping.get(qn(f"w:{slot}"), ""))
                self._theme |= dict.fromkeys(names, found) if found else {}
        self.faces = dict(_faces(package))
        self.signs = SIGN_FONTS | {
            font.get(qn("w:name"), "").lower()
            for font in _all(package, _FONTS, "w:font")
            if value_of(font, qn("w:charset")) == "02"
            or value_of(font, qn("w:altName")).lower() in SIGN_FONTS
        }
        self._levels = dict(_levels(package))
        self._says = dict(_labels(package))
        self._below: dict[etree._Element | None, tuple[Layers, Layers]] = {}
        self._of_styles: dict[tuple[str | None, str], Layers] = {}
        self._parts: dict[etree._Element, Layers] = {}
        self._kinds: dict[etree._Element, dict[etree._Element, frozenset[str]]] = {}

    def named(self, name: str) -> Rgb | None:
        """A colour of the theme: ``accent1``, ``background1``, ``bg1``."""
        return self._theme.get(name) or self._theme.get(_THEME_NAMES.get(name, name))

    @property
    def is_deep(self) -> bool:
        """Whether a style is based on more others than are followed."""
        chains = map(self.sheet.chain, self.sheet.by_id)
        return any(next(islice(one, _DEEPEST, None), None) is not None for one in chains)

    def chain(self, style: str | None) -> Iterator[etree._Element]:
        """A style and those that it is based on, the nearest first, as far as they are followed."""
        return islice(self.sheet.chain(style), _DEEPEST)

    def run(self, run: etree._Element) -> Layers:
        """The run properties in effect."""
        own = run.find(_RUN)
        below = self._of_paragraph(next(run.iterancestors(PARAGRAPH), None))[0]
        if own is None:
            return below
        style = value_of(own, qn("w:rStyle"))
        return (
            own,
            *(self._of_style(style, _RUN) if self._is_of(style, "character") else ()),
            *below,
        )

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

    def _of_paragraph(self, paragraph: etree._Element | None) -> tuple[Layers, Layers]:
        found = self._below.get(paragraph)
        if found is None:
            both = tuple(tuple(self._stack(paragraph, kind)) for kind in (_RUN, _PARAGRAPH))
            found = self._below[paragraph] = (both[0], both[1])
        return found

    def _stack(self, paragraph: etree._Element | None, kind: str) -> Iterator[etree._Element]:
        own = None if paragraph is None or kind == _RUN else paragraph.find(kind)
        yield from () if own is None else (own,)
        yield from self._numbered(paragraph, own)
        named = self.sheet.known(value_of(paragraph, PARAGRAPH_STYLE), "paragraph")
        yield from self._of_style(named, kind)
        cell = None if paragraph is None else next(paragraph.iterancestors(CELL), None)
        if cell is not None:
            for part in self.parts(cell):
                yield from part.iterchildren(kind)
            table = next(cell.iterancestors(TABLE), None)
            yield from self._of_style(value_of(table, TABLE_STYLE), kind)
        yield from (each for each in self.sheet.defaults if each.tag == kind)

    def _is_of(self, style: str, kind: str) -> bool:
        """Whether a style is of a kind; Word passes over one that is of another."""
        found = self.sheet.by_id.get(style)
        return found is not None and found.get(qn("w:type"), kind) == kind

    def _numbered(self, paragraph: etree._Element | None, own: etree._Element | None) -> Layers:
        """What the list of a paragraph sets for it."""
        found = self._levels.get(self._number(paragraph, own))
        return () if found is None else (found,)

    def _number(
        self, paragraph: etree._Element | None, own: etree._Element | None
    ) -> tuple[str, str]:
        """The list of a paragraph and its level, which its style may give."""
        named = self.sheet.known(value_of(paragraph, PARAGRAPH_STYLE), "paragraph")
        layers = [each for each in (own, *self._of_style(named, _PARAGRAPH)) if each is not None]
        mark = first(layers, "w:numPr")
        number, level = (value_of(mark, qn(name)) for name in ("w:numId", "w:ilvl"))
        return number, level or "0"

    def label(self, paragraph: etree._Element) -> str:
        """What the list of a paragraph writes before it; its numbers stand as ``%1``."""
        return self._says.get(self._number(paragraph, paragraph.find(_PARAGRAPH)), "")

    def _of_style(self, style: str | None, kind: str) -> Layers:
        found = self._of_styles.get((style, kind))
        if found is None:
            chain = self.chain(style)
            found = tuple(each for one in chain for each in one.iterchildren(kind))
            self._of_styles[style, kind] = found
        return found

    def _applying(self, cell: etree._Element) -> Iterator[etree._Element]:
        table = next(cell.iterancestors(TABLE))
        style = value_of(table, TABLE_STYLE)
        given = [each for one in self.chain(style) for each in one.iter(qn("w:tblStylePr"))]
        if not given:
            return
        if table not in self._kinds:
            sizes = {
                name: value_of(one, f"{qn('w:tblPr')}/{qn(f'w:tblStyle{name}BandSize')}")
                for one in reversed([*self.chain(style)])
                for name in ("Row", "Col")
            }
            self._kinds[table] = dict(_parts_in(table, *map(_counted, sizes.values())))
        kinds = self._kinds[table][cell]
        for kind in (kind for kind in _PARTS if kind in kinds or kind == _ALL):
            yield from (part for part in given if part.get(qn("w:type")) == kind)


def first(layers: Sequence[etree._Element], name: str) -> etree._Element | None:
    """The strongest property of a name."""
    return next((found for each in layers if (found := each.find(qn(name))) is not None), None)


def attribute(layers: Sequence[etree._Element], name: str, *attributes: str) -> str | None:
    """The strongest value of an attribute of a property; it has several names at most."""
    found = (each.find(qn(name)) for each in layers)
    values = (one.get(qn(key)) for one in found if one is not None for key in attributes)
    return next((value for value in values if value is not None), None)


def _counted(size: str) -> int:
    return int(size) if size.isdecimal() else 1


def _all(package: Package, relationship: str, name: str) -> Iterator[etree._Element]:
    """The elements of a name in the parts of a kind."""
    for part in package.related(package.main, relationship):
        yield from package.parts[part].root.iter(qn(name))


def _faces(package: Package) -> Iterator[tuple[str, str]]:
    """The fonts of the theme, by the beginning of their names."""
    for kind in ("major", "minor"):
        for font in _all(package, _THEME, f"a:{kind}Font"):
            for latin in font.iterchildren(qn("a:latin")):
                yield kind, latin.get("typeface", "").lower()


def _levels(package: Package) -> Iterator[tuple[tuple[str, str], etree._Element]]:
    """The paragraph properties of each level of each list."""
    for key, level in _all_levels(package):
        yield from ((key, properties) for properties in level.iterchildren(_PARAGRAPH))


def _labels(package: Package) -> Iterator[tuple[tuple[str, str], str]]:
    """What each level of each list writes before its paragraphs."""
    for key, level in _all_levels(package):
        if level.find(qn("w:lvlText")) is not None:
            yield key, value_of(level, qn("w:lvlText"))


def _all_levels(package: Package) -> Iterator[tuple[tuple[str, str], etree._Element]]:
    abstract = {
        one.get(qn("w:abstractNumId"), ""): one for one in _all(package, NUMBERING, "w:abstractNum")
    }
    linked = {value_of(one, qn("w:styleLink")): one for one in abstract.values()}
    for number in _all(package, NUMBERING, "w:num"):
        base = abstract.get(value_of(number, qn("w:abstractNumId")))
        link = "" if base is None else value_of(base, qn("w:numStyleLink"))
        base = linked.get(link, base) if link else base
        for holder in (base, number):
            for level in () if holder is None else holder.iter(qn("w:lvl")):
                yield (number.get(qn("w:numId"), ""), level.get(qn("w:ilvl"), "0")), level


def _parts_in(
    table: etree._Element, *bands: int
) -> Iterator[tuple[etree._Element, frozenset[str]]]:
    """The parts of a table that each of its cells belongs to, as far as the table shows them."""
    look = table.find(f"{qn('w:tblPr')}/{qn('w:tblLook')}")
    shown = shown_parts(look, _UNSAID, named_first=True)
    down = list(rows(table))
    for at, row in enumerate(down):
        across = list(cells(row))
        for number, cell in enumerate(across):
            found = parts_of(CellPosition(at, len(down), number, len(across)), shown, *bands)
            apart = [bands for ends, bands in _BANDS if found & ends]
            yield cell, found.difference(*apart)
