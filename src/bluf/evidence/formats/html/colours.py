"""Colours of CSS, as far as they decide what is seen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from colorsys import rgb_to_hls
from functools import cache, lru_cache
from math import atan2, degrees, hypot
from operator import mul
from typing import TYPE_CHECKING

import tinycss2
from tinycss2.color4 import Color, parse_color

from bluf.evidence.formats.html.values import length, split

if TYPE_CHECKING:
    from tinycss2.ast import FunctionBlock, Node

Colour = tuple[float, float, float, float]
"""Red, green, blue of 255, and alpha of 1."""

BLACK: Colour = (0.0, 0.0, 0.0, 1.0)
WHITE: Colour = (255.0, 255.0, 255.0, 1.0)
LINK: Colour = (0.0, 0.0, 238.0, 1.0)
_SYSTEM = {
    "canvas": "white", "field": "white", "buttonface": "#efefef", "highlight": "#b5d5ff",
    "selecteditem": "#1967d2", "selecteditemtext": "white", "accentcolor": "#0075ff",
    "accentcolortext": "white", "mark": "yellow", "graytext": "gray", "canvastext": "black",
    "fieldtext": "black", "buttontext": "black", "buttonborder": "black", "highlighttext": "black",
    "marktext": "black", "linktext": "#0000ee", "-webkit-link": "#0000ee",
    "visitedtext": "#551a8b", "activetext": "red",
    **dict.fromkeys(("window", "background", "menu", "infobackground", "scrollbar", "appworkspace",
                     "activecaption", "inactivecaption"), "white"),
    **dict.fromkeys(("windowtext", "menutext", "infotext", "captiontext", "windowframe",
                     "activeborder", "inactiveborder"), "black"),
    **dict.fromkeys(("buttonhighlight", "buttonshadow", "threedface", "threedhighlight",
                     "threedlightshadow", "threedshadow", "threeddarkshadow"), "#efefef"),
    "inactivecaptiontext": "gray"
}  # fmt: skip
"""The colours of the system in a light scheme, as Chromium gives them."""
_DARK = {"canvas": "#121212", "canvastext": "white", "fieldtext": "white", "field": "#3b3b3b",
         "linktext": "#9e9eff"}  # fmt: skip
"""Those that a dark scheme has otherwise."""
_LINEAR = ((3.2406, -1.5372, -0.4986), (-0.9689, 1.8758, 0.0415), (0.0557, -0.2040, 1.0570))
"""From XYZ under D65 to red, green and blue of sRGB (CSS Color 4, 18)."""
_DEVICE = frozenset({"srgb", "hsl", "hwb", "display-p3", "a98-rgb", "prophoto-rgb", "rec2020"})
"""Spaces in which equal parts are grey; their wider reds are taken for those of sRGB."""
_FROM_LAB = {"lab": "xyz-d50", "lch": "xyz-d50", "oklab": "xyz-d65", "oklch": "xyz-d65"}
_CONES = ((0.4122, 0.5363, 0.0514), (0.2119, 0.6807, 0.1074), (0.0883, 0.2817, 0.6300))
_OKLAB = ((0.2105, 0.7936, -0.0041), (1.9780, -2.4286, 0.4506), (0.0259, 0.7828, -0.8087))
"""From linear sRGB to the cones of the eye, and from their roots to OKLab."""
_CHANNELS = {"rgb": "rgb", "rgba": "rgb", "color": "rgb", "hsl": "hsl", "hsla": "hsl",
             "oklab": "lab", "oklch": "lch"}  # fmt: skip
_FROM = re.compile(r"[\w-]+\(\s*from\s", re.IGNORECASE)
_NAME = re.compile(r"[a-z]+")
_TOE, _SLOPE = 0.0031308, 12.92
_HALF = 0.5


@cache
def colour(value: str, *, dark: bool = False) -> Colour | None:
    """A colour in one of two schemes; None for none, the text's own, and one not known here."""
    token = tinycss2.parse_one_component_value(value, skip_comments=True)
    if token.type == "ident" and token.lower_value in _SYSTEM:
        return colour({**_SYSTEM, **(_DARK if dark else {})}[token.lower_value])
    if token.type == "function" and token.lower_name in {"color-mix", "light-dark"}:
        return _chosen(token.lower_name, token.arguments, dark=dark)
    if token.type == "function" and _FROM.match(value):
        return _relative(token, dark=dark)
    parsed = None if token.type == "error" else parse_color(token)
    if parsed is None or parsed == "currentcolor":
        return None
    parts = _srgb(parsed)
    if parts is None:
        return None
    red, green, blue = (255 * min(1.0, max(0.0, part)) for part in parts)
    return red, green, blue, float(parsed.alpha)


