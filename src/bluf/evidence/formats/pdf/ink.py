"""Whether characters of a page show: there must be ink where they stand, and it must be theirs.

The part of the page round them is drawn twice, with their text and without it. What differs is
their ink: nothing differs where they are white on white, clear, clipped, covered, on a layer that
is off or beyond the edge of the page. It is drawn in grey, which is quick; where that shows
too little, larger and in colour.
"""

from __future__ import annotations

import ctypes
from itertools import groupby, pairwise
from math import hypot
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium
from msgspec import Struct
from msgspec.structs import replace

from bluf.evidence.formats.pdf.drawing import (
    FAINT,
    View,
    alike,
    drawn_without,
    ink,
    is_struck,
    stripes,
)
from bluf.evidence.formats.pdf.lines import turning
from bluf.evidence.formats.pdf.messages import InkVerdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pypdfium2 import PdfPage, PdfTextPage

    from bluf.evidence.formats.pdf.drawing import Ink
    from bluf.evidence.formats.pdf.messages import Box

LEAST_SIZE = 3.0
"""Points; smaller letters cannot be read."""
CLEAR = 24
"""Of 255: a difference from this on is seen."""
LEAST_SHARE, FULL_SHARE = 0.5, 0.75
"""So much of a letter's height and width must show, and so much of most letters'."""
WIDE = 1.2
"""A gap wider than so many heights of the letters may hold something that is no text."""
_SCALE, _FINE_SCALE, _FINE_SIZE = 2.0, 5.0, 7.0
_MOST_PIXELS = 30_000_000
_MOST_SHARED = 3
"""A ligature stands for at most so many letters."""
_HALF, _MOST, _ALL = 0.5, 0.8, 0.92
_MOST_FORMS = 10_000
_OVERWRITTEN = "other text is drawn over its letters"
_ARABIC = range(0x0600, 0x0900)
_WORD = 3
_OVERLAPPING, _FEW = 2 / 3, 0.1
"""Of the letters: so many stand over another one; of so few less than half may show, in doubt."""
"""A line through so many letters strikes out a word."""


class _Letter(Struct, frozen=True):
    """A character that is looked at.

    Attributes:
        box: Its box on the page as displayed.
        size: The height of its font there.
        thing: The address of its text object.
        mirrored: Whether it is drawn from right to left, or upside down.
        joins: Whether it joins those beside it, as Arabic letters do, whose boxes are less exact.
    """

    box: Box
    size: float
    thing: int
    mirrored: bool
    joins: bool


def look(
    page: PdfPage, text: PdfTextPage, indexes: Sequence[int], marked: Mapping[int, Sequence[Box]]
) -> InkVerdict:
    """What a reader sees of the characters with these numbers.

    ``marked`` holds the boxes of the annotations of each kind, as they lie on the page.
    """
    letters = list(_letters(page, text, indexes))
    if any(letter.size < LEAST_SIZE for letter in letters):
        return InkVerdict(hidden="its letters are smaller than 3 points")
    if _shared(letters):
        return InkVerdict(hidden="the file says other words than its page shows")
    if _lies_over(marked.get(pdfium.FPDF_ANNOT_REDACT, ()), letters):
        return InkVerdict(hidden="it is marked for redaction")
    verdict = _inked(page, letters)
    struck = _lies_over(marked.get(pdfium.FPDF_ANNOT_STRIKEOUT, ()), letters)
    if struck and not (verdict.hidden or verdict.doubt):
        return InkVerdict(doubt="it is struck out by an annotation")
    return verdict


def _letters(page: PdfPage, text: PdfTextPage, indexes: Sequence[int]) -> Iterator[_Letter]:
    turned = turning(page.raw)
    edges = (ctypes.c_double * 4)()
    targets = [ctypes.cast(ctypes.byref(edges, 8 * at), ctypes.POINTER(ctypes.c_double))
               for at in range(4)]  # fmt: skip
    matrix = pdfium.FS_MATRIX()
    sizes: dict[int, tuple[float, bool]] = {}
    for index in indexes:
        pdfium.FPDFText_GetCharBox(text.raw, index, *targets)
        left, right, bottom, top = edges[:]
        thing = (
            ctypes.cast(pdfium.FPDFText_GetTextObject(text.raw, index), ctypes.c_void_p).value or 0
        )
        if thing not in sizes:
            pdfium.FPDFText_GetMatrix(text.raw, index, ctypes.byref(matrix))
            stretch = min(hypot(matrix.a, matrix.b), hypot(matrix.c, matrix.d))
            size = abs(pdfium.FPDFText_GetFontSize(text.raw, index)) * stretch
            sizes[thing] = size, matrix.a * matrix.d < matrix.b * matrix.c
        box = (left, bottom, right, top)
        size, mirrored = sizes[thing]
        joins = pdfium.FPDFText_GetUnicode(text.raw, index) in _ARABIC
        yield _Letter(turned(box) if turned else box, size, thing, mirrored, joins)


