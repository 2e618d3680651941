"""Where a line may end: Unicode Standard Annex 14, for Latin, Greek and Cyrillic.

Classes are written as in the annex (AL letters, NU figures, HY hyphen-minus, BA break after, B2
em dash, CL and CP closing, EX exclamation, IS infix, SY slash, IN ellipsis). LibreOffice breaks
lines with ICU, which follows the annex; Word breaks at fewer places that contain no blank.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING
from unicodedata import category

from octavo.pages.signs import is_east_asian

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
