"""Why words that have ink on the page may yet not be read, or not as the file says them."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium

from bluf.evidence.formats.pdf.drawing import (
    FULL_SHARE,
    alike,
    difference,
    drawn_without,
    is_struck,
    stripes,
)
from bluf.evidence.formats.pdf.letters import letters as letters_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pypdfium2 import PdfPage, PdfTextPage

    from bluf.evidence.formats.pdf.drawing import Pictures
    from bluf.evidence.formats.pdf.letters import Letter
    from bluf.evidence.formats.pdf.messages import Box

GAP, _HIGH = 0.15, 0.7
"""Of the height of the letters: the least gap between words, and how high they reach."""
_HALF = 0.5
_WORD, _SHAPES = 3, 4
"""A line through so many letters strikes out a word; so many letters have several shapes."""
_OVERLAPPING = 2 / 3
_EDGES = 0.25
"""Of a shape: so much of it lies at edges, which fall on pixels otherwise each time."""
_LOOK_BETWEEN = 100
_SMALLER, _OVER = 0.95, 0.8
"""Of the height of the letters: what is inserted is smaller, and stands so near over them."""


def doubt(page: PdfPage, text: PdfTextPage, letters: Sequence[Letter], pictures: Pictures) -> str:
    """Why words that are there may yet not be read; empty where nothing speaks against it."""
    cause = next((cause for cause, holds in _CAUSES if holds(letters, pictures)), "")
    gaps = () if cause or pictures.bare.is_plain else _gaps(letters)
    if any(_holds(page, text, gap, pictures) for gap in gaps):
        return "something other than text is drawn between its words"
    entered = () if cause or pictures.bare.is_plain else _entered(letters, pictures)
    if entered:
        every = range(pdfium.FPDFText_CountChars(text.raw))
        if _stands_over(letters_of(page, text, every), entered):
            return "words are inserted into it"
    return cause


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


def _gaps(letters: Sequence[Letter]) -> Iterator[tuple[Box, range]]:
    """The gaps between two letters of a line, and the numbers of the characters in them."""
    for before, after in pairwise(letters):
        apart, size = after.box[0] - before.box[2], max(before.size, after.size)
        if apart > GAP * size and abs(after.box[1] - before.box[1]) < size * _HALF:
            low, edge = max(before.box[1], after.box[1]), min(2.0, apart / 6)
            box = before.box[2] + edge, low + size / 8, after.box[0] - edge, low + size * _HIGH
            yield box, range(before.index + 1, after.index)[:_LOOK_BETWEEN]


def _holds(page: PdfPage, text: PdfTextPage, gap: tuple[Box, range], pictures: Pictures) -> bool:
    """Whether a gap holds something, the dashes and brackets that are quoted aside."""
    box, between = gap
    if not stripes(pictures.bare.rows(box)):
        return False
    signs = {letter.thing for letter in letters_of(page, text, between) if letter.thing}
    rest = drawn_without(page, pictures.gone | signs, box, pictures.scale)
    return stripes(rest.rows(box))
