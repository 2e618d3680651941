"""Words of a drawing or a formula that are shown to some readers, or out of their place."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from bluf.evidence.formats.html.box import NOTHING, STROKE, Box
from bluf.evidence.formats.html.tags import DRAWN, names
from bluf.evidence.formats.html.transforms import VERY_FAR, moves
from bluf.evidence.formats.html.values import extent, length

_AWAY = 30.0
_VIEW = 4
"""Numbers: from where to where a drawing is seen."""

_BEFORE = {"end": 0.8, "middle": 0.3}
"""Of the length of a text, roughly: how much of it stands before its place at the least."""
_CHOOSING = {"switch": 0, "maction": 1}
"""Elements that show one of their children, where they have more than so many."""
_ANIMATED = names("set animate animatetransform animatemotion")


def _spread(box: Box) -> Iterator[tuple[bool, str]]:
    """Letters of a drawing that are set one by one, or out of their line."""
    lists = [box.node.get(name, "") for name in ("x", "y", "dx", "dy", "rotate", "textlength")]
    moved = [extent(each, box.size) for each in lists[2:4]]
    if any("," in each or " " in each.strip() for each in lists) or any(lists[4:]):
        yield False, "its letters are set one by one"
    if max(map(abs, moved)) > box.size or box.tag == "textpath":
        yield False, "it is set out of its line"
    stroke, over = box.get("stroke") not in NOTHING, "stroke" not in box.get("paint-order")
    if stroke and over and (box.pixels("stroke-width") or 1.0) > STROKE * box.size:
        yield False, "the line round its letters is as thick as they are"


def placed(box: Box) -> Iterator[tuple[bool, str]]:
    """Shown by a drawing or a formula to some readers, for some time, or out of its place."""
    above = box.node.getparent()
    chosen = above is not None and len(above) > _CHOOSING.get(str(above.tag), len(above))
    if chosen or box.node.get("systemlanguage") or box.node.get("requiredfeatures"):
        yield False, "it is shown to some readers, or in the place of another"
    if box.tag in DRAWN and any(each.tag in _ANIMATED for each in box.node):
        yield False, "an animation may hide it"
    if _is_moved(box):
        yield False, "it is moved out of its drawing"
    if box.tag in {"text", "tspan", "textpath"}:
        yield from _spread(box)
    if box.tag in {"text", "tspan", "textpath", "foreignobject"}:
        yield from _out_of_view(box)


def _out_of_view(box: Box) -> Iterator[tuple[bool, str]]:
    """Placed where a drawing shows nothing."""
    for name in ("x", "y"):
        if box.node.get(name) is None and box.tag != "text":
            continue
        place = extent(box.node.get(name, "0"), box.size)
        low, high = _drawn(box.node, name)
        if name == "x" and high != VERY_FAR:
            place -= box.written * _BEFORE.get(box.get("text-anchor"), 0.0)
        low += box.size / 2 if name == "y" and high != VERY_FAR and box.tag == "text" else 0.0
        if place < low or place > high:
            yield False, f"its place “{name}={box.node.get(name)}” lies outside its drawing"


def _is_moved(box: Box) -> bool:
    """Whether a part of a drawing or of a formula is moved out of it."""
    if box.tag == "mpadded":
        words = (box.node.get(name, "0") for name in ("lspace", "voffset"))
        return any(abs(extent(word, box.size)) > box.size for word in words)
    words = (word for move in moves(box.values) for word in move)
    return box.tag in DRAWN and any(extent(word, box.size) <= -_AWAY for word in words)


def _drawn(node: etree._Element, name: str) -> tuple[float, float]:
    """From where to where a drawing shows its coordinates, unless it moves some of them."""
    drawing = next(node.iterancestors("svg"), None)
    shown = ""
    if drawing is not None:
        size = f"0 0 {drawing.get('width')} {drawing.get('height')}"
        shown = drawing.get("viewbox") or drawing.get("viewBox") or size
    words = shown.replace(",", " ").split()
    edges = [edge for word in words if (edge := length(word, 16.0)) is not None]
    moved = any(each.get("transform") for each in (node, *node.iterancestors("g", "text")))
    if len(edges) != _VIEW or moved:
        return 0.0, VERY_FAR
    left, top, width, height = edges
    return (left, left + width) if name == "x" else (top, top + height)
