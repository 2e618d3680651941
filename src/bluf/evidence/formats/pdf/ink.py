"""Whether characters of a page show: there must be ink where they stand, and it must be theirs.

The part of the page round them is drawn twice, with their text and without it. What differs is
their ink: nothing differs where they are white on white, clear, clipped, covered, on a layer that
is off or beyond the edge of the page.
"""

from __future__ import annotations

import ctypes
from itertools import pairwise
from math import ceil, floor, hypot
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium
from msgspec import Struct

from bluf.evidence.formats.pdf.lines import turning
from bluf.evidence.formats.pdf.messages import Seen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pypdfium2 import PdfPage, PdfTextPage

    from bluf.evidence.formats.pdf.lines import Box

LEAST_SIZE = 3.0
"""Points; smaller letters cannot be read."""
FAINT, CLEAR = 12, 24
"""Of 255: a difference up to the first is not seen, one from the second on is."""
LEAST_SHARE = 0.5
"""So much of a letter's height and width must show."""
WIDE = 1.2
"""A gap wider than so many heights of the letters may hold something that is no text."""
_STRIPE = 48
_SCALE, _FINE_SCALE, _FINE_SIZE = 2.0, 5.0, 7.0
_MOST_PIXELS = 30_000_000
_MOST_SHARED = 3
"""A ligature stands for at most so many letters."""
_PIXEL = 4
_HALF = 0.5


class _Letter(Struct, frozen=True):
    """A character that is looked at: its box on the page as displayed, and its text object."""

    box: Box
    size: float
    place: tuple[float, float]
    thing: int


def look(page: PdfPage, text: PdfTextPage, indexes: Sequence[int]) -> Seen:
    """What a reader sees of the characters with these numbers."""
    letters = [_letter(page, text, index) for index in indexes]
    if any(letter.size < LEAST_SIZE for letter in letters):
        return Seen(hidden="its letters are smaller than 3 points")
    if _shared(letters):
        return Seen(hidden="the file says other words than its page shows")
    over = _annotated(page, pdfium.FPDF_ANNOT_REDACT, letters)
    if over:
        return Seen(hidden="it is marked for redaction")
    verdict = _inked(page, letters)
    if verdict.hidden or verdict.doubt:
        return verdict
    if _annotated(page, pdfium.FPDF_ANNOT_STRIKEOUT, letters):
        return Seen(doubt="it is struck out by an annotation")
    return verdict


def _letter(page: PdfPage, text: PdfTextPage, index: int) -> _Letter:
    left, bottom, right, top = text.get_charbox(index)
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text.raw, index, ctypes.byref(matrix))
    size = pdfium.FPDFText_GetFontSize(text.raw, index)
    stretch = min(hypot(matrix.a, matrix.b), hypot(matrix.c, matrix.d))
    thing = pdfium.FPDFText_GetTextObject(text.raw, index)
    address = ctypes.cast(thing, ctypes.c_void_p).value or 0
    box = turning(page.raw)((left, bottom, right, top))
    return _Letter(box, abs(size) * stretch, (left, bottom), address)


def _shared(letters: Sequence[_Letter]) -> bool:
    """Whether one shape stands for more letters than any ligature does."""
    run = 1
    for before, letter in pairwise(letters):
        run = run + 1 if letter.box == before.box else 1
        if run > _MOST_SHARED:
            return True
    return False


def _annotations(page: PdfPage) -> Iterator[tuple[int, Box]]:
    """The kind of each annotation, and where it lies on the page as it is displayed."""
    for number in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, number)
        area = pdfium.FS_RECTF()
        pdfium.FPDFAnnot_GetRect(annotation, ctypes.byref(area))
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        yield kind, turning(page.raw)((area.left, area.bottom, area.right, area.top))


def _annotated(page: PdfPage, wanted: int, letters: Sequence[_Letter]) -> bool:
    """Whether an annotation of a kind lies over one of the letters."""
    middles = [
        ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) for box in (each.box for each in letters)
    ]
    return any(
        left < x < right and bottom < y < top
        for kind, (left, bottom, right, top) in _annotations(page)
        if kind == wanted
        for x, y in middles
    )


class _View:
    """A part of a page, drawn."""

    def __init__(self, page: PdfPage, area: Box, scale: float) -> None:
        width, height = page.get_size()
        self._left, self._top, self._scale = floor(area[0] * scale), area[3] * scale, scale
        self._down = floor(height * scale - self._top)
        self.width = ceil((area[2] - area[0]) * scale) + 2
        self.height = ceil((area[3] - area[1]) * scale) + 2
        self._across = height * scale
        bitmap = pdfium.FPDFBitmap_Create(self.width, self.height, 0)
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, self.width, self.height, 0xFFFFFFFF)
        whole = ceil(width * scale), ceil(height * scale)
        pdfium.FPDF_RenderPageBitmap(
            bitmap, page.raw, -self._left, -self._down, *whole, 0, pdfium.FPDF_ANNOT
        )
        self._stride = pdfium.FPDFBitmap_GetStride(bitmap)
        buffer = pdfium.FPDFBitmap_GetBuffer(bitmap)
        self._pixels = ctypes.string_at(buffer, self._stride * self.height)
        pdfium.FPDFBitmap_Destroy(bitmap)

    def rows(self, box: Box) -> list[bytes]:
        """The pixels of a box, row by row from above."""
        left = max(0, floor(box[0] * self._scale) - self._left)
        right = min(self.width, ceil(box[2] * self._scale) - self._left)
        first = max(0, floor(self._across - box[3] * self._scale) - self._down)
        last = min(self.height, ceil(self._across - box[1] * self._scale) - self._down)
        starts = (row * self._stride for row in range(first, last))
        return [
            self._pixels[start + left * _PIXEL : start + max(left, right) * _PIXEL]
            for start in starts
        ]


