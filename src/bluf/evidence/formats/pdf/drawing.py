"""Parts of a page, drawn; and what two drawings tell of a letter that only one of them shows."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence
from functools import cache, cached_property, reduce
from math import ceil, floor
from operator import or_
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium
from msgspec import Struct

from bluf.evidence.formats.pdf.letters import handle
from bluf.evidence.formats.pdf.messages import Box

if TYPE_CHECKING:
    from pypdfium2 import PdfPage


FAINT = 12
"""Of 255: a difference up to this is not seen."""
BLUE = 30
"""In a hundred: the eye sees that much of a difference in blue, such as that of cream on white."""
LEAST_SHARE, FULL_SHARE = 0.5, 0.75
"""So much of a letter's height and width must show, and so much of most letters'."""
SOLID = 0.92
"""What is inked so much is no letter."""
_STRIPE = 48
_RIM = 0.3
"""Of a letter's ink: so much may lie at its edges."""
_CROSSED = 0.4
"""So much of a letter's width a line takes that strikes it out."""
_EDGE, _FEW = 128, 0.08
"""Of 255, and of a letter's pixels: so much do the edges of a letter differ that is drawn twice."""


class Ink(Struct, frozen=True):
    """The ink of a letter.

    Attributes:
        contrast: How much it stands out, of 255.
        share: How much of its height and width shows.
        solid: How much of its box is ink.
        blot: Whether its box and what is round it are all ink.
    """

    contrast: int = 0
    share: float = 0.0
    solid: float = 0.0
    blot: bool = False


class View:
    """A part of a page, drawn in grey or in colour."""

    def __init__(self, page: PdfPage, area: Box, scale: float, *, coloured: bool = False) -> None:
        self._page = width, height = page.get_size()
        self._bytes = 4 if coloured else 1
        self._scale, self._across = scale, height * scale
        self._left, self._down = floor(area[0] * scale), floor((height - area[3]) * scale)
        self.width = ceil((area[2] - area[0]) * scale) + 5 & ~3  # rows of grey are of fours
        self.height = ceil((area[3] - area[1]) * scale) + 2
        kind = pdfium.FPDFBitmap_BGRx if coloured else pdfium.FPDFBitmap_Gray
        bitmap = pdfium.FPDFBitmap_CreateEx(self.width, self.height, kind, None, 0)
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, self.width, self.height, 0xFFFFFFFF)
        whole = ceil(width * scale), ceil(height * scale)
        pdfium.FPDF_RenderPageBitmap(
            bitmap, page.raw, -self._left, -self._down, *whole, 0, pdfium.FPDF_ANNOT
        )
        self._stride = pdfium.FPDFBitmap_GetStride(bitmap)
        buffer = pdfium.FPDFBitmap_GetBuffer(bitmap)
        self._pixels = ctypes.string_at(buffer, self._stride * self.height)
        pdfium.FPDFBitmap_Destroy(bitmap)
        self._rows: dict[Box, list[bytes]] = {}

    @cached_property
    def is_plain(self) -> bool:
        """Whether nothing is drawn there."""
        return self._pixels.count(self._pixels[:1]) == len(self._pixels)

    def on_page(self, box: Box) -> float:
        """How much of the width and height of a box lies on the page."""
        left, low, right, high = box
        width, height = self._page
        if left >= 0 and low >= 0 and right <= width and high <= height:
            return 1.0
        across = (min(right, width) - max(left, 0.0)) / ((right - left) or 1.0)
        down = (min(high, height) - max(low, 0.0)) / ((high - low) or 1.0)
        return min(1.0, across or 1.0, down or 1.0)

    def rows(self, box: Box) -> list[bytes]:
        """The pixels of a box, row by row from above; in colour, three bytes for each."""
        if box not in self._rows:
            scale, size = self._scale, self._bytes
            left = max(0, floor(box[0] * scale) - self._left) * size
            right = max(left, min(self.width, ceil(box[2] * scale) - self._left) * size)
            first = max(0, floor(self._across - box[3] * scale) - self._down)
            last = min(self.height, ceil(self._across - box[1] * scale) - self._down)
            starts = range(first * self._stride, last * self._stride, self._stride)
            self._rows[box] = [self._pixels[start + left : start + right] for start in starts]
        return self._rows[box]


class Pictures(Struct, frozen=True):
    """What is drawn round a passage.

    Attributes:
        inks: The ink of each of its letters.
        bare: The part of the page without the letters.
        shown: The same part with them.
        scale: How large it is drawn.
        over: The part as it is, where ``shown`` leaves other text out.
        overwritten: Whether other text hides the letters.
    """

    inks: list[Ink]
    bare: View
    shown: View
    scale: float
    over: View | None = None
    overwritten: bool = False


