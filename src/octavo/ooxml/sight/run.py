"""One run: is it seen, is it not, or can nobody say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from octavo.ooxml.names import qn
from octavo.ooxml.sight.formatting import BLACK, WHITE, colour_of, highlight, rgb, shading
from octavo.ooxml.sight.shapes import fill_of, integer
from octavo.ooxml.styles import is_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from octavo.ooxml.sight.formatting import Rgb, Styles, Verdict

_VAL: Final = qn("w:val")
FAINT: Final = 12
CLEAR: Final = 24
"""Of 255: a difference of colour up to the first is not seen, one from the second on is."""
SMALLEST: Final = 6
"""Half-points: smaller letters cannot be read."""
_USUAL: Final = 20
_DARK: Final = 128
_FAR: Final = 200
_NARROW: Final = 10
_CLOSE: Final = 0.3
_CLEARED: Final = 85_000
_THICK: Final = 1_000
"""EMU for each half-point of size: about a sixth of the height of the letters."""
_SIGNS: Final = frozenset(
    ("wingdings", "wingdings 2", "wingdings 3", "webdings", "symbol", "marlett", "zapfdingbats")
)
_PROPERTIES: Final = {
    qn("w:p"): qn("w:pPr"),
    qn("w:tc"): qn("w:tcPr"),
    qn("w:tbl"): qn("w:tblPr"),
}


def unseen(run: etree._Element, styles: Styles) -> Iterator[Verdict]:
    """Why a run is not seen, or may not be."""
    layers = list(_layers(run, styles))
    size = _number(layers, "w:sz", _USUAL)
    if size < SMALLEST:
        yield True, f"its letters are {size / 2:g} points high"
    if abs(_number(layers, "w:position", 0)) >= _FAR:
        yield True, "it is raised or lowered out of its line"
    if _number(layers, "w:w", 100) < _NARROW:
        yield True, "its letters are pressed together"
    if _flag(layers, "w:strike") or _flag(layers, "w:dstrike"):
        yield True, "it is struck out"
    if _flag(layers, "w:webHidden") or _flag(layers, "w:specVanish"):
        yield False, "Word hides it in one of its views"
    if _number(layers, "w:spacing", 0) < -_CLOSE * size * 10:
        yield False, "its letters stand over one another"
    pressed = _number(layers, "w:fitText", _FAR)
    if pressed < _FAR:
        yield False, f"it is pressed into {pressed / 20:g} points"
    yield from _lettered(run, layers)
    yield from _filled(layers, size)
    yield from _vanished(run, styles, layers)
    yield from _coloured(run, styles, layers)


def _lettered(run: etree._Element, layers: list[etree._Element]) -> Iterator[Verdict]:
    """Set in a font that has signs in the place of letters."""
    fonts = _first(layers, "w:rFonts")
    named = "" if fonts is None else fonts.get(qn("w:ascii"), "").lower()
    letters = "".join(text.text or "" for text in run.iterchildren(qn("w:t")))
    if named in _SIGNS and any(sign.isascii() and sign.isalnum() for sign in letters):
        yield True, f"its font “{named}” shows signs in the place of letters"


def _filled(layers: list[etree._Element], size: int) -> Iterator[Verdict]:
    """Letters that Word fills, or draws round, otherwise than by their colour."""
    fill, outline = _first(layers, "w14:textFill"), _first(layers, "w14:textOutline")
    if fill is not None:
        clear = [integer(each.get(qn("w14:val"))) for each in fill.iter(qn("w14:alpha"))]
        given = [each.get(qn("w14:val"), "") for each in fill.iter(qn("w14:srgbClr"))]
        faint = [value for value in given if min(rgb(value) or BLACK) > WHITE[0] - CLEAR]
        if fill.find(qn("w14:noFill")) is not None or max(clear, default=0) > _CLEARED:
            yield False, "Word fills its letters with nothing"
        elif faint:
            yield False, "Word fills its letters with white"
    if outline is not None and integer(outline.get(qn("w14:w"))) > size * _THICK:
        yield False, "the line round its letters is as thick as they are"


def _layers(run: etree._Element, styles: Styles) -> Iterator[etree._Element]:
    """The run properties that apply, the strongest first."""
    own = run.find(qn("w:rPr"))
    if own is not None:
        yield own
        named = own.find(qn("w:rStyle"))
        yield from _of_style(None if named is None else named.get(_VAL), styles)
    paragraph = next(run.iterancestors(qn("w:p")), None)
    yield from _of_style(
        _named(paragraph, "w:pPr", "w:pStyle") or styles.default.get("paragraph"), styles
    )
    table = next(run.iterancestors(qn("w:tbl")), None)
    if table is not None:
        yield from _of_style(_named(table, "w:tblPr", "w:tblStyle"), styles)
    yield from (each for each in styles.defaults if each.tag == qn("w:rPr"))


def _of_style(style: str | None, styles: Styles) -> Iterator[etree._Element]:
    for element in styles.chain(style):
        properties = element.find(qn("w:rPr"))
        if properties is not None:
            yield properties


def _named(holder: etree._Element | None, properties: str, name: str) -> str | None:
    found = None if holder is None else holder.find(f"{qn(properties)}/{qn(name)}")
    return None if found is None else found.get(_VAL)


def _first(layers: list[etree._Element], name: str) -> etree._Element | None:
    return next((found for each in layers if (found := each.find(qn(name))) is not None), None)


def _number(layers: list[etree._Element], name: str, usual: int) -> int:
    found = _first(layers, name)
    value = "" if found is None else found.get(_VAL, "").rstrip("%")
    return int(value) if value.lstrip("-").isdecimal() else usual


def _flag(layers: list[etree._Element], name: str) -> bool:
    found = _first(layers, name)
    return found is not None and is_on(found)


def _vanished(
    run: etree._Element, styles: Styles, layers: list[etree._Element]
) -> Iterator[Verdict]:
    """Hidden by the conditions of a table style, or by one style that another one toggles."""
    if layers and layers[0].getparent() is run and layers[0].find(qn("w:vanish")) is not None:
        return
    marks = [each for each in layers if each.find(qn("w:vanish")) is not None]
    if len(marks) > 1:
        yield False, "two styles hide it, which may cancel each other"
    table = next(run.iterancestors(qn("w:tbl")), None)
    for style in styles.chain(_named(table, "w:tblPr", "w:tblStyle")):
        for part in style.iterchildren(qn("w:tblStylePr")):
            vanish = part.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
            if vanish is not None and is_on(vanish):
                yield True, "the style of its table hides part of it"


def _coloured(
    run: etree._Element, styles: Styles, layers: list[etree._Element]
) -> Iterator[Verdict]:
    """Letters in the colour of their ground."""
    given = _first(layers, "w:color")
    text = None if given is None else colour_of(given, styles)
    marked = next((found for each in layers if (found := highlight(each)) is not None), None)
    first = _first(layers, "w:highlight")
    marked = None if first is not None and first.get(_VAL) == "none" else marked
    ground = marked or _ground(run, styles, layers)
    if text is None:
        dark = sum(ground) < 3 * _DARK
        text = WHITE if dark and marked is None else BLACK
    contrast = max(abs(one - other) for one, other in zip(text, ground, strict=True))
    if contrast < CLEAR:
        yield contrast <= FAINT, "its letters have the colour of the ground"


def _ground(run: etree._Element, styles: Styles, layers: list[etree._Element]) -> Rgb:
    for each in layers:
        found = shading(each, styles)
        if found is not None:
            return found
    for holder in run.iterancestors(*_PROPERTIES, qn("w:txbxContent")):
        filled = fill_of(holder) if holder.tag == qn("w:txbxContent") else None
        if filled is not None:
            return filled
        found = (
            shading(holder.find(_PROPERTIES.get(str(holder.tag), "")), styles)
            if (str(holder.tag) in _PROPERTIES)
            else None
        )
        found = found or _by_style(holder, styles)
        if found is not None:
            return found
    return styles.page


def _by_style(holder: etree._Element, styles: Styles) -> Rgb | None:
    """The ground that the style of a paragraph or a table paints."""
    if holder.tag == qn("w:p"):
        name = _named(holder, "w:pPr", "w:pStyle") or styles.default.get("paragraph")
        paths = [qn("w:pPr")]
    elif holder.tag == qn("w:tbl"):
        name, paths = _named(holder, "w:tblPr", "w:tblStyle"), [qn("w:tcPr"), qn("w:tblPr")]
    else:
        return None
    for style in styles.chain(name):
        for path in paths:
            found = shading(style.find(path), styles)
            if found is not None:
                return found
    return None
