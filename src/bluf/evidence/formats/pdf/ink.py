"""Whether characters of a page show: there must be ink where they stand, and it must be theirs.

The part of the page round them is drawn twice, with their text and without it. What differs is
their ink: nothing differs where they are white on white, clear, clipped, covered, on a layer that
is off or beyond the edge of the page. It is drawn in grey, which is quick; where that shows
too little, larger and in colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium
from msgspec.structs import replace

from bluf.evidence.formats.pdf.annotations import UNDRAWN
from bluf.evidence.formats.pdf.doubts import doubt
from bluf.evidence.formats.pdf.drawing import (
    FAINT,
    LEAST_SHARE,
    SOLID,
    Ink,
    Pictures,
    View,
    alike,
    drawn_without,
    hides,
    in_tones,
    ink,
    stripes,
)
from bluf.evidence.formats.pdf.letters import (
    LEAST_SIZE,
    OTHER_WORDS,
    Letter,
    address,
    cross,
    doubles,
    handle,
    otherwise,
    overlapping,
    texts,
    things_of,
)
from bluf.evidence.formats.pdf.letters import letters as letters_of
from bluf.evidence.formats.pdf.lines import around
from bluf.evidence.formats.pdf.messages import Box, InkVerdict

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage


CLEAR = 24
"""Of 255: a difference from this on is seen."""
_SCALE, _FINE_SCALE, _FINE_SIZE = 2.0, 5.0, 7.0
_MOST_PIXELS = 30_000_000
_HALF, _MOST = 0.5, 0.8
_CLEAR_INK = Ink(255, 1.0)
_FRINGE = 0.05
"""Of a shape: so little may differ."""


def look(
    page: PdfPage, text: PdfTextPage, indexes: Sequence[int], marked: Mapping[int, Sequence[Box]]
) -> InkVerdict:
    """What a reader sees of the characters with these numbers.

    ``marked`` holds the boxes of the annotations of each kind, as they lie on the page.
    """
    found = list(letters_of(page, text, indexes))
    if any(_is_tiny(size, found) for size in {letter.size for letter in found}):
        return InkVerdict(hidden="its letters are smaller than 3 points")
    if _lies_over(marked.get(pdfium.FPDF_ANNOT_REDACT, ()), found):
        return InkVerdict(hidden="it is marked for redaction")
    lie = otherwise(page, text, found)
    if lie == OTHER_WORDS:
        return InkVerdict(hidden=lie)
    verdict = _inked(page, text, found)
    lie = "" if verdict.remark else lie  # letters over a scan have no shapes to compare
    if _lies_over(marked.get(pdfium.FPDF_ANNOT_STRIKEOUT, ()), found):
        lie = lie or "it is struck out by an annotation"
    if any(cross(area, at.box) for area in marked.get(pdfium.FPDF_ANNOT_CARET, ()) for at in found):
        lie = lie or "an annotation inserts words into it"
    if _lies_over(marked.get(UNDRAWN, ()), found):
        lie = lie or "an annotation lies over it, and the file does not say how it looks"
    return verdict if verdict.hidden or verdict.doubt or not lie else InkVerdict(doubt=lie)


def _is_tiny(size: float, letters: Sequence[Letter]) -> bool:
    """Whether a font of this size is too small; one of pictures of letters may call itself so."""
    boxes = [letter.box for letter in letters if letter.size == size]
    wide, high = (max(box[at + 2] - box[at] for box in boxes) for at in (0, 1))
    return size < LEAST_SIZE and min(wide, high) < LEAST_SIZE


def _lies_over(areas: Iterable[Box], letters: Sequence[Letter]) -> bool:
    """Whether one of some areas lies over the middle of a letter."""
    return any(
        left < letter.box[0] + letter.box[2] < right and low < letter.box[1] + letter.box[3] < high
        for left, low, right, high in ([2 * edge for edge in area] for area in areas)
        for letter in letters
    )


def _inked(page: PdfPage, text: PdfTextPage, letters: Sequence[Letter]) -> InkVerdict:
    area = _area(page, letters)
    if area[0] >= area[2] or area[1] >= area[3]:
        return InkVerdict(hidden="it stands beyond the edge of the page")
    scale = _FINE_SCALE if min(letter.size for letter in letters) < _FINE_SIZE else _SCALE
    if (area[2] - area[0]) * (area[3] - area[1]) * scale**2 > _MOST_PIXELS:
        return InkVerdict(doubt="the page is too large to be drawn")
    pictures = _compared(page, text, letters, area, scale)
    contrast = _contrast(pictures.inks)
    if contrast <= FAINT and _modes(letters) == {pdfium.FPDF_TEXTRENDERMODE_CLIP}:
        pictures = _filled(page, letters, area, pictures)
        contrast = _contrast(pictures.inks)
    if contrast < CLEAR and _is_scan(page, letters, pictures.bare):
        return InkVerdict(remark="the words are a machine's reading of a picture (OCR)")
    if contrast <= FAINT:
        return InkVerdict(hidden="there is no ink of its letters on the page")
    if contrast < CLEAR:
        return InkVerdict(doubt="its letters are very faint")
    return InkVerdict(doubt=doubt(page, text, letters, pictures))


def _contrast(inks: Sequence[Ink]) -> int:
    """The least contrast of letters; none where too little of one shows."""
    return min(0 if each.share < LEAST_SHARE else each.contrast for each in inks)


def _compared(
    page: PdfPage, text: PdfTextPage, letters: Sequence[Letter], area: Box, scale: float
) -> Pictures:
    """The part of the page as it is, without its other text, and without the letters."""
    things = things_of(letters)
    known = texts(page)
    near = overlapping(page, known.keys() - things, letters)
    own = things | doubles(text, things, near)
    others = known.keys() - own
    shown, over, gone, covered = View(page, area, scale), None, own, False
    if any(known[each] for each in others) or near.keys() - own:
        alone = drawn_without(page, others, area, scale)  # a form says not where on the page it is
        covered = not all(alike(shown.rows(each.box), alone.rows(each.box)) for each in letters)
        if not covered:
            shown, over, gone = alone, shown, own | others
    bare = drawn_without(page, gone, area, scale)
    if own != things:
        views = shown, drawn_without(page, gone - things, area, scale), bare
        covered = covered or any(hides(*(view.rows(at.box) for view in views)) for at in letters)
    found = [_ink(shown, bare, each, 1) for each in letters]
    if any(each.contrast < CLEAR or each.share < LEAST_SHARE for each in found):
        large = drawn_without(page, gone - own, area, _FINE_SCALE, coloured=True)
        without = drawn_without(page, gone, area, _FINE_SCALE, coloured=True)
        found = [_ink(large, without, each, 4) for each in letters]
    return Pictures(found, bare, shown, scale, over, covered)


def _filled(page: PdfPage, letters: Sequence[Letter], area: Box, pictures: Pictures) -> Pictures:
    """The same, where the page shows in two tones what letters that are a clipping path are."""
    own = things_of(letters)
    rest = {address(each.raw) for each in page.get_objects(max_depth=1)}
    for thing in map(handle, own):
        pdfium.FPDFTextObj_SetTextRenderMode(thing, pdfium.FPDF_TEXTRENDERMODE_FILL)
        pdfium.FPDFPageObj_SetFillColor(thing, 0, 0, 0, 255)
    alone = drawn_without(page, rest - own, area, _FINE_SCALE)
    for thing in map(handle, own):
        pdfium.FPDFTextObj_SetTextRenderMode(thing, pdfium.FPDF_TEXTRENDERMODE_CLIP)
    shown, paper = (drawn_without(page, gone, area, _FINE_SCALE) for gone in (own, rest | own))

    def shows(left: float, low: float, right: float, high: float) -> bool:
        pixel, ways = 1 / _FINE_SCALE, in_tones(shown.rows((left, low, right, high)), CLEAR)
        moved = [(left + by, low, right + by, high) for by in (0.0, pixel, -pixel)]
        return any(alike(way, alone.rows(box), _FRINGE) for box in moved for way in ways)

    if not all(shows(*letter.box) for letter in letters):
        return pictures
    inks = [_CLEAR_INK] * len(letters)
    return replace(pictures, inks=inks, bare=paper, shown=shown, scale=_FINE_SCALE)


def _ink(view: View, without: View, letter: Letter, size: int) -> Ink:
    """The ink of a letter, given how much of its box lies on the page."""
    part = view.on_page(letter.box)
    found = ink(view.rows(letter.box), without.rows(letter.box), size)
    if found.solid > SOLID:
        left, low, right, high = letter.box
        near = (left - 1, low - 1, right + 1, high + 1)
        found = replace(found, blot=ink(view.rows(near), without.rows(near), size).solid > SOLID)
    return replace(found, share=found.share * part)


def _area(page: PdfPage, letters: Sequence[Letter]) -> Box:
    """The part of the page round some letters."""
    left, bottom, right, top = around(letter.box for letter in letters)
    margin = max(letter.size for letter in letters)
    width, height = page.get_size()
    return (
        max(0.0, left - margin), max(0.0, bottom - margin),
        min(width, right + margin), min(height, top + margin)
    )  # fmt: skip


def _is_scan(page: PdfPage, letters: Sequence[Letter], bare: View) -> bool:
    """Whether invisible letters lie over a picture of the page that shows something there."""
    if _modes(letters) - {pdfium.FPDF_TEXTRENDERMODE_INVISIBLE}:
        return False
    width, height = page.get_size()
    covered = 0.0
    for picture in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=5):
        left, bottom, right, top = picture.get_bounds()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
    if covered < _HALF * width * height:
        return False
    return sum(stripes(bare.rows(letter.box)) for letter in letters) > len(letters) * _MOST


def _modes(letters: Sequence[Letter]) -> set[int]:
    """Whether letters are filled, outlined, invisible or a clipping path."""
    return set(map(pdfium.FPDFTextObj_GetTextRenderMode, map(handle, things_of(letters))))
