"""Names of WordprocessingML as lxml spells them, and the values of its simple types."""

from __future__ import annotations

from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VAL = W + "val"

EMU_PER_TWIP = 635
_TWIPS = {"pt": 20.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 144 / 2.54, "pc": 240.0, "pi": 240.0}


def first(parent: _Element | None, name: str) -> _Element | None:
    """The first child of that name."""
    return None if parent is None else next(parent.iterchildren(W + name), None)


def children(parent: _Element | None) -> dict[object, _Element]:
    """The first child of each name, in one go."""
    return {} if parent is None else {child.tag: child for child in reversed(parent)}


def value(parent: _Element | None, name: str) -> str | None:
    """``w:val`` of the named child, where there is one."""
    child = first(parent, name)
    return None if child is None else child.get(VAL)


def twips(text: str | None, default: int = 0) -> int:
    """ST_TwipsMeasure and ST_SignedTwipsMeasure (22.9.2.14): bare twips, or a number and a unit."""
    if not text:
        return default
    try:
        if text[-2:] in _TWIPS:
            return round(float(text[:-2]) * _TWIPS[text[-2:]])
        return round(float(text))
    except (ValueError, OverflowError):
        return default


def whole(text: str | None, default: int = 0) -> int:
    """ST_DecimalNumber (22.9.2.1)."""
    try:
        return int(text) if text else default
    except ValueError:
        return default
