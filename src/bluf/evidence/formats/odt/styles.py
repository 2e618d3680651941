"""The styles of an OpenDocument text, followed to what they are based on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lxml import etree
from msgspec import Struct

from octavo.ooxml import SIGN_FONTS

_BASE = "{urn:oasis:names:tc:opendocument:xmlns:"
TEXT, STYLE, TABLE = f"{_BASE}text:1.0}}", f"{_BASE}style:1.0}}", f"{_BASE}table:1.0}}"
FO, SVG = f"{_BASE}xsl-fo-compatible:1.0}}", f"{_BASE}svg-compatible:1.0}}"
PAPER, _INK = "#ffffff", "#000000"
_USUAL_STYLE = "paragraph/Standard"
_DEEPEST = 40
CLEAR = 24
_SMALLEST, USUAL = 3.0, 12.0
FAR, LOW = 567.0, 3.0
"""Points: what is moved so far is off the page; a line or a row so low shows no word."""
_PRESSED, _RAISED, _CLOSE, _FAINT = 10.0, 100.0, 0.3, 10.0
_THIN, _APART, _CUT = 34.0, 100.0, 0.6
"""Percent of their width; points between letters; of the height of letters, that of a line."""
_ASIAN = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_COMPLEX = re.compile("[\u0590-\u08ff\u0900-\u0eff\ufb1d-\ufdff\ufe70-\ufeff]")
_LENGTH = re.compile(r"(-?(?:\d+\.?\d*|\.\d+))(pt|cm|mm|in|pc|px|%)\Z")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_POINTS = {"pt": 1.0, "cm": 28.35, "mm": 2.835, "in": 72.0, "pc": 12.0, "px": 0.75}

Names = tuple["str | None", ...]
"""The styles of a text, the nearest first."""
OFFICE, DRAW = f"{_BASE}office:1.0}}", f"{_BASE}drawing:1.0}}"


class OdtSight(Struct, frozen=True):
    """Whether words are hidden, and why they may be."""

    hidden: bool = False
    doubts: tuple[str, ...] = ()
    raised: bool = False


def points(value: str | None) -> float | None:
    """A length in points; None for a share, and for what is no length."""
    match = _LENGTH.match(value or "")
    return float(match[1]) * _POINTS[match[2]] if match and match[2] != "%" else None


def share(value: str | None) -> float | None:
    """A share of 100."""
    match = _LENGTH.match(value or "")
    return float(match[1]) if match and match[2] == "%" else None


class OdtStyles(Struct, frozen=True):
    """The styles of a document, by name; those without one hold for whatever names none."""

    by_name: Mapping[str, etree._Element]
    defaults: tuple[etree._Element, ...]
    fonts: Mapping[str, str] = {}
    gradients: Mapping[str, tuple[str, str]] = {}
    papers: frozenset[str] = frozenset({PAPER})

    def values(self, names: Names, attribute: str) -> Iterable[str]:
        """What the styles give to a property, the nearest first."""
        for name in names:
            for _ in range(_DEEPEST):
                style = self._style(name or "")
                if style is None:
                    break
                yield from _of(style, attribute)
                name = _base(style)  # noqa: PLW2901 - the one it is based on
        for style in self.defaults:
            yield from _of(style, attribute)

    def _style(self, name: str) -> etree._Element | None:
        """The style of a family and a name; a paragraph without one has the usual."""
        family, _, own = name.partition("/")
        found = (self.by_name.get(each) for each in (name, own))
        usual = self.by_name.get(_USUAL_STYLE) if family == "paragraph" else None
        return next((each for each in found if each is not None), usual)

    def value(self, names: Names, attribute: str) -> str | None:
        """What the nearest style gives to a property."""
        return next(iter(self.values(names, attribute)), None)

    def size(self, names: Names, words: str = "") -> float:
        """The size of letters in points, which the script of the words may have to itself."""
        scale, name = 1.0, f"{FO}font-size"
        for script, other in ((_ASIAN, "asian"), (_COMPLEX, "complex")):
            if script.search(words) and self.value(names, f"{STYLE}font-size-{other}"):
                name = f"{STYLE}font-size-{other}"
        for value in self.values(names, name):
            part = share(value)
            if part is None:
                own = points(value)
                return scale * (USUAL if own is None else own)
            scale *= part / 100
        return scale * USUAL

    def sight(self, names: Names, ground: str = PAPER, words: str = "") -> OdtSight:
        """Whether words in these styles are seen."""
        size = self.size(names, words)
        display = self.value(names, f"{TEXT}display")
        struck = [
            self.value(names, f"{STYLE}text-line-through-{part}") for part in ("style", "type")
        ]
        scale = share(self.value(names, f"{STYLE}text-scale"))
        named = self.value(names, f"{STYLE}font-name") or ""
        font = self.value(names, f"{FO}font-family") or self.fonts.get(named, named)
        hidden = (
            display == "none"
            or any(each not in {None, "none"} for each in struck)
            or size * self._lifted(names) < _SMALLEST
            or (scale is not None and scale < _PRESSED)
            or font.strip("'\"").lower() in SIGN_FONTS
            or self._clear(names, ground)
        )
        high = (self.value(names, f"{STYLE}text-position") or "").partition(" ")[0]
        raised = high == "super" or (share(high) or 0.0) > 0
        return OdtSight(hidden, tuple(self._doubts(names, size, display)), raised)

    def _lifted(self, names: Names) -> float:
        """How much of their size letters keep that are raised or lowered."""
        _, _, size = (self.value(names, f"{STYLE}text-position") or "").partition(" ")
        part = share(size.strip())
        return 1.0 if part is None else part / 100

    def _clear(self, names: Names, ground: str) -> bool:
        """Whether letters have the colour of their ground."""
        if self.value(names, f"{STYLE}use-window-font-color") == "true":
            return False
        own = self.value(names, f"{FO}background-color")
        ground = ground if own in {None, "transparent"} else str(own)
        return apart(self.value(names, f"{FO}color") or _INK, ground) < CLEAR

    def _doubts(self, names: Names, size: float, display: str | None) -> Iterable[str]:
        if display == "condition" or self.value(names, f"{TEXT}condition"):
            yield "a condition may hide it"
        position = (self.value(names, f"{STYLE}text-position") or "").split()
        if position and abs(share(position[0]) or 0.0) > _RAISED:
            yield "it is raised or lowered out of its line"
        turned = self.value(names, f"{STYLE}text-rotation-angle") == "180"
        if turned or self.value(names, f"{STYLE}text-combine") not in {None, "none"}:
            yield "its letters are turned or pressed together"
        yield from self._set_out(names, size)

    def _set_out(self, names: Names, size: float) -> Iterable[str]:
        spacing = points(self.value(names, f"{FO}letter-spacing"))
        if spacing is not None and spacing < -_CLOSE * size:
            yield "its letters stand over one another"
        if spacing is not None and spacing > _APART:
            yield "its letters stand far apart"
        if _PRESSED <= (share(self.value(names, f"{STYLE}text-scale")) or 100.0) < _THIN:
            yield "its letters are pressed together"
        faint = (self.value(names, f"{{{LOEXT}}}opacity"), self.value(names, f"{FO}opacity"))
        usual = self.value(names, f"{STYLE}use-window-font-color") == "true"
        if not usual and any(part is not None and part < _FAINT for part in map(share, faint)):
            yield "its letters are clear"
        moved = ("margin-left", "margin-right", "text-indent")
        if any(abs(points(self.value(names, f"{FO}{name}")) or 0.0) > FAR for name in moved):
            yield "its margin may move it off the page"
        line = self.value(names, f"{FO}line-height")
        high, part = points(line), share(line)
        if (high is not None and high < LOW) or (part is not None and part < _FAINT):
            yield "its lines have no height"
        elif high is not None and high < _CUT * size:
            yield "its lines are lower than its letters"


LOEXT = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"


def _base(style: etree._Element) -> str | None:
    """What a style is based on: an automatic one on the usual style, if it names none."""
    name = style.get(f"{STYLE}parent-style-name")
    if name is not None:
        return _key(style, name)
    above = style.getparent()
    automatic = above is not None and above.tag == f"{OFFICE}automatic-styles"
    return _USUAL_STYLE if automatic and style.get(f"{STYLE}family") == "paragraph" else None


def _key(style: etree._Element, name: str | None) -> str:
    """The name of a style with its family: those of two families may have one name."""
    family = style.get(f"{STYLE}family")
    return f"{family}/{name}" if family else name or ""


def _of(style: etree._Element, attribute: str) -> Iterable[str]:
    return [str(each.get(attribute)) for each in style if attribute in each.attrib]


def apart(one: str, other: str) -> int:
    """How much two colours differ, of 255."""
    if not (_COLOUR.fullmatch(one) and _COLOUR.fullmatch(other)):
        return 0 if one == other else CLEAR
    pairs = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return max(abs(here - there) for here, there in pairs)


def styles_of(trees: Iterable[etree._Element]) -> OdtStyles:
    """The styles of the parts of a document, those of the last part the strongest."""
    trees = list(trees)
    kinds = (f"{STYLE}style", f"{TEXT}style", f"{TEXT}list-style")
    found = [style for tree in trees for style in tree.iter(*kinds)]
    defaults = [
        style
        for tree in trees
        for style in tree.iter(f"{STYLE}default-style")
        if style.get(f"{STYLE}family") == "paragraph"
    ]
    named = {_key(each, each.get(f"{STYLE}name")): each for each in found}
    gradients = {
        each.get(f"{DRAW}name", ""): (
            each.get(f"{DRAW}start-color", ""),
            each.get(f"{DRAW}end-color", ""),
        )
        for tree in trees
        for each in tree.iter(f"{DRAW}gradient")
    }
    return OdtStyles(
        named, tuple(defaults), dict(_fonts(trees)), gradients, frozenset(_papers(trees))
    )


def _fonts(trees: Iterable[etree._Element]) -> Iterable[tuple[str, str]]:
    """The fonts by the names that styles give them; one of signs as such."""
    for each in (each for tree in trees for each in tree.iter(f"{STYLE}font-face")):
        signs = each.get(f"{STYLE}font-charset") == "x-symbol"
        family = "symbol" if signs else each.get(f"{SVG}font-family", "")
        yield each.get(f"{STYLE}name", ""), family


def _papers(trees: Iterable[etree._Element]) -> Iterable[str]:
    """The colours of the pages that the text may stand on."""
    asked = {
        "Standard",
        *(each.get(_MASTER) for tree in trees for each in tree.iter(f"{STYLE}style")),
    }
    layouts = {
        each.get(f"{STYLE}page-layout-name")
        for tree in trees
        for each in tree.iter(f"{STYLE}master-page")
        if each.get(f"{STYLE}name") in asked
    }
    for tree in trees:
        for each in tree.iter(f"{STYLE}page-layout"):
            if each.get(f"{STYLE}name") in layouts:
                given = each.find(f"{STYLE}page-layout-properties")
                ground = None if given is None else given.get(f"{FO}background-color")
                yield PAPER if ground in {None, "transparent"} else str(ground)


_MASTER = f"{STYLE}master-page-name"
