"""Why words that have ink on the page may yet not be read, or not as the file says them."""

from __future__ import annotations

import unicodedata
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium
from msgspec import Struct

from bluf.evidence.formats.pdf.drawing import (
    FULL_SHARE,
    alike,
    difference,
    drawn_without,
    is_struck,
    stripes,
)
from bluf.evidence.formats.pdf.letters import letters as letters_of
from bluf.evidence.formats.pdf.letters import texts
from bluf.evidence.formats.pdf.writing import RIGHT_TO_LEFT, TATWEEL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pypdfium2 import PdfPage, PdfTextPage

    from bluf.evidence.formats.pdf.drawing import Pictures, View
    from bluf.evidence.formats.pdf.letters import Letter
    from bluf.evidence.formats.pdf.messages import Box

GAP, _WIDE, _EDGE, _HIGH = 0.15, 0.45, 0.2, 0.7
"""Of the height of the letters: the least gap between words, one that another word may stand in,
the edges of such a one, and how high small letters reach."""
_HALF = 0.5
_WORD, _SHAPES = 3, 4
"""A line through so many letters strikes out a word; so many letters have several shapes."""
_OVERLAPPING = 2 / 3
_EDGES = 0.25
"""Of a shape: so much of it lies at edges, which fall on pixels otherwise each time."""
_NEAR, _BAR = 20, 0.25
"""So many characters away stands the next one that is drawn; so high is a hyphen or a bar."""
_SMALLER, _OVER = 0.95, 0.8
"""Of the height of the letters: what is inserted is smaller, and stands so near over them."""


def doubt(page: PdfPage, text: PdfTextPage, letters: Sequence[Letter], pictures: Pictures) -> str:
    """Why words that are there may yet not be read; empty where nothing speaks against it."""
    cause = next((cause for cause, holds in _CAUSES if holds(letters, pictures)), "")
    beside = () if cause else _beside(_with_neighbours(page, text, letters), pictures)
    inked = [place for place in beside if stripes(place.view.rows(place.box))]
    entered = () if cause or pictures.bare.is_plain else _entered(letters, pictures)
    if not (inked or entered):
        return cause
    signs = list(letters_of(page, text, range(pdfium.FPDFText_CountChars(text.raw))))
    named = [sign for sign in signs if _is_drawn(sign)]
    if any(_holds(page, place, named, pictures.scale) for place in inked):
        return "something that is no text of the file is drawn between its words"
    return "words are inserted into it" if entered and _stands_over(signs, entered) else ""


