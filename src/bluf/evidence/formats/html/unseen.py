"""Which elements of a page nobody sees, by what they are and by how they look."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

ELEMENTS = frozenset(
    (
        *("head", "script", "style", "template", "noscript", "datalist", "iframe", "object"),
        *("embed", "applet", "video", "audio", "canvas", "svg", "title", "rp", "rt"),
    )
)
"""Elements whose content a browser does not show as text of the page."""

_ZERO = r"[+-]?(?:0+\.?0*|\.0+)(?:px|em|rem|pt|%)?"
_FAR_OFF = r"-\d{3,}(?:\.\d+)?(?:px|em|rem|pt|%|vw|vh)"
LOOKS = {
    "display": r"none",
    "visibility": r"hidden|collapse",
    "opacity": _ZERO,
    "font-size": _ZERO,
    "text-indent": _FAR_OFF,
    "clip": r"rect\(\s*(?:[01](?:px)?[\s,]*){4}\)",
    "clip-path": r"inset\(\s*(?:50|100)%.*\)|circle\(\s*0.*\)",
    "color": r"transparent|rgba\(.*,\s*0(?:\.0*)?\s*\)",
    "left": _FAR_OFF,
    "top": _FAR_OFF,
    "max-height": _ZERO,
    "height": _ZERO,
}
"""What hides an element: values of properties of CSS; heights where ``overflow`` is cut."""

IN_SHEETS = tuple(LOOKS)[:7]
"""Those that are looked for in style sheets too; the others are common there and rarely hide."""

_PATTERNS = {name: re.compile(pattern) for name, pattern in LOOKS.items()}
_CUT_OFF = frozenset({"hidden", "clip"})


def is_unseen(element: etree._Element, looks: Mapping[str, str]) -> bool:
    """Whether a browser shows nothing of an element, given the properties that its page sets."""
    return (
        element.tag in ELEMENTS
        or element.get("hidden") is not None
        or (element.tag == "dialog" and element.get("open") is None)
        or any(_hides(name, value, looks) for name, value in looks.items())
    )


def _hides(name: str, value: str, looks: Mapping[str, str]) -> bool:
    pattern = _PATTERNS.get(name)
    if pattern is None or not pattern.fullmatch(value):
        return False
    return not name.endswith("height") or looks.get("overflow") in _CUT_OFF
