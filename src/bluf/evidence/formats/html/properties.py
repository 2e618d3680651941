"""Properties of CSS that bear on what is seen, and what the short forms of some stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

import tinycss2

from bluf.evidence.formats.html.colours import colour
from bluf.evidence.formats.html.harmless import HARMLESS, is_harmless
from bluf.evidence.formats.html.tags import names
from bluf.evidence.formats.html.values import font_size, four_sides, length

ANIMATED = ("name", "duration", "delay", "iteration-count", "direction", "fill-mode", "play-state")
SIDES = ("top", "right", "bottom", "left")
INHERITED = names(
    "color visibility font-size text-indent -webkit-text-fill-color letter-spacing word-spacing "
    "direction -webkit-text-security color-scheme font-family fill fill-opacity line-height "
    "white-space text-align font-size-adjust text-underline-offset "
    "text-anchor"
)
MASKS = (
    *("mask", "mask-image", "-webkit-mask", "-webkit-mask-image"),
    *("mask-border", "mask-border-source", "-webkit-mask-box-image"),
)
FOREIGN = "-moz-"
"""Begins the names that only some browsers take."""
DOUBTFUL = frozenset(MASKS) | names(
    "clip-path filter offset-path mix-blend-mode background-blend-mode shape-inside "
    "-webkit-text-security text-underline-offset stroke stroke-width paint-order "
    "font-size-adjust outline-offset text-decoration-thickness"
)
"""Those that are not evaluated but in their commonest values."""
MARGINS = tuple(f"margin-{side}" for side in SIDES)
RELEVANT = frozenset((*INHERITED, *DOUBTFUL, *SIDES, *MARGINS)) | names(
    "animation-duration animation-delay animation-iteration-count animation-direction "
    "animation-fill-mode animation-play-state box-sizing min-height text-wrap text-wrap-mode "
    "tab-size vertical-align justify-content align-items aspect-ratio text-combine-upright "
    "isolation "
    "-webkit-box-reflect "
    "display opacity position transform scale translate rotate zoom clip height max-height width "
    "max-width overflow-x overflow-y content-visibility background-color background-image "
    "background-clip unicode-bidi z-index float animation-name text-decoration-line content "
    "flex-direction order grid-template-rows contain -webkit-line-clamp padding-left padding-top "
    "border-left-width border-top border-bottom grid-template-columns grid-auto-rows grid-area "
    "grid-row grid-column box-shadow quotes mso-hide backdrop-filter -webkit-text-stroke "
    "-webkit-text-stroke-width perspective will-change container-type columns column-count "
    "border-left-style background-size background-position padding-right flex flex-basis "
    "flex-shrink flex-wrap min-width grid-auto-flow grid-auto-columns outline outline-width "
    "row-gap column-gap align-content flex-grow position-visibility"
)
_LOGICAL = {
    "inset-inline-start": "left", "inset-inline-end": "right", "inset-block-start": "top",
    "inset-block-end": "bottom", "margin-inline-start": "margin-left", "margin-inline-end":
    "margin-right", "margin-block-start": "margin-top", "margin-block-end": "margin-bottom",
    "block-size": "height", "max-block-size": "max-height", "inline-size": "width",
    "max-inline-size": "max-width", "overflow-block": "overflow-y", "overflow-inline": "overflow-x",
    "-webkit-background-clip": "background-clip", "-webkit-transform": "transform",
    "-webkit-filter": "filter", "-webkit-clip-path": "clip-path",
    "-webkit-animation-name": "animation-name", "padding-inline-start": "padding-left",
    "line-clamp": "-webkit-line-clamp", "-webkit-order": "order",
    "-webkit-flex-direction": "flex-direction", "-webkit-backdrop-filter": "backdrop-filter",
    "offset": "offset-path", "grid-row-start": "grid-row", "grid-column-start": "grid-column",
    "border-block-start": "border-top", "border-block-end": "border-bottom",
    "padding-block-start": "padding-top", "padding-inline-end": "padding-right",
    "min-block-size": "min-height", "min-inline-size": "min-width", "grid-row-gap": "row-gap",
    "grid-column-gap": "column-gap", "-webkit-animation-fill-mode": "animation-fill-mode",
    "border-inline-start": "border-left", "-webkit-border-start": "border-left",
    "border-inline-start-width": "border-left-width", "column-width": "columns",
    "-epub-text-combine": "text-combine-upright", "-webkit-text-combine": "text-combine-upright",
    "-webkit-shape-outside": "shape-outside", "-webkit-border-image": "border-image",
    "-webkit-margin-start": "margin-left", "-webkit-margin-before": "margin-top",
    "-webkit-margin-end": "margin-right", "-webkit-padding-start": "padding-left",
    "-webkit-padding-before": "padding-top", "-webkit-padding-end": "padding-right",
    "-webkit-logical-height": "height", "-webkit-logical-width": "width",
    "-webkit-max-logical-height": "max-height", "-webkit-max-logical-width": "max-width",
    "-webkit-min-logical-height": "min-height", "-webkit-min-logical-width": "min-width",
    "-webkit-mask-box-image-source": "mask-border-source", "-webkit-column-width": "columns",
    **{f"-webkit-{name}": name for name in (
        "column-gap", "transform-origin", "perspective-origin",
        "opacity", "flex", "flex-basis", "flex-shrink", "flex-grow", "flex-wrap", "column-count",
        "columns", "justify-content", "align-items", "align-content", "perspective",
        "background-size", "box-shadow", "box-sizing", "animation-duration", "animation-delay",
        "animation-direction", "animation-play-state", "animation-iteration-count"
    )}
}  # fmt: skip
"""What other names of a property stand for, in text from the left."""

KNOWN = RELEVANT | _LOGICAL.keys() | HARMLESS
"""Properties of which a browser says that it supports them."""


def longhands(name: str, value: str) -> Iterator[tuple[str, str]]:
    """The relevant properties that a declaration sets, and their values."""
    name = _LOGICAL.get(name, name)
    text = value.strip()
    if name.startswith(FOREIGN) and not is_harmless(name):
        bare = name.removeprefix(FOREIGN)
        bare = _LOGICAL.get(f"-webkit-{bare}", bare)
        yield from ((f"{FOREIGN}{each}", given) for each, given in longhands(bare, value))
    elif name.startswith("--"):
        yield name, text
    elif name in RELEVANT:
        yield name, text.lower() if name not in {"content", "background-image"} else text
    elif name == "all":
        yield from ((each, text.lower()) for each in RELEVANT - {"direction", "unicode-bidi"})
    elif name in _SHORT:
        yield from _SHORT[name](text)
    elif not (is_harmless(name) or _is_mild(name, text.lower())):
        yield name, text


def _is_mild(name: str, value: str) -> bool:
    """Whether a property that may hide words cannot with this value."""
    if name in _PLACING:
        sizes = [length(part, 16.0, _WINDOW) for part in _parts(value)]
        return all(size is None or abs(size) <= _LONG for size in sizes) and "(" not in value
    return value in _MILD.get(name, ()) or (name in _FILLING and "fill" not in value)


def _four(prefix: str, value: str) -> Iterator[tuple[str, str]]:
    parts = _parts(value)
    if not parts:
        return
    for side, part in zip(SIDES, four_sides(parts), strict=True):
        yield f"{prefix}{side}", part


def _parts(value: str) -> list[str]:
    tokens = tinycss2.parse_component_value_list(value.lower(), skip_comments=True)
    return [token.serialize() for token in tokens if token.type != "whitespace"]


def _font(value: str) -> Iterator[tuple[str, str]]:
    parts = _parts(value)
    yield "font-family", parts[-1] if parts else ""
    for part in parts:
        size = part.partition("/")[0]
        weight = size.isdecimal() and size != "0"
        if not weight and font_size(size, 16.0) is not None:
            yield "font-size", size
            return


def _background(value: str) -> Iterator[tuple[str, str]]:
    if "var(" in value:
        yield "background-color", value
        return
    parts = _parts(value)
    image = [
        part
        for part in parts
        if part.startswith(("url", "image", "-webkit-image")) or "gradient(" in part
    ]
    plain = [part for part in parts if colour(part) or part == "currentcolor"]
    yield "background-image", " ".join(image) or "none"
    yield "background-color", plain[-1] if plain else "transparent"
    place, slash, size = " ".join(part for part in parts if part not in image).partition(" / ")
    if slash and "," not in parts:
        yield "background-position", place.removesuffix(" no-repeat").strip()
        yield "background-size", " ".join(size.split()[:2])
    if "text" in parts:
        yield "background-clip", "text"


def _two(pair: tuple[str, str], value: str) -> Iterator[tuple[str, str]]:
    parts = _parts(value)
    if parts:
        yield pair[0], parts[0]
    if parts and pair[1]:
        yield pair[1], parts[-1]


def _template(value: str) -> Iterator[tuple[str, str]]:
    rows, parted, columns = _STRING.sub("", value.lower()).partition("/")
    yield "grid-template-rows", rows.strip()
    if parted:
        yield "grid-template-columns", columns.strip()


def _line(value: str) -> Iterator[tuple[str, str]]:
    yield "text-decoration-line", value.lower()


def _animation(value: str) -> Iterator[tuple[str, str]]:
    yield "animation-name", value.lower()


_LONG, _WINDOW = 1000.0, 300.0
"""Pixels: a length that moves words far, and one that a share is of."""
_PLACING = names("baseline-shift border-spacing perspective-origin transform-origin") | {
    f"-webkit-{name}-origin-{axis}" for name in ("perspective", "transform") for axis in "xyz"
}
"""Those that move words no further than their lengths are long."""
_FILLING = names("border-image border-image-slice border-image-source")
_MILD = {
    "text-align-last": names("auto left start justify"),
    "animation-composition": {"replace"}, "shape-outside": {"none"}, "position-area": {"none"},
    "column-height": {"auto"}, "column-wrap": {"auto", "nowrap"}, "font-palette": {"normal"},
    "hyphenate-character": {"auto"}, "text-fit": {"none"}, "border-shape": {"none"},
    "-webkit-hyphenate-character": {"auto"}, "-webkit-rtl-ordering": {"logical"},
}  # fmt: skip
_STRING = re.compile(r"\"[^\"]*\"|'[^']*'")
_PAIRS = {
    "margin-inline": ("margin-left", "margin-right"),
    "margin-block": ("margin-top", "margin-bottom"),
    "padding-inline": ("padding-left", "padding-right"), "padding-block": ("padding-top", ""),
    "inset-inline": ("left", "right"), "inset-block": ("top", "bottom")
}  # fmt: skip
"""Short forms for both ends of an axis, in text from the left."""
_LINES = names("solid dashed dotted double groove ridge inset outset")


def _edge(value: str) -> Iterator[tuple[str, str]]:
    parts = _parts(value)
    width = next((part for part in parts if length(part, 16.0) is not None), "")
    if width:
        yield "border-left-width", width
    yield "border-left-style", next((part for part in parts if part in _LINES), "none")


def _flow(value: str) -> Iterator[tuple[str, str]]:
    yield from (
        ("flex-wrap" if "wrap" in part else "flex-direction", part) for part in _parts(value)
    )


_SHORT: Mapping[str, Callable[[str], Iterable[tuple[str, str]]]] = {
    "border": lambda value: [
        *_edge(value),
        ("border-top", value.lower()),
        ("border-bottom", value.lower()),
    ],
    "border-left": _edge,
    "border-width": lambda value: [
        ("border-left-width", part) for part in four_sides(_parts(value))[-1:]
    ],
    "border-style": lambda value: [
        ("border-left-style", part) for part in four_sides(_parts(value))[-1:]
    ],
    "flex-flow": _flow,
    "-webkit-flex-flow": _flow,
    "padding": lambda value: [
        pair for pair in _four("padding-", value) if pair[0] != "padding-bottom"
    ],
    "margin": lambda value: _four("margin-", value),
    "inset": lambda value: _four("", value),
    **{name: partial(_two, pair) for name, pair in _PAIRS.items()},
    **dict.fromkeys(("gap", "grid-gap"), partial(_two, ("row-gap", "column-gap"))),
    "place-content": partial(_two, ("align-content", "justify-content")),
    "place-items": partial(_two, ("align-items", "")),
    **dict.fromkeys(("grid", "grid-template"), _template),
    "font": _font,
    "background": _background,
    "overflow": partial(_two, ("overflow-x", "overflow-y")),
    "text-decoration": _line,
    "animation": _animation,
    "-webkit-animation": _animation,
}
