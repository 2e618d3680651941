"""Set what is not the template's to know: paper, typeface, and the language of the text."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from bluf.pipeline.language import in_language
from octavo.ooxml import RELATIONSHIP_BASE, qn

if TYPE_CHECKING:
    from collections.abc import Callable

    from octavo.ooxml import Package

_TWIPS_PER_MM = 1440 / 25.4
_SIZES_MM = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
"""ISO 216 and ANSI/ASME Y14.1."""
_STORIES = ("header", "footer", "footnotes", "endnotes")
_SLOTS = {
    "ascii": "asciiTheme",
    "hAnsi": "hAnsiTheme",
    "cs": "cstheme",
    "eastAsia": "eastAsiaTheme",
}
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def set_up(package: Package, *, paper: str, language: str, font: str = "") -> Package:
    """The document on the paper, in the language and typeface asked for; else as it was.

    The width of the text stays what it was, so that tables keep their columns: the side margins
    take up the difference. Type of another face than the text's, such as that of symbols, stays.
    """

    def edit(root: etree._Element) -> None:
        _on_paper(root, paper)
        _in_font(root, font)
        in_language(root, language)

    return package.with_trees(_changed(package, edit))


def _changed(package: Package, edit: Callable[[etree._Element], None]) -> dict[str, etree._Element]:
    """The trees that an edit changes: of the body, other stories, styles, theme and settings."""
    changed = {}
    kinds = (*_STORIES, "styles", "settings", "theme")
    related = (package.related(package.main, RELATIONSHIP_BASE + kind) for kind in kinds)
    for name in (package.main, *(name for names in related for name in names)):
        root = deepcopy(package.parts[name].root)
        before = etree.tostring(root)
        edit(root)
        if etree.tostring(root) != before:
            changed[name] = root
    return changed


def _on_paper(root: etree._Element, paper: str) -> None:
    """Every section that is not yet of that size, landscape ones lying (ECMA-376, 17.6.13)."""
    width, height = (round(side * _TWIPS_PER_MM) for side in _SIZES_MM[paper])
    for section in root.iter(qn("w:sectPr")):
        _resize(section, width, height)


def _resize(section: etree._Element, width: int, height: int) -> None:
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    if size is None:
        return
    if size.get(qn("w:orient")) == "landscape":
        width, height = height, width
    wider = width - int(size.get(qn("w:w"), width))
    if abs(wider) <= 1 and abs(height - int(size.get(qn("w:h"), height))) <= 1:
        return
    size.set(qn("w:w"), str(width))
    size.set(qn("w:h"), str(height))
    size.attrib.pop(qn("w:code"), None)
    if margins is not None:
        left = int(margins.get(qn("w:left"), "0"))
        right = int(margins.get(qn("w:right"), "0"))
        margins.set(qn("w:left"), str(left + wider // 2))
        margins.set(qn("w:right"), str(right + wider - wider // 2))


def _in_font(root: etree._Element, font: str) -> None:
    """The face of the text: of the theme, and wherever a style names it (ECMA-376, 17.3.2.26)."""
    if font and root.tag == f"{_DRAWING}theme":
        _theme_in_font(root, font)
    before = _face(root)
    if not font or before in {"", font}:
        return
    for fonts in root.iter(qn("w:rFonts")):
        for slot, theme in _SLOTS.items():
            if not fonts.get(qn(f"w:{theme}")) and fonts.get(qn(f"w:{slot}")) == before:
                fonts.set(qn(f"w:{slot}"), font)


def _face(root: etree._Element) -> str:
    """The face that the default style names, or else the document's defaults."""
    defaults = "w:docDefaults", "w:rPrDefault", "w:rPr", "w:rFonts"
    normal = [
        fonts
        for style in root.iterfind(qn("w:style"))
        if style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) == "1"
        for fonts in style.iterfind(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    ]
    places = (*normal, *root.iterfind("/".join(map(qn, defaults))))
    return next(filter(None, (fonts.get(qn("w:ascii")) for fonts in places)), "")


def _theme_in_font(theme: etree._Element, font: str) -> None:
    """The faces of Latin text; that of headings follows where it is the same as the text's."""
    faces = {
        kind: theme.find(f".//{_DRAWING}fontScheme/{_DRAWING}{kind}Font/{_DRAWING}latin")
        for kind in ("minor", "major")
    }
    text = faces["minor"].get("typeface") if faces["minor"] is not None else None
    for face in faces.values():
        if face is not None and face.get("typeface") == text:
            face.set("typeface", font)
