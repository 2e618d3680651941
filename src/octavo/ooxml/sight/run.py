"""One run: is it seen, is it not, or can nobody say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from lxml import etree

from octavo.ooxml.block_content import CELL, PARAGRAPH, ROW, TABLE, TEXT_BOX
from octavo.ooxml.names import qn, qns
from octavo.ooxml.sight.colours import BLACK, WHITE, Rgb, drawn_colour
from octavo.ooxml.sight.layers import attribute, colour_of, first, highlight, shading
from octavo.ooxml.sight.shapes import fill_of, integer, letters_of
from octavo.ooxml.styles import TABLE_STYLE, is_on, value_of

if TYPE_CHECKING:
    from octavo.ooxml.sight.layers import Layers, Resolver, Verdict

_VAL: Final = qn("w:val")
OF_GROUND: Final = "its letters have the colour of the ground"
OF_PAGE: Final = "the ground of the page may not be displayed"
FAINT: Final = 12
CLEAR: Final = 24
"""Of 255: a difference of colour up to the first is not seen, one from the second on is."""
SMALLEST: Final = 6
"""Half-points: smaller letters cannot be read."""
_USUAL: Final = 20
_DARK: Final = 128
_FAR: Final = 200
_APART: Final = 2_000
_LEAST: Final = 40
"""Twips: room between letters with which they are no word, and what one needs at least."""
_CUT: Final = 12
"""Twips for each point of their size: a line that is lower cuts its letters."""
_NARROW, _PRESSED = 10, 34
_CLOSE: Final = 0.2
_PLAIN: Final = re.compile(r"clear|nil|solid|pct\d+|")
"""Patterns of a shading that draw no lines behind the words."""
_CLEARED: Final = 85_000
_THICK: Final = 1_000
"""EMU for each half-point of size: about a sixth of the height of the letters."""


def unseen(run: etree._Element, resolver: Resolver) -> Iterator[Verdict]:
    """Why a run is not seen, or may not be."""
    layers = resolver.run(run)
    size = _size(layers)
    if size < SMALLEST:
        yield True, f"its letters are {size / 2:g} points high"
    moved, wide = abs(_number(layers, "w:position", 0)), _number(layers, "w:w", 100)
    if moved > 2 * size:
        yield moved >= _FAR, "it is raised or lowered out of its line"
    if wide < _PRESSED:
        yield wide < _NARROW, "its letters are pressed together"
    if _flag(layers, "w:webHidden") or _flag(layers, "w:specVanish"):
        yield False, "Word hides it in one of its views"
    line = resolver.paragraph(next(run.iterancestors(PARAGRAPH), None))
    height = integer(attribute(line, "w:spacing", "w:line"))
    exact = attribute(line, "w:spacing", "w:lineRule") == "exact"
    if exact and height < size / 2 * _CUT:
        yield False, "its lines are lower than its letters"
    yield from _spaced(run, layers, size)
    yield from _lettered(run, layers, resolver)
    yield from _filled(layers, size)
    yield from _toggled(layers, run)
    yield from _coloured(run, resolver, layers)


def _spaced(run: etree._Element, layers: Layers, size: int) -> Iterator[Verdict]:
    """Letters without room between them, or with more than a word has."""
    space = _number(layers, "w:spacing", 0)
    if space < -_CLOSE * size * 10:
        yield False, "its letters stand over one another"
    if space > _APART:
        yield False, "its letters stand far apart"
    pressed = _number(layers, "w:fitText", _FAR)
    fitted = first(layers, "w:fitText") is not None and pressed < _LEAST * _fitted(run, layers)
    if pressed < _FAR or fitted:
        yield False, f"it is pressed into {pressed / 20:g} points"


def _size(layers: Layers) -> int:
    """The height of letters in half-points, as those of complex scripts and raised ones have it."""
    size = _number(layers, "w:szCs" if _is_complex(layers) else "w:sz", _USUAL)
    raised = first(layers, "w:vertAlign")
    lifted = raised is not None and raised.get(_VAL) in {"superscript", "subscript"}
    combined = attribute(layers, "w:eastAsianLayout", "w:combine") in {"1", "true", "on"}
    return (size * 2 // 3 if lifted else size) // (2 if combined else 1)


def _fitted(run: etree._Element, layers: Layers) -> int:
    """How many letters of its paragraph are pressed into the same width as those of a run."""
    mark = attribute(layers, "w:fitText", "w:id")
    holder = next(run.iterancestors(PARAGRAPH), run)
    marks = [each for each in holder.iter(qn("w:fitText")) if each.get(qn("w:id")) == mark]
    runs = [run for each in marks for run in each.iterancestors(qn("w:r"))] or [run]
    return sum(len(text.text or "") for each in runs for text in each.iter(qn("w:t")))


def _is_complex(layers: Layers) -> bool:
    return _flag(layers, "w:cs") or _flag(layers, "w:rtl")


def _lettered(run: etree._Element, layers: Layers, resolver: Resolver) -> Iterator[Verdict]:
    """Set in a font that has signs in the place of letters."""
    kind = "cs" if _is_complex(layers) else "ascii"
    named = (attribute(layers, "w:rFonts", f"w:{kind}Theme", f"w:{kind}") or "").lower()
    named = resolver.faces.get(named[:5], named)
    letters = "".join(text.text or "" for text in run.iterchildren(qn("w:t")))
    if named in resolver.signs and any(sign.isascii() and sign.isalnum() for sign in letters):
        yield True, f"its font “{named}” shows signs in the place of letters"


def _filled(layers: Layers, size: int) -> Iterator[Verdict]:
    """Letters that Word fills, or draws round, otherwise than by their colour."""
    fill, outline = first(layers, "w14:textFill"), first(layers, "w14:textOutline")
    if fill is not None:
        clear = [integer(each.get(qn("w14:val"))) for each in fill.iter(qn("w14:alpha"))]
        if fill.find(qn("w14:noFill")) is not None or max(clear, default=0) > _CLEARED:
            yield False, "Word fills its letters with nothing"
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
    ground = marked or ground_of(run, resolver, layers)
    if text is None:
        text = letters_of(run, resolver)
    if text is None:
        dark = sum(ground) < 3 * _DARK
        text = WHITE if dark and marked is None else BLACK
    fill = first(layers, "w14:textFill")
    marks = [] if fill is None else [*fill.iter(*qns("w14:srgbClr w14:schemeClr"))]
    filled = [each for mark in marks if (each := drawn_colour(mark, resolver.named)) is not None]
    contrast = _contrast(text, ground)
    if contrast < CLEAR:
        yield contrast <= FAINT and not filled, OF_GROUND
    for each in filled:
        if _contrast(each, ground) < CLEAR:
            named = "white" if min(each) > WHITE[0] - CLEAR else "the colour of the ground"
            yield False, f"Word fills its letters with {named}"
    glow = first(layers, "w14:glow")
    glows = () if glow is None else (drawn_colour(each, resolver.named) for each in glow)
    if any(each is not None and _contrast(each, text) < CLEAR for each in glows):
        yield False, "it glows in the colour of its letters"
    yield from _on(ground, text, layers, resolver)


def _on(ground: Rgb, text: Rgb, layers: Layers, resolver: Resolver) -> Iterator[Verdict]:
    """Letters on a ground that is not surely there, or that are surely not of their colour."""
    of_page = ground == resolver.page and not resolver.is_displayed
    if of_page and _contrast(text, WHITE) < CLEAR:
        yield False, OF_PAGE
    shade = first(layers, "w:shd")
    if shade is not None and not _PLAIN.fullmatch(shade.get(_VAL, "")):
        yield False, "a pattern is drawn behind its letters"


def _contrast(one: Rgb, other: Rgb) -> int:
    return max(abs(here - there) for here, there in zip(one, other, strict=True))


def ground_of(run: etree._Element, resolver: Resolver, layers: Layers) -> Rgb:
    """The colour behind a run: of itself, its paragraph, its box, its cell, its table, the page.

    Of each the strongest shading counts, and lets through what is behind where it is “auto”.
    """
    found = _painted(layers, resolver)
    if found is not None:
        return found
    for holder in run.iterancestors(PARAGRAPH, TEXT_BOX, CELL):
        if holder.tag == TEXT_BOX:
            found = fill_of(holder, resolver)
        else:
            found = _painted(_properties(holder, resolver), resolver)
        if found is not None:
            return found
    return resolver.page


def ground_under(paragraph: etree._Element, resolver: Resolver) -> Rgb | None:
    """The ground that a paragraph or its cell paints; None where neither does."""
    cell = next(paragraph.iterancestors(CELL), None)
    own = _painted(_properties(paragraph, resolver), resolver)
    return own if own or cell is None else _painted(_properties(cell, resolver), resolver)


def _painted(layers: Iterable[etree._Element | None], resolver: Resolver) -> Rgb | None:
    shaded = (each for each in layers if each is not None and each.find(qn("w:shd")) is not None)
    return shading(next(shaded, None), resolver)


def _properties(holder: etree._Element, resolver: Resolver) -> Iterator[etree._Element | None]:
    """What may paint a ground behind all that an element holds, the strongest first."""
    if holder.tag == PARAGRAPH:
        yield from resolver.paragraph(holder)
        return
    yield holder.find(qn("w:tcPr"))
    yield from (part.find(qn("w:tcPr")) for part in resolver.parts(holder))
    yield next(holder.iterancestors(ROW)).find(qn("w:tblPrEx"))
    table = next(holder.iterancestors(TABLE))
    yield table.find(qn("w:tblPr"))
    for style in resolver.chain(value_of(table, TABLE_STYLE)):
        yield from (style.find(qn("w:tcPr")), style.find(qn("w:tblPr")))
