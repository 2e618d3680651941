"""Where a line may end: Unicode Standard Annex 14, for Latin, Greek and Cyrillic; and odd signs.

Classes are written as in the annex (AL letters, NU figures, HY hyphen-minus, BA break after, B2 em
dash, CL and CP closing, EX exclamation, IS infix, SY slash, IN ellipsis). LibreOffice breaks lines
with ICU, which follows the annex; Word breaks at fewer places that contain no blank.

Of signs that a font has no figures for it is told how wide they are at least and at most, in shares
of the type size: spaces as Unicode says (chapter 6.2), ideographs fill a square, and what other
scripts need was taken from the fonts that there are (``scripts/sign_extents.py``).
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from unicodedata import category

from msgspec.json import decode

_EXTENTS = Path(__file__).parent / "extents.json.gz"
_THOUSAND = 1000


class Extent(NamedTuple):
    """The least and the greatest width of a sign, as shares of the type size."""

    least: float
    greatest: float


_NOTHING = Extent(0.0, 0.0)
_ANY = Extent(0.2, 1.4)
_SQUARE = Extent(1.0, 1.0)
_HALF_SQUARE = Extent(0.5, 0.5)
_HANGUL = Extent(0.86, 1.0)
_KANA = Extent(0.7, 1.0)
"""Kana of the proportional faces of Japanese fonts are narrower than a square."""
_EAST_ASIAN_POINT = Extent(0.5, 1.0)
"""Punctuation of a square may be set in half of it, where the document compresses it."""
_EMOJI = Extent(0.8, 1.5)
_SPACES = {
    **dict.fromkeys("\u2000\u2002", Extent(0.5, 0.5)),
    **dict.fromkeys("\u2001\u2003\u3000", _SQUARE),
    **{sign: Extent(1 / n, 1 / n) for sign, n in (("\u2004", 3), ("\u2005", 4), ("\u2006", 6))},
    "\u2007": Extent(0.45, 0.65),
    "\u2008": Extent(0.2, 0.4),
    "\u2009": Extent(0.1, 0.26),
    "\u200a": Extent(0.04, 0.2),
    "\u202f": Extent(0.1, 0.34),
    "\u205f": Extent(0.2, 0.3),
}
_EAST_ASIAN = (
    "\u1100\u11ff\u2e80\u2fff\u3001\u303e\u3041\u4dbf\u4e00\ua4cf\ua960\ua97f\uac00\ud7ff"
    "\uf900\ufaff\ufe30\ufe4f\uff00\uffef\U00020000\U0003ffff"
)
"""The first and the last sign of each range: an expression of them takes long to compile."""
_COMPLEX = (
    "\u0590\u08ff\u0900\u109f\u1200\u137f\u1780\u17ff\u1800\u18af\u1a20\u1aaf"
    "\ufb1d\ufdff\ufe70\ufefc"
)


def is_east_asian(text: str) -> bool:
    """Whether it holds letters that are set in the font for East Asian text (17.3.2.26)."""
    return _holds(text, _EAST_ASIAN)


def is_complex(text: str) -> bool:
    """Whether it holds letters that are set in the font for complex scripts (17.3.2.7)."""
    return _holds(text, _COMPLEX)


def _holds(text: str, ranges: str) -> bool:
    return not text.isascii() and any(_lies_in(sign, ranges) for sign in {*text})


@lru_cache(maxsize=4096)
def _lies_in(sign: str, ranges: str) -> bool:
    return any(first <= sign <= last for first, last in zip(ranges[::2], ranges[1::2], strict=True))


def is_square(text: str) -> bool:
    """Whether each of its signs fills a square in any font."""
    return all(extent(sign) == _SQUARE for sign in text)


def extents(text: str) -> Sequence[Extent]:
    """The extent of each sign of a text, its letters joined as they stand."""
    return [
        extent(sign, _form(text, at)) if sign in _joining() else extent(sign)
        for at, sign in enumerate(text)
    ]


@lru_cache(maxsize=4096)
def extent(sign: str, form: int = 0) -> Extent:
    """The extent of one sign; ``form`` is how a letter joins: isolated, initial, medial, final."""
    if sign in _SPACES:
        return _SPACES[sign]
    category = unicodedata.category(sign)
    if category in {"Cf", "Cc"} or unicodedata.name(sign, "").startswith("VARIATION SELECTOR"):
        return _NOTHING
    width = unicodedata.east_asian_width(sign)
    if width in "WF":
        return _east_asian(sign, category)
    if width == "H":
        return _HALF_SQUARE
    figures = _figures().get(sign)
    if figures is not None:
        at = 2 * form if _has_forms(figures) else 0
        return Extent(figures[at] / _THOUSAND, figures[at + 1] / _THOUSAND)
    return Extent(0.0, 0.6) if category.startswith("M") else _ANY


def _east_asian(sign: str, category: str) -> Extent:
    if category == "Lo":
        name = unicodedata.name(sign, "")
        if name.startswith("HANGUL"):
            return _HANGUL
        return _KANA if name.startswith(("HIRAGANA", "KATAKANA")) else _SQUARE
    if category.startswith("S"):
        return _EMOJI
    return _EAST_ASIAN_POINT if category.startswith("P") else Extent(0.9, 1.0)


@cache
def _figures() -> Mapping[str, list[int]]:
    """Least and greatest advance in thousandths of the em; four pairs for letters that join."""
    found: dict[str, list[int]] = decode(zlib.decompress(_EXTENTS.read_bytes(), 31))
    return found


def _has_forms(figures: Sequence[int]) -> bool:
    """Whether there are four pairs, one for each form, rather than one."""
    return bool(figures[2:])


@cache
def _joining() -> frozenset[str]:
    """Letters with more than one form."""
    return frozenset(sign for sign, figures in _figures().items() if _has_forms(figures))


@cache
def _joins_onward(sign: str) -> bool:
    """Whether a letter joins the one behind it: it has an initial form of its own."""
    figures = _figures().get(sign, [])
    return sign == "\u0640" or (_has_forms(figures) and figures[:2] != figures[2:4])


def _form(text: str, at: int) -> int:
    """0 isolated, 1 initial, 2 medial, 3 final; marks between letters are looked over."""
    before, after = _letter(reversed(text[:at])), _letter(text[at + 1 :])
    joined_before = _joins_onward(before)
    joined_after = _joins_onward(text[at]) and (after in _joining() or after == "\u0640")
    return (0, 1, 3, 2)[joined_before * 2 + joined_after]


def _letter(signs: Iterable[str]) -> str:
    """The first letter that is no mark; empty where there is none."""
    return next((sign for sign in signs if unicodedata.category(sign) != "Mn"), "")


_NEVER_BEFORE = (
    r" \u3000)\]}!?,.:;/\u2026\u201d\u2019\u00bb\"'\-\u2010\u2013"
    r"\u00a0\u2011\u202f\u2007\u2060\u00ad\u200b"
)
"""LB7, LB11 to LB13, LB19, LB21, LB22: no break before these, even where one is allowed."""

_BLANKS = r"(?<=[ \u3000])(?=[^ \u3000)\]}!?,.:;/])"
"""LB18: after blanks, but LB13."""
_OPPORTUNITIES = (
    _BLANKS,
    r"(?<=\u200b)(?!\u200b)",  # LB8 after a zero width space
    rf"(?<=[^\s]-)(?=[^\d{_NEVER_BEFORE}])",  # HY, but LB25 before a figure
    rf"(?<=[\u2010\u2012\u2013\u00ad|])(?=[^{_NEVER_BEFORE}])",  # BA
    r"(?<=[^\s\u2014(\[{\u201c\u2018\u00ab\u00a0])(?=\u2014)",  # B2: before an em dash
    rf"(?<=\u2014)(?=[^\u2014{_NEVER_BEFORE}])",  # B2: after an em dash
    r"(?<=[!?}])(?=\w)",  # EX and CL before letters and figures
    r"(?<=\u2026)(?=\w)",  # IN
)
_BEHIND_SLASH = r"(?<=/)(?=[^\W\d_])"
"""SY before a letter: LibreOffice ends a line behind a slash in Chinese only."""
_AFTER_BLANKS = re.compile(_BLANKS)
_MARKS = r"[\-/!?}|\u00ad\u200b\u2010\u2012\u2013\u2014\u2026]"
_OTHER_MARK = re.compile(_MARKS)
"""Most texts hold none of these and can end a line after a blank only."""
_NOT_PLAIN = re.compile(rf"{_MARKS}|\u3000|  | [)\].,:;]")
"""Where none of this stands a line can end after each blank, and nowhere else."""


_NEVER_FIRST = (
    "、。，．・：；？！ー゛゜ヽヾゝゞ々〜～’”）〕］｝〉》」』】〟°′″℃％‰¢"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
)
_NEVER_LAST = "‘“（〔［｛〈《「『【〝￥＄£"
"""17.3.1.16: signs that East Asian lines do not begin or end with."""


@lru_cache(maxsize=1024)
def segments(text: str, *, loose: bool = False) -> Sequence[str]:
    """The text cut at every place where a line may end; blanks stay at the end of a segment.

    Where scripts without blanks may be cut is known within bounds only: ``loose`` cuts them
    wherever anybody could, else only where everybody does.
    """
    if not _NOT_PLAIN.search(text) and (text.isascii() or not _has_no_blanks(text)):
        *words, last = text.split(" ")
        found = [f"{word} " for word in words]
        return [*found, last] if last else found
    pattern = _opportunity(loose=loose) if _OTHER_MARK.search(text) else _AFTER_BLANKS
    cuts = [match.start() for match in pattern.finditer(text)]
    if not loose and has_address(text):
        whole = [match.span() for match in _ADDRESS.finditer(text)]
        cuts = [cut for cut in cuts if not any(start < cut < end for start, end in whole)]
    if not text.isascii() and _has_no_blanks(text):
        cuts = sorted({*cuts, *_within_scripts(text, loose=loose)})
    starts = [0, *cuts]
    ends = [*cuts, len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True) if start < end]


@cache
def _opportunity(*, loose: bool) -> re.Pattern[str]:
    return re.compile("|".join((*_OPPORTUNITIES, _BEHIND_SLASH) if loose else _OPPORTUNITIES))


_ADDRESS = re.compile(r"[^ ]*(?:://|www\.)[^ ]*")


def has_address(text: str) -> bool:
    """Whether it holds the address of a page, which LibreOffice cuts where it must."""
    return "://" in text or "www." in text


def _has_no_blanks(text: str) -> bool:
    """Whether it holds a script that sets no blanks between words."""
    return is_east_asian(text) or _SOUTH_EAST_ASIAN.search(text) is not None


_SOUTH_EAST_ASIAN = re.compile(r"[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff]")


def _within_scripts(text: str, *, loose: bool) -> Iterator[int]:
    """Places between East Asian letters; and, of Thai and its like, those that somebody may cut."""
    for at, (before, after) in enumerate(pairwise(text), 1):
        if after in " \u3000\u00a0" or before == "\u00a0":
            continue
        if is_east_asian(before) or is_east_asian(after):
            if loose or not (after in _NEVER_FIRST or before in _NEVER_LAST):
                yield at
        elif loose and _SOUTH_EAST_ASIAN.match(after) and not category(after).startswith("M"):
            yield at
