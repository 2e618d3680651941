"""Boxes that are moved, turned or made smaller by a transform."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

import tinycss2

from bluf.evidence.formats.html.box import NOTHING, Box
from bluf.evidence.formats.html.tags import names
from bluf.evidence.formats.html.values import extent, length, number

FAR = 300.0
"""Pixels: what is moved so far to the left or upwards may be off the page."""
VERY_FAR = 3000.0
OFF = 900.0
"""Pixels: what is moved so far is."""
FUNCTION = re.compile(r"([a-z0-9-]+)\(((?:[^()]|\([^()]*\))*)\)")
_TILTS = names("translatez rotatex rotatey rotate3d matrix3d skew skewx skewy")
_OF_MATRIX, _OF_VIEW = 6, 4
_TURNS = {"turn": 360.0, "grad": 0.9, "rad": 57.3}
_UPRIGHT = 100.0
"""Degrees: what is turned further stands on its head."""
_WHOLE = 100.0
"""Percent."""


def transformed(box: Box) -> Iterator[tuple[bool, str]]:
    """Moved off the page, turned or mirrored."""
    for each in moves(box.values):
        yield from _translated(each, box)
    if box.get("rotate") not in NOTHING:
        yield from _turned("rotate", box.get("rotate"))
    for name, inside in FUNCTION.findall(box.get("transform")):
        if name in {"rotate", "rotatez"} or (name.startswith("scale") and "-" in inside):
            yield from _overturned(name, inside)
        if name in _TILTS:
            yield from _turned("transform", f"{name}({inside})")


def moves(values: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """How far a box is moved to the right and down, by each part of its style that does it."""
    return _moves(values.get("translate", ""), values.get("transform", ""))


@lru_cache(4096)
def _moves(move: str, transform: str) -> tuple[tuple[str, str], ...]:
    found = [] if move in NOTHING else [_pair(_words(move))]
    for name, inside in FUNCTION.findall(transform):
        words = _words(inside)
        if name.startswith("translate"):
            found.append(_pair(["0", *words] if name == "translatey" else words))
        elif not name.startswith("scale"):
            found.append(_pair(words[4:] if name == "matrix" else ["auto", "auto"]))
    return tuple(found)


def _words(inside: str) -> list[str]:
    tokens = tinycss2.parse_component_value_list(inside.replace(",", " "))
    return [token.serialize() for token in tokens if token.type != "whitespace"]


def _pair(words: list[str]) -> tuple[str, str]:
    across, down, *_ = *words, "0", "0"
    return across, down


def _translated(move: tuple[str, str], box: Box) -> Iterator[tuple[bool, str]]:
    for word in move:
        moved = length(word, box.size)
        if moved is not None and abs(moved) >= FAR:
            yield moved <= -OFF, f"“translate: {' '.join(move)}” moves it off the page"
        elif word.endswith("%") and abs(extent(word, box.size, 100.0)) >= _WHOLE:
            yield False, f"“translate: {' '.join(move)}” moves it"


def _overturned(name: str, inside: str) -> Iterator[tuple[bool, str]]:
    """Mirrored, or set upside down."""
    share = next((share for unit, share in _TURNS.items() if inside.endswith(unit)), 1.0)
    angle = number(inside.strip().rstrip("adegrtun")) or 0.0
    if name.startswith("scale") or abs(angle * share) % 360 > _UPRIGHT:
        yield False, f"“{name}({inside})” turns it"


def _turned(name: str, value: str) -> Iterator[tuple[bool, str]]:
    if any(sign in "123456789" for sign in value.partition("(")[2] or value):
        yield False, f"“{name}: {value}” turns it"


def scale(box: Box) -> float:
    """How much smaller the letters become."""
    scales = [number(box.get("zoom")) or None if box.get("zoom") else None]  # 0 stands for 1
    scales += [_viewed(box)] if box.tag == "svg" else []
    if not box.inline:
        scales += [number(word) for word in box.get("scale").split()]
        for name, inside in FUNCTION.findall(box.get("transform")):
            words = inside.replace(",", " ").split()
            if name.startswith("scale"):
                scales += [number(word) for word in words[:2]]
            elif name == "matrix" and len(words) == _OF_MATRIX:
                a, b, c, d = (number(word) or 0.0 for word in words[:4])
                scales.append(min(1.0, abs(a * d - b * c)))
    return min((abs(scale) for scale in scales if scale is not None), default=1.0)


def _viewed(box: Box) -> float | None:
    """How much smaller a drawing shows what it holds."""
    view = (box.node.get("viewbox") or box.node.get("viewBox") or "").replace(",", " ").split()
    holder = next(box.node.iterancestors("svg"), box.node)
    own = (box.pixels("width") or length(node.get("width", "auto"), box.size)
           for node in (box.node, holder))  # fmt: skip
    width = next((each for each in own if each is not None), None)
    across = number(view[2]) if len(view) == _OF_VIEW else None
    return min(1.0, width / across) if across and width is not None else None


def far(name: str, box: Box, moved: float | None) -> Iterator[tuple[bool, str]]:
    """Moved so far by a property that it is off the page."""
    if moved is not None and (moved <= -FAR or moved >= VERY_FAR):
        yield moved <= -OFF, f"“{name}: {box.get(name)}” moves it off the page"
