"""Whether a browser takes a value for a property; what it does not take, it passes over."""

from __future__ import annotations

from bluf.evidence.formats.html.colours import colour
from bluf.evidence.formats.html.properties import MARGINS, SIDES
from bluf.evidence.formats.html.values import font_size, length, number

_DISPLAYS = frozenset(
    (
        *("none", "block", "inline", "inline-block", "flex", "inline-flex", "grid", "inline-grid"),
        *("contents", "table", "inline-table", "table-row", "table-cell", "table-row-group"),
        *("table-header-group", "table-footer-group", "table-caption", "table-column", "flow-root"),
        *("table-column-group", "list-item", "ruby", "ruby-text", "ruby-base", "flow", "math"),
        *("-webkit-box", "-webkit-inline-box", "-webkit-flex", "-webkit-inline-flex", "block flow"),
        *("inline flow-root", "block flex", "block grid", "inline flex", "inline grid"),
    )
)
_WORDS = {
    "display": _DISPLAYS,
    "visibility": frozenset({"visible", "hidden", "collapse"}),
    "position": frozenset({"static", "relative", "absolute", "fixed", "sticky", "-webkit-sticky"}),
    "content-visibility": frozenset({"visible", "hidden", "auto"}),
    "overflow-x": frozenset({"visible", "hidden", "clip", "scroll", "auto", "overlay"}),
    "overflow-y": frozenset({"visible", "hidden", "clip", "scroll", "auto", "overlay"}),
    "direction": frozenset({"ltr", "rtl"}),
    "float": frozenset({"none", "left", "right", "inline-start", "inline-end"}),
}
HIDING_WORDS = {"display": "none", "visibility": "hidden", "content-visibility": "hidden"}
"""The value by which each of these properties hides."""
_COLOURS = frozenset({"color", "background-color", "-webkit-text-fill-color"})
_LENGTHS = frozenset((*SIDES, *MARGINS, "height", "max-height", "width", "max-width"))
_FLUID = frozenset(("auto", "none", "min-content", "max-content", "fit-content", "stretch"))


def is_valid(name: str, value: str) -> bool:
    """Whether a declaration counts; a property that is not known here takes any value."""
    if name in _WORDS:
        return value in _WORDS[name]
    if name in _COLOURS:
        known = value == "currentcolor" or colour(value) is not None
        return known or ("(" in value and "gradient(" not in value and "url(" not in value)
    if name == "opacity":
        return number(value) is not None or "(" in value
    if name == "font-size":
        size = font_size(value, 16.0)
        return "(" in value or (size is not None and size >= 0)
    if name in _LENGTHS:
        return value in _FLUID or "(" in value or length(value, 16.0, 100.0) is not None
    return True


def is_of(syntax: str, value: str | None) -> bool:
    """Whether a custom property that is registered takes a value."""
    if syntax == "<color>":
        return bool(value) and is_valid("color", str(value))
    if syntax in {"<number>", "<integer>", "<length>", "<percentage>", "<length-percentage>"}:
        return bool(value) and is_valid("width", str(value)) and value not in _FLUID
    return True
