"""Other text that is drawn where the letters of a passage stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium

from bluf.evidence.formats.pdf.letters import Letter, actual_text, address, bounds, text_of
from bluf.evidence.formats.pdf.lines import turning
from bluf.evidence.formats.pdf.messages import Box

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage


_HALF = 0.5
_DEEPEST = 15
"""PDFium draws forms within forms to about this depth."""


def texts(page: PdfPage) -> Mapping[int, bool]:
    """The addresses of all text objects of a page, and whether each stands in a form of it."""
    found = page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_TEXT,), max_depth=_DEEPEST)
    return {address(each.raw): each.level > 0 for each in found}


def overlapping(page: PdfPage, others: set[int], letters: Sequence[Letter]) -> dict[int, Box]:
    """Those of some text objects that may be drawn over one of the letters."""
    turned = turning(page.raw)
    area = around(letters)
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


def around(letters: Sequence[Letter]) -> Box:
    """The box round some letters."""
    left, bottom, right, top = zip(*(letter.box for letter in letters), strict=True)
    return min(left), min(bottom), max(right), max(top)


def cross(one: Box, other: Box) -> bool:
    """Whether two boxes share more than an edge."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > _HALF and high > _HALF
