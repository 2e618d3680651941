"""Boxes that cut what does not fit: what stands below the cut, or beside it, is in doubt."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree
from msgspec import Struct

from bluf.evidence.formats.html.cascade import Style
from bluf.evidence.formats.html.look import ElementLook
from bluf.evidence.formats.html.tags import PICTURES, names
from bluf.evidence.formats.html.transforms import moves
from bluf.evidence.formats.html.values import extent, number

_CUT = frozenset({"hidden", "clip"})
_BESIDE = ("float", "position")
"""Properties that take a box out of the column of its siblings."""
_FAR = {"right": ("left", "width", 100.0), "bottom": ("top", "height", 16.0)}
"""The near edge, the size, and the least size of a box with words."""
_AWAY = 100.0
_PAGE, _MOST = 1280.0, 0.8
"""Pixels; and of the width of a box: beside what floats so wide no words have room."""
LINE_HEIGHT = 1.15
"""Times the size of its letters: the height of a line."""
_SPACED = names("p h1 h2 h3 h4 h5 h6 ul ol dl blockquote figure pre")
_RULE = {"hr": "2"}
"""The height of a line across the page."""
_OPEN = 1e6
"""Pixels, for the size of a box that cuts what it holds and does not say how large it is."""
_ASIDES = (("margin-left", "padding-left"), ("margin-right", "padding-right"))
BELOW = "it stands below the place at which a box that holds it is cut"


class Room(Struct):
    """A box that cuts what it holds: its size, and how much of it is taken up.

    Attributes:
        holds: Whether what is placed in it is placed from its corner.
        used: How much of its height is taken up.
        margin: How much of that is a margin, which the next one may share.
    """

    height: float | None = None
    width: float | None = None
    holds: bool = False
    used: float = 0.0
    margin: float = 0.0

    def is_full(self, size: float, at: float | None = None) -> bool:
        """Whether half of the letters that are said now, or at a height, stand below its cut."""
        here = self.used if at is None else at
        return self.height is not None and here >= self.height - size / 2

    def takes(self, style: Style, look: ElementLook, gap: float = 0.0, tag: str = "") -> float:
        """Take up the space above the content of an element; how much is used before it."""
        padding = _pixels(style, look, "padding-top")
        self._keep_off(_margin(style, look, "margin-top", tag))
        self.margin = 0.0 if padding else self.margin
        self.used += gap + padding
        return self.used

    def left(
        self, before: float, style: Style, look: ElementLook, node: etree._Element, *, said: bool
    ) -> None:
        """Take up the height of an element that has ended: its own, or that of a line it said."""
        apart = any(name in style.values for name in _BESIDE)
        wide = extent(style.values.get("width", "0"), look.size, self.width or _PAGE)
        beside = "float" in style.values and wide >= _MOST * (self.width or _PAGE)
        if not ((look.block and not apart) or beside):
            return
        line = look.size * LINE_HEIGHT if said and self.used == before else 0.0
        given = node.get("height", "0") if node.tag in PICTURES else _RULE.get(str(node.tag), "0")
        own = max(_pixels(style, look, "height") or extent(given, look.size), line)
        own = max(own, _pixels(style, look, "min-height"))
        self.used = max(self.used, before + own)
        self.margin = 0.0 if own else self.margin
        self._keep_off(_margin(style, look, "margin-bottom", str(node.tag)))

    def _keep_off(self, margin: float) -> None:
        """Take up a margin, as far as the one before does not take it up."""
        self.used += max(0.0, margin - self.margin)
        self.margin = max(self.margin, margin)

    def doubt(self, style: Style, look: ElementLook) -> str:
        """Why an element that begins now may be cut off; empty where nothing says so."""
        placed = style.values.get("position") == "absolute"
        if placed and not self.holds:
            return ""
        begin = 0.0 if placed and "top" in style.values else self.used
        moved = begin + _shift(style, look, 1, self.height)
        last = self.height != _OPEN and style.values.get("order", "0") != "0"
        if self.height is not None and (last or self.is_full(look.size, moved)):
            return BELOW
        asides = (sum(_pixels(style, look, name, self.width) for name in each) for each in _ASIDES)
        shift = _shift(style, look, 0, self.width)
        aside = max(asides) + shift
        before = shift + extent(style.values.get("margin-left", "0"), look.size)
        out = placed and any(self._is_out(style, look, name) for name in ("right", "bottom"))
        if self.width is not None and (aside >= self.width or before <= -_AWAY or out):
            return "it stands beside the place at which a box that holds it is cut"
        return BELOW if self.height is not None and (moved <= -look.size or out) else ""

    def _is_out(self, style: Style, look: ElementLook, name: str) -> bool:
        """Whether what is placed from the far edge stands beyond it, or before the near one."""
        near, size, least = _FAR[name]
        room = getattr(self, size)
        if near in style.values or room is None:
            return False
        moved = extent(style.values.get(name, "0"), look.size, room)
        return moved >= room or -moved >= (_pixels(style, look, size) or least)


def room(style: Style, look: ElementLook) -> Room | None:
    """The room of a box that cuts what it holds and says how large it is."""
    cuts = [style.values.get(name) in _CUT for name in ("overflow-y", "overflow-x")]
    if not any(cuts):
        return None
    heights = [_pixels(style, look, name) for name in ("height", "max-height")]
    widths = [_pixels(style, look, name) for name in ("width", "max-width")]
    ratio, _, other = style.values.get("aspect-ratio", "").partition("/")
    if widths[0] and (share := (number(ratio) or 0.0) / (number(other or "1") or 1.0)):
        heights.append(widths[0] / share)
    return Room(
        min(filter(None, heights), default=_OPEN) if cuts[0] else None,
        min(filter(None, widths), default=_OPEN) if cuts[1] else None,
        style.values.get("position", "static") != "static",
    )


def begins_before(values: Mapping[str, str], own: Room, across: float) -> bool:
    """Whether more stands in a box than it has room for, and is not set from its begin."""
    down = own.height is not None and own.used > own.height
    right = own.width is not None and across > own.width
    lines = [values.get(name, "") for name in ("justify-content", "align-items", "align-content")]
    return (down or right) and any(
        line.split()[-1:] in (["end"], ["flex-end"], ["center"], ["right"]) for line in lines
    )


def _shift(style: Style, look: ElementLook, axis: int, whole: float | None) -> float:
    """How far a box is moved to the right or down by what leaves its place to others."""
    edge = style.values.get(("left", "top")[axis], "0") if "position" in style.values else "0"
    moved = (extent(each[axis], look.size) for each in moves(style.values))
    return extent(edge, look.size, whole) + sum(moved)


def _margin(style: Style, look: ElementLook, name: str, tag: str) -> float:
    """A margin above or below an element, which browsers give some of them."""
    if name in style.values:
        return _pixels(style, look, name)
    return look.size if tag in _SPACED else 0.0


def _pixels(style: Style, look: ElementLook, name: str, whole: float | None = None) -> float:
    return max(0.0, extent(style.values.get(name, "0"), look.size, whole))