def drawn_without(
    page: PdfPage, things: Iterable[int], area: Box, scale: float, *, coloured: bool = False
) -> View:
    """A part of a page without the objects at some addresses."""
    handles = [handle(thing) for thing in things]
    for each in handles:
        pdfium.FPDFPageObj_SetIsActive(each, 0)
    try:
        return View(page, area, scale, coloured=coloured)
    finally:
        for each in handles:
            pdfium.FPDFPageObj_SetIsActive(each, 1)


def ink(shown: Sequence[bytes], bare: Sequence[bytes], size: int = 1) -> Ink:
    """The ink of a letter, from its box with it and without it, each pixel of ``size`` bytes."""
    if not shown or not shown[0] or shown == bare:
        return Ink()
    wide = len(shown[0])
    drawn, ground = b"".join(shown), b"".join(bare)
    if ground.count(ground[0]) == len(ground):
        differing = drawn.translate(_distances(ground[0]))
    else:
        differing = bytes(abs(here - there) for here, there in zip(drawn, ground, strict=True))
    if size > 1:
        weighed = bytearray(differing)
        weighed[::size] = differing[::size].translate(_weighed())
        differing = bytes(weighed)
    most = max(differing)
    if most <= FAINT:
        return Ink()
    inked = differing.translate(_above(most // 3))
    rows = [inked[at : at + wide] for at in range(0, len(inked), wide)]
    columns = reduce(or_, (int.from_bytes(row, "big") for row in rows)).to_bytes(wide, "big")
    across = (columns.rfind(1) // size - columns.find(1) // size + 1) / max(1, wide // size - 2)
    down = (inked.rfind(1) // wide - inked.find(1) // wide + 1) / max(1, len(rows) - 2)
    return Ink(most, min(across, down), inked.count(1) / len(inked))


@cache
def _distances(ground: int) -> bytes:
    """How far each value is from one."""
    return bytes(abs(value - ground) for value in range(256))


@cache
def _weighed() -> bytes:
    """How much each difference in blue, which comes first of a pixel, tells the eye."""
    return bytes(value * BLUE // 100 for value in range(256))


@cache
def _above(least: int) -> bytes:
    """1 for each value above one, and 0 for the others."""
    return bytes(value > least for value in range(256))


def alike(shown: Sequence[bytes], alone: Sequence[bytes], few: float = _FEW) -> bool:
    """Whether two pictures of a letter are of the same letter, the edges of its ink aside."""
    if shown == alone:
        return True
    pairs = [pair for rows in zip(shown, alone, strict=False) for pair in zip(*rows, strict=False)]
    return sum(abs(one - other) > _EDGE for one, other in pairs) <= len(pairs) * few


def in_tones(rows: Sequence[bytes], least: int) -> list[list[bytes]]:
    """A picture from black to white, and turned round; nothing where less than so much differs."""
    whole = b"".join(rows)
    low, apart = min(whole, default=0), max(whole, default=0) - min(whole, default=0)
    if apart < least:
        return []
    tones = bytes(min(255, max(0, value - low) * 255 // apart) for value in range(256))
    return [
        [row.translate(table) for row in rows]
        for table in (tones, bytes(255 - tone for tone in tones))
    ]


def hides(shown: Sequence[bytes], alone: Sequence[bytes], bare: Sequence[bytes]) -> bool:
    """Whether what is drawn over a letter takes away more than the edges of its ink."""
    signs = list(zip(b"".join(shown), b"".join(alone), b"".join(bare), strict=True))
    most = max((abs(own - ground) for _, own, ground in signs), default=0) / 2
    inked = [abs(here - ground) for here, own, ground in signs if abs(own - ground) > most]
    return sum(left < most for left in inked) > len(inked) * _RIM


def stripes(rows: Sequence[bytes]) -> bool:
    """Whether something is drawn in a box."""
    whole = b"".join(rows)
    if not whole or max(whole) - min(whole) <= _STRIPE:
        return False  # most boxes; a row by itself costs as much
    return any(max(row) - min(row) > _STRIPE for row in rows)


def is_struck(bare: Sequence[bytes]) -> bool:
    """Whether a line, whole or dotted, runs through the middle of a box without its letter."""
    whole = b"".join(bare)
    if not whole or max(whole) - min(whole) <= _STRIPE:
        return False
    ground = bare[0][0]
    inked = [sum(abs(value - ground) > _STRIPE for value in row) / len(row) for row in bare]
    rim = len(bare) // 5
    return max(inked[0], inked[-1]) <= _CROSSED <= max(inked[rim : len(inked) - rim])


def difference(one: Sequence[bytes], other: Sequence[bytes]) -> list[bytes]:
    """What differs between two pictures of a box."""
    return [
        bytes(abs(here - there) for here, there in zip(row, under, strict=True))
        for row, under in zip(one, other, strict=True)
    ]
