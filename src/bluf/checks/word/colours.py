"""Colours of text and of what lies behind it, and their contrast.

Source of the formulas: WCAG 2.1, definitions of relative luminance and contrast ratio. Source of
the properties: ISO/IEC 29500-1, 17.3.2.6 (color), 17.3.5 (shading), 17.18.40 (highlight).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bluf.checks.word.styles import value
from octavo.ooxml import qn

if TYPE_CHECKING:
    from lxml import etree

    from bluf.checks.word.content import Paragraph
    from bluf.checks.word.styles import Styles

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
_FILL, _CELL_SHADING = qn("w:fill"), f"{qn('w:tcPr')}/{qn('w:shd')}"


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
    named = (value(table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}")) for table in tables)
    return any(
        next(style.iter(qn("w:shd")), None) is not None
        for name in named
        for style in styles.sheet.chain(name)
    )


def _colour(text: str) -> Colour | None:
    if not _HEX.fullmatch(text):
        return None
    return int(text[:2], 16), int(text[2:4], 16), int(text[4:], 16)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= _LINEAR_BELOW else float(((part + 0.055) / 1.055) ** 2.4)
