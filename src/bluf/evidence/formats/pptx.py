"""Presentations (ISO/IEC 29500, PresentationML): what is shown on the slides, and the notes.

Left out are hidden slides and shapes, shapes off the slide, struck text, and text of no size or
without a fill, or of that of its shape. Whether letters have the colour of the slide behind them
cannot be told here where their colour is a light one: such a passage is in doubt.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from bluf.evidence.archive import members, no_text, root
from bluf.evidence.gathering import SIGN_FONTS, Piece, gathered
from bluf.evidence.text import Edge
from octavo.location import PageLocation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from bluf.evidence.text import SourceText

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MAIN = "ppt/presentation.xml"
_SMALLEST = 300
"""Hundredths of a point."""
_COLOUR = re.compile(r"(?:[C-Fc-f][0-9A-Fa-f]){3}")
"""A light colour."""
_USUAL = 1800
_RAISED, _CLOSE, _FAINT, _FAR = 100_000, 0.3, 15_000, 20_000_000
_HIDDEN = frozenset({"1", "true"})
_SHAPES = (f"{_P}sp", f"{_P}pic", f"{_P}graphicFrame", f"{_P}grpSp")
_GROUNDS = frozenset({"bg1", "bg2", "lt1", "lt2", "white"})
_ODD = ("gradFill", "pattFill", "blipFill", "scrgbClr", "hslClr")
"""Fills and colours that are not worked out."""
_LIFTED, _LOW = 70_000, 30_000
"""Thousandths of a percent: so much light makes a colour light; a line of less has no height."""
_SPACING = f"{_A}lnSpc/{_A}"

Frame = tuple[int, int, int, int]
"""Left, top, right and bottom of a shape, in EMU."""


def read(data: bytes, path: str) -> SourceText:
    """The visible text of a presentation, slide by slide.

    Raises:
        SourceError: What the gate found, or ``source-unreadable`` for a file without text.
    """
    found = members(data, path)
    size = _size(root(found, _MAIN, path))
    pieces = [
        piece
        for number, name in enumerate(_slides(found, path), 1)
        for piece in _shown(root(found, name, path), path, number, size)
    ]
    text = gathered(path, pieces)
    if not text.text.strip():
        raise no_text(path)
    return text


def _size(presentation: etree._Element) -> tuple[int, int]:
    """The width and the height of a slide."""
    given = presentation.find(f"{_P}sldSz")
    return (_FAR, _FAR) if given is None else (_whole(given.get("cx")), _whole(given.get("cy")))


def _slides(found: dict[str, bytes], path: str) -> list[str]:
    """The parts of the slides, in the order in which they are shown."""
    relations = root(found, "ppt/_rels/presentation.xml.rels", path)
    targets = {each.get("Id"): str(each.get("Target", "")) for each in relations}
    listed = root(found, _MAIN, path).iter(f"{_P}sldId")
    names = (targets.get(each.get(f"{_R}id", ""), "") for each in listed)
    return [posixpath.normpath(posixpath.join("ppt", name)).lstrip("/") for name in names if name]


def _shown(slide: etree._Element, path: str, number: int, size: tuple[int, int]) -> Iterator[Piece]:
    """The paragraphs of a slide, each with its number on it."""
    if slide.get("show", "1") == "0":
        return
    count = 0
    for paragraph in slide.iter(f"{_A}p"):
        if _is_hidden(paragraph, size):
            continue
        shape = next(paragraph.iterancestors(*_SHAPES), None)
        over = (*_of_shape(shape), *_of_paragraph(paragraph, size))
        runs = [run for run in paragraph if run.tag in {f"{_A}r", f"{_A}fld", f"{_A}br"}]
        ground = None if shape is None else _fill(shape.find(f"{_P}spPr"))
        said = [
            (_words(run), (*over, *_doubts(run, ground)))
            for run in runs
            if not _is_unseen(run, ground)
        ]
        if any(words.strip() for words, _ in said):
            count += 1
            place = PageLocation(path, number, count)
            yield from (Piece(words, place, doubts) for words, doubts in said)
            in_cell = next(paragraph.iterancestors(f"{_A}tc"), None) is not None
            yield Piece("\n", place, edge=Edge.CELL if in_cell else Edge.PARAGRAPH)


def _words(run: etree._Element) -> str:
    return "\n" if run.tag == f"{_A}br" else run.findtext(f"{_A}t", "")


def _is_hidden(paragraph: etree._Element, size: tuple[int, int]) -> bool:
    """Whether the shape of a paragraph is hidden, or stands off the slide."""
    for holder in paragraph.iterancestors(*_SHAPES):
        named = next(holder.iter(f"{_P}cNvPr"), None)
        if named is not None and named.get("hidden", "0") in _HIDDEN:
            return True
        in_group = next(holder.iterancestors(f"{_P}grpSp"), None) is not None
        frame = None if in_group else _frame(holder)
        if frame is not None and _is_off(frame, size):
            return True
    return False


def _frame(shape: etree._Element) -> Frame | None:
    """Where a shape stands that no group moves; None where its layout says so."""
    given = next((each for each in shape.iterfind(f"*/{_A}xfrm")), None)
    given = shape.find(f"{_P}xfrm") if given is None else given
    place = None if given is None else given.find(f"{_A}off")
    size = None if given is None else given.find(f"{_A}ext")
    if place is None or size is None:
        return None
    left, top = (_whole(place.get(name)) for name in ("x", "y"))
    return left, top, left + _whole(size.get("cx")), top + _whole(size.get("cy"))


def _whole(value: str | None) -> int:
    """A whole number; 0 for anything else."""
    return int(value) if value and value.lstrip("-").isdecimal() else 0


def _is_off(frame: Frame, size: tuple[int, int]) -> bool:
    left, top, right, bottom = frame
    return right < 0 or bottom < 0 or left >= size[0] or top >= size[1]


def _of_shape(shape: etree._Element | None) -> Iterator[str]:
    """Why the words of a shape may not be seen: it has no size, or another one lies over it."""
    frame = None if shape is None else _frame(shape)
    if shape is None or frame is None:
        return
    if frame[0] == frame[2] or frame[1] == frame[3]:
        yield "its shape has no size"
    middle = (frame[0] + frame[2]) // 2, (frame[1] + frame[3]) // 2
    for other in shape.itersiblings(*_SHAPES):
        over = _frame(other)
        opaque = other.tag == f"{_P}pic" or _fill(other.find(f"{_P}spPr")) is not None
        if over and opaque and over[0] <= middle[0] <= over[2] and over[1] <= middle[1] <= over[3]:
            yield "another shape lies over it"
            break


def _of_paragraph(paragraph: etree._Element, size: tuple[int, int]) -> Iterator[str]:
    """Why the words of a paragraph may not be seen: they are moved off, or its lines are low."""
    properties = paragraph.find(f"{_A}pPr")
    if properties is None:
        return
    if any(abs(_whole(properties.get(name))) > size[0] for name in ("marL", "indent")):
        yield "its indent moves it off the slide"
    for part, least in (("spcPct", _LOW), ("spcPts", _SMALLEST)):
        if any(_whole(each.get("val")) < least for each in properties.iterfind(_SPACING + part)):
            yield "its lines have no height"


def _fill(properties: etree._Element | None) -> str | None:
    """The colour that a shape or a run is filled with, by its digits or its name in the theme."""
    fill = None if properties is None else properties.find(f"{_A}solidFill")
    if fill is None or not len(fill):
        return None
    return str(fill[0].get("lastClr") or fill[0].get("val", ""))


def _is_unseen(run: etree._Element, ground: str | None) -> bool:
    properties = run.find(f"{_A}rPr")
    if properties is None:
        return False
    size = properties.get("sz", "")
    struck = properties.get("strike", "noStrike") != "noStrike"
    tiny = size.isdecimal() and int(size) < _SMALLEST
    font = properties.find(f"{_A}latin")
    signs = font is not None and font.get("typeface", "").lower() in SIGN_FONTS
    same = ground is not None and _fill(properties) == ground
    return struck or tiny or signs or same or properties.find(f"{_A}noFill") is not None


def _doubts(run: etree._Element, ground: str | None) -> Iterator[str]:
    """Why a run may not be seen: a light colour on the slide, clear, raised, pressed together."""
    properties = run.find(f"{_A}rPr")
    if properties is None:
        return
    value = _fill(properties) or ""
    lifted = any(_whole(each.get("val")) > _LIFTED for each in properties.iter(f"{_A}lumOff"))
    light = value in _GROUNDS or lifted or _COLOUR.fullmatch(value) is not None
    if any(next(properties.iter(_A + each), None) is not None for each in _ODD):
        yield "its letters are filled in a way that cannot be told"
    if light and ground is None:
        yield f"its letters are of a light colour, {value}"
    clear = [_whole(each.get("val")) for each in properties.iter(f"{_A}alpha")]
    if clear and min(clear) < _FAINT:
        yield "its letters are clear"
    if abs(_whole(properties.get("baseline"))) > _RAISED:
        yield "it is raised or lowered out of its line"
    if _whole(properties.get("spc")) < -_CLOSE * (_whole(properties.get("sz")) or _USUAL):
        yield "its letters stand over one another"
