"""Whether a browser takes a declaration; one that it does not take leaves another in effect."""

from __future__ import annotations

import re

import tinycss2

from bluf.evidence.formats.html.colours import colour
from bluf.evidence.formats.html.properties import MARGINS, SIDES
from bluf.evidence.formats.html.tags import names
from bluf.evidence.formats.html.values import font_size, length, number

_DISPLAYS = names(
    "none block inline inline-block flex inline-flex grid inline-grid contents table inline-table "
    "table-row table-cell table-row-group table-header-group table-footer-group table-caption "
    "table-column flow-root table-column-group list-item ruby ruby-text ruby-base flow math "
    "-webkit-box -webkit-inline-box -webkit-flex -webkit-inline-flex"
) | {"block flow", "inline flow-root", "block flex", "block grid", "inline flex", "inline grid"}
_FLOWS = names("visible hidden clip scroll auto overlay")
_WORDS = {
    "display": _DISPLAYS,
    "visibility": names("visible hidden collapse"),
    "position": names("static relative absolute fixed sticky -webkit-sticky"),
    "content-visibility": names("visible hidden auto"),
    "overflow-x": _FLOWS,
    "overflow-y": _FLOWS,
    "direction": names("ltr rtl"),
    "float": names("none left right inline-start inline-end"),
}
HIDING_WORDS = {"display": "none", "visibility": "hidden", "content-visibility": "hidden"}
"""The value by which each of these properties hides."""
_COLOURS = frozenset({"color", "background-color", "-webkit-text-fill-color"})
FLUID = frozenset(("auto", "none", "min-content", "max-content", "fit-content", "stretch"))
_SIZED = frozenset(("height", "width"))
_MOST = frozenset(("max-height", "max-width"))
_OPEN = frozenset((*SIDES, *MARGINS, "text-indent", "font-size"))
LENGTHS = _SIZED | _MOST | _OPEN
"""Properties that take a length with a unit, or 0."""
_POSITIVE = _SIZED | _MOST | {"font-size"}
_MOVES = frozenset(("transform", "translate", "scale", "clip"))
_UNIT = re.compile(r"[\d.](?:[a-z]|%)")


def is_valid(name: str, value: str) -> bool | None:
    """Whether a declaration counts; None where that is not known.

    A property that is not known here takes any value.
    """
    if name in _WORDS:
        return value in _WORDS[name]
    if name in _COLOURS:
        known = value == "currentcolor" or colour(value) is not None
        return known or ("(" in value and "gradient(" not in value and "url(" not in value)
    if name == "opacity":
        return number(value) is not None or (None if "(" in value else False)
    if name in LENGTHS:
        return _is_length(name, value)
    if name in _MOVES:
        begin = tinycss2.parse_component_value_list(value, skip_comments=True)[:1]
        return value in {"none", "auto", ""} or all(each.type != "ident" for each in begin)
    return True


def _is_length(name: str, value: str) -> bool | None:
    if name == "text-indent":
        value = value.replace("hanging", "").replace("each-line", "").strip()
    size = font_size(value, 16.0) if name == "font-size" else length(value, 16.0, 100.0)
    if "(" in value:
        return True if size is not None and _UNIT.search(value) else None
    if size is None:
        fluid = (
            FLUID - {"none"} if name in _SIZED else FLUID - {"auto"} if name in _MOST else {"auto"}
        )
        return value in fluid and name not in {"text-indent", "font-size"}
    bare = value.replace(".", "", 1).lstrip("+-").isdecimal()
    return not (bare and size) and (size >= 0 or name not in _POSITIVE)
