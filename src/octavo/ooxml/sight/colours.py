"""Colours as Word files write them, with the changes that DrawingML makes to them."""

from __future__ import annotations

from collections.abc import Callable
from colorsys import hls_to_rgb, rgb_to_hls
from typing import Final

from lxml import etree

from octavo.ooxml.names import qn

Rgb = tuple[int, int, int]
WHITE: Final[Rgb] = (255, 255, 255)
BLACK: Final[Rgb] = (0, 0, 0)


def rgb(value: str) -> Rgb | None:
    """A colour of six hexadecimal digits."""
    if len(value) != len("ffffff"):
        return None
    try:
        number = int(value, 16)
    except ValueError:
        return None
    return number >> 16, number >> 8 & 255, number & 255


NAMED: Final = {
    "black": "000000", "white": "ffffff", "window": "ffffff", "windowText": "000000",
}  # fmt: skip


def drawn_colour(
    given: etree._Element, named: Callable[[str], Rgb | None] = lambda _: None
) -> Rgb | None:
    """A colour of DrawingML, or of the effects of Word; None for one that is not worked out.

    ``named`` tells the colours of the theme.
    """
    value = given.get("lastClr") or value_in(given)
    found = named(value) or rgb(NAMED.get(value, value))
    if found is None:
        return None
    red, green, blue = (part / 255 for part in found)
    parts = with_changes((red, green, blue, 1.0), given)
    return None if parts is None else _rounded(parts)


def _rounded(parts: Parts) -> Rgb:
    red, green, blue = (round(255 * part) for part in parts[:3])
    return red, green, blue


def value_in(element: etree._Element) -> str:
    """The value of an element, whatever the namespace of its attribute."""
    return element.get("val") or element.get(qn("w14:val")) or ""


_PLAIN: Final = frozenset({"lumMod", "lumOff", "satMod", "tint", "shade", "alpha"})
_WHOLE: Final = 100_000
Parts = tuple[float, float, float, float]
"""Red, green, blue and how much it covers, each of 1."""


def with_changes(found: Parts, given: etree._Element) -> Parts | None:
    """A colour with its changes (ISO/IEC 29500-1, 20.1.2.3); None for one that is not known."""
    red, green, blue, alpha = found
    for change in given:
        name, value = str(change.tag).rpartition("}")[2], value_in(change)
        share = int(value) / _WHOLE if value.lstrip("-").isdecimal() else 0.0
        if name not in _PLAIN:
            return None
        hue, light, strong = rgb_to_hls(red, green, blue)
        light = light * share if name == "lumMod" else light + share * (name == "lumOff")
        strong *= share if name == "satMod" else 1.0
        red, green, blue = hls_to_rgb(hue, min(1.0, max(0.0, light)), min(1.0, strong))
        if name in {"tint", "shade"}:
            white = 1 - share if name == "tint" else 0.0
            red, green, blue = (part * share + white for part in (red, green, blue))
        alpha = share if name == "alpha" else alpha
    return red, green, blue, alpha
