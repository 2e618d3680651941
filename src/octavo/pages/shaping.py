"""Widths and heights of text of one format.

LibreOffice lays text out on a reference device of 8640 dots to the inch: six to the twip. Font
figures are rounded to dots, heights then to twips, as was found by comparing line distances of
five fonts in six sizes, which this repeats exactly.

Where a font, or a character in it, has no figures, the width is the least or the greatest of what
could be set there, as the reading asks; and a doubt says so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from itertools import groupby, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from octavo.pages.breaks import Extent, extents, is_complex, is_east_asian, is_square
from octavo.pages.fonts import Face, faces, line_of_east_asian, widths_elsewhere
from octavo.pages.reading import End, Reading, Unmeasurable

if TYPE_CHECKING:
    from octavo.pages.formats import RunFormat

_ASCII = frozenset(map(chr, range(0x20, 0x7F)))
DOTS = 6
"""Dots of the reference device to a twip."""
_INVISIBLE = {"\u200b", "\u2060", "\u00ad", "\ufeff", "\u200d", "\u200c", "\u200e", "\u200f"}
_SHOWN_AS = {"\u2011": "-", "\u2010": "-", "\u00a0": " "}
"""Characters that are as wide as others: a no-break space is a space, whatever the font holds."""
_LESS, _MORE = 0.9, 1.1
"""Room for fonts other than those that were looked at."""
_UNKNOWN_KERNING = {End.LEAST: -0.02, End.GREATEST: 0.003}
"""Share of a text's width: more than kerning changed any line of seven fonts that have it."""
FONT = "the font"
"""How a doubt begins that is about a font without figures."""
_RAISED_SIZE = 58
"""Size of superscript and subscript in per cent, as LibreOffice and Word draw them."""
_SMALL_CAPITALS_SIZE = 80
_LONGEST_WORD = 5_000
_SLANT = 12
"""At a line's end LibreOffice keeps a twelfth of the height of slanted text free."""
_ABOVE, _BELOW = 0.8, 0.2
"""Shares of a line of East Asian text above and below its base line."""
_SIGN_ABOVE, _SIGN_BELOW = 1.08, 0.27
"""Greatest height of a sign from another font: Word lets the line grow, LibreOffice does not."""
_HANGING = " \u3000、。，．"
"""What may hang into the margin: East Asian points do in some programs (17.3.1.21)."""
_GAP = 0.25
"""Greatest space between East Asian and other letters, as a share of the type size (17.3.1.2)."""


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
        self.is_partial = not face.advances.keys() >= _ASCII

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
def _pattern(found: Face) -> re.Pattern[str] | None:
    """Finds the ligatures of a face, the longest first."""
    letters = sorted(found.ligatures, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, letters))) if letters else None


class Box(NamedTuple):
    """Text that stays on one line, and the blanks behind it that may hang into the margin.

    Widths are twips; ``parts`` are the texts with their shapers, for breaking within a word;
    ``ending`` is the room needed beside ``width`` where the line ends here, ``slant`` what slanted
    text may need further; ``notes`` are the footnotes anchored here; ``doubt`` is what of it has
    bounds only.
    """

    width: float
    blank: float
    ascent: int
    descent: int
    parts: tuple[tuple[str, Shaper], ...] = ()
    ending: float = 0.0
    slant: int = 0
    notes: tuple[str, ...] = ()
    doubt: str = ""


