"""What an element does to the words in it by its kind and style: opened, shown, set apart."""

from __future__ import annotations

import unicodedata

import cssselect2
from lxml import etree
from msgspec.structs import replace

from bluf.evidence.formats.html.cascade import Style
from bluf.evidence.formats.html.colours import colour, over
from bluf.evidence.formats.html.covering import fills, is_behind
from bluf.evidence.formats.html.look import ElementLook
from bluf.evidence.formats.html.tags import PICTURES, TAKEN_OUT
from bluf.evidence.formats.html.values import length

_BUTTONS = frozenset({"button", "submit", "reset"})
_FIELDS = _BUTTONS | {"", "text", "search", "email", "url", "tel", "number", "date"}
_COUNTING = frozenset({"number", "date"})
_SHADOWS = frozenset({"shadowrootmode", "shadowroot"})
_LEAST = 8.0
"""Pixels: a picture or a frame that is smaller shows no words."""
_SIGNS = 20
"""Letters: so many a field shows that does not say how many."""
_SIGN = 24.0
"""Pixels: a picture up to this width is a sign beside the words, not one among them."""


def inside(node: etree._Element, look: ElementLook) -> ElementLook:
    """The look of what an element holds, where a reader has to open it first."""
    doubt = ""
    if node.tag == "details" and node.get("open") is None:
        doubt = "it is seen when the reader opens the details"
    name = node.get("name", "")
    if (
        name
        and node.tag == "details"
        and node.xpath("boolean(preceding::details[@open][@name = $n])", n=name)
    ):
        doubt = "another of its details is open, which may close it"
    if node.get("hidden", "").strip().lower() == "until-found":
        doubt = "it is seen when the reader searches the page"
    if node.tag == "object" and (node.get("data") or node.get("type")):
        doubt = "it is seen where the object cannot be shown"
    if any(_SHADOWS & {*each.keys()} for each in node.iterchildren("template")):
        doubt = "another text may be shown in its place (a shadow tree)"
    return replace(look, doubts=(*look.doubts, doubt)) if doubt else look


def has_room(node: etree._Element, style: Style, look: ElementLook) -> bool:
    """Whether a picture or a frame is large enough to show words."""
    given = [style.values.get(name) or node.get(name) for name in ("width", "height")]
    sizes = (length(each, look.size) for each in given if each)
    return all(size is None or size >= _LEAST for size in sizes)


def grounded(style: Style, look: ElementLook) -> ElementLook:
    """The look of what lies on the boxes that are put behind the content of an element."""
    for box in style.boxes.values():
        under = colour(box.get("background-color", ""))
        if fills(box) and is_behind(box) and under:
            look = replace(look, ground=tuple(over(under, each) for each in look.ground))
    return look


def stands_apart(style: Style) -> bool:
    """Whether an element does not stand where it is written, among its siblings."""
    right = style.values.get("float") in {"right", "inline-end"}
    return right or style.values.get("position") in TAKEN_OUT


def is_picture(node: etree._Element, style: Style, look: ElementLook) -> bool:
    """Whether an element within a line shows a picture that is wider than a sign."""
    pictured = "url(" in style.values.get("background-image", "") and not look.block
    if node.tag not in PICTURES and not pictured:
        return False
    width = style.values.get("width") or node.get("width") or ""
    pixels = length(width, look.size) if width else None
    return pixels is None or pixels > _SIGN


def field_words(node: etree._Element, style: Style) -> tuple[str, bool]:
    """What is written in a field, and whether it is cut; one for numbers takes no words."""
    kind, value = node.get("type", "").lower(), node.get("value") or ""
    value = "" if kind in _COUNTING and any(map(str.isalpha, value)) else value
    said = value or node.get("placeholder") or ""
    size, width = node.get("size", ""), style.values.get("width", "")
    room = length(width, _SIGN) if width else None
    signs = float(size if size.isdecimal() else _SIGNS) if room is None else room / _LEAST
    cut = kind not in _BUTTONS and (not width or room is not None) and len(said) > 1.5 * signs
    return (said, cut) if kind in _FIELDS else ("", False)


def chosen(node: etree._Element) -> str:
    """What a list to choose from shows while it is closed."""
    options = list(node.iter("option"))
    given = [one for one in options if one.get("selected") is not None]
    one = next(iter(given or options), None)
    return "" if one is None else one.get("label") or "".join(map(str, one.itertext())).strip()


def written(text: str) -> cssselect2.ElementWrapper:
    """An element for what a style sheet writes."""
    node = etree.Element("span")
    node.text = text
    return cssselect2.ElementWrapper.from_html_root(node)


def reads_right(text: str) -> bool:
    """Whether a text has letters that are read from the left."""
    return any(unicodedata.bidirectional(sign) == "L" for sign in text)
