"""Widths of text in one face at one size."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from octavo.pages.fonts import widths_elsewhere
from octavo.pages.reading import End
from octavo.pages.signs import Extent, extents

if TYPE_CHECKING:
    from octavo.pages.fonts import Face
    from octavo.pages.formats import RunFormat

DOTS = 6
"""Dots of the reference device to a twip."""
_INVISIBLE = {"\u200b", "\u2060", "\u00ad", "\ufeff", "\u200d", "\u200c", "\u200e", "\u200f"}
_SHOWN_AS = {"\u2011": "-", "\u2010": "-", "\u00a0": " "}
"""Characters that are as wide as others: a no-break space is a space, whatever the font holds."""
_LESS, _MORE = 0.9, 1.1
"""Room for fonts other than those that were looked at."""
_UNKNOWN_KERNING = {End.LEAST: -0.02, End.GREATEST: 0.003}
"""Share of a text's width: more than kerning changed any line of seven fonts that have it."""


class Setting:
    """Measures text in one face.

    ``is_loose`` where its kerning is asked for, and not known; ``is_partial`` where it has no
    figures for some of ASCII.
    """

    def __init__(self, face: Face, run: RunFormat, size: int, end: End) -> None:
        self._face = face
        self._dots = size * DOTS
        self._end = end
        self._spacing = run.spacing
        self._scale = run.scale
        self._advances: dict[str, float] = {}
        self._odd: set[str] = set()
        self._ligatures = _pattern(face) if not run.spacing else None
        self._kerned = 0 < run.kern_from <= run.size
        self.is_loose = self._kerned and face.kerning is None
        self.is_partial = not _holds_ascii(face)

    def lacks(self, sign: str) -> bool:
        """Whether the face has no figure for a character, nor anything else has."""
        self._learn(sign)
        return sign in self._odd and not is_exact(sign)

    def width(self, text: str) -> float:
        """Advance of the text in twips."""
        try:
            dots: float = sum(map(self._advances.__getitem__, text))
        except KeyError:
            self._learn(text)
            dots = sum(map(self._advances.__getitem__, text))
        if self._odd:
            dots = self._with_odd(text, dots)
        if self._ligatures is not None:
            dots += sum(self._ligature(match[0]) for match in self._ligatures.finditer(text))
        if self._kerned:
            dots += self._kerning(text, dots)
        return dots / DOTS * self._scale / 100 + self._spacing * len(text)

    def _learn(self, text: str) -> None:
        for sign in text:
            if sign not in self._advances:
                self._advances[sign] = self._advance(sign)

    def _advance(self, sign: str) -> float:
        if sign in _INVISIBLE:
            return 0
        figure = self._face.advances.get(_SHOWN_AS.get(sign, sign))
        if figure is None:
            self._odd.add(sign)
            return 0
        return self._scaled(figure)

    def _with_odd(self, text: str, dots: float) -> float:
        """The advance with that of the characters which the face lacks."""
        if self._odd.isdisjoint(text):
            return dots
        for sign, extent in zip(text, extents(text), strict=True):
            if sign in self._odd:
                found = extent if is_exact(sign) else _elsewhere(sign) or extent
                share = found.greatest if self._end is End.GREATEST else found.least
                dots += share * self._dots
        return dots

    def _scaled(self, figure: int) -> int:
        return round(figure * self._dots / self._face.em)

    def _ligature(self, letters: str) -> float:
        return self._scaled(self._face.ligatures[letters]) - sum(map(self._advance, letters))

    def _kerning(self, text: str, dots: float) -> float:
        kerning = self._face.kerning
        if kerning is None:
            return dots * _UNKNOWN_KERNING[self._end]
        return sum(
            self._scaled(kerning.get(left, {}).get(right, 0)) for left, right in pairwise(text)
        )


@lru_cache(maxsize=1024)
def _elsewhere(sign: str) -> Extent | None:
    found = widths_elsewhere(sign)
    return None if found is None else Extent(found[0] * _LESS, found[1] * _MORE)


def is_exact(sign: str) -> bool:
    """Whether a sign is as wide in any font: a space of the em, an ideograph."""
    (found,) = extents(sign)
    return found.least == found.greatest


@lru_cache(maxsize=64)
def _holds_ascii(found: Face) -> bool:
    return found.advances.keys() >= set(map(chr, range(0x20, 0x7F)))


@lru_cache(maxsize=64)
def _pattern(found: Face) -> re.Pattern[str] | None:
    """Finds the ligatures of a face, the longest first."""
    letters = sorted(found.ligatures, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, letters))) if letters else None