def _entered(letters: Sequence[Letter], pictures: Pictures) -> list[Letter]:
    """The letters into which something other than text reaches from above, as a caret does."""
    rows = (pictures.bare.rows(letter.box) for letter in letters)
    return [one for one, each in zip(letters, rows, strict=True) if stripes(each[: len(each) // 2])]


def _stands_over(signs: Iterable[Letter], entered: Sequence[Letter]) -> bool:
    """Whether smaller text stands right over one of some letters."""
    return any(
        0 < sign.size < _SMALLER * each.size
        and 0 <= sign.box[1] - each.box[3] < _OVER * each.size
        and abs(sign.box[0] + sign.box[2] - each.box[0] - each.box[2]) < 2 * each.size
        for sign in signs
        for each in entered
    )


def _is_mirrored(letters: Sequence[Letter], _: Pictures) -> bool:
    return sum(each.mirrored for each in letters) > len(letters) / 2


def _shows_in_part(letters: Sequence[Letter], pictures: Pictures) -> bool:
    return sum(each.share < FULL_SHARE for each in pictures.inks) > len(letters) / 2


def _is_crossed_out(letters: Sequence[Letter], pictures: Pictures) -> bool:
    """Whether a line, drawn or made of other text, runs through the letters of a word."""

    def crossed(letter: Letter) -> bool:
        over = pictures.over
        return is_struck(pictures.bare.rows(letter.box)) or (
            over is not None
            and is_struck(difference(over.rows(letter.box), pictures.shown.rows(letter.box)))
        )

    if pictures.bare.is_plain and pictures.over is None:
        return False
    runs = [len(list(run)) for is_so, run in groupby(letters, crossed) if is_so]
    return max(runs, default=0) >= min(_WORD, len(letters))


def _run_together(letters: Sequence[Letter], pictures: Pictures) -> bool:
    half = len(letters) / 2
    close = sum(_overlap(one, other) for one, other in pairwise(letters))
    return sum(each.blot for each in pictures.inks) > half or close > half * _OVERLAPPING


def _overlap(one: Letter, other: Letter) -> bool:
    """Whether one letter stands over another for more than half of its width and height."""
    left, low, right, high = one.box
    begin, under, end, over = other.box
    wide, tall = min(right, end) - max(left, begin), min(high, over) - max(low, under)
    return (
        wide > _HALF * min(right - left, end - begin)
        and tall > _HALF * min(high - low, over - under)
        and one.box != other.box
    )


def _one_shape(letters: Sequence[Letter], pictures: Pictures) -> bool:
    """Whether letters of many names look all the same, as boxes for letters that a font lacks."""
    by_sign = {letter.sign: letter for letter in letters if letter.sign.isalpha()}
    if len(by_sign) < _SHAPES:
        return False
    first, *others = by_sign.values()
    if not all(_same_box(first, other) for other in others):
        return False
    shown = pictures.shown
    rows = shown.rows(first.box)
    return first.box[3] - first.box[1] < _EDGES * first.size or all(
        alike(rows, shown.rows(other.box), _EDGES) for other in others
    )


def _same_box(one: Letter, other: Letter) -> bool:
    near = (one.size + other.size) / 100
    return all(
        abs(one.box[at + 2] - one.box[at] - other.box[at + 2] + other.box[at]) < near
        for at in (0, 1)
    )


_CAUSES = (
    ("other text is drawn over its letters", lambda _, pictures: pictures.overwritten),
    ("a line is drawn through its letters", _is_crossed_out),
    ("its letters are mirrored", _is_mirrored),
    ("its letters show in part", _shows_in_part),
    ("its letters run together", _run_together),
    ("one shape stands for all its letters", _one_shape),
)


class _Blank(Struct, frozen=True):
    """Where a view shows nothing but what the file names: in a gap, or at an end of a line."""

    box: Box
    view: View
    is_end: bool = False


def _with_neighbours(
    page: PdfPage, text: PdfTextPage, letters: Sequence[Letter]
) -> Sequence[Letter]:
    """Some letters, with the signs that are drawn before and after them."""
    first, last = letters[0].index, letters[-1].index
    before = letters_of(page, text, range(max(0, first - _NEAR), first))
    after = letters_of(page, text, range(last + 1, last + _NEAR))
    return [*[*filter(_is_drawn, before)][-1:], *letters, *[*filter(_is_drawn, after)][:1]]


def _is_drawn(sign: Letter) -> bool:
    """Whether a sign names what is drawn; one that counts for nothing has no shape but a bar."""
    nothing = sign.sign.isspace() or unicodedata.category(sign.sign) == "Cf"
    bar = 0 < sign.box[3] - sign.box[1] < _BAR * sign.size
    return bar if nothing or sign.sign == TATWEEL else True


def _beside(letters: Sequence[Letter], pictures: Pictures) -> Iterator[_Blank]:
    """The places between two letters of a line, and those beside the ends of an upright one.

    A gap that other letters of the same text may stand in is wider.
    """
    whole = pictures.over or pictures.shown
    for before, after in pairwise(letters):
        size = max(before.size, after.size)
        end, start = before.box[2], after.box[0]
        if abs(after.box[1] - before.box[1]) < size * _HALF:
            low, apart, wide = max(before.box[1], after.box[1]), start - end, size * _EDGE
            edge = min(2.0, apart / 6)
            if apart > _WIDE * size:
                yield _Blank(_low(end + wide, low, start - wide, size), whole)
            if apart > GAP * size and not pictures.bare.is_plain:
                yield _Blank(_low(end + edge, low, start - edge, size), pictures.bare)
        elif before.height and after.height and not RIGHT_TO_LEFT.search(before.sign + after.sign):
            for left, low in (end, before.box[1]), (start - size, after.box[1]):
                box = _low(left + size * _EDGE, low, left + size - size * _EDGE, size)
                yield _Blank(box, whole, is_end=True)


def _low(left: float, low: float, right: float, size: float) -> Box:
    """Where small letters stand, over a line that may be drawn below them."""
    return left, low + size / 8, right, low + size * _HIGH


def _holds(page: PdfPage, place: _Blank, signs: Iterable[Letter], scale: float) -> bool:
    """Whether more is drawn there than the signs that the file names; beside a line, of text."""
    left, low, _, high = place.box
    rows = place.view.rows(place.box)
    if place.is_end:
        bare = drawn_without(page, texts(page), place.box, scale)
        rows = difference(rows, bare.rows(place.box))
    named = [sign.box for sign in signs if low - 1 < sign.box[3] and sign.box[1] < high + 1]
    spans = [((box[0] - left - 1) * scale, (box[2] - left + 1) * scale) for box in named]
    columns = range(len(rows[0]) if rows else 0)
    free = [at for at in columns if not any(start < at < end for start, end in spans)]
    return stripes([bytes(row[at] for at in free) for row in rows])