def _srgb(parsed: Color) -> Sequence[float] | None:
    """The red, green and blue of a colour of any space, of 1."""
    space = parsed.space
    if space in _DEVICE:
        parsed = parsed.to("srgb") if space in {"hsl", "hwb"} else parsed
        return [float(part or 0.0) for part in parsed.coordinates]
    if space in _FROM_LAB:
        space = _FROM_LAB[space]
        parsed = parsed.to(space)
    parts = [float(part or 0.0) for part in parsed.coordinates]
    if space == "xyz-d50":  # white is moved to that of D65
        parts = [part * white for part, white in zip(parts, (0.9857, 1.0, 1.3196), strict=True)]
    if space.startswith("xyz"):
        parts = [sum(a * b for a, b in zip(row, parts, strict=True)) for row in _LINEAR]
    elif space != "srgb-linear":
        return None
    return [_encoded(part) for part in parts]


def _encoded(part: float) -> float:
    return _SLOPE * part if part <= _TOE else 1.055 * part ** (1 / 2.4) - 0.055


def _decoded(part: float) -> float:
    return part / _SLOPE if part <= _SLOPE * _TOE else ((part + 0.055) / 1.055) ** 2.4


def _chosen(name: str, arguments: Sequence[Node], *, dark: bool) -> Colour | None:
    """What ``color-mix()`` mixes, in whatever space, and the one of ``light-dark()`` that holds."""
    parts = split([token for token in arguments if token.type != "whitespace"], ",")
    parts = parts[name == "color-mix" :]
    shares = [next((one.value for one in each if one.type == "percentage"), None) for each in parts]
    named = [one.serialize() for each in parts for one in each if one.type != "percentage"]
    found = [colour(each, dark=dark) for each in named]
    match found, shares:
        case [(one, other), (first, second)] if one and other:
            share = first if first is not None else 50.0 if second is None else 100 - second
            if name == "light-dark":
                return other if dark else one
            return _mixed(one, other, share / 100)
    return None


def _relative(token: FunctionBlock, *, dark: bool) -> Colour | None:
    """A colour that is made of the channels of another (CSS Color 5, 4)."""
    name = token.lower_name
    words = [one.serialize().lower() for one in token.arguments if one.type != "whitespace"]
    origin, space = colour(words[1], dark=dark), words[2:3] if name == "color" else []
    if origin is None or space not in ([], ["srgb"]):
        return None
    channels = dict(zip(_CHANNELS.get(name, ""), _channels(name, origin), strict=True))
    channels["alpha"] = origin[3]
    told = words[2 + len(space) :]
    told += [] if "/" in told else ["/", "alpha"]
    known = [_NAME.sub(lambda one: f"{channels.get(one[0], one[0])}", word) for word in told]
    values = [length(word, 0.0, 1.0) if "calc(" in word else word for word in known]
    return colour(f"{name}({' '.join(map(str, space + values))})")


def _channels(name: str, origin: Colour) -> Sequence[float]:
    """The channels of a colour, as a function of colours counts them."""
    red, green, blue = (part / 255 for part in origin[:3])
    if name in {"rgb", "rgba", "color"}:
        return origin[:3] if name != "color" else (red, green, blue)
    if name in {"hsl", "hsla"}:
        hue, light, strong = rgb_to_hls(red, green, blue)
        return 360 * hue, 100 * strong, 100 * light
    if name not in {"oklab", "oklch"}:
        return ()
    parts = [*map(_decoded, (red, green, blue))]
    cones = [sum(map(mul, row, parts)) ** (1 / 3) for row in _CONES]
    light, green, blue = (sum(map(mul, row, cones)) for row in _OKLAB)
    if name == "oklab":
        return light, green, blue
    return light, hypot(green, blue), degrees(atan2(blue, green))


def _mixed(one: Colour, other: Colour, share: float) -> Colour:
    alpha = one[3] * share + other[3] * (1 - share)
    red, green, blue = (
        (here * one[3] * share + there * other[3] * (1 - share)) / (alpha or 1.0)
        for here, there in zip(one[:3], other[:3], strict=True)
    )
    return red, green, blue, alpha


@lru_cache(4096)
def colours_in(value: str) -> tuple[Colour, ...]:
    """Every colour that a value names, such as the stops of a gradient."""
    found: list[Colour] = []
    waiting = list(tinycss2.parse_component_value_list(value))
    while waiting:
        token = waiting.pop(0)
        if token.type in {"ident", "hash", "function"}:
            one = colour(token.serialize())
            if one is not None:
                found.append(one)
            elif token.type == "function":
                waiting[:0] = token.arguments
    return tuple(found)


def over(top: Colour, ground: Colour) -> Colour:
    """A colour as it looks on an opaque ground."""
    alpha = top[3]
    red, green, blue = (
        part * alpha + under * (1 - alpha) for part, under in zip(top[:3], ground[:3], strict=True)
    )
    return red, green, blue, 1.0


def contrast(one: Colour, other: Colour) -> float:
    """How much two colours differ, of 255."""
    return max(abs(here - there) for here, there in zip(one[:3], other[:3], strict=True))