def _shared(letters: Sequence[_Letter]) -> bool:
    """Whether one shape stands for more letters than any ligature does."""
    run = 1
    for before, letter in pairwise(letters):
        run = run + 1 if letter.box == before.box else 1
        if run > _MOST_SHARED:
            return True
    return False


def _lies_over(areas: Iterable[Box], letters: Sequence[_Letter]) -> bool:
    """Whether one of some areas lies over the middle of a letter."""
    return any(
        left < letter.box[0] + letter.box[2] < right and low < letter.box[1] + letter.box[3] < high
        for left, low, right, high in ([2 * edge for edge in area] for area in areas)
        for letter in letters
    )


def _inked(page: PdfPage, letters: Sequence[_Letter]) -> InkVerdict:
    area = _area(page, letters)
    if area[0] >= area[2] or area[1] >= area[3]:
        return InkVerdict(hidden="it stands beyond the edge of the page")
    scale = _FINE_SCALE if min(letter.size for letter in letters) < _FINE_SIZE else _SCALE
    if (area[2] - area[0]) * (area[3] - area[1]) * scale**2 > _MOST_PIXELS:
        return InkVerdict(doubt="the page is too large to be drawn")
    things = {letter.thing for letter in letters if letter.thing}
    found, bare, same = _compared(page, letters, things, area, scale)
    cut = [each.share for each in found if each.share < LEAST_SHARE]
    joined = all(letter.joins for letter, each in zip(letters, found, strict=True)
                 if each.share < LEAST_SHARE)  # fmt: skip
    gone = len(cut) > len(found) * _FEW or min(cut, default=1.0) < LEAST_SHARE / 2 or not joined
    contrast = 0 if gone else min(each.contrast for each in found)
    if contrast < CLEAR and _is_scan(page, things, letters, bare):
        return InkVerdict(remark="the words are a machine's reading of a picture (OCR)")
    if contrast <= FAINT:
        return InkVerdict(hidden="there is no ink of its letters on the page")
    if contrast < CLEAR:
        return InkVerdict(doubt="its letters are very faint")
    return InkVerdict(doubt=_doubt(letters, found, bare) if same else _OVERWRITTEN)


def _compared(
    page: PdfPage, letters: Sequence[_Letter], things: set[int], area: Box, scale: float
) -> tuple[list[Ink], View, bool]:
    """The ink of each letter, the page without them, and whether no other text covers them."""

    def inks(view: View, without: View, size: int = 1) -> list[Ink]:
        return [_ink(page, view, without, each, size) for each in letters]

    shown = View(page, area, scale)
    texts = _texts(page.raw)
    others = texts.keys() - things
    inside = any(texts[each] for each in others)  # a form does not say where on the page it is
    twice: set[int] = set()
    if inside or _overlapped(page, others, letters):
        alone = drawn_without(page, others, area, scale)
        if not all(alike(shown.rows(each.box), alone.rows(each.box)) for each in letters):
            bare = drawn_without(page, things, area, scale)
            return inks(shown, bare), bare, False
        shown, twice = alone, set(others)  # what is drawn twice is looked at once
    bare = drawn_without(page, twice | things, area, scale)
    found = inks(shown, bare)
    if any(each.contrast < CLEAR or each.share < LEAST_SHARE for each in found):
        shown = drawn_without(page, twice, area, _FINE_SCALE, coloured=True)
        without = drawn_without(page, twice | things, area, _FINE_SCALE, coloured=True)
        found = inks(shown, without, 4)
    return found, bare, True


def _doubt(letters: Sequence[_Letter], found: Sequence[Ink], bare: View) -> str:
    """Why words that are there may yet not be read."""
    half = len(letters) / 2
    close = sum(_overlap(one, other) for one, other in pairwise(letters))
    struck = [list(run) for is_so, run in groupby(is_struck(bare.rows(each.box))
              for each in letters) for is_so in [is_so] if is_so]  # fmt: skip
    if max(map(len, struck), default=0) >= min(_WORD, len(letters)):
        return "a line is drawn through its letters"
    if sum(each.mirrored for each in letters) > half:
        return "its letters are mirrored"
    shares = [each.share for each in found]
    if sum(share < FULL_SHARE for share in shares) > half or min(shares) < LEAST_SHARE:
        return "its letters show in part"
    if sum(each.blot for each in found) > half or close > half * _OVERLAPPING:
        return "its letters run together"
    if any(stripes(bare.rows(gap)) for gap in _gaps(letters)):
        return "something that is no text is drawn between its words"
    return ""


