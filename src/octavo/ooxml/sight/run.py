"""One run: is it seen, is it not, or can nobody say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from lxml import etree

from octavo.ooxml.block_content import CELL, PARAGRAPH, TABLE, TEXT_BOX
from octavo.ooxml.names import SIGN_FONTS, qn
from octavo.ooxml.sight.layers import BLACK, WHITE, colour_of, first, highlight, rgb, shading
from octavo.ooxml.sight.shapes import fill_of, integer
from octavo.ooxml.styles import TABLE_STYLE, is_on, value_of

if TYPE_CHECKING:
    from octavo.ooxml.sight.layers import Layers, Resolver, Rgb, Verdict

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


def unseen(run: etree._Element, resolver: Resolver) -> Iterator[Verdict]:
    """Why a run is not seen, or may not be."""
    layers = resolver.run(run)
    size = _size(layers)
    if size < SMALLEST:
        yield True, f"its letters are {size / 2:g} points high"
    if abs(_number(layers, "w:position", 0)) >= _FAR:
        yield True, "it is raised or lowered out of its line"
    if _number(layers, "w:w", 100) < _NARROW:
        yield True, "its letters are pressed together"
    if _flag(layers, "w:webHidden") or _flag(layers, "w:specVanish"):
        yield False, "Word hides it in one of its views"
    if _number(layers, "w:spacing", 0) < -_CLOSE * size * 10:
        yield False, "its letters stand over one another"
    pressed = _number(layers, "w:fitText", _FAR)
    if pressed < _FAR:
        yield False, f"it is pressed into {pressed / 20:g} points"
    yield from _lettered(run, layers)
    yield from _filled(layers, size, resolver)
    yield from _toggled(layers, run)
    yield from _coloured(run, resolver, layers)


def _size(layers: Layers) -> int:
    """The height of letters in half-points, as those of complex scripts and raised ones have it."""
    of_complex = _flag(layers, "w:cs") or _flag(layers, "w:rtl")
    size = _number(layers, "w:szCs" if of_complex else "w:sz", _USUAL)
    raised = first(layers, "w:vertAlign")
    lifted = raised is not None and raised.get(_VAL) in {"superscript", "subscript"}
    return size * 2 // 3 if lifted else size


def _lettered(run: etree._Element, layers: Layers) -> Iterator[Verdict]:
    """Set in a font that has signs in the place of letters."""
    fonts = first(layers, "w:rFonts")
    named = "" if fonts is None else fonts.get(qn("w:ascii"), "").lower()
    letters = "".join(text.text or "" for text in run.iterchildren(qn("w:t")))
    if named in SIGN_FONTS and any(sign.isascii() and sign.isalnum() for sign in letters):
        yield True, f"its font “{named}” shows signs in the place of letters"


def _filled(layers: Layers, size: int, resolver: Resolver) -> Iterator[Verdict]:
    """Letters that Word fills, or draws round, otherwise than by their colour."""
    fill, outline = first(layers, "w14:textFill"), first(layers, "w14:textOutline")
    if fill is not None:
        clear = [integer(each.get(qn("w14:val"))) for each in fill.iter(qn("w14:alpha"))]
        given = [rgb(each.get(qn("w14:val"), "")) for each in fill.iter(qn("w14:srgbClr"))]
        given += [
            resolver.named(each.get(qn("w14:val"), "")) for each in fill.iter(qn("w14:schemeClr"))
        ]
        faint = [value for value in given if min(value or BLACK) > WHITE[0] - CLEAR]
        if fill.find(qn("w14:noFill")) is not None or max(clear, default=0) > _CLEARED:
            yield False, "Word fills its letters with nothing"
        elif faint:
            yield False, "Word fills its letters with white"
    if outline is not None and integer(outline.get(qn("w14:w"))) > size * _THICK:
        yield False, "the line round its letters is as thick as they are"


def _number(layers: Layers, name: str, usual: int) -> int:
    found = first(layers, name)
    value = "" if found is None else found.get(_VAL, "").rstrip("%")
    return int(value) if value.lstrip("-").isdecimal() else usual


def _flag(layers: Layers, name: str) -> bool:
    found = first(layers, name)
    return found is not None and is_on(found)


def _toggled(layers: Layers, run: etree._Element) -> Iterator[Verdict]:
    """Struck out; two styles that both strike, or both hide, cancel each other (17.7.3)."""
    own = run.find(qn("w:rPr"))
    for name, cause in (("w:strike", "it is struck out"), ("w:dstrike", "it is struck out"),
                        ("w:vanish", "it is hidden")):  # fmt: skip
        marks = [found for each in layers if (found := each.find(qn(name))) is not None]
        if not marks:
            continue
        direct = marks[0].getparent() is own
        if direct or len(marks) == 1:
            of_table = next(marks[0].iterancestors(qn("w:tblStylePr")), None) is not None
            if is_on(marks[0]) and (direct or name != "w:vanish" or of_table):
                yield True, cause
        elif any(is_on(mark) for mark in marks):
            yield False, "two styles strike or hide it, which may cancel each other"


def _coloured(run: etree._Element, resolver: Resolver, layers: Layers) -> Iterator[Verdict]:
    """Letters in the colour of their ground."""
    given = first(layers, "w:color")
    text = None if given is None else colour_of(given, resolver)
    marked = next((found for each in layers if (found := highlight(each)) is not None), None)
    mark = first(layers, "w:highlight")
    marked = None if mark is not None and mark.get(_VAL) == "none" else marked
    ground = marked or _ground(run, resolver, layers)
    if text is None:
        dark = sum(ground) < 3 * _DARK
        text = WHITE if dark and marked is None else BLACK
    contrast = max(abs(one - other) for one, other in zip(text, ground, strict=True))
    if contrast < CLEAR:
        yield contrast <= FAINT, "its letters have the colour of the ground"


def _ground(run: etree._Element, resolver: Resolver, layers: Layers) -> Rgb:
    """The colour behind a run: of itself, its paragraph, its box, its cell, its table, the page."""
    for properties in layers:
        found = shading(properties, resolver)
        if found is not None:
            return found
    for holder in run.iterancestors(PARAGRAPH, TEXT_BOX, CELL, TABLE):
        found = fill_of(holder, resolver) if holder.tag == TEXT_BOX else None
        for each in _properties(holder, resolver):
            found = found or shading(each, resolver)
        if found is not None:
            return found
    return resolver.page


def _properties(holder: etree._Element, resolver: Resolver) -> Iterator[etree._Element | None]:
    """What may paint a ground behind all that an element holds, the strongest first."""
    if holder.tag == PARAGRAPH:
        yield from resolver.paragraph(holder)
    elif holder.tag == CELL:
        yield holder.find(qn("w:tcPr"))
        yield from (part.find(qn("w:tcPr")) for part in resolver.parts(holder))
    elif holder.tag == TABLE:
        yield holder.find(qn("w:tblPr"))
        for style in resolver.chain(value_of(holder, TABLE_STYLE)):
            yield from (style.find(qn("w:tcPr")), style.find(qn("w:tblPr")))
