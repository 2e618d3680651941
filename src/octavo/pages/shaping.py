"""Widths and heights of text of one format.

LibreOffice lays text out on a reference device of 8640 dots to the inch: six to the twip. Font
figures are rounded to dots, heights then to twips, as was found by comparing line distances of
five fonts in six sizes, which this repeats exactly.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from octavo.pages.fonts import face
from octavo.pages.obstacles import Unmeasurable

if TYPE_CHECKING:
    from octavo.pages.fonts import Face
    from octavo.pages.formats import RunFormat

_DOTS = 6
"""Dots of the reference device to a twip."""
_RAISED_SIZE = 58
"""Size of superscript and subscript in per cent, as LibreOffice and Word draw them."""
_SMALL_CAPITALS_SIZE = 80
_LONGEST_WORD = 5_000
_SLANT = 12
"""At a line's end LibreOffice keeps a twelfth of the height of slanted text free."""
_INVISIBLE = {"\u200b", "\u2060", "\u00ad", "\ufeff", "\u200d", "\u200c"}
_STAND_INS = {"\u2011": "-", "\u2010": "-", "\u00a0": " "}
"""What is drawn in place of a character that a face may lack, and as wide."""


class Box(NamedTuple):
    """Text that stays on one line, and the blanks behind it that may hang into the margin.

    Widths are twips; ``parts`` are the texts with their shapers, for breaking within a word;
    ``ending`` is the room needed beside ``width`` where the line ends here, ``slant`` what slanted
    text may need further; ``notes`` are the footnotes anchored here.
    """

    width: float
    blank: float
    ascent: int
    descent: int
    parts: tuple[tuple[str, Shaper], ...] = ()
    ending: float = 0.0
    slant: int = 0
    notes: tuple[str, ...] = ()


class Shaper:
    """Measures text of one format."""

    def __init__(self, run: RunFormat) -> None:
        found = face(run.font, bold=run.bold, italic=run.italic)
        if found is None:
            raise Unmeasurable(f"the font “{run.font}”")
        self._run = run
        self._face = found
        size = run.size * _RAISED_SIZE // 100 if run.raised != "baseline" else run.size
        self._dots = size * _DOTS
        self.ascent, self.descent = _line(found, run)
        self._advances: dict[str, int] = {}
        self._widths: dict[str, float] = {}
        self._boxes: dict[str, Box] = {}
        self._ligatures = _pattern(found) if not run.spacing else None
        self._kerned = 0 < run.kern_from <= run.size
        self._slant = (self.ascent + self.descent) // _SLANT if run.italic else 0
        self._one_font = run.font == run.other_font

    def box(self, text: str) -> Box:
        """Text with the blanks at its end; a soft hyphen at the end shows only at a line's end."""
        found = self._boxes.get(text)
        if found is None:
            word = text.rstrip(" \u3000")
            if len(word) > _LONGEST_WORD:
                raise Unmeasurable(f"a word of more than {_LONGEST_WORD:,} characters")
            width, blank = self.width(word), self.width(text[len(word) :])
            hyphen = self.width("-") if word.endswith("\u00ad") else 0.0
            ending = hyphen - self._run.spacing
            found = Box(
                width, blank, self.ascent, self.descent, ((word, self),), ending, self._slant
            )
            self._boxes[text] = found
        return found

    def width(self, text: str) -> float:
        """Advance of the text in twips."""
        found = self._widths.get(text)
        if found is None:
            found = self._widths[text] = self._measure(text)
        return found

    def _measure(self, text: str) -> float:
        if self._run.caps:
            text = text.upper()
        if self._run.small_caps:
            return sum(shaper(self._run_of(part)).width(part.upper()) for part in _cased(text))
        if not text.isascii():
            text = unicodedata.normalize("NFC", text)
            if not self._one_font:
                raise Unmeasurable("different fonts for ASCII and other characters")
        try:
            dots = sum(map(self._advances.__getitem__, text))
        except KeyError:
            self._advances |= {character: self._advance(character) for character in text}
            dots = sum(map(self._advances.__getitem__, text))
        if self._ligatures is not None:
            dots += sum(self._ligature(match[0]) for match in self._ligatures.finditer(text))
        if self._kerned:
            dots += sum(self._kerning(left, right) for left, right in pairwise(text))
        return dots / _DOTS * self._run.scale / 100 + self._run.spacing * len(text)

    def _run_of(self, part: str) -> RunFormat:
        small = part.upper() != part
        size = self._run.size * _SMALL_CAPITALS_SIZE // 100 if small else self._run.size
        return replace(self._run, small_caps=False, size=size)

    def _scaled(self, figure: int) -> int:
        return round(figure * self._dots / self._face.em)

    def _advance(self, character: str) -> int:
        if character in _INVISIBLE:
            return 0
        figure = self._face.advances.get(_STAND_INS.get(character, character))
        if figure is None:
            raise Unmeasurable(f"the character “{character}”, which “{self._run.font}” lacks")
        return self._scaled(figure)

    def _ligature(self, letters: str) -> int:
        return self._scaled(self._face.ligatures[letters]) - sum(map(self._advance, letters))

    def _kerning(self, left: str, right: str) -> int:
        return self._scaled(self._face.kerning.get(left, {}).get(right, 0))


@lru_cache(maxsize=512)
def shaper(run: RunFormat) -> Shaper:
    """The shaper of a format, made once."""
    return Shaper(run)


def _line(found: Face, run: RunFormat) -> tuple[int, int]:
    """Height above and depth below the base line in twips; a line's height is rounded whole."""
    dots = run.size * _DOTS
    ascent = round(found.ascent * dots / found.em)
    descent = round(found.descent * dots / found.em)
    gap = _twips(round(found.gap * dots / found.em))
    height = _twips(ascent + descent) + gap
    above = _twips(ascent) + gap
    return above, height - above


def _twips(dots: int) -> int:
    return (dots + _DOTS // 2) // _DOTS


@lru_cache(maxsize=64)
def _pattern(found: Face) -> re.Pattern[str] | None:
    """Finds the ligatures of a face, the longest first."""
    letters = sorted(found.ligatures, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, letters))) if letters else None


def _cased(text: str) -> list[str]:
    """Text in pieces that are set in one size under small capitals."""
    groups = groupby(text, lambda character: character.upper() != character)
    return ["".join(group) for _, group in groups]
