"""Set what is not the template's to know: paper, typeface, and the language of the text."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from octavo.ooxml import qn, read_package, write_package

if TYPE_CHECKING:
    from octavo.ooxml import Package

_TWIPS_PER_MM = 1440 / 25.4
_SIZES_MM = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
"""ISO 216 and ANSI/ASME Y14.1."""
_STYLES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"
_SLOTS = {
    "ascii": "asciiTheme",
    "hAnsi": "hAnsiTheme",
    "cs": "cstheme",
    "eastAsia": "eastAsiaTheme",
}
_RIGHT_TO_LEFT = ("ar", "dv", "fa", "he", "ku-Arab", "ps", "sd", "ug", "ur", "yi")


def dress(document: bytes, *, paper: str, language: str, font: str = "") -> bytes:
    """The document on the paper, in the language and typeface asked for; else as it was.

    The width of the text stays what it was, so that tables keep their columns: the side margins
    take up the difference. Type of another face than the text's, such as that of symbols, stays.
    """
    package = read_package(document, "output.docx")
    changed = _on_paper(package, paper) | _in_styles(package, language, font)
    return write_package(package, changed) if changed else document


def _on_paper(package: Package, paper: str) -> dict[str, bytes]:
    """Every section that is not yet of that size, landscape ones lying (ECMA-376, 17.6.13)."""
    root = deepcopy(package.parts[package.main].root)
    width, height = (round(side * _TWIPS_PER_MM) for side in _SIZES_MM[paper])
    resized = [_resize(section, width, height) for section in root.iter(qn("w:sectPr"))]
    return {package.main: _serialised(root)} if any(resized) else {}


def _resize(section: etree._Element, width: int, height: int) -> bool:
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    if size is None:
        return False
    if size.get(qn("w:orient")) == "landscape":
        width, height = height, width
    wider = width - int(size.get(qn("w:w"), width))
    if abs(wider) <= 1 and abs(height - int(size.get(qn("w:h"), height))) <= 1:
        return False
    size.set(qn("w:w"), str(width))
    size.set(qn("w:h"), str(height))
    size.attrib.pop(qn("w:code"), None)
    if margins is not None:
        left = int(margins.get(qn("w:left"), "0"))
        right = int(margins.get(qn("w:right"), "0"))
        margins.set(qn("w:left"), str(left + wider // 2))
        margins.set(qn("w:right"), str(right + wider - wider // 2))
    return True


def _in_styles(package: Package, language: str, font: str) -> dict[str, bytes]:
    changed = {}
    for name in package.related(package.main, _STYLES):
        root = deepcopy(package.parts[name].root)
        edited = [_in_language(root, language), _in_font(root, font)]
        if any(edited):
            changed[name] = _serialised(root)
    return changed


def _in_language(root: etree._Element, language: str) -> bool:
    """The language of all text that names none of its own (ECMA-376, 17.3.2.20)."""
    key = qn("w:bidi" if language.startswith(_RIGHT_TO_LEFT) else "w:val")
    others = [
        element
        for element in root.iterfind(f"{qn('w:docDefaults')}//{qn('w:lang')}")
        if element.get(key, "").partition("-")[0] != language
    ]
    for element in others:
        element.set(key, language)
    return bool(others)


def _in_font(root: etree._Element, font: str) -> bool:
    """The face of the text, wherever a style names it (ECMA-376, 17.3.2.26)."""
    path = f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:rFonts')}"
    defaults = root.find(path)
    before = "" if defaults is None else _face(defaults, "ascii")
    if not font or before in {"", font}:
        return False
    for fonts in root.iter(qn("w:rFonts")):
        for slot, theme in _SLOTS.items():
            if _face(fonts, slot) == before:
                fonts.set(qn(f"w:{slot}"), font)
                fonts.attrib.pop(qn(f"w:{theme}"), None)
    return True


def _face(fonts: etree._Element, slot: str) -> str:
    """What a slot names: ``minor`` or ``major`` of the theme, which goes first, or a typeface."""
    themed = fonts.get(qn(f"w:{_SLOTS[slot]}"))
    return themed[:5] if themed else fonts.get(qn(f"w:{slot}"), "")


def _serialised(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
