"""Where a box stands on the page, as far as fixed lengths tell; what lies off it is not seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import ceil

from lxml import etree

from bluf.evidence.formats.html.box import NOTHING, NOWHERE, Box, ContainingBlock, Point
from bluf.evidence.formats.html.media import HEIGHT, WIDTH
from bluf.evidence.formats.html.tags import BLOCKS, UNSHOWN, names
from bluf.evidence.formats.html.transforms import moves
from bluf.evidence.formats.html.values import length

_AXES = (
    ("left", "right", "margin-left", "padding-left", "width", WIDTH),
    ("top", "bottom", "margin-top", "padding-top", "height", HEIGHT),
)
_DEFAULTS = dict.fromkeys((("body", "margin-left"), ("body", "margin-top")), 8.0) | dict.fromkeys(
    (*((tag, "padding-left") for tag in ("ul", "ol", "menu")), ("dd", "margin-left"),
     ("blockquote", "margin-left"), ("figure", "margin-left")), 40.0
)  # fmt: skip
_HOLDING = names(
    "transform translate scale rotate filter backdrop-filter contain perspective will-change "
    "container-type"
)
"""A box with one of these holds what is placed in it, though it has no position."""
_ROOMY, _LINE, _BLOCK = 1.25, 1.5, 2
"""Times what letters, lines and blocks take at the most: what is off the page is so for sure."""


def container_of(box: Box, corner: Point) -> ContainingBlock:
    """Where the content of a box stands."""
    above = box.above
    if box.get("border-left-style") not in NOTHING:
        corner = _sum(corner[0], _given(box, "border-left-width")), corner[1]
    flow = _sum(corner[0], _given(box, "padding-left")), _sum(corner[1], _given(box, "padding-top"))
    display = box.get("display")
    apart = any(kind in display for kind in ("flex", "grid", "table", "-box"))
    if apart or box.tag == "table" or {box.get("columns"), box.get("column-count")} - NOTHING:
        flow = NOWHERE
    held = corner if holds(box.values) else above.held
    window = corner if holds(box.values, fixed=True) else above.window
    if box.tag in {"html", "body"} and "rtl" in (box.get("direction"), box.node.get("dir")):
        flow, held, window = ((None, each[1]) for each in (flow, held, window))  # scrolls there
    return ContainingBlock(
        flow, held, window, _aligned(box), box.pixels("height", box.above.height)
    )


def holds(values: Mapping[str, str], *, fixed: bool = False) -> bool:
    """Whether what is placed absolutely in a box is placed from it, or what is fixed."""
    if not fixed and values.get("position", "static") not in {"static", "initial"}:
        return True
    return any(values[name] not in NOTHING for name in _HOLDING & values.keys())


def _aligned(box: Box) -> bool:
    align = box.get("text-align")
    return box.above.aligned if align in NOTHING else align in {"left", "start", "justify"}


def outside(box: Box, corner: Point) -> Iterator[tuple[bool, str]]:
    """Placed off the page, to which no reader can scroll; or begun there."""
    fixed = box.get("position") == "fixed"
    for axis, begins in enumerate(corner):
        near, far, margin, padding, _, whole = _AXES[axis]
        indent = box.pixels("text-indent") or 0.0
        indented = indent + (box.pixels("padding-left") or 0.0)
        if axis == 0 and begins is not None and indent < 0 and begins + indented < -2 * box.size:
            yield False, f"“text-indent: {box.get('text-indent')}” moves it off the page"
        if begins is None or 0 <= begins < (whole if fixed else begins + 1):
            continue
        begin = begins + (box.pixels(padding) or 0.0)
        gone = begins > 0 or begin + _text(box, axis) <= 0
        used = near if box.get(near) not in NOTHING else far
        name = next((one for one in (used, margin, "translate", "transform") if box.get(one)), "")
        cause = f"“{name}: {box.get(name)}” moves it off the page" if name else "it is off the page"
        if gone:  # a larger window may show it
            stretched = (
                box.taken_out and (box.pixels(used) or 0.0) > 0 and (begins > 0) == (used == near)
            )
            yield not stretched, cause
        elif begin + (box.pixels("text-indent") or 0.0) < -box.size and _is_cut(box, axis):
            yield False, cause


def corner_of(box: Box) -> Point:
    """Where a box begins, moved as it is."""
    return _begin(box, 0), _begin(box, 1)


def _begin(box: Box, axis: int) -> float | None:
    """Where a box begins, to the right or down."""
    near, far, margin, _, _, whole = _AXES[axis]
    fixed = box.get("position") == "fixed"
    holder = (box.above.window if fixed else box.above.held)[axis]
    known = whole if holder == 0 else None
    begin = _given(box, margin)
    if box.taken_out and box.get(near) not in NOTHING:
        begin = _sum(begin, holder, box.pixels(near, known))
    elif box.taken_out and box.get(far) not in NOTHING:
        moved = box.pixels(far, known)
        begin = None if known is None or moved is None else known - moved - _size(box, axis)
    else:
        in_line = box.inline or box.taken_out or "inline" in box.get("display")
        apart = axis == 1 or in_line or box.get("float") not in NOTHING
        flow = box.above.flow[axis]
        if flow is None or (apart and not _is_first(box.node)):
            return None
        begin = _sum(begin, flow)
        if box.get("position") == "relative":
            name = near if box.get(near) not in NOTHING else far
            moved = _given(box, name)
            begin = None if moved is None else _sum(begin, moved if name == near else -moved)
    if begin is None or (box.inline and not box.taken_out):
        return begin
    if box.get("rotate") not in NOTHING:
        return None
    words = [each[axis] for each in moves(box.values)]
    size = _size(box, axis) if words else 0.0
    return _sum(begin, *(length(word, box.size, size) for word in words))


def _given(box: Box, name: str) -> float | None:
    """A length as it is set, or as browsers do."""
    unset = box.get(name) in NOTHING - {"auto"}
    return _DEFAULTS.get((box.tag, name), 0.0) if unset else box.pixels(name)


def _sum(*parts: float | None) -> float | None:
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None


def _is_first(node: etree._Element) -> bool:
    """Whether nothing stands before an element in the one that holds it."""
    before = (each for each in node.itersiblings(preceding=True) if each.tag not in UNSHOWN)
    holder = node.getparent()
    return next(before, None) is None and (holder is None or not (holder.text or "").strip())


def _is_cut(box: Box, axis: int) -> bool:
    """Whether words begin where a box does."""
    said = (box.node.text or "", *(one.tail or "" for one in box.node))
    return axis == 1 or (_aligned(box) and any(text.strip() for text in said))


def _size(box: Box, axis: int) -> float:
    """The width or the height of a box."""
    given = box.pixels(_AXES[axis][4])
    if given is not None or axis == 1 or box.taken_out:
        return _text(box, axis) if given is None else given
    return WIDTH


def _text(box: Box, axis: int) -> float:
    """The most width or height that the words of a box take."""
    room = min(filter(None, (box.pixels("width"), box.pixels("max-width"), WIDTH)))
    line = box.written * _ROOMY
    if axis == 0:
        if not (box.taken_out or _aligned(box)):
            return room
        return line if box.get("white-space") == "nowrap" else min(line, room)
    blocks = sum(each.tag in BLOCKS or each.tag == "br" for each in box.node.iterdescendants())
    return box.size * _LINE * (ceil(line / room) + _BLOCK * blocks)
