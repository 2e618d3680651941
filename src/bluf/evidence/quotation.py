"""Read a quotation as its author meant it: parts, omissions, insertions.

The marks are those of the style guides (Chicago Manual of Style, 17th edition, 13.7 and 13.49 to
13.62): “…” or “[…]” leaves a part out, square brackets insert or replace a word, ``[T]he`` changes
a capital, ``[sic]`` says that an error stands in the source.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate

from msgspec import Struct

from bluf.evidence.normal import normalise
from bluf.evidence.words import words_of

_DOTS = r"(?:…+|\.(?:\s?\.){2,})"
_BRACKETED = rf"\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)|[‹<]\s*{_DOTS}\s*[›>]|/\s*{_DOTS}\s*/"
_EAST_ASIAN = rf"[（［【〔]\s*(?:{_DOTS}|[中前后後下]?略)\s*[）］】〕]|⋯+"
_DASHED = r"\[\s*[-–—]{1,3}\s*\]|\(\s*[-–—]{1,3}\s*\)"
_STARS = r"(?<!\S)\*\s?\*\s?\*(?!\S)"
_MARK = re.compile(
    rf"""
      (?P<sic>\[\s*sic[!.]?\s*\])
    | (?P<omission>{_BRACKETED}|{_DASHED}|{_EAST_ASIAN}|{_STARS}|{_DOTS})
    | \[(?P<letter>[^\W\d_])\]
    | \[(?P<insertion>[^\[\]]*)\]
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SIC = re.compile(r"\s*\[\s*sic[!.]?\s*\]", re.IGNORECASE)
_EITHER_CASE = "\ufdd0"
"""Stands before a letter of either case while a part is normalised; Unicode has no such sign."""


class Part(Struct, frozen=True):
    """Words that have to stand in the source one after the other.

    Attributes:
        text: The words, normalised.
        either_case: Offsets in ``text`` of letters whose case was changed in brackets.
        open_end: Whether its last word may go on, as in ``agree[d]``.
    """

    text: str
    either_case: frozenset[int] = frozenset()
    open_end: bool = False


class Gap(Struct, frozen=True):
    """What lies between two parts.

    Attributes:
        omits: Whether the author says that something was left out.
        attached: Whether an insertion ends the word before it, as in ``agree[d]``.
    """

    omits: bool = False
    attached: bool = False


class Quotation(Struct, frozen=True):
    """Parts that have to follow each other; a gap lies between each two of them."""

    parts: tuple[Part, ...]
    gaps: tuple[Gap, ...] = ()


@lru_cache(maxsize=512)
def readings(quote: str) -> tuple[Quotation, ...]:
    """The ways to read ``quote``, the most literal first; none where it holds no word.

    Marks may belong to the source itself, so that the first reading takes them as they are.
    A single letter in brackets may change a capital or be an insertion.
    """
    literal = _part(quote, open_end=False)
    ways = [Quotation((literal,) if literal else ())]
    if _MARK.search(quote):
        ways += (_parse(_resolve(quote, letters=True)), _parse(_resolve(quote, letters=False)))
    return tuple(dict.fromkeys(way for way in ways if way.parts))


def _resolve(quote: str, *, letters: bool) -> str:
    """``quote`` without its ``[sic]`` and, where asked, with bracketed letters of either case."""

    def resolved(mark: re.Match[str]) -> str:
        return _EITHER_CASE + mark["letter"] if letters and mark["letter"] else mark.group()

    return _MARK.sub(resolved, _SIC.sub("", quote))


def _parse(text: str) -> Quotation:
    """The parts of ``text`` between its marks; none where brackets change how a word begins.

    ``[dis]agreed`` is another word than the source's: no style guide allows that, and it could
    turn any statement round.
    """
    parts: list[Part] = []
    gaps: list[Gap] = []
    gap: Gap | None = None
    done = 0
    for mark in (*_MARK.finditer(text), None):
        words = text[done : mark.start() if mark else None]
        following = _gap(mark, words) if mark else None
        part = _part(words, open_end=following is not None and following.attached)
        if part:
            gaps += [gap] if gap and parts else []
            parts.append(part)
            gap = None
        if mark and following:
            if not following.omits and text[mark.end() : mark.end() + 1].isalpha():
                return Quotation(())
            gap, done = _wider(gap, following), mark.end()
    return Quotation(tuple(parts), tuple(gaps))


def _gap(mark: re.Match[str], before: str) -> Gap:
    omits = bool(mark["omission"])
    return Gap(omits, attached=not omits and before[-1:].isalpha())


def _wider(gap: Gap | None, other: Gap) -> Gap:
    """The gap that two marks make together, if no words lie between them."""
    return other if gap is None else Gap(gap.omits or other.omits)


def _part(words: str, *, open_end: bool) -> Part | None:
    pieces = normalise(words.strip()).text.split(_EITHER_CASE)
    text = "".join(pieces)
    if not words_of(text):
        return None
    ends = accumulate(map(len, pieces[:-1]))
    return Part(text, frozenset(ends), open_end)


def inserted_words(quote: str) -> list[str]:
    """The words that the author put in brackets."""
    marks = _MARK.finditer(quote)
    return [word for mark in marks for word in words_of(mark["insertion"] or "")]


def outer_insertions(quote: str) -> tuple[str, str]:
    """What the author put in brackets before the first word of the source, and after the last."""
    marks = [mark for mark in _MARK.finditer(quote) if mark["insertion"]]
    before = [mark["insertion"] for mark in marks if not words_of(own_words(quote[: mark.start()]))]
    after = [mark["insertion"] for mark in marks if not words_of(own_words(quote[mark.end() :]))]
    return " ".join(before), " ".join(after)


def own_words(quote: str) -> str:
    """The words of the source alone, normalised: without what the author put in brackets."""
    return normalise(_MARK.sub(lambda mark: mark["letter"] or " ", quote)).text


def in_either_case(words: str) -> str:
    """The words with their first letter in either case, as a quotation brackets it: ``[l]ater``.

    A word of one letter is written in the other case: in brackets it could stand for any word.
    """
    if words[:1].isalpha() and words[1:2].isalpha():
        return f"[{words[0]}]{words[1:]}"
    return words[:1].swapcase() + words[1:]
