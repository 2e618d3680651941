"""Whether a box is laid over the text beside which it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from bluf.evidence.formats.html.colours import colour, colours_in
from bluf.evidence.formats.html.look import ElementLook
from bluf.evidence.formats.html.tags import DRAWN, PICTURES, TAKEN_OUT, names
from bluf.evidence.formats.html.transforms import FUNCTION, moves
from bluf.evidence.formats.html.values import extent, length, number

_CLEAR = 0.5
"""A ground of less opacity lets what is behind it be read."""
_SHARE = 100.0
_MIDDLE = (0.25, 0.75)
"""A line between these shares of the height of a box goes through its words."""
_NONE = frozenset({"", "none", "auto", "normal", "initial", "unset", "1"})
_BLURS = ("blur(", "brightness(", "contrast(", "opacity(")
_CONTROLS = frozenset({"button", "input", "select", "meter", "progress", "dialog"})
_OPAQUE = PICTURES | {"textarea"}
_WIDE = 200.0
"""Pixels: a control that is narrower stands beside words."""
_STROKED = frozenset({"line", "polyline"})
_SHAPES = _STROKED | {"rect", "circle", "ellipse", "polygon", "path", "image", "use"}
"""What a drawing paints over all that stands before it."""
_BLOCK_SIGNS = re.compile("[\u2580-\u259f]")
_CONTEXTS = names(
    "isolation will-change filter mix-blend-mode transform translate scale rotate perspective "
    "contain z-index opacity"
)
"""Properties by which a box is painted over the words beside it, though it has no position."""
_MOVED = names("position margin-top top transform translate scale")
_RIMS = names("outline outline-width -webkit-text-stroke box-shadow")
"""Those that paint beyond the edge of a box."""
_SIDES = ("top", "right", "bottom", "left")
_FULL, _LARGE = frozenset({"100%", "100vw", "100vh"}), 800.0
_TALL = 200.0
"""Pixels: a box of this height at the top of the window hides more than a bar of a site does."""
_LEAST = 30.0
"""Pixels: an empty box of this height and width may cover words."""


def covers(
    node: etree._Element | None,
    values: Mapping[str, str],
    look: ElementLook,
    *,
    placed: bool = False,
    item: bool = False,
) -> bool:
    """Whether a box is laid over what stands before it, and hides it.

    A style sheet may put it there, without a node; or a container may place it on another one.
    What is an item of one is painted as a whole.
    """
    lined = node is not None and strikes(values) and not _words_of(node)
    reflects = values.get("-webkit-box-reflect", "none") != "none"
    if not look.hidden and (lined or reflects or _rim(values, look, up=True) >= _LEAST):
        return True
    if look.hidden:
        return False
    if node is not None and node.tag in _SHAPES:
        return _is_large(node, look) and is_opaque(node, values, look)
    lies = not look.unseen and (placed or _lies_over(node, values, look, item=item))
    return lies and is_opaque(node, values, look)


def is_over(values: Mapping[str, str], *, item: bool = False) -> bool:
    """Whether a box is painted over the words that stand beside it in the page."""
    if is_behind(values):
        return False
    apart = values.get("display", "").startswith("inline-") or item
    position = values.get("position", "static") not in {"static", "initial"}
    return position or apart or any(values[name] not in _NONE for name in _CONTEXTS & values.keys())


def layer(values: Mapping[str, str]) -> float:
    """The height at which a box is painted."""
    return number(values.get("z-index", "0")) or 0.0


def is_behind(values: Mapping[str, str]) -> bool:
    """Whether a box is painted before all that stands beside it."""
    return layer(values) < 0


def fills(values: Mapping[str, str]) -> bool:
    """Whether a box lies on all of the one that holds it."""
    if values.get("position") not in TAKEN_OUT:
        return False
    edges = all(values.get(side, "auto").rstrip("px%") == "0" for side in _SIDES)
    return edges or all(values.get(name) in _FULL for name in ("width", "height"))


def hangs(values: Mapping[str, str], look: ElementLook) -> bool:
    """Whether the words of a box stand where the next one begins."""
    if number(values.get("z-index", "0")) or look.hidden:
        return False
    if values.get("position") == "absolute":
        return True
    own = height(values, look)
    if own is not None and own < look.size / 2 and "overflow-y" not in values:
        return True
    down = extent(values.get("top", "0"), look.size) if "position" in values else 0.0
    down += sum(extent(move, look.size) for _, move in moves(values))
    return down - extent(values.get("margin-bottom", "0"), look.size) >= look.size


def height(values: Mapping[str, str], look: ElementLook) -> float | None:
    """The height that a box is given."""
    return length(values["height"], look.size) if "height" in values else None


def _words_of(node: etree._Element) -> str:
    return "".join(map(str, node.itertext())).strip()


def veil(
    node: etree._Element, values: Mapping[str, str], look: ElementLook, room: float | None = None
) -> float:
    """How many pixels of what stands after a box in a holder of some height are hidden by it."""
    hides = not (look.hidden or look.unseen)
    rim = _rim(values, look, up=False) if hides else 0.0
    position = position_of(node, values)
    is_placed = is_over(values) or position == "absolute"
    if not hides or not is_placed or is_behind(values) or node.tag in DRAWN:
        return rim if rim >= _LEAST else 0.0
    if not is_opaque(node, values, look):
        return rim if rim >= _LEAST else 0.0
    at_top = position == "fixed" and values.get("top", "auto").rstrip("px%") == "0"
    height = extent(values.get("height", "0"), look.size, _LARGE) if at_top else 0.0
    leaves = position in {"absolute", "fixed"}
    lifts = 0.0 if leaves else extent(values.get("margin-bottom", "0"), look.size)
    own = extent(values.get("height", "0"), look.size)
    at_side = any(values.get(side, "auto") not in {"auto", "0", "0px"} for side in _SIDES)
    wide = extent(values.get("width", "100%"), look.size, _LARGE) >= _WIDE
    beyond = 0.0 if room is None else own - room
    beyond = beyond if position != "absolute" else own if wide and not at_side else 0.0
    down = extent(values.get("top", "0"), look.size) if position == "relative" else 0.0
    down += sum(extent(move, look.size) for _, move in moves(values))
    most = max(rim, -lifts, height if height >= _TALL else 0.0, beyond, down)
    return most if most >= _LEAST else 0.0


def _rim(values: Mapping[str, str], look: ElementLook, *, up: bool) -> float:
    """How far a box paints beyond its edge, up or down."""
    clear = values.get("clip-path", "none") != "none" or look.opacity <= _CLEAR
    if clear or _RIMS.isdisjoint(values):
        return 0.0
    drawn = (*values.get("outline", "").split(), values.get("outline-width", "0"),
             *values.get("-webkit-text-stroke", "").split())  # fmt: skip
    clear = _alpha(values.get("outline", "")) <= _CLEAR
    widest = 0.0 if clear else max(extent(word, look.size) for word in drawn)
    shadow = values.get("box-shadow", "")
    if "inset" in shadow or _alpha(shadow) <= _CLEAR or "position" not in values:
        return widest
    lengths = [length(word, look.size) for word in shadow.partition(",")[0].split()]
    _, down, _, spread, *_ = *(each for each in lengths if each is not None), 0.0, 0.0, 0.0, 0.0
    return max(widest, spread - down if up else spread + down)


def _alpha(value: str) -> float:
    """How opaque the colours are that a value names; wholly, where it names none."""
    return max((each[3] for each in colours_in(value)), default=1.0)


def _lies_over(
    node: etree._Element | None, values: Mapping[str, str], look: ElementLook, *, item: bool
) -> bool:
    """Whether an opaque box is set where other words stand."""
    if _MOVED.isdisjoint(values) or is_behind(values):
        return False
    position = position_of(node, values)
    if position not in TAKEN_OUT:
        moved = [extent(values.get(name, "0"), look.size) for name in ("margin-top", "top")]
        lifted = sum(moved) if is_over(values, item=item) else 0.0
        across = extent(values.get("margin-left", "0"), look.size) if item else 0.0
        return lifted + _lifted(values, look) <= -look.size or across <= -_LARGE / 8
    edges = [values.get(side, "auto") for side in _SIDES]
    if all(
        edge.startswith("-") or edge.rstrip("px%") == "0" or "anchor(" in edge for edge in edges
    ):
        return True
    return _is_wide(node, values, look, still=position == "fixed")


def _is_wide(
    node: etree._Element | None, values: Mapping[str, str], look: ElementLook, *, still: bool
) -> bool:
    """Whether a box that is taken out of its place is so large that it lies over words."""
    sizes = [_size(node, values, name) for name in ("width", "height")]
    pixels = [extent(size, look.size) for size in sizes]
    full = [size in _FULL or "anchor-size(" in size for size in sizes]
    if all(each or size >= _LARGE for each, size in zip(full, pixels, strict=True)):
        return True
    if still and all(0 < size < _WIDE for size in pixels):
        return False  # a button that stands still, beside which the page moves
    holder = None if node is None else node.getparent()
    at_top = "top" in values and extent(values["top"], look.size) <= 0
    wide = full[0] or extent(sizes[0], look.size, _LARGE) >= _LARGE / 2
    if at_top and wide and holder is not None and holder.tag not in {"body", "html"}:
        return True
    empty = node is None or not _words_of(node)
    rim = 2 * max(extent(word, look.size) for word in values.get("border-top", "0").split())
    return empty and all(extent(size, look.size, 400.0) + rim >= _LEAST for size in sizes)


def _size(node: etree._Element | None, values: Mapping[str, str], name: str) -> str:
    given = values.get(name) or (node.get(name) if node is not None else None) or "auto"
    ends = ("left", "right") if name == "width" else ("top", "bottom")
    stretched = all(values.get(end, "auto").rstrip("px%") == "0" for end in ends)
    return "100%" if given == "auto" and stretched else given


def position_of(node: etree._Element | None, values: Mapping[str, str]) -> str:
    """How a box is placed; a browser takes a dialog out of its place."""
    dialog = node is not None and node.tag == "dialog"
    return values.get("position", "absolute" if dialog else "static")


def strikes(values: Mapping[str, str]) -> bool:
    """Whether an empty box is a line through the words that it is laid over."""
    if values.get("position") != "absolute" or is_behind(values):
        return False
    height = length(values.get("top", "auto"), _SHARE, _SHARE)
    through = height is not None and _MIDDLE[0] <= height / _SHARE <= _MIDDLE[1]
    ends = [values.get(side, "auto").rstrip("px%") for side in ("left", "right")]
    wide = values.get("width") == "100%" or ends == ["0", "0"]
    lined = any(values.get(f"border-{side}", "none") != "none" for side in ("top", "bottom"))
    ground = colour(values.get("background-color", "transparent"))
    return through and wide and (lined or (ground is not None and ground[3] > _CLEAR))


def _lifted(values: Mapping[str, str], look: ElementLook) -> float:
    """How far down a box is moved by what leaves its place to others."""
    scales = [
        inside for name, inside in FUNCTION.findall(values.get("transform", "")) if "scale" in name
    ]
    words = " ".join([*scales, values.get("scale", "")]).replace(",", " ").split()
    grown = max((number(word) or 1.0 for word in words), default=1.0) - 1.0
    height = extent(values.get("height", "0"), look.size) or look.size
    down = sum(extent(down, look.size, 2 * _LEAST) for _, down in moves(values))
    return down - max(0.0, grown) * height / 2


def _is_large(node: etree._Element, look: ElementLook) -> bool:
    if node.tag == "use" or extent(node.get("stroke-width", "0"), look.size) >= _LEAST / 2:
        return True
    if node.tag in _STROKED or (look.fill[3] <= _CLEAR and node.tag != "image"):
        return False  # a line, which only its width makes cover words
    radius = node.get("r")
    sizes = [radius] if radius else [node.get(name, "100%") for name in ("width", "height")]
    return all(extent(size, look.size, 400.0) >= _LEAST for size in sizes)


def is_opaque(node: etree._Element | None, values: Mapping[str, str], look: ElementLook) -> bool:
    """Whether nothing is seen through a box."""
    if node is not None and node.tag in _OPAQUE:
        return look.opacity > _CLEAR
    if node is not None and node.tag in _CONTROLS and "background-color" not in values:
        wide = extent(_size(node, values, "width"), look.size, _LARGE)
        return wide >= _WIDE and look.opacity > _CLEAR
    if node is not None and node.tag in _SHAPES:
        stroked = _alpha(values["stroke"]) if values.get("stroke", "none") != "none" else 0.0
        filled = 0.0 if node.tag in _STROKED else look.fill[3]
        return max(filled, stroked) * look.opacity > _CLEAR
    if any(name in values.get("backdrop-filter", "") for name in _BLURS):
        return True
    hint = node.get("bgcolor") if node is not None else None
    ground = colour(values.get("background-color") or hint or "transparent")
    stops = colours_in(values.get("background-image", ""))
    painted = "url(" in values.get("background-image", "")
    alpha = max((each[3] for each in (ground, *stops) if each), default=0.0)
    rims = " ".join(values.get(f"border-{side}", "") for side in ("top", "bottom"))
    if any(extent(word, look.size) >= look.size for word in rims.split()):
        alpha = max(alpha, _alpha(rims))
    if painted or alpha * look.opacity > _CLEAR:
        return True
    return node is not None and _BLOCK_SIGNS.search(_words_of(node)) is not None
