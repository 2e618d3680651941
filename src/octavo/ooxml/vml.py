"""Shapes of VML, the drawings of the old kind (ISO/IEC 29500-4, 19.1): what their style says."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

_LENGTH: Final = re.compile(r"(-?\d*\.?\d+)\s*([a-z]{0,2})")
_POINTS: Final = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "pc": 12.0, "px": 0.75}


def vml_style(shape: etree._Element) -> dict[str, str]:
    """The properties in the CSS-like ``style`` of a shape, in lower case."""
    pairs = (part.partition(":") for part in shape.get("style", "").lower().split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs}


def vml_points(length: str | None) -> float | None:
    """A length in points, where it is one; one without a unit is in pixels."""
    found = _LENGTH.fullmatch(length or "")
    return None if found is None else float(found[1]) * _POINTS.get(found[2] or "px", 0.0)
