"""Ways in which the box of an element hides what it holds: moved off, cut, clipped, masked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from msgspec import Struct

from bluf.evidence.formats.html.box import LEAST_LINE, LINE, NOTHING, THIN, Box, ContainingBlock
from bluf.evidence.formats.html.colours import colours_in
from bluf.evidence.formats.html.drawings import placed
from bluf.evidence.formats.html.letters import indented
from bluf.evidence.formats.html.media import WIDTH
from bluf.evidence.formats.html.places import container_of, corner_of, outside
from bluf.evidence.formats.html.properties import MASKS
from bluf.evidence.formats.html.tags import DRAWN, names
from bluf.evidence.formats.html.transforms import FAR, FUNCTION, VERY_FAR, far, scale, transformed
from bluf.evidence.formats.html.values import extent, four_sides, length, number
from octavo.shortening import quoted

_WHOLE = 100.0
"""Percent."""
_EDGES = 4
"""Pixels: a box cut to so much shows no word."""
_FILTERS = frozenset({"blur", "brightness", "contrast", "invert", "opacity", "url"})
"""Filters that may hide what they change."""
_CUT, _CONTAINED = frozenset({"hidden", "clip"}), frozenset({"paint", "strict", "content"})
_CUT_BY_THEMSELVES = frozenset({"svg", "textarea", "iframe", "foreignobject", "select"})
_SHORT_LINE = 250.0
"""Pixels: how wide a line of text is on a card, roughly."""
_NARROW, _FLAT = 50.0, 60.0


class BoxSight(Struct, frozen=True):
    """What was found of a box."""

    hidden: str
    doubts: tuple[str, ...]
    opacity: float
    scale: float
    container: ContainingBlock


def found(box: Box) -> BoxSight:
    """Whether the box hides what it holds, or may."""
    in_line = box.inline and not box.taken_out and box.get("float") in NOTHING
    in_line = in_line and box.tag not in _CUT_BY_THEMSELVES
    corner = corner_of(box)
    checks = (
        check(box)
        for check, asked in (_OF_INLINE if in_line else _CHECKS)
        if not asked or not asked.isdisjoint(box.values)
    )
    told = list(chain(outside(box, corner), *checks))
    opacity = number(box.get("opacity") or "1")
    return BoxSight(
        next((cause for hidden, cause in told if hidden), ""),
        tuple(cause for hidden, cause in told if not hidden),
        1.0 if opacity is None else min(1.0, max(0.0, opacity)),
        scale(box),
        container_of(box, corner),
    )


def _moved(box: Box) -> Iterator[tuple[bool, str]]:
    """Moved off the page by its edges."""
    for name in ("left", "top") if box.positioned else ():
        yield from far(name, box, box.pixels(name))
        if box.get(name).endswith("%") and abs(box.pixels(name, 100.0) or 0) >= _WHOLE:
            yield False, f"“{name}: {box.get(name)}” moves it"
    beyond = box.pixels("left", WIDTH) if box.taken_out else None
    if beyond is not None and beyond >= WIDTH:
        yield False, f"“left: {box.get('left')}” moves it off the page"
    for name in ("right", "bottom") if box.positioned and not box.taken_out else ():
        yield from far(name, box, -(box.pixels(name) or 0.0))
    for name in ("right", "bottom") if box.taken_out else ():
        moved = box.pixels(name) or 0.0
        if moved <= -FAR or moved >= VERY_FAR:
            yield False, f"“{name}: {box.get(name)}” moves it off the page"


def _pushed(box: Box) -> Iterator[tuple[bool, str]]:
    """Moved off the page by what lies round it."""
    bleeds = "vw" in box.get("margin-left")  # as wide as the window, out of a narrower box
    margin = box.pixels("margin-left", WIDTH if bleeds else WIDTH / 2)
    left = box.pixels("left", WIDTH) if bleeds and box.get("position") == "relative" else None
    yield from far("margin-left", box, margin and margin + (left or 0.0))
    for name in ("padding-left", "border-left-width"):
        yield from far(name, box, box.pixels(name))
    wide = box.pixels("width")
    if wide is not None and wide >= VERY_FAR and box.get("text-align") not in {"", "left", "start"}:
        yield False, f"“text-align: {box.get('text-align')}” moves it off the page"
    moved = None if box.inline else box.pixels("margin-top")
    if moved is not None and moved <= -FAR:
        yield moved <= -VERY_FAR, f"“margin-top: {box.get('margin-top')}” moves it off the page"


def _cut(box: Box) -> Iterator[tuple[bool, str]]:
    """Cut to a height or a width in which no word has room."""
    held = None if box.taken_out else box.above.height
    for measures, overflow, whole in (
        (("height", "max-height"), "overflow-y", held),
        (("width", "max-width"), "overflow-x", WIDTH),
    ):
        cuts = (
            box.get(overflow) in _CUT
            or not _CONTAINED.isdisjoint(box.get("contain").split())
            or (box.tag in _CUT_BY_THEMSELVES and not box.get(overflow))
            or (
                overflow == "overflow-y"
                and box.get("overflow-x") in {"hidden", "auto", "scroll"}
                and box.get(overflow) in {"", "visible"}
            )
        )
        scrolls = box.get(overflow) in {"auto", "scroll"}
        sizes = [box.pixels(name, whole) for name in measures]
        known = [size for size in sizes if size is not None]
        known = known or ([WIDTH] if overflow == "overflow-x" and _longest(box) else [])
        if not known or not (cuts or scrolls):
            continue
        least = min(known)
        if overflow == "overflow-y":
            least = max(least, box.pixels("min-height") or 0.0)
        room = least - _inset(box, overflow, whole)
        if room <= THIN:
            yield True, f"it is cut to {max(0.0, room):g} pixels"
        elif cuts and overflow == "overflow-y" and box.tag != "select":
            needed = box.written / LINE * box.size * 1.2  # roughly
            if needed > 2 * least or room < box.size * LEAST_LINE:
                yield False, f"it is cut to {least:g} pixels"
        elif cuts and _longest(box) > 1.5 * least:
            yield False, f"its line is cut to {least:g} pixels"


def _inset(box: Box, overflow: str, whole: float | None) -> float:
    """How much of the size of a box is not for its words."""
    if box.get("box-sizing") != "border-box":
        return 0.0
    return box.pixels("padding-top" if overflow == "overflow-y" else "padding-left", whole) or 0.0


def _longest(box: Box) -> float:
    """How long the longest line is of a box whose lines are not broken; 0 for others."""
    if box.tag == "select":
        said = ("".join(map(str, one.itertext())).strip() for one in box.node.iter("option"))
        return max(map(len, said), default=0) * box.size * 0.45
    broken = "nowrap" not in f"{box.get('text-wrap')} {box.get('text-wrap-mode')}"
    if box.get("white-space") == "pre" or (box.tag == "pre" and not box.get("white-space")):
        lines = "".join(map(str, box.node.itertext())).splitlines()
        return max(map(len, lines), default=0) * box.size / 2
    return 0.0 if broken and box.get("white-space") != "nowrap" else box.written


def _shrunk(box: Box) -> Iterator[tuple[bool, str]]:
    """Given less height than its text needs, by other means than a height."""
    contained = box.get("contain").split()
    cuts = box.get("overflow-y") in _CUT or box.get("overflow-x") == "hidden"
    cuts = cuts or not _CONTAINED.isdisjoint(contained)
    rows = f"{box.get('grid-template-rows')} {box.get('grid-auto-rows')}".split()
    if any((length(row, box.size) == 0 or row in {"0fr", "0%"}) for row in rows):
        yield False, f"the rows of its grid, “{' '.join(rows)}”, may leave it no height"
    yield from _contained(
        box, f"{box.get('contain')} {box.get('container-type')}".split(), cuts=cuts
    )
    line = box.pixels("line-height", box.size)
    if line is not None and box.get("line-height")[-1:].isdecimal():
        line *= box.size
    many = line is not None and box.written > (box.pixels("width") or LINE)
    if (cuts or many) and line is not None and line < box.size * LEAST_LINE and line < THIN:
        yield False, f"“line-height: {box.get('line-height')}” leaves it no height"
    ratio, _, other = box.get("aspect-ratio").partition("/")
    if cuts and (number(ratio) or 0.0) > _FLAT * (number(other or "1") or 1.0):
        yield False, f"“aspect-ratio: {box.get('aspect-ratio')}” leaves it no height"
    lines = number(box.get("-webkit-line-clamp")) if box.get("-webkit-line-clamp") else None
    wide = min(box.pixels("width", LINE) or _SHORT_LINE, _SHORT_LINE)
    if lines and box.get("overflow-y") in _CUT and box.written > lines * wide:
        yield False, f"it may be cut after {lines:g} lines"
    yield from _ended(box, cuts=cuts)


def _contained(box: Box, contained: list[str], *, cuts: bool) -> Iterator[tuple[bool, str]]:
    """Given a size that does not come from its words, or shown only beside another box."""
    if cuts and not {"size", "strict"}.isdisjoint(contained):
        yield False, f"“{' '.join(contained)}” may leave it no height"
    lone = "inline" in box.get("display") or box.taken_out or box.get("float") not in NOTHING
    if cuts and "inline-size" in contained and lone and not box.get("width"):
        yield False, f"“{' '.join(contained)}” may leave it no width"
    high = box.pixels("height")
    if cuts and high and {box.get("columns"), box.get("column-count")} - NOTHING:
        yield False, f"its columns are cut to {high:g} pixels"
    if box.get("position-visibility") not in NOTHING | {"always"}:
        yield False, f"“position-visibility: {box.get('position-visibility')}” may hide it"


def _ended(box: Box, *, cuts: bool) -> Iterator[tuple[bool, str]]:
    """Set at the far end of a box that has no room for it, so that it begins before the box."""
    wide, high = box.pixels("width"), box.pixels("height")
    ends = [name for name in ("justify-content", "align-items")
            if box.get(name).split(" ")[-1] in {"end", "flex-end", "right"}]  # fmt: skip
    narrow = wide is not None and wide < _NARROW
    low = high is not None and high < box.size * (2 if cuts else 1)
    if ends and (narrow or low):
        yield False, "it begins before the box that holds it"


def _clipped(box: Box) -> Iterator[tuple[bool, str]]:
    clip = box.get("clip")
    if box.taken_out and clip not in NOTHING:
        inside = clip.partition("(")[2].rstrip(") ").replace(",", " ").split()
        edges = [edge for part in inside if (edge := length(part, box.size)) is not None]
        if len(inside) == len(edges) == _EDGES:
            top, right, bottom, left = edges
            thin = bottom - top <= THIN or right - left <= THIN
            yield thin, f"“clip: {clip}” cuts it"
        else:
            yield False, f"“clip: {clip}” may cut it"
    path = box.get("clip-path")
    if path not in NOTHING and not (path.endswith("-box") or _is_whole(path)):
        yield _is_empty(path), f"{quoted(f'clip-path: {path}')} cuts it"


def _edges_of(path: str) -> tuple[str, list[str]]:
    """The name of a shape, and its sizes."""
    name, _, rest = path.partition("(")
    return name, rest.rstrip(") ").split("round ")[0].replace(",", " ").split()


def _is_whole(path: str) -> bool:
    """Whether a shape leaves all of the box."""
    name, words = _edges_of(path)
    edges = [length(word, 16.0, _WHOLE) for word in words]
    return name == "inset" and all(edge is not None and edge <= 0 for edge in edges)


def _is_empty(path: str) -> bool:
    name, words = _edges_of(path)
    shares = [length(word, 16.0, 100.0) for word in words]
    if name == "inset" and shares and None not in shares:
        top, right, bottom, left = four_sides([extent(word, 16.0, _WHOLE) for word in words])
        percent = all(word.endswith("%") or word == "0" for word in words)
        return percent and (top + bottom >= _WHOLE or left + right >= _WHOLE)
    return name in {"circle", "ellipse"} and bool(shares) and shares[0] == 0


def _masked(box: Box) -> Iterator[tuple[bool, str]]:
    for name in MASKS:
        value = box.get(name)
        if value and value.split()[0] not in NOTHING:
            stops = colours_in(value)
            clear = bool(stops) and all(stop[3] == 0 for stop in stops)
            yield clear, f"{quoted(f'{name}: {value}')} may hide it"
    if box.get("mso-hide") == "all":
        yield False, "“mso-hide: all” hides it in a program for mail"
    yield from _filtered(box)
    yield from _replaced(box)


def _filtered(box: Box) -> Iterator[tuple[bool, str]]:
    """Changed in its colours, mixed with what is behind it, or set behind it."""
    for name, _ in FUNCTION.findall(box.get("filter")):
        if name in _FILTERS:
            yield False, f"{quoted('filter: ' + box.get('filter'))} may hide it"
    for name in ("mix-blend-mode", "background-blend-mode", "offset-path", "shape-inside"):
        if box.get(name) not in NOTHING:
            yield False, f"{quoted(f'{name}: {box.get(name)}')} may hide it"
    if box.get("content-visibility") == "hidden":
        yield True, "“content-visibility: hidden” hides it"
    layer = number(box.get("z-index")) if box.get("z-index") else None
    if layer is not None and layer < 0 and box.positioned:
        yield False, f"“z-index: {box.get('z-index')}” may set it behind another element"


def _replaced(box: Box) -> Iterator[tuple[bool, str]]:
    """Filled with something, or replaced by a picture."""
    if "url(" in box.get("fill") and box.tag in DRAWN:
        yield False, f"its letters are filled with “{box.get('fill')}”"
    if any(kind in box.get("content") for kind in ("url(", "gradient(", "image")):
        yield False, "a picture is shown in its place"


_Check = tuple[Callable[[Box], Iterator[tuple[bool, str]]], frozenset[str]]
_OF_INLINE: tuple[_Check, ...] = (
    (_moved, names("position")),
    (_pushed, names("margin-left padding-left border-left-width width margin-top")),
    (placed, frozenset()),
    (indented, frozenset()),
    (_masked, frozenset(MASKS) | names(
        "mso-hide filter mix-blend-mode background-blend-mode offset-path shape-inside "
        "content-visibility z-index fill content"
    )),
)  # fmt: skip
_CHECKS: tuple[_Check, ...] = (
    *_OF_INLINE,
    (_cut, frozenset()),
    (_shrunk, names(
        "overflow-x overflow-y contain grid-template-rows grid-auto-rows line-height aspect-ratio "
        "-webkit-line-clamp justify-content align-items container-type position-visibility"
    )),
    (_clipped, names("clip clip-path")),
    (transformed, names("transform translate rotate")),
)  # fmt: skip
"""What is looked for, and the properties of which it takes one; none for what takes no property.

Those of an element within a line come first."""
