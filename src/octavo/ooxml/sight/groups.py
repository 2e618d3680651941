"""Shapes that are grouped: what paints in one, and which of a group lies over another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from octavo.ooxml.names import qn, qns
from octavo.ooxml.sight.shapes import integer

CLEAR: Final = 50_000
"""Of 100,000: a fill that lets more through hides no words."""
THICK: Final = 120_000
"""EMU: a line round a shape that is thicker than this covers words."""
_FILLS: Final = qns("a:solidFill a:gradFill a:blipFill a:pattFill a:grpFill")
_FAR: Final = 7_000_000
_SHAPE: Final = qn("wps:wsp")

_Rim = tuple[int, int, int, int]


def paints(properties: etree._Element) -> bool:
    """Whether a shape of these properties paints over what is behind it."""
    lines = properties.iterchildren(qn("a:ln"))
    if any(integer(line.get("w")) > THICK for line in lines):
        return True
    fills = [fill for kind in _FILLS for fill in properties.iterchildren(kind)]
    clear = [integer(each.get("val")) for fill in fills for each in fill.iter(qn("a:alpha"))]
    if fills and min(clear, default=CLEAR) >= CLEAR:
        return True
    holder = properties.getparent()
    styled = None if holder is None else holder.find(f"{qn('wps:style')}/{qn('a:fillRef')}")
    unsaid = not fills and properties.find(qn("a:noFill")) is None
    return unsaid and styled is not None and styled.get("idx", "0") != "0"


def in_group(box: etree._Element) -> Iterator[str]:
    """Why a text box may not be seen in the group that it stands in."""
    shape = next(box.iterancestors(_SHAPE), None)
    group = None if shape is None else shape.getparent()
    own = None if shape is None else _rim(shape)
    if (
        shape is None
        or group is None
        or own is None
        or not str(group.tag).endswith(("wgp", "grpSp"))
    ):
        return
    left, top, right, bottom = own
    if right - left < 1 or bottom - top < 1:
        yield "its box has no size"
    across, down = (left + right) // 2, (top + bottom) // 2
    if abs(across) > 2 * _FAR or abs(down) > 2 * _FAR or right < 0 or bottom < 0:
        yield "its box may stand off the page"
    for other in shape.itersiblings():
        rim = _rim(other)
        covers = rim is not None and rim[0] < across < rim[2] and rim[1] < down < rim[3]
        painted = [each for each in other if str(each.tag).endswith("}spPr")]
        pictured = str(other.tag).endswith("}pic")
        if covers and (pictured or any(map(paints, painted))):
            yield "a shape or a picture may lie over it"


def _rim(shape: etree._Element) -> _Rim | None:
    """The edges of a shape, as its group counts them."""
    given = shape.find(f"*/{qn('a:xfrm')}")
    at, size = (None, None) if given is None else (given.find(qn("a:off")), given.find(qn("a:ext")))
    if at is None or size is None:
        return None
    left, top = integer(at.get("x")), integer(at.get("y"))
    return left, top, left + integer(size.get("cx")), top + integer(size.get("cy"))