def _inked(page: PdfPage, letters: Sequence[_Letter]) -> Seen:
    area = _area(page, letters)
    if area[0] >= area[2] or area[1] >= area[3]:
        return Seen(hidden="it stands beyond the edge of the page")
    fine = min(letter.size for letter in letters) < _FINE_SIZE
    scale = _FINE_SCALE if fine else _SCALE
    if (area[2] - area[0]) * (area[3] - area[1]) * scale**2 > _MOST_PIXELS:
        return Seen(doubt="the page is too large to be drawn")
    things = {letter.thing for letter in letters if letter.thing}
    shown, bare = _View(page, area, scale), _without(page, things, area, scale)
    contrast = _least_contrast(shown, bare, letters)
    if contrast < CLEAR and _is_scan(page, things, letters, bare):
        return Seen(remark="the words are a machine's reading of a picture (OCR)")
    if contrast <= FAINT:
        return Seen(hidden="there is no ink of its letters on the page")
    if contrast < CLEAR:
        return Seen(doubt="its letters are very faint")
    foreign = any(_stripes(bare.rows(gap)) for gap in _gaps(letters))
    return Seen(doubt="something that is no text is drawn between its words" if foreign else "")


def _area(page: PdfPage, letters: Sequence[_Letter]) -> Box:
    """The part of the page round some letters."""
    left, bottom, right, top = zip(*(letter.box for letter in letters), strict=True)
    margin = max(letter.size for letter in letters)
    width, height = page.get_size()
    return (
        max(0.0, min(left) - margin), max(0.0, min(bottom) - margin),
        min(width, max(right) + margin), min(height, max(top) + margin),
    )  # fmt: skip


def _least_contrast(shown: _View, bare: _View, letters: Sequence[_Letter]) -> int:
    return min(_contrast(shown.rows(letter.box), bare.rows(letter.box)) for letter in letters)


def _without(page: PdfPage, things: Iterable[int], area: Box, scale: float) -> _View:
    """The part of the page without some objects."""
    handles = [ctypes.cast(thing, pdfium.FPDF_PAGEOBJECT) for thing in things]
    for handle in handles:
        pdfium.FPDFPageObj_SetIsActive(handle, 0)
    try:
        return _View(page, area, scale)
    finally:
        for handle in handles:
            pdfium.FPDFPageObj_SetIsActive(handle, 1)


def _contrast(shown: Sequence[bytes], bare: Sequence[bytes]) -> int:
    """How much a letter's ink stands out; 0 where too little of it shows."""
    rows = [_differing(one, other) for one, other in zip(shown, bare, strict=True)]
    most = max((max(row, default=0) for row in rows), default=0)
    if most <= FAINT:
        return 0
    inked = [any(each > most // 3 for each in row) for row in rows]
    across = [any(column) for column in zip(*([v > most // 3 for v in row] for row in rows))]  # noqa: B905
    enough = _extent(inked) >= LEAST_SHARE and _extent(across) >= LEAST_SHARE
    return most if enough else 0


def _differing(one: bytes, other: bytes) -> list[int]:
    """For each pixel of a row how much its colours differ."""
    if one == other:
        return [0] * (len(one) // _PIXEL)
    signs = [abs(here - there) for here, there in zip(one, other, strict=True)]
    return [max(signs[at : at + 3]) for at in range(0, len(signs), _PIXEL)]


def _extent(inked: Sequence[bool]) -> float:
    """How much of a length lies between the first and the last place with ink."""
    places = [at for at, ink in enumerate(inked) if ink]
    return (places[-1] - places[0] + 1) / max(1, len(inked) - 2) if places else 0.0


def _gaps(letters: Sequence[_Letter]) -> Iterator[Box]:
    """Wide gaps between two letters of a line, at the height of small letters."""
    for before, after in pairwise(letters):
        apart, size = after.box[0] - before.box[2], max(before.size, after.size)
        if apart > WIDE * size and abs(after.box[1] - before.box[1]) < size * _HALF:
            low = max(before.box[1], after.box[1])
            yield before.box[2] + 2, low + size / 8, after.box[0] - 2, low + size * _HALF


def _stripes(rows: Sequence[bytes]) -> bool:
    """Whether something is drawn in a box."""
    return any(
        max(row[channel::_PIXEL], default=0) - min(row[channel::_PIXEL], default=0) > _STRIPE
        for row in rows
        for channel in range(3)
    )


def _is_scan(page: PdfPage, things: Iterable[int], letters: Sequence[_Letter], bare: _View) -> bool:
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
    return sum(_stripes(bare.rows(letter.box)) for letter in letters) > len(letters) * 0.8
