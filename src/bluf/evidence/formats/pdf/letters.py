"""The characters of a passage as the page holds them, and whether their shapes can be theirs."""

from __future__ import annotations

import ctypes
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from math import hypot
from operator import attrgetter
from statistics import median_low
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium
from msgspec import Struct

from bluf.evidence.formats.pdf.lines import around, turning
from bluf.evidence.formats.pdf.messages import Box
from bluf.evidence.formats.pdf.writing import RIGHT_TO_LEFT

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage


OTHER_WORDS = "the file says other words than its page shows"
LEAST_SIZE = 3.0
"""Points; smaller letters cannot be read, but in a font of pictures of letters."""
_MOST_SHARED, _LONG_WORD = 3, 20
"""A ligature stands for at most so many letters, and a picture of a word for so many."""
_SMALL, _TALL, _DEEP = frozenset("acemnorsuvwx"), frozenset("bdhkl"), frozenset("gpqy")
"""Letters that every upright typeface draws low, high, and below the line."""
_TALLER, _LESS_DEEP, _EVEN = 1.1, 0.1, 0.15
"""Of the height of small letters: so much they differ at least, or at most."""
_ODD = 2
"""Of so many letters the shapes must be those of others."""
_ACTUAL = b"ActualText"
_HALF = 0.5
_DEEPEST = 15
"""PDFium draws forms within forms to about this depth."""


class Letter(Struct, frozen=True):
    """A character that is looked at.

    Attributes:
        sign: What the file says that it is.
        index: Its number on the page.
        box: Its box on the page as displayed.
        size: The height of its font there.
        thing: The address of its text object.
        mirrored: Whether it is drawn from right to left, or upside down.
        height: How far it reaches over its line, and ``depth`` below it, as parts of its size;
            both 0 where it does not stand upright.
    """

    sign: str
    index: int
    box: Box
    size: float
    thing: int
    mirrored: bool
    height: float
    depth: float


def letters(page: PdfPage, text: PdfTextPage, indexes: Iterable[int]) -> Iterator[Letter]:
    """The characters with these numbers."""
    turned = turning(page.raw)
    edges, origin, matrix = (ctypes.c_double * 4)(), (ctypes.c_double * 2)(), pdfium.FS_MATRIX()
    targets, point = _each(edges), _each(origin)
    shapes: dict[int, tuple[float, bool, bool]] = {}
    clusters: dict[int, Box] = {}
    for index in indexes:
        pdfium.FPDFText_GetCharBox(text.raw, index, *targets)
        pdfium.FPDFText_GetCharOrigin(text.raw, index, *point)
        left, right, bottom, top = edges[:]
        thing = address(pdfium.FPDFText_GetTextObject(text.raw, index))
        if thing not in shapes:
            pdfium.FPDFText_GetMatrix(text.raw, index, ctypes.byref(matrix))
            stretch = min(hypot(matrix.a, matrix.b), hypot(matrix.c, matrix.d))
            size = abs(pdfium.FPDFText_GetFontSize(text.raw, index)) * stretch
            mirrored = matrix.a * matrix.d < matrix.b * matrix.c and size >= LEAST_SIZE
            if thing and actual_text(thing) and len(text_of(thing, text.raw)) <= _MOST_SHARED:
                clusters[thing] = bounds(thing)  # PDFium parts the box of such letters evenly
            shapes[thing] = size, mirrored, matrix.d > 0 and not (matrix.b or matrix.c or mirrored)
        size, mirrored, upright = shapes[thing]
        unit = size if upright and size else float("inf")
        box = clusters.get(thing) or (left, bottom, right, top)
        yield Letter(
            chr(pdfium.FPDFText_GetUnicode(text.raw, index)), index,
            turned(box) if turned else box, size, thing, mirrored,
            (top - origin[1]) / unit, (origin[1] - bottom) / unit
        )  # fmt: skip


def _each(array: ctypes.Array[ctypes.c_double]) -> list[ctypes._Pointer[ctypes.c_double]]:
    step = ctypes.sizeof(ctypes.c_double)
    pointer = ctypes.POINTER(ctypes.c_double)
    return [ctypes.cast(ctypes.byref(array, step * at), pointer) for at in range(len(array))]


def address(thing: pdfium.FPDF_PAGEOBJECT) -> int:
    """The address of an object of a page; 0 for none."""
    return ctypes.c_void_p.from_buffer(thing).value or 0


def handle(thing: int) -> pdfium.FPDF_PAGEOBJECT:
    """The object of a page at an address."""
    return ctypes.cast(thing, pdfium.FPDF_PAGEOBJECT)


def bounds(thing: int) -> Box:
    """The box of the object at an address, in the space of what holds it."""
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(handle(thing), *map(ctypes.byref, edges))
    left, low, right, high = (edge.value for edge in edges)
    return left, low, right, high


def things_of(found: Iterable[Letter]) -> set[int]:
    """The addresses of the text objects that some letters belong to."""
    return {letter.thing for letter in found if letter.thing}


def texts(page: PdfPage) -> Mapping[int, bool]:
    """The addresses of all text objects of a page, and whether each stands in a form of it."""
    found = page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_TEXT,), max_depth=_DEEPEST)
    return {address(each.raw): each.level > 0 for each in found}


