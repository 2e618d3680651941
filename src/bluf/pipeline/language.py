"""The language of a text, and the way its script runs."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from bluf.languages import locale_data
from octavo.ooxml import in_place, qn

if TYPE_CHECKING:
    from lxml import etree

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
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
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
    if language.startswith(_EAST_ASIAN):
        _keep_words(root)
    if language.startswith(_RIGHT_TO_LEFT):
        _turn_round(root)


def _keep_words(root: etree._Element) -> None:
    """Words in Latin letters are no East Asian text, which may be broken anywhere."""
    for run in root.iter(qn("w:r")):
        text = "".join(each.text or "" for each in run.iterfind(qn("w:t")))
        if text.isascii() and any(map(str.isalpha, text)):
            said = in_place(in_place(run, "rPr"), "lang")
            said.set(qn("w:val"), said.get(qn("w:val"), _ENGLISH))


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
    """One region of a language is as good as another (ECMA-376, 17.3.2.20)."""
    slots = ["val"]
    if language.startswith(_RIGHT_TO_LEFT):
        slots.append("bidi")
    if language.startswith(_EAST_ASIAN):
        slots.append("eastAsia")
    for slot in slots:
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
