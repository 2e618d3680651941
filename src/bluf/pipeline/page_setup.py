"""Set what is not the template's to know: paper, typeface, and the language of the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from bluf.languages import locale_data
from octavo.ooxml import RELATIONSHIP_BASE, in_place, qn

if TYPE_CHECKING:
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


_RIGHT_TO_LEFT = ("ar", "dv", "fa", "he", "ku-Arab", "ps", "sd", "ug", "ur", "yi")
_EAST_ASIAN = ("ja", "ko", "zh")
_SCRIPTS = {
    "ar": "Arab",
    "fa": "Arab",
    "ur": "Arab",
    "he": "Hebr",
    "ja": "Jpan",
    "ko": "Hang",
    "zh": "Hans",
    "zh-Hant": "Hant",
    "zh-TW": "Hant",
    "zh-HK": "Hant",
}
"""The script of a language whose face is not that of Latin text (ISO 15924)."""
_REGION = re.compile(r"[A-Za-z]{2}|[0-9]{3}")
"""A region in a tag: ISO 3166-1 or UN M.49 (RFC 5646, section 2.2.4)."""
_ENGLISH = "en-GB"
"""English of no country, as `bluf.views` writes it."""


def in_language(root: etree._Element, language: str) -> None:
    """Say which language a part is written in; turn it round where its script runs leftwards."""
    tag = with_region(language)
    for element in root.iterfind(f"{qn('w:docDefaults')}//{qn('w:lang')}"):
        _say(element, language, tag)
    if root.tag == qn("w:settings"):
        for element in root.iterfind(qn("w:themeFontLang")):
            _say(element, language, tag)
    if root.tag == f"{_DRAWING}theme":
        _name_faces(root, language)
    if language.startswith(_RIGHT_TO_LEFT):
        _turn_round(root)


def _name_faces(theme: etree._Element, language: str) -> None:
    """The theme's face for the script of the language, where it names none for all of its kind."""
    script = _SCRIPTS.get(language) or _SCRIPTS.get(language.partition("-")[0], "")
    slot = "ea" if language.startswith(_EAST_ASIAN) else "cs"
    for fonts in theme.iter(f"{_DRAWING}majorFont", f"{_DRAWING}minorFont"):
        faces = {face.get("script"): face for face in fonts.iterfind(f"{_DRAWING}font")}
        for named in fonts.iterfind(f"{_DRAWING}{slot}"):
            if script in faces and not named.get("typeface"):
                named.set("typeface", faces[script].get("typeface", ""))


def with_region(language: str) -> str:
    """A tag with the region that CLDR takes to be meant: ``fr-FR``, ``sr-Latn-RS``."""
    parts = language.split("-")
    if language == "en":
        return _ENGLISH
    if any(_REGION.fullmatch(part) for part in parts[1:]):
        return language
    region = locale_data(language).region
    return f"{language}-{region}" if region else language


def _say(element: etree._Element, language: str, tag: str) -> None:
    """One region of a language is as good as another (ECMA-376, 17.3.2.20).

    Words in Latin letters on an East Asian page are of no East Asian language: LibreOffice would
    break them anywhere.
    """
    if language.startswith(_EAST_ASIAN):
        _say_in(element, "eastAsia", language, tag)
        if element.get(qn("w:val"), "zh").startswith(_EAST_ASIAN):
            element.set(qn("w:val"), _ENGLISH)
        return
    _say_in(element, "val", language, tag)
    if language.startswith(_RIGHT_TO_LEFT):
        _say_in(element, "bidi", language, tag)


def _say_in(element: etree._Element, slot: str, language: str, tag: str) -> None:
    said = element.get(qn(f"w:{slot}"), "")
    if not f"{said}-".startswith(f"{language}-") or said == language:
        element.set(qn(f"w:{slot}"), tag)


def _turn_round(root: etree._Element) -> None:
    """Sections, paragraphs, tables and runs from right to left (ECMA-376, 17.3.1.6, 17.6.1)."""
    for style in root.iterfind(qn("w:style")):
        if style.get(qn("w:type")) == "paragraph" and style.find(qn("w:basedOn")) is None:
            in_place(in_place(style, "pPr"), "bidi")
    for sides in root.iter(qn("w:pBdr"), qn("w:tblCellMar")):
        _swap(sides)
    for section in root.iter(qn("w:sectPr")):
        in_place(section, "bidi")
    for table in root.iter(qn("w:tbl")):
        in_place(in_place(table, "tblPr"), "bidiVisual")
    for run in root.iter(qn("w:r")):
        if _runs_leftwards("".join(text.text or "" for text in run.iterfind(qn("w:t")))):
            in_place(in_place(run, "rPr"), "rtl")


def _runs_leftwards(text: str) -> bool:
    return any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in text)


def _swap(sides: etree._Element) -> None:
    """What stands left comes to stand right; the order of the schema stays."""
    left, right = sides.find(qn("w:left")), sides.find(qn("w:right"))
    if left is None or right is None:
        return
    one, other = dict(left.attrib), dict(right.attrib)
    for element, attributes in ((left, other), (right, one)):
        element.attrib.clear()
        element.attrib.update(attributes)
