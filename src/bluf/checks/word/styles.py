"""Styles of a Word file, and colours of text and of what lies behind it, and their contrast."""

from __future__ import annotations

import re

from lxml import etree
from msgspec import Struct, field

from bluf.checks.word.content import Paragraph
from octavo.ooxml import StyleSheet, qn

_VAL = qn("w:val")
_OF_PARAGRAPH, _OF_RUN = qn("w:pPr"), qn("w:rPr")
_PARAGRAPH_STYLE, _CHARACTER_STYLE = qn("w:pStyle"), qn("w:rStyle")
_OUTLINE_LEVEL = qn("w:outlineLvl")
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_LEVELS = 9


class Styles(Struct, frozen=True):
    """The styles of a Word file.

    Table styles are left out of account: which of their conditions hold depends on the layout.
    """

    sheet: StyleSheet
    _inherited: dict[str, dict[tuple[str, str], etree._Element]] = field(default_factory=dict)
    """The properties that each style has or inherits: files have many paragraphs, few styles."""
    _headings: dict[str, int | None] = field(default_factory=dict)
    """The level that each style was found to have."""
    _shading: dict[str, bool] = field(default_factory=dict)
    """Whether each style was found to shade anything."""

    def of_paragraph(self, paragraph: etree._Element) -> str:
        """The id of a paragraph's style."""
        name = value(_property(paragraph, _OF_PARAGRAPH, _PARAGRAPH_STYLE))
        return name if name in self.sheet.by_id else self.sheet.default.get("paragraph", "")

    def paragraph_property(self, paragraph: Paragraph, tag: str) -> etree._Element | None:
        """A property such as ``w:numPr`` of a paragraph."""
        own = _property(paragraph.element, _OF_PARAGRAPH, qn(tag))
        return self._in_chain(paragraph.style, "w:pPr", tag) if own is None else own

    def run_property(
        self, run: etree._Element, paragraph: Paragraph, tag: str
    ) -> etree._Element | None:
        """A property such as ``w:color`` of a run."""
        name = qn(tag)
        own = _property(run, _OF_RUN, name)
        if own is not None:
            return own
        character = value(_property(run, _OF_RUN, _CHARACTER_STYLE))
        for style in (character, paragraph.style):
            found = self._in_chain(style, "w:rPr", tag)
            if found is not None:
                return found
        everywhere = (one.find(name) for one in self.sheet.defaults if one.tag == _OF_RUN)
        return next(everywhere, None)

    def heading(self, paragraph: etree._Element, style: str) -> int | None:
        """The level of a heading of a style, from 1; None for any other paragraph."""
        own = _property(paragraph, _OF_PARAGRAPH, _OUTLINE_LEVEL)
        if own is not None:
            return self._level(own, style)
        if style not in self._headings:
            inherited = self._in_chain(style, "w:pPr", "w:outlineLvl")
            self._headings[style] = self._level(inherited, style)
        return self._headings[style]

    def _level(self, outline: etree._Element | None, style: str) -> int | None:
        """The level that a property says, else the one in the name of the style."""
        level = value(outline)
        if level.isdecimal() and int(level) < _LEVELS:
            return int(level) + 1
        names = (value(each.find(qn("w:name"))) for each in self.sheet.chain(style))
        return next((int(match[1]) for match in map(_HEADING.fullmatch, names) if match), None)

    def shades(self, style: str) -> bool:
        """Whether a style, or one that it is based on, shades anything."""
        if style not in self._shading:
            shadings = (next(one.iter(_SHADING), None) for one in self.sheet.chain(style))
            self._shading[style] = any(each is not None for each in shadings)
        return self._shading[style]

    def _in_chain(self, style: str, properties: str, tag: str) -> etree._Element | None:
        found = self._inherited.get(style)
        if found is None:
            found = self._inherited[style] = {}
            for element in self.sheet.chain(style):
                for holder in element.iterchildren(_OF_PARAGRAPH, _OF_RUN):
                    for one in holder.iterchildren("*"):
                        found.setdefault((str(holder.tag), str(one.tag)), one)
        return found.get((qn(properties), qn(tag)))


