"""The colours of letters, shapes, cells and slides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from bluf.evidence.formats.html.colours import BLACK, Colour, colour, over
from bluf.evidence.formats.pptx.names import A, P
from octavo.ooxml import with_changes

Fill = tuple["Colour", ...]
"""The colours of a fill: one, or those of a gradient; none where they cannot be told."""
_KINDS = [f"{A}{kind}Fill" for kind in ("no", "solid", "grad", "patt", "blip", "grp")]
_COLOURS = tuple(f"}}{kind}Clr" for kind in ("srgb", "scheme", "sys", "prst", "scrgb", "hsl"))
_CLEAR: Fill = ((0.0, 0.0, 0.0, 0.0),)


def colour_of(given: etree._Element, theme: Mapping[str, etree._Element]) -> Colour | None:
    """A colour of DrawingML; None for one that is not worked out."""
    kind, value = str(given.tag).rpartition("}")[2], str(given.get("lastClr") or given.get("val"))
    if kind == "schemeClr" and value in theme:
        found = colour_of(theme[value], {})
    elif kind == "schemeClr":
        found = colour(
            {"bg1": "white", "lt1": "white", "tx1": "black", "dk1": "black"}.get(value, "")
        )
    else:
        found = colour(value if kind == "prstClr" else f"#{value}")
    return None if found is None else _changed(found, given)


def _changed(found: Colour, given: etree._Element) -> Colour | None:
    red, green, blue = (part / 255 for part in found[:3])
    parts = with_changes((red, green, blue, found[3]), given)
    return None if parts is None else (255 * parts[0], 255 * parts[1], 255 * parts[2], parts[3])


def fill_in(
    holders: Iterable[etree._Element | None], theme: Mapping[str, etree._Element]
) -> Fill | None:
    """The fill that the first of several properties gives; None where none does."""
    for holder in holders:
        given = [] if holder is None else [each for each in holder if each.tag in _KINDS]
        if given:
            return _worked_out(given[0], theme)
    return None


def _worked_out(given: etree._Element, theme: Mapping[str, etree._Element]) -> Fill:
    if given.tag == f"{A}noFill":
        return _CLEAR
    named = [each for each in given.iter() if str(each.tag).endswith(_COLOURS)]
    found = [colour_of(each, theme) for each in named]
    return tuple(each for each in found if each) if None not in found else ()


def of_style(shape: etree._Element, name: str, theme: Mapping[str, etree._Element]) -> Fill | None:
    """What the style of a shape gives to its fill (``fillRef``) or its letters (``fontRef``)."""
    given = shape.find(f"{P}style/{A}{name}")
    if given is None or given.get("idx") == "0":
        return None
    found = [colour_of(each, theme) for each in given]
    return tuple(each for each in found if each)


def laid(fill: Fill | None, under: Fill) -> Fill:
    """What is seen of a fill over others."""
    if fill is None:
        return under
    if not under:
        return tuple(each for each in fill if each[3] == 1)
    return tuple(over(each, ground) for each in fill for ground in under)


def is_opaque(fill: Fill | None) -> bool:
    """Whether a fill covers what lies under it; one that cannot be told does."""
    return fill is not None and all(each[3] > 0.5 for each in fill)  # noqa: PLR2004 - half


def text_of(theme: Mapping[str, etree._Element]) -> Fill:
    """The colour of letters of which nobody says one."""
    return ((colour_of(theme["tx1"], {}) if "tx1" in theme else None) or BLACK,)
