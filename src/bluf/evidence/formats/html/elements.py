"""What an element does to the words in it by its kind and style: opened, shown, set apart."""

from __future__ import annotations

from lxml import etree
from msgspec.structs import replace

from bluf.evidence.formats.html.cascade import Style
from bluf.evidence.formats.html.colours import colour, over
from bluf.evidence.formats.html.covering import fills, is_behind
from bluf.evidence.formats.html.look import ElementLook
from bluf.evidence.formats.html.tags import PICTURES
from bluf.evidence.formats.html.values import length

TAKEN_OUT = frozenset({"absolute", "fixed"})

_SHADOWS = frozenset({"shadowrootmode", "shadowroot"})
_LEAST = 8.0
"""Pixels: a picture or a frame that is smaller shows no words."""
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
    for box in style.boxes:
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
