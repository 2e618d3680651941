"""One ``w:pPr`` or ``w:rPr`` as a mapping of what it says (ECMA-376 part 1, 17.3.1 and 17.3.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.pages.formats import Edge
from octavo.pages.obstacles import Unmeasurable
from octavo.pages.tags import VAL, W, is_on, twips, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.etree import _Element

    from octavo.pages.formats import ParagraphProperties, RunProperties

_NO_LINE = {"nil", "none"}
_LEAST_BORDER = 5
_MOST_TABS = 64


def read_run(element: _Element | None, theme: Mapping[str, str]) -> RunProperties:
    """What a ``w:rPr`` says; ``theme`` gives the fonts of ``major`` and ``minor``."""
    found: RunProperties = {}
    if element is None:
        return found
    for child in element:
        reader = _RUN.get(child.tag)
        if reader is not None:
            reader(child, found)
        elif child.tag == W + "rFonts":
            _fonts(child, found, theme)
    return found


def read_paragraph(element: _Element | None) -> ParagraphProperties:
    """What a ``w:pPr`` says."""
    found: ParagraphProperties = {}
    if element is None:
        return found
    for child in element:
        reader = _PARAGRAPH.get(child.tag)
        if reader is not None:
            reader(child, found)
    return found


def merge(base: ParagraphProperties, over: ParagraphProperties) -> ParagraphProperties:
    """``over`` on top of ``base``: single properties replace, tab stops and borders add up."""
    merged = base | over
    if "tabs" in base and "tabs" in over:
        merged["tabs"] = _few(base["tabs"] | over["tabs"])
    if "borders" in base and "borders" in over:
        merged["borders"] = base["borders"] | over["borders"]
    return merged


def edge(element: _Element) -> Edge:
    """CT_Border (17.3.4): ``sz`` in eighths of a point, ``space`` in points."""
    line = element.get(VAL, "none")
    if line in _NO_LINE:
        return Edge(0, 0, "none")
    if line not in _LINES:
        raise Unmeasurable(f"a border of the kind “{line}”", element)
    width = max(_LEAST_BORDER, round(whole(element.get(W + "sz")) * 2.5)) * _LINES[line]
    return Edge(width, whole(element.get(W + "space")) * 20, line)


_LINES = {"single": 1, "thick": 1, "dotted": 1, "dashed": 1, "dotDash": 1, "double": 3}
"""Known border styles, and how many times as wide as its ``sz`` a border is drawn."""


def _fonts(element: _Element, found: RunProperties, theme: Mapping[str, str]) -> None:
    """17.3.2.26: a theme font wins over a name; ``ascii`` is for U+0000 to U+007F."""
    names = {}
    for slot in ("ascii", "hAnsi"):
        themed = element.get(f"{W}{slot}Theme")
        name = theme.get(themed[:5]) if themed else element.get(W + slot)
        if name:
            names[slot] = name
    if "ascii" in names:
        found["font"] = names["ascii"]
    if "hAnsi" in names:
        found["other_font"] = names["hAnsi"]


def _size(element: _Element, found: RunProperties) -> None:
    found["size"] = max(20, whole(element.get(VAL), 20) * 10)


def _bold(element: _Element, found: RunProperties) -> None:
    found["bold"] = is_on(element)


def _italic(element: _Element, found: RunProperties) -> None:
    found["italic"] = is_on(element)


def _caps(element: _Element, found: RunProperties) -> None:
    found["caps"] = is_on(element)


def _small_caps(element: _Element, found: RunProperties) -> None:
    found["small_caps"] = is_on(element)


def _hidden(element: _Element, found: RunProperties) -> None:
    found["hidden"] = is_on(element)


def _character_spacing(element: _Element, found: RunProperties) -> None:
    found["spacing"] = twips(element.get(VAL))


def _scale(element: _Element, found: RunProperties) -> None:
    found["scale"] = whole((element.get(VAL) or "").rstrip("%"), 100)


def _kern(element: _Element, found: RunProperties) -> None:
    found["kern_from"] = whole(element.get(VAL)) * 10


def _raised(element: _Element, found: RunProperties) -> None:
    found["raised"] = element.get(VAL, "baseline")


def _shift(element: _Element, _: RunProperties) -> None:
    """17.3.2.24: LibreOffice shifts by a share of the height of a line, not by what is asked."""
    if whole(element.get(VAL)):
        raise Unmeasurable("text raised or lowered by a distance", element)


_RUN: Mapping[object, Callable[[_Element, RunProperties], None]] = {
    W + "sz": _size,
    W + "b": _bold,
    W + "i": _italic,
    W + "caps": _caps,
    W + "smallCaps": _small_caps,
    W + "vanish": _hidden,
    W + "spacing": _character_spacing,
    W + "w": _scale,
    W + "kern": _kern,
    W + "vertAlign": _raised,
    W + "position": _shift,
}


def _spacing(element: _Element, found: ParagraphProperties) -> None:
    """17.3.1.33; automatic spacing is refused by the allow-list."""
    if (before := element.get(W + "before")) is not None:
        found["before"] = twips(before)
    if (after := element.get(W + "after")) is not None:
        found["after"] = twips(after)
    if (line := element.get(W + "line")) is not None:
        found["line"] = abs(twips(line, 240))
        found["line_rule"] = element.get(W + "lineRule", "auto")


def _indent(element: _Element, found: ParagraphProperties) -> None:
    """17.3.1.12; ``start`` and ``end`` are the later names of left and right."""
    if (left := element.get(W + "left", element.get(W + "start"))) is not None:
        found["left"] = twips(left)
    if (right := element.get(W + "right", element.get(W + "end"))) is not None:
        found["right"] = twips(right)
    if (hanging := element.get(W + "hanging")) is not None:
        found["first"] = -twips(hanging)
    elif (first := element.get(W + "firstLine")) is not None:
        found["first"] = twips(first)


def _contextual(element: _Element, found: ParagraphProperties) -> None:
    found["contextual"] = is_on(element)


def _keep_next(element: _Element, found: ParagraphProperties) -> None:
    found["keep_next"] = is_on(element)


def _keep_lines(element: _Element, found: ParagraphProperties) -> None:
    found["keep_lines"] = is_on(element)


def _page_break_before(element: _Element, found: ParagraphProperties) -> None:
    found["page_break_before"] = is_on(element)


def _widow_control(element: _Element, found: ParagraphProperties) -> None:
    found["widow_control"] = is_on(element)


def _snap_to_grid(element: _Element, found: ParagraphProperties) -> None:
    found["snap_to_grid"] = is_on(element)


def _tabs(element: _Element, found: ParagraphProperties) -> None:
    """17.3.1.37; a bar draws a line and stops no tab."""
    stops = {twips(tab.get(W + "pos")): tab.get(VAL, "left") for tab in element}
    found["tabs"] = _few({at: kind for at, kind in stops.items() if kind != "bar"})


def _few(stops: dict[int, str]) -> dict[int, str]:
    """Word sets no more than 64 tab stops in a paragraph."""
    if len(stops) > _MOST_TABS:
        raise Unmeasurable(f"a paragraph with more than {_MOST_TABS} tab stops")
    return stops


def _borders(element: _Element, found: ParagraphProperties) -> None:
    """17.3.1.24."""
    found["borders"] = {str(side.tag).removeprefix(W): edge(side) for side in element}


def _numbering(element: _Element, found: ParagraphProperties) -> None:
    """17.3.1.19."""
    for child in element:
        if child.tag == W + "numId":
            found["number"] = whole(child.get(VAL))
        elif child.tag == W + "ilvl":
            found["level"] = whole(child.get(VAL))


_PARAGRAPH: Mapping[object, Callable[[_Element, ParagraphProperties], None]] = {
    W + "spacing": _spacing,
    W + "ind": _indent,
    W + "contextualSpacing": _contextual,
    W + "keepNext": _keep_next,
    W + "keepLines": _keep_lines,
    W + "pageBreakBefore": _page_break_before,
    W + "widowControl": _widow_control,
    W + "snapToGrid": _snap_to_grid,
    W + "tabs": _tabs,
    W + "pBdr": _borders,
    W + "numPr": _numbering,
}