def overlapping(page: PdfPage, others: set[int], letters: Sequence[Letter]) -> dict[int, Box]:
    """Those of some text objects that may be drawn over one of the letters."""
    turned = turning(page.raw)
    area = around(letter.box for letter in letters)
    found = {}
    for other in others:
        box = bounds(other)
        if turned:
            box = turned(box)
        if cross(box, area) and any(cross(box, letter.box) for letter in letters):
            found[other] = box
    return found


def doubles(text: PdfTextPage, things: set[int], over: Mapping[int, Box]) -> set[int]:
    """Those of some objects that are drawn to make the same letters bold, or as their shadow.

    PDFium passes over letters that are drawn a second time: such an object says nothing.
    """
    own = {text_of(thing, text.raw) for thing in things}
    return {
        other for other in over if not actual_text(other) and text_of(other, text.raw) in {"", *own}
    }


def cross(one: Box, other: Box) -> bool:
    """Whether two boxes share more than an edge."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > _HALF and high > _HALF


def otherwise(page: PdfPage, text: PdfTextPage, found: Sequence[Letter]) -> str:
    """Why the letters cannot be, or may not be, what the file says; empty where nothing tells."""
    if shared := _shared(found):
        return shared
    if _renamed(page, text, things_of(found)):
        return "the file gives other words in the place of its letters (ActualText)"
    return "its shapes are not those of its letters" if _misshapen(found) else ""


def _shared(found: Sequence[Letter]) -> str:
    """What it means that one shape stands for more letters than any ligature does."""
    told = ""
    for _, group in groupby(found, key=attrgetter("box")):
        run = [letter.index for letter in group]
        if len(run) > _LONG_WORD or run[-1] - run[0] >= len(run) > _MOST_SHARED:
            return OTHER_WORDS
        if len(run) > _MOST_SHARED:
            told = "one shape stands for a whole word"
    return told


def _renamed(page: PdfPage, text: PdfTextPage, things: set[int]) -> bool:
    """Whether the file names other letters for some of its text than that text itself.

    PDFium gives what is named; so the names are taken off, and the page is read once more.
    """
    named = {thing: mark for thing in things if (mark := actual_text(thing))}
    if not named:
        return False
    given = [_alphanumeric(text_of(thing, text.raw)) for thing in named]
    for thing, mark in named.items():
        pdfium.FPDFPageObj_RemoveMark(handle(thing), mark)
    plain = pdfium.FPDFText_LoadPage(page.raw)
    own = [_alphanumeric(text_of(thing, plain)) for thing in named]
    pdfium.FPDFText_ClosePage(plain)
    for thing in named:  # the next passage is told of it too
        mark = pdfium.FPDFPageObj_AddMark(handle(thing), b"Span")
        pdfium.FPDFPageObjMark_SetStringParam(page.pdf.raw, handle(thing), mark, _ACTUAL, b"")
    pairs = zip(own, given, strict=True)
    return any(here != there and (here or not RIGHT_TO_LEFT.search(there)) for here, there in pairs)


def actual_text(thing: int) -> pdfium.FPDF_PAGEOBJECTMARK | None:
    """The mark of an object that says what stands there in the place of its own text."""
    for number in range(pdfium.FPDFPageObj_CountMarks(handle(thing))):
        mark = pdfium.FPDFPageObj_GetMark(handle(thing), number)
        kind = pdfium.FPDFPageObjMark_GetParamValueType(mark, _ACTUAL)
        if kind != pdfium.FPDF_OBJECT_UNKNOWN:
            return mark
    return None


def text_of(thing: int, text: pdfium.FPDF_TEXTPAGE) -> str:
    """What an object says, without spaces."""
    size = pdfium.FPDFTextObj_GetText(handle(thing), text, None, 0)
    buffer = (ctypes.c_ushort * size)()
    pdfium.FPDFTextObj_GetText(handle(thing), text, buffer, size)
    signs = bytes(buffer).decode("utf-16-le", "replace").partition("\0")[0]
    return "".join(signs.split())


def _alphanumeric(text: str) -> str:
    """The letters and figures of a text; PDFium turns some round that read from the right."""
    found = filter(str.isalnum, unicodedata.normalize("NFKC", text))
    return "".join(sorted(found) if RIGHT_TO_LEFT.search(text) else found)


def _misshapen(found: Sequence[Letter]) -> bool:
    """Whether letters reach higher or lower than theirs can, or one shape stands for them all."""
    by_font: defaultdict[tuple[int, float], list[Letter]] = defaultdict(list)
    for letter in found:
        if letter.height > 0 and letter.thing:
            font = address(pdfium.FPDFTextObj_GetFont(handle(letter.thing)))
            by_font[font, round(letter.size, 1)].append(letter)
    return any(len(_odd(group)) >= _ODD for group in by_font.values())


def _odd(group: Sequence[Letter]) -> set[str]:
    """The letters of one typeface that do not look it; none where small letters are capitals."""
    heights = [letter.height for letter in group if letter.sign in _SMALL]
    if not heights:
        return set()
    usual = median_low(heights)
    deep = {each.sign for each in group if each.depth > _EVEN * usual}
    shallow = {each.sign for each in group if each.depth < _LESS_DEEP * usual}
    high = {each.sign for each in group if each.height > (1 + _EVEN) * usual}
    low = {each.sign for each in group if each.height < _TALLER * usual}
    sunk, cut = deep & (_SMALL | _TALL), shallow & _DEEP
    raised, pressed = high & _SMALL, low & _TALL
    return sunk | raised | (cut | pressed if sunk | raised else set())
