"""The formatting of a run that is in effect, as far as it bears on whether the run is seen.

In the order of ISO/IEC 29500-1, 17.7.2: document defaults, table style, paragraph style, character
style, direct formatting; each over the one before.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from octavo.ooxml.names import RELATIONSHIP_BASE, qn
from octavo.ooxml.styles import style_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from octavo.ooxml.package import Package
    from octavo.ooxml.styles import StyleSheet

_VAL: Final = qn("w:val")
_THEME: Final = RELATIONSHIP_BASE + "theme"
_DEEPEST: Final = 40
_THEME_NAMES: Final = {
    "background1": "lt1", "light1": "lt1", "text1": "dk1", "dark1": "dk1",
    "background2": "lt2", "light2": "lt2", "text2": "dk2", "dark2": "dk2",
    "bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2", "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}  # fmt: skip
_HIGHLIGHTS: Final = {
    "black": "000000", "blue": "0000ff", "cyan": "00ffff", "green": "00ff00", "magenta": "ff00ff",
    "red": "ff0000", "yellow": "ffff00", "white": "ffffff", "darkblue": "000080", "darkcyan":
    "008080", "darkgreen": "008000", "darkmagenta": "800080", "darkred": "800000", "darkyellow":
    "808000", "darkgray": "808080", "lightgray": "c0c0c0",
}  # fmt: skip

Rgb = tuple[int, int, int]
Verdict = tuple[bool, str]
"""Whether it is certain, and why a run is not seen."""
WHITE: Final[Rgb] = (255, 255, 255)
BLACK: Final[Rgb] = (0, 0, 0)


class Styles(Struct, frozen=True):
    """The styles of a file, its theme colours, and the ground of its pages."""

    sheet: StyleSheet
    theme: Mapping[str, Rgb]
    page: Rgb

    def named(self, name: str) -> Rgb | None:
        """A colour of the theme: ``accent1``, ``background1``, ``bg1``."""
        return self.theme.get(_THEME_NAMES.get(name, name))

    @property
    def is_deep(self) -> bool:
        """Whether a style is based on more others than are followed."""
        chains = map(self.sheet.chain, self.sheet.by_id)
        return any(next(islice(one, _DEEPEST, None), None) is not None for one in chains)

    def chain(self, style: str | None) -> Iterator[etree._Element]:
        """A style and those that it is based on, the nearest first, as far as they are followed."""
        return islice(self.sheet.chain(style), _DEEPEST)


def styles_of(package: Package) -> Styles:
    """What the styles part and the theme of a file say."""
    ground = package.parts[package.main].root.find(qn("w:background"))
    page = None if ground is None else rgb(ground.get(qn("w:color"), ""))
    return Styles(style_sheet(package), _theme(package), page or WHITE)


def _theme(package: Package) -> dict[str, Rgb]:
    colours: dict[str, Rgb] = {"lt1": WHITE, "dk1": BLACK}
    for name in package.related(package.main, _THEME)[:1]:
        for scheme in package.parts[name].root.iter(qn("a:clrScheme")):
            for slot in scheme:
                for one in slot:
                    found = rgb(one.get("lastClr") or one.get("val") or "")
                    if found and isinstance(slot.tag, str):
                        colours[slot.tag.rpartition("}")[2]] = found
    return colours


def rgb(value: str) -> Rgb | None:
    """A colour of six hexadecimal digits."""
    if len(value) != len("ffffff"):
        return None
    try:
        number = int(value, 16)
    except ValueError:
        return None
    return number >> 16, number >> 8 & 255, number & 255


def colour_of(element: etree._Element, styles: Styles, prefix: str = "") -> Rgb | None:
    """The colour of ``w:color``, or with ``prefix`` ``Fill`` that of a shading; None for “auto”."""
    theme = element.get(qn(f"w:theme{prefix or 'Color'}"), "")
    if theme:
        found = styles.named(theme)
        return None if found is None else _shaded(found, element, prefix)
    name = "w:fill" if prefix else "w:val"
    return rgb(element.get(qn(name), "").lower())


def _shaded(found: Rgb, element: etree._Element, prefix: str) -> Rgb:
    for name, ground in (("Tint", 255), ("Shade", 0)):
        share = element.get(qn(f"w:theme{prefix}{name}"))
        if share:
            kept = int(share, 16) / 255
            red, green, blue = (round(part * kept + ground * (1 - kept)) for part in found)
            return red, green, blue
    return found


def shading(properties: etree._Element | None, styles: Styles) -> Rgb | None:
    """The ground that a shading paints; None where it paints none."""
    shade = None if properties is None else properties.find(qn("w:shd"))
    if shade is None:
        return None
    pattern = shade.get(_VAL, "clear")
    if pattern == "solid":
        return rgb(shade.get(qn("w:color"), "").lower()) or BLACK
    fill = colour_of(shade, styles, "Fill")
    part = pattern.removeprefix("pct")
    if part == pattern or not part.isdecimal():
        return fill
    ink, share = rgb(shade.get(qn("w:color"), "").lower()) or BLACK, int(part) / 100
    red, green, blue = (
        round(one * share + other * (1 - share))
        for one, other in zip(ink, fill or WHITE, strict=True)
    )
    return red, green, blue


def highlight(properties: etree._Element) -> Rgb | None:
    """The ground that a highlight paints."""
    mark = properties.find(qn("w:highlight"))
    return None if mark is None else rgb(_HIGHLIGHTS.get(mark.get(_VAL, "").lower(), ""))