class Shaper:
    """Measures text of one format, at one end of what is not known exactly."""

    def __init__(
        self, run: RunFormat, end: End, figures: tuple[Path, ...], without: str = ""
    ) -> None:
        found = faces(run.font, bold=run.bold, italic=run.italic, figures=figures, without=without)
        self._run = run
        self._end = end
        self._figures = figures
        self._without = without
        self._chosen: Callable[[Iterable[float]], float] = max if end is End.GREATEST else min
        size = run.size * _RAISED_SIZE // 100 if run.raised != "baseline" else run.size
        self._settings = [Setting(face, run, size, end) for face in found]
        self._is_partial = any(setting.is_partial for setting in self._settings)
        known = len(found) == 1 and not self._settings[0].is_loose
        self.doubt = "" if known else f"{FONT} “{run.font}”"
        heights = [_line(face, run.size) for face in found]
        self.ascent = int(self._chosen(above for above, _ in heights)) + self._shift()
        self.descent = int(self._chosen(below for _, below in heights)) + self._shift()
        self._widths: dict[str, float] = {}
        self._boxes: dict[str, Box] = {}
        self._slant = (self.ascent + self.descent) // _SLANT if run.italic else 0

    def _shift(self) -> int:
        """17.3.2.24: LibreOffice shifts by a share of a line's height, not by what is asked."""
        if self._run.shift and not self.doubt:
            self.doubt = "text raised or lowered by a distance"
        return abs(self._run.shift) if self._end is End.GREATEST else 0

    def box(self, text: str) -> Box:
        """Text with the blanks at its end; a soft hyphen at the end shows only at a line's end."""
        found = self._boxes.get(text)
        if found is None:
            word = text.rstrip(_HANGING if self._end is End.LEAST else " \u3000")
            if len(word) > _LONGEST_WORD:
                raise Unmeasurable(f"a word of more than {_LONGEST_WORD:,} characters")
            width, blank = self.width(word), self.width(text[len(word) :])
            hyphen = self.width("-") if word.endswith("\u00ad") else 0.0
            ending = hyphen - self._run.spacing
            found = Box(
                width, blank, self.ascent, self.descent, ((word, self),), ending, self._slant
            )
            if self.doubt:
                found = found._replace(doubt=self.doubt)
            if self._is_partial or not word.isascii() or self._run.right_to_left:
                found = self._unusual(word, found)
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
            return sum(self._as(self._cased(part)).width(part.upper()) for part in _cased(text))
        if text.isascii() and not self._run.right_to_left:
            return self._western(text)
        text = unicodedata.normalize("NFC", text)
        return self._chosen(shaper._western(text) for shaper in self._shapers(text))  # noqa: SLF001 - of its own kind

    def _western(self, text: str) -> float:
        """Its width in the font that the format names first."""
        if len(self._settings) == 1:
            return self._settings[0].width(text)
        return self._chosen(setting.width(text) for setting in self._settings)

    def _shapers(self, text: str) -> list[Shaper]:
        """Those that may set a text which is not plain ASCII: there are fonts for each script."""
        if is_complex(text):
            return [self._complex]
        if self._run.right_to_left:
            return [self, self._complex]
        return [self] if self._run.font == self._run.other_font else [self, self._other]

    @cached_property
    def _complex(self) -> Shaper:
        """17.3.2.26, 17.3.2.39: font and size of complex scripts."""
        run = self._run
        return self._as(
            replace(
                run,
                font=run.complex_font,
                other_font=run.complex_font,
                size=run.complex_size,
                right_to_left=False,
                caps=False,
                small_caps=False,
            )
        )

    @cached_property
    def _other(self) -> Shaper:
        return self._as(replace(self._run, font=self._run.other_font))

    def _as(self, run: RunFormat) -> Shaper:
        return _shaper(run, self._end, self._figures, self._without)

    def _cased(self, part: str) -> RunFormat:
        small = part.upper() != part
        size = self._run.size * _SMALL_CAPITALS_SIZE // 100 if small else self._run.size
        return replace(self._run, small_caps=False, size=size)

    def _unusual(self, word: str, box: Box) -> Box:
        """The box of a word that may need another font: how high it is, and what is in doubt."""
        word = unicodedata.normalize("NFC", word)
        shapers = self._shapers(word)
        box = box._replace(
            ascent=int(self._chosen(shaper.ascent for shaper in shapers)),
            descent=int(self._chosen(shaper.descent for shaper in shapers)),
            doubt=next((shaper.doubt for shaper in shapers if shaper.doubt), box.doubt),
        )
        if shapers != [self] and not box.doubt and len(shapers) > 1:
            box = box._replace(doubt="different fonts for ASCII and other characters")
        if is_east_asian(word):
            return self._east_asian(word, box)
        odd = next((sign for sign in word if any(one.lacks(sign) for one in self._settings)), "")
        return self._with_sign(odd, box) if odd else box

    def _with_sign(self, sign: str, box: Box) -> Box:
        if is_complex(sign):
            return box._replace(doubt=box.doubt or f"text in the script of “{sign}”")
        if sign.isascii():  # every font has it, its width alone is not known
            return box._replace(doubt=box.doubt or f"the width of “{sign}” in “{self._run.font}”")
        if self._end is End.GREATEST:
            size = self._run.size
            above, below = round(_SIGN_ABOVE * size), round(_SIGN_BELOW * size)
            box = box._replace(ascent=max(box.ascent, above), descent=max(box.descent, below))
        name = f"the character “{sign}”, which “{self._run.font}” lacks"
        return box._replace(doubt=box.doubt or name)

    def _east_asian(self, word: str, box: Box) -> Box:
        """17.3.2.26: East Asian letters have a font of their own, which may be higher."""
        font, size = self._run.east_asian_font, self._run.size
        least, greatest = line_of_east_asian(font)
        all_asian = all(map(is_east_asian, word))
        doubt = f"the font “{font}”" if font else "a font for East Asian text that is not named"
        height = (greatest if self._end is End.GREATEST else least) * size
        above, below = round(height * _ABOVE), round(height * _BELOW)
        if not all_asian:
            gap = _GAP * size if self._end is End.GREATEST else 0
            box = box._replace(width=box.width + gap * _changes(word))
        if not all_asian or self._end is End.GREATEST:
            above, below = max(above, box.ascent), max(below, box.descent)
        if all_asian and least == greatest and is_square(word):
            doubt = ""
        return box._replace(ascent=above, descent=below, doubt=box.doubt or doubt)


def _changes(word: str) -> int:
    """How often a word changes between East Asian and other letters, at most."""
    return sum(1 for _ in groupby(word, is_east_asian)) + 1


def shaper(run: RunFormat, reading: Reading) -> Shaper:
    """The shaper of a format, made once; a font without figures is noted as a doubt."""
    found = _shaper(run, reading.end, reading.figures, reading.without)
    if found.doubt:
        reading.doubt(found.doubt)
    return found


@lru_cache(maxsize=1024)
def _shaper(run: RunFormat, end: End, figures: tuple[Path, ...], without: str) -> Shaper:
    return Shaper(run, end, figures, without)


def _line(found: Face, size: int) -> tuple[int, int]:
    """Height above and depth below the base line in twips; a line's height is rounded whole."""
    dots = size * DOTS
    ascent = round(found.ascent * dots / found.em)
    descent = round(found.descent * dots / found.em)
    gap = _twips(round(found.gap * dots / found.em))
    height = _twips(ascent + descent) + gap
    above = _twips(ascent) + gap
    return above, height - above


def _twips(dots: int) -> int:
    return (dots + DOTS // 2) // DOTS


def _cased(text: str) -> list[str]:
    """Text in pieces that are set in one size under small capitals."""
    groups = groupby(text, lambda character: character.upper() != character)
    return ["".join(group) for _, group in groups]
