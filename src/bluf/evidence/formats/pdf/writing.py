"""Lines whose signs are read in another order than they are drawn, and accents by themselves."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from itertools import accumulate, cycle, pairwise

from msgspec import Struct
from msgspec.structs import replace

from bluf.evidence.formats.pdf.messages import Box, PageLine

_ACCENTS = dict(
    zip(
        "´`¨ˆ˜ˇ¸˝˚˘˙¯",
        "\u0301\u0300\u0308\u0302\u0303\u030c\u0327\u030b\u030a\u0306\u0307\u0304",
        strict=True,
    )
)
ACCENT = re.compile(f"[{''.join(_ACCENTS)}]")
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
TATWEEL = "\u0640"
"""The bar that lengthens a word of Arabic."""
_LAM, _ALEFS = "ل", frozenset("اأإآ")
_GAP, _NARROW = 0.12, 0.05
"""Of the height of a line: a gap that is a space, and one where PDFium takes it for one."""
_FLAT, _JOINED = frozenset("-.,،‐–—_~·…٠۰\"'“”‘’«»*^"), frozenset({" ", TATWEEL})
"""Signs that are as flat as a bar, and what needs no space beside it."""
_THIN, _BAR = 0.01, 0.15
"""Of the height of a line: ink is higher, and the bar that lengthens a word no higher."""
_STOPS = frozenset(".,،؛:;!؟")
_NEAR = 3
"""So many signs on, counting marks, a letter may stand that a space is drawn within."""
_NOWHERE = (0.0, 0.0, 0.0, 0.0)
_BRACKET = re.compile(r"[()\[\]]")
_BRACKETS, _ROUND = str.maketrans("()[]", ")(]["), str.maketrans("[]", "()")
_KINDS = {"L": "L", "R": "R", "AL": "R", "EN": "N", "AN": "N", "CS": "S", "NSM": "M"}
"""Letters from the left and from the right, digits, what parts these in a number, and marks."""
_FOREIGN, _NUMBER = re.compile("[LN](?:[^R]*[LN])?"), re.compile("N+(?:SN+)*")
_TURNED = re.compile("R(?:[^LN]*R)?")


class _Sign(Struct):
    """A character, its number on the page, and its box there."""

    text: str
    index: int
    box: Box


def in_place(
    text: str,
    order: Sequence[int],
    box: Callable[[int], Box],
    ink: Callable[[int], tuple[float, float]],
) -> tuple[str, Sequence[int]]:
    """A line from left to right as its characters stand, in whatever order they were drawn.

    Spaces of no width give way to those between the letters as they stand. Spaces of Arabic, and
    bars that lengthen a word, are told by their ``ink``: files name them by anything, or not at
    all. What is drawn over other letters stays as it was drawn, where all are read from the left.
    """
    signs = [_Sign(sign, at, box(at)) for sign, at in zip(text, order, strict=True)]
    from_left = not RIGHT_TO_LEFT.search(text)
    size = max(sign.box[3] - sign.box[1] for sign in signs)
    for sign in signs:
        if not from_left and sign.text not in _FLAT and _kind(sign.text) != "R":
            sign.text = _by_shape(sign, size, *ink(sign.index))
    signs.sort(key=lambda sign: sign.box[0] + sign.box[2])
    letters = (sign for sign in signs if not sign.text.isspace())
    if from_left and any(_lies_over(*both) for both in pairwise(letters)):
        return text, order
    return _written(_spaced(signs, size * _NARROW, size * _GAP))


def _spaced(signs: list[_Sign], slack: float, wide: float) -> list[_Sign]:
    """Signs with a space in each gap; one of no width, or within another sign, is none."""
    marks = {sign.index for sign in signs if _kind(sign.text) == "M"}
    found: list[_Sign] = []
    edge, least = signs[0].box[0], wide
    for at, sign in enumerate(signs):
        left, _, right, _ = sign.box
        near = (one.box for one in signs[max(0, at - _NEAR) : at + _NEAR + 1] if one is not sign)
        within = (box[0] - slack < left and right < box[2] + slack for box in near)
        if sign.text.isspace() and (right - left < slack or any(within)):
            least = wide if {sign.index - 1, sign.index + 1} & marks else slack
            continue
        if sign.index in marks:
            found.append(sign)
            continue
        joined = {found[-1].text, sign.text} & _JOINED if found else True
        stops = found and found[-1].text in _STOPS and _kind(sign.text) == "R"
        if left - edge > least and not (joined or stops):
            found.append(_Sign(" ", -1, _NOWHERE))
        found.append(sign)
        edge, least = max(edge, right), wide
    return found


def _by_shape(sign: _Sign, size: float, low: float, high: float) -> str:
    """What a sign is by its shape: a bar, or a space where what is named a mark has no ink."""
    left, bottom, right, _ = sign.box
    if _kind(sign.text) == "M":
        return " " if high - low < _THIN * size and right - left > _NARROW * size else sign.text
    on_line = low < bottom + size / 3
    return TATWEEL if on_line and _THIN * size < high - low < _BAR * size else sign.text


def turned(
    text: str, order: Sequence[int], box: Callable[[int], Box], *, from_right: bool = True
) -> tuple[str, Sequence[int]]:
    """A line of letters as they stand, from left to right, in the order in which it is read.

    It begins at the right where most of its letters, or most of its page (``from_right``), do.
    """
    signs = [
        _Sign(sign, at, box(at) if at >= 0 else _NOWHERE)
        for sign, at in zip(text, order, strict=True)
    ]
    kinds = [_kind(sign.text) for sign in signs]
    from_right = from_right or kinds.count("R") > kinds.count("L")
    found = [sign for sign, kind in zip(signs, kinds, strict=True) if kind != "M"]
    found = _turned(found[::-1] if from_right else found, from_right=from_right)
    for at, (before, sign) in enumerate(pairwise(found)):
        if sign.text == _LAM and before.text in _ALEFS and sign.box == before.box:
            found[at : at + 2] = sign, before  # both letters are one shape
    for mark, kind in zip(signs, kinds, strict=True):
        if kind == "M":
            _put_over(found, mark)
    return _written([sign for sign in found if sign.text != TATWEEL])


def _kind(sign: str) -> str:
    return _KINDS.get(unicodedata.bidirectional(sign), "O")


def _lies_over(one: _Sign, other: _Sign) -> bool:
    """Whether a letter is drawn over another; those of a ligature follow in one box."""
    if one.box == other.box:
        return other.index != one.index + 1
    narrower = min(sign.box[2] - sign.box[0] for sign in (one, other))
    return one.box[2] - other.box[0] > narrower / 2


def _turned(signs: list[_Sign], *, from_right: bool) -> list[_Sign]:
    """Signs from the side where a line begins, with what reads from the other side turned round.

    Behind Arabic letters a hyphen or a percent sign is no part of a number, so that “2026-2030”
    stands there as “2030-2026” (Unicode, Annex 9).
    """
    kinds = "".join(_kind(sign.text) for sign in signs)
    for foreign in (_FOREIGN if from_right else _TURNED).finditer(kinds):
        is_number = from_right and "L" not in foreign[0]
        start, end = foreign.span()
        for run in _NUMBER.finditer(kinds, start, end) if is_number else [foreign]:
            signs[slice(*run.span())] = signs[slice(*run.span())][::-1]
    return signs


def _put_over(signs: list[_Sign], mark: _Sign) -> None:
    """Put a mark behind the letter that it is drawn with, or stands over, or that is nearest."""
    begin, middle = mark.box[0], (mark.box[0] + mark.box[2]) / 2

    def away(at: int) -> tuple[bool, float, int]:
        left, _, right, _ = signs[at].box
        outside = max(left - middle, middle - right, 0.0)
        return left != begin, outside, abs(signs[at].index - mark.index)

    letters = [at for at, sign in enumerate(signs) if _kind(sign.text) == "R"]
    at = min(letters, key=away, default=len(signs) - 1) + 1
    while at < len(signs) and (_kind(signs[at].text) == "M" or signs[at].box == signs[at - 1].box):
        at += 1
    signs.insert(at, mark)


def bracketed(lines: Sequence[PageLine]) -> tuple[PageLine, ...]:
    """The lines of a page with brackets that open before they close, where letters read from right.

    Some files name brackets as they look. A pair may go over two lines, and a bracket stand alone:
    where an odd number of them stands in a line, they are named as those of the page are.
    """
    ours = [line.text for line in lines if RIGHT_TO_LEFT.search(line.text)]
    named = "".join(_BRACKET.findall("".join(ours))).translate(_ROUND)
    mirrored = named.count(")(") > named.count("()")
    return tuple(
        replace(line, text=_paired(line.text, mirrored=mirrored))
        if RIGHT_TO_LEFT.search(line.text)
        else line
        for line in lines
    )


def _paired(text: str, *, mirrored: bool) -> str:
    named, other = text, text.translate(_BRACKETS)
    for one in (named, other):
        if _is_balanced(one):
            return one
    if len(_BRACKET.findall(text)) % 2:
        return other if mirrored else named
    opens = cycle((True, False))
    return _BRACKET.sub(
        lambda sign: sign[0] if (sign[0] in "([") == next(opens) else sign[0].translate(_BRACKETS),
        text,
    )


def _is_balanced(text: str) -> bool:
    depths = list(accumulate(1 if sign in "([" else -1 for sign in _BRACKET.findall(text)))
    return min(depths, default=0) >= 0 and not depths[-1:] > [0]


def _written(signs: list[_Sign]) -> tuple[str, Sequence[int]]:
    """The text of some signs, and the number of each character."""
    text = "".join(sign.text for sign in signs)
    return text, [sign.index for sign in signs for _ in sign.text]


def accented(
    text: str, order: Sequence[int], box: Callable[[int], Box]
) -> tuple[str, Sequence[int]]:
    """A line whose letters have the accents that were drawn over them, before or after."""
    signs = [_Sign(sign, at, box(max(0, at))) for sign, at in zip(text, order, strict=True)]
    found: list[_Sign] = []
    for at, sign in enumerate(signs):
        mark = _ACCENTS.get(sign.text)
        after = [one for one in signs[at + 1 : at + 3] if one.text != " "][:1]
        near = (one for one in (*reversed(found), *after) if mark and _covers(one, sign))
        if under := next(near, None):
            under.text = unicodedata.normalize("NFC", under.text + str(mark))
            if under in after:
                signs[at + 1].text = signs[at + 1].text.strip()  # a space may stand between them
        else:
            found.append(sign)
    return _written(found)


def _covers(letter: _Sign, accent: _Sign) -> bool:
    middle = (accent.box[0] + accent.box[2]) / 2
    return letter.text.isalpha() and letter.box[0] < middle < letter.box[2]