def _ink(page: PdfPage, view: View, without: View, letter: _Letter, size: int) -> Ink:
    """The ink of a letter, given how much of its box lies on the page."""
    found = ink(view.rows(letter.box), without.rows(letter.box), size)
    left, low, right, high = letter.box
    width, height = page.get_size()
    across = (min(right, width) - max(left, 0.0)) / ((right - left) or 1.0)
    down = (min(high, height) - max(low, 0.0)) / ((high - low) or 1.0)
    round_it = (left - 1, low - 1, right + 1, high + 1)
    blot = (
        found.solid > _ALL and ink(view.rows(round_it), without.rows(round_it), size).solid > _ALL
    )
    return replace(found, share=found.share * min(1.0, across or 1.0, down or 1.0), blot=blot)


def _texts(page: pdfium.FPDF_PAGE) -> Mapping[int, bool]:
    """The addresses of all text objects of a page, and whether each stands in a form of it."""
    found: dict[int, bool] = {}
    waiting = [(page, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject)]
    while waiting and len(waiting) < _MOST_FORMS:
        holder, count, get = waiting.pop()
        for number in range(count(holder)):
            thing = get(holder, number)
            kind = pdfium.FPDFPageObj_GetType(thing)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                found[ctypes.cast(thing, ctypes.c_void_p).value or 0] = holder is not page
            elif kind == pdfium.FPDF_PAGEOBJ_FORM:
                inside = pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject
                waiting.append((thing, *inside))
    return found


def _overlapped(page: PdfPage, others: set[int], letters: Sequence[_Letter]) -> bool:
    """Whether another text object may be drawn over one of the letters."""
    turned = turning(page.raw)
    area = _round(letters)
    edges = (ctypes.c_float * 4)()
    targets = [
        ctypes.cast(ctypes.byref(edges, 4 * at), ctypes.POINTER(ctypes.c_float)) for at in range(4)
    ]
    for other in others:
        pdfium.FPDFPageObj_GetBounds(ctypes.cast(other, pdfium.FPDF_PAGEOBJECT), *targets)
        left, low, right, high = edges[:]
        box = turned((left, low, right, high)) if turned else (left, low, right, high)
        if _cross(box, area) and any(_cross(box, letter.box) for letter in letters):
            return True
    return False


def _round(letters: Sequence[_Letter]) -> Box:
    """The box round some letters."""
    left, bottom, right, top = zip(*(letter.box for letter in letters), strict=True)
    return min(left), min(bottom), max(right), max(top)


def _cross(one: Box, other: Box) -> bool:
    """Whether two boxes share more than an edge."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > _HALF and high > _HALF


def _overlap(one: _Letter, other: _Letter) -> bool:
    """Whether one letter stands over another for more than half of its width and height."""
    shares = [
        (min(one.box[at + 2], other.box[at + 2]) - max(one.box[at], other.box[at]))
        / (min(one.box[at + 2] - one.box[at], other.box[at + 2] - other.box[at]) or 1.0)
        for at in (0, 1)
    ]
    return one.box != other.box and min(shares) > _HALF


def _area(page: PdfPage, letters: Sequence[_Letter]) -> Box:
    """The part of the page round some letters."""
    left, bottom, right, top = _round(letters)
    margin = max(letter.size for letter in letters)
    width, height = page.get_size()
    return (
        max(0.0, left - margin), max(0.0, bottom - margin),
        min(width, right + margin), min(height, top + margin),
    )  # fmt: skip


def _gaps(letters: Sequence[_Letter]) -> Iterator[Box]:
    """Wide gaps between two letters of a line, at the height of small letters."""
    for before, after in pairwise(letters):
        apart, size = after.box[0] - before.box[2], max(before.size, after.size)
        if apart > WIDE * size and abs(after.box[1] - before.box[1]) < size * _HALF:
            low = max(before.box[1], after.box[1])
            yield before.box[2] + 2, low + size / 8, after.box[0] - 2, low + size * _HALF


def _is_scan(page: PdfPage, things: Iterable[int], letters: Sequence[_Letter], bare: View) -> bool:
    """Whether invisible letters lie over a picture of the page that shows something there."""
    invisible = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
    handles = [ctypes.cast(thing, pdfium.FPDF_PAGEOBJECT) for thing in things]
    if any(pdfium.FPDFTextObj_GetTextRenderMode(handle) != invisible for handle in handles):
        return False
    width, height = page.get_size()
    covered = 0.0
    for picture in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=5):
        left, bottom, right, top = picture.get_bounds()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
    if covered < _HALF * width * height:
        return False
    return sum(stripes(bare.rows(letter.box)) for letter in letters) > len(letters) * _MOST