def _property(element: etree._Element, properties: str, name: str) -> etree._Element | None:
    holder = next(element.iterchildren(properties), None)
    return None if holder is None else next(holder.iterchildren(name), None)


def value(element: etree._Element | None) -> str:
    """The ``w:val`` of an element; empty where there is none."""
    return "" if element is None else element.get(_VAL, "")


Colour = tuple[int, int, int]

BLACK: Colour = (0, 0, 0)
WHITE: Colour = (255, 255, 255)

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_HIGHLIGHTS: dict[str, Colour] = {
    "black": (0, 0, 0),
    "blue": (0, 0, 255),
    "cyan": (0, 255, 255),
    "green": (0, 255, 0),
    "magenta": (255, 0, 255),
    "red": (255, 0, 0),
    "yellow": (255, 255, 0),
    "white": (255, 255, 255),
    "darkBlue": (0, 0, 128),
    "darkCyan": (0, 128, 128),
    "darkGreen": (0, 128, 0),
    "darkMagenta": (128, 0, 128),
    "darkRed": (128, 0, 0),
    "darkYellow": (128, 128, 0),
    "darkGray": (128, 128, 128),
    "lightGray": (192, 192, 192),
}
_LINEAR_BELOW = 0.04045
_FILL, _SHADING = qn("w:fill"), qn("w:shd")
_TABLE_STYLE = f"{qn('w:tblPr')}/{qn('w:tblStyle')}"
_CELL_SHADING = f"{qn('w:tcPr')}/{_SHADING}"


def contrast(first: Colour, second: Colour) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def hexadecimal(colour: Colour) -> str:
    """``#C00000``."""
    return "#{:02X}{:02X}{:02X}".format(*colour)


def text_colour(run: etree._Element, paragraph: Paragraph, styles: Styles) -> Colour | None:
    """The colour of a run; None where Word chooses it after the background."""
    return _colour(value(styles.run_property(run, paragraph, "w:color")))


def background(
    run: etree._Element, paragraph: Paragraph, styles: Styles, ground: Colour | None
) -> Colour | None:
    """What lies behind a run of a paragraph on some ground; None where the file does not tell."""
    marked = _HIGHLIGHTS.get(value(styles.run_property(run, paragraph, "w:highlight")))
    if marked is not None:
        return marked
    shading = styles.run_property(run, paragraph, "w:shd")
    return fill(shading) if shading is not None and _fills(shading) else ground


def ground_of(paragraph: Paragraph, styles: Styles) -> Colour | None:
    """What lies behind a paragraph; None where the file alone does not tell.

    A pattern, the conditions of a table style, the fill of a shape and the colour of the page are
    not told.
    """
    shadings = [
        styles.paragraph_property(paragraph, "w:shd"),
        *(cell.find(_CELL_SHADING) for cell in paragraph.element.iterancestors(qn("w:tc"))),
    ]
    for shading in shadings:
        if shading is not None and _fills(shading):
            return fill(shading)
    return None if _behind_is_unknown(paragraph.element, styles) else WHITE


def fill(shading: etree._Element | None) -> Colour | None:
    """The plain colour of a shading; None for none, and for a pattern."""
    if shading is None or shading.get(_VAL, "clear") not in {"clear", "nil"}:
        return None
    return _colour(shading.get(_FILL, ""))


def _fills(shading: etree._Element) -> bool:
    return shading.get(_VAL, "clear") not in {"clear", "nil"} or fill(shading) is not None


def _behind_is_unknown(paragraph: etree._Element, styles: Styles) -> bool:
    if next(paragraph.iterancestors(qn("w:txbxContent")), None) is not None:
        return True
    root = paragraph.getroottree().getroot()
    if root.find(qn("w:background")) is not None:
        return True
    tables = paragraph.iterancestors(qn("w:tbl"))
    return any(styles.shades(value(table.find(_TABLE_STYLE))) for table in tables)


def _colour(text: str) -> Colour | None:
    if not _HEX.fullmatch(text):
        return None
    return int(text[:2], 16), int(text[2:4], 16), int(text[4:], 16)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= _LINEAR_BELOW else float(((part + 0.055) / 1.055) ** 2.4)
