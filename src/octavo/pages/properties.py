"""One ``w:pPr`` or ``w:rPr`` as a mapping of what it says (ECMA-376 part 1, 17.3.1 and 17.3.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from lxml.etree import _Element

from octavo.ooxml import is_on
from octavo.pages.formats import Edge, Properties
from octavo.pages.reading import Reading, Unmeasurable
from octavo.pages.tags import VAL, W, twips, whole

_NO_LINE = {"nil", "none"}
_LEAST_BORDER = 5
_MOST_TABS = 64
_OFF = {"0", "false", "off"}
_AUTOMATIC = 280
"""Automatic space is that of HTML: 14 points."""
_LINE, _HIGH_LINE = 200, 480
_SMALL_TYPE, _LARGE_TYPE = 80, 320
"""Widths of a character for indents: half of type of 8 points, the whole of 16."""
_CHARACTERS = (
    ("leftChars", "left", 1),
    ("startChars", "left", 1),
    ("rightChars", "right", 1),
    ("endChars", "right", 1),
    ("firstLineChars", "first", 1),
    ("hangingChars", "first", -1),
)


def read_run(element: _Element | None, theme: Mapping[str, str]) -> Properties:
    """What a ``w:rPr`` says; ``theme`` gives the fonts of the theme."""
    found: Properties = {}
    for child in () if element is None else element:
        known = _RUN.get(child.tag)
        if known is not None:
            name, read = known
            found[name] = read(child)
        elif child.tag == W + "rFonts":
            found.update(_fonts(child, theme))
    return found


def read_paragraph(element: _Element | None, reading: Reading) -> Properties:
    """What a ``w:pPr`` says at one end of what is not known exactly."""
    found: Properties = {}
    for child in () if element is None else element:
        name = _SWITCHES.get(child.tag)
        if name is not None:
            found[name] = is_on(child)
        elif (reader := _PARAGRAPH.get(child.tag)) is not None:
            reader(child, found, reading)
    return found


def merge(base: Properties, over: Properties) -> Properties:
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
    width = max(_LEAST_BORDER, round(whole(element.get(W + "sz")) * 2.5))
    width = width * _LINES.get(line, 1) + _GAPS.get(line, 0)
    return Edge(width, whole(element.get(W + "space")) * 20, line)


_LINES = {
    **dict.fromkeys(("double", "triple", "doubleWave", "dashDotStroked"), 3),
    **dict.fromkeys(("threeDEmboss", "threeDEngrave", "inset", "outset"), 2),
    **dict.fromkeys(("thinThickMediumGap", "thickThinMediumGap", "thinThickThinMediumGap"), 2),
}
"""How many times as wide as its ``sz`` a border is drawn in LibreOffice; once where not named."""
_GAPS = {
    lines + gap: width
    for lines in ("thinThick", "thickThin", "thinThickThin")
    for gap, width in (("SmallGap", 30), ("LargeGap", 45))
}
"""What thick and thin lines beside each other have more."""


def _fonts(element: _Element, theme: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """17.3.2.26: a theme font wins over a name; ``ascii`` is for U+0000 to U+007F."""
    for slot, themed, field in _SLOTS:
        kind = element.get(W + themed)
        if kind in _THEME_FONTS:
            name: str | None = theme.get(kind, "" if field in _OTHER_SCRIPTS else _THEMELESS)
        else:
            name = element.get(W + slot)
        if name:
            yield field, name


def _type_size(element: _Element) -> int:
    return max(20, whole(element.get(VAL), 20) * 10)


def _half_points(element: _Element) -> int:
    return whole(element.get(VAL)) * 10


_SLOTS = (
    ("ascii", "asciiTheme", "font"),
    ("hAnsi", "hAnsiTheme", "other_font"),
    ("eastAsia", "eastAsiaTheme", "east_asian_font"),
    ("cs", "cstheme", "complex_font"),
)
_THEMELESS = "a font of a theme that is not there"
_OTHER_SCRIPTS = {"east_asian_font", "complex_font"}
_THEME_FONTS = frozenset(
    kind + script
    for kind in ("major", "minor")
    for script in ("Ascii", "HAnsi", "EastAsia", "Bidi")
)
"""17.18.96."""

_RUN: Mapping[object, tuple[str, Callable[[_Element], object]]] = {
    W + "sz": ("size", _type_size),
    W + "b": ("bold", is_on),
    W + "i": ("italic", is_on),
    W + "caps": ("caps", is_on),
    W + "smallCaps": ("small_caps", is_on),
    W + "vanish": ("hidden", is_on),
    W + "spacing": ("spacing", lambda element: twips(element.get(VAL))),
    W + "w": ("scale", lambda element: whole((element.get(VAL) or "").rstrip("%"), 100)),
    W + "kern": ("kern_from", _half_points),
    W + "vertAlign": ("raised", lambda element: element.get(VAL, "baseline")),
    W + "position": ("shift", _half_points),
    W + "szCs": ("complex_size", _type_size),
    W + "rtl": ("right_to_left", is_on),
    W + "cs": ("right_to_left", is_on),
}


def _spacing(element: _Element, found: Properties, reading: Reading) -> None:
    """17.3.1.33."""
    for side in ("before", "after"):
        if (space := _space(element, side, reading)) is not None:
            found[side] = space
    if (line := element.get(W + "line")) is not None:
        found["line"] = abs(twips(line, 240))
        found["line_rule"] = element.get(W + "lineRule", "auto")


def _space(element: _Element, side: str, reading: Reading) -> int | None:
    """Space on one side; automatic space, and space in lines, is as large as the program likes."""
    named = element.get(W + side)
    space = None if named is None else twips(named)
    if element.get(f"{W}{side}Autospacing", "0") not in _OFF:
        construct = "automatic space between paragraphs"
        return reading.either(0, max(space or 0, _AUTOMATIC), construct, element)
    in_lines = whole(element.get(f"{W}{side}Lines"))
    if in_lines:
        asked = [space or 0, in_lines * _LINE // 100, in_lines * _HIGH_LINE // 100]
        return reading.either(min(asked), max(asked), "space between paragraphs in lines", element)
    return space


def _indent(element: _Element, found: Properties, reading: Reading) -> None:
    """17.3.1.12; ``start`` and ``end`` are the later names of left and right."""
    if (left := element.get(W + "left", element.get(W + "start"))) is not None:
        found["left"] = twips(left)
    if (right := element.get(W + "right", element.get(W + "end"))) is not None:
        found["right"] = twips(right)
    if (hanging := element.get(W + "hanging")) is not None:
        found["first"] = -twips(hanging)
    elif (first := element.get(W + "firstLine")) is not None:
        found["first"] = twips(first)
    _in_characters(element, found, reading)


def _in_characters(element: _Element, found: Properties, reading: Reading) -> None:
    """Indents in hundredths of a character, which is as wide as the type is high, or half that."""
    for name, field, sign in _CHARACTERS:
        asked = whole(element.get(W + name)) * sign
        if asked:
            ends = [found.get(field, 0), asked * _SMALL_TYPE // 100, asked * _LARGE_TYPE // 100]
            construct = "an indent in characters"
            found[field] = reading.either(min(ends), max(ends), construct, element)


def _tabs(element: _Element, found: Properties, _: Reading) -> None:
    """17.3.1.37; a bar draws a line and stops no tab."""
    stops = {twips(tab.get(W + "pos")): tab.get(VAL, "left") for tab in element}
    found["tabs"] = _few({at: kind for at, kind in stops.items() if kind != "bar"})


def _few(stops: dict[int, str]) -> dict[int, str]:
    """Word sets no more than 64 tab stops in a paragraph."""
    if len(stops) > _MOST_TABS:
        raise Unmeasurable(f"a paragraph with more than {_MOST_TABS} tab stops")
    return stops


def _borders(element: _Element, found: Properties, _: Reading) -> None:
    """17.3.1.24."""
    found["borders"] = {str(side.tag).removeprefix(W): edge(side) for side in element}


def _numbering(element: _Element, found: Properties, _: Reading) -> None:
    """17.3.1.19."""
    for child in element:
        if child.tag == W + "numId":
            found["number"] = whole(child.get(VAL))
        elif child.tag == W + "ilvl":
            found["level"] = whole(child.get(VAL))


def _justified(element: _Element, found: Properties, _: Reading) -> None:
    found["justified"] = element.get(VAL) in {"both", "distribute"}


_SWITCHES: Mapping[object, str] = {
    W + "contextualSpacing": "contextual",
    W + "keepNext": "keep_next",
    W + "keepLines": "keep_lines",
    W + "pageBreakBefore": "page_break_before",
    W + "widowControl": "widow_control",
    W + "snapToGrid": "snap_to_grid",
}
"""Properties that are on or off."""
_PARAGRAPH: Mapping[object, Callable[[_Element, Properties, Reading], None]] = {
    W + "spacing": _spacing,
    W + "ind": _indent,
    W + "tabs": _tabs,
    W + "pBdr": _borders,
    W + "jc": _justified,
    W + "numPr": _numbering,
}
