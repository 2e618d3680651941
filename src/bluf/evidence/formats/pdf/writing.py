"""Lines that read from the right, and letters whose accents are drawn as signs of their own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise

from msgspec import Struct

from bluf.evidence.formats.pdf.messages import Box

_ACCENTS = dict(
    zip(
        "´`¨ˆ˜ˇ¸˝˚˘˙¯",
        "\u0301\u0300\u0308\u0302\u0303\u030c\u0327\u030b\u030a\u0306\u0307\u0304",
        strict=True,
    )
)
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
WRITTEN = re.compile(f"{RIGHT_TO_LEFT.pattern}|[{''.join(_ACCENTS)}]")
"""A line in which one of these stands has to be put together from its signs."""
TATWEEL = "\u0640"
"""The bar that lengthens a word of Arabic."""
_LAM, _ALEFS = "ل", frozenset("اأإآ")
_WITHIN, _BETWEEN = 0.25, 0.12
"""Of the height of a line: gaps within a word, and between two, that are spaces."""
_BEHIND = 0.1
_STOPS = frozenset(".,،؛:!؟")
_BRACKETS = str.maketrans("()[]", ")(][")


class _Sign(Struct):
    """A character, its number on the page, and its box there."""

    text: str
    index: int
    box: Box


def rewritten(
    text: str, order: Sequence[int], box: Callable[[int], Box]
) -> tuple[str, Sequence[int]]:
    """A line as it is read, with the number of each of its characters; -1 for one put in."""
    signs = _signs(text, order, box)
    if any(_is_rtl(sign.text) for sign in signs):
        signs = _in_order(_unlengthened(signs))
    return _written(_joined(signs))


def _unlengthened(signs: list[_Sign]) -> list[_Sign]:
    """A line whose Arabic letters reach over the bars that lengthen them."""
    found: list[_Sign] = []
    for sign in signs:
        if sign.text == TATWEEL and found and _is_rtl(found[-1].text):
            left, low, right, high = found[-1].box
            found[-1].box = min(left, sign.box[0]), low, right, high
        else:
            found.append(sign)
    return found


def in_place(
    text: str,
    order: Sequence[int],
    box: Callable[[int], Box],
    is_put_in: Callable[[int], bool],
) -> tuple[str, Sequence[int]]:
    """A line whose characters are given as they were drawn, from left to right as they stand.

    Spaces that PDFium put in for it give way to those between the letters as they stand. What is
    drawn over other letters stays as it was drawn.
    """
    signs = _signs(text, order, box)
    signs = [sign for sign in signs if sign.text != " " or not is_put_in(sign.index)]
    signs.sort(key=lambda sign: sign.box[0])
    size = max(sign.box[3] - sign.box[1] for sign in signs)
    found = signs[:1]
    for before, sign in pairwise(signs):
        if _lies_over(before, sign):
            return text, order
        apart = _apart(sign, before) > size * _BETWEEN
        if apart and not (before.text.isspace() or sign.text.isspace()):
            found.append(_Sign(" ", -1, before.box))
        found.append(sign)
    return _written(found)


def _lies_over(one: _Sign, other: _Sign) -> bool:
    """Whether a letter is drawn over another; those of a ligature follow in one box."""
    if one.box == other.box:
        return other.index != one.index + 1
    narrower = min(sign.box[2] - sign.box[0] for sign in (one, other))
    return one.box[2] - other.box[0] > narrower / 2


def _signs(text: str, order: Sequence[int], box: Callable[[int], Box]) -> list[_Sign]:
    return [_Sign(sign, at, box(at)) for sign, at in zip(text, order, strict=True)]


def _written(signs: list[_Sign]) -> tuple[str, Sequence[int]]:
    """The text of some signs, and the number of each character."""
    text = "".join(sign.text for sign in signs)
    return text, [sign.index for sign in signs for _ in sign.text]


def _is_rtl(sign: str) -> bool:
    return sign > "\u0590" and unicodedata.bidirectional(sign) in {"R", "AL", "NSM"}


def _in_order(signs: list[_Sign]) -> list[_Sign]:
    """A line that reads from the right, word by word as its words stand, with spaces between them.

    PDFium loses spaces before words of other scripts, and sets full stops apart.
    """
    size = max(sign.box[3] - sign.box[1] for sign in signs)
    found: list[_Sign] = []
    for group, run in _runs(signs):
        for at, sign in enumerate(run):
            before = found[-1] if found else sign
            if sign.text == _LAM and before.text in _ALEFS and sign.box[0] == before.box[0]:
                found.insert(-1, sign)  # both letters are one shape, whose order was turned round
                continue
            if sign.box[2] > before.box[2] + size * _BEHIND and _is_rtl(sign.text):
                _put_before(found, sign, size)  # a letter that reaches under the one beside it
                continue
            begins = not at and run is group[0]  # of foreign words, another may be the nearest
            near = [each for one in group for each in one] if begins else [sign]
            over = found[-1:] if at else found
            apart = min((_apart(one, other) for one in over for other in near), default=0.0)
            closes = not at and sign.text in _STOPS
            after = not at and before.text in _STOPS and before is not sign
            if (apart > size * (_WITHIN if at else _BETWEEN) or after) and not closes:
                found.append(_Sign(" ", -1, before.box))
            found.append(sign)
    for at, (mark, letter) in enumerate(pairwise(found)):
        if _is_mark(mark) and _covers(letter, mark) and not (at and _covers(found[at - 1], mark)):
            found[at : at + 2] = letter, mark
    return _bracketed(found)


def _is_mark(sign: _Sign) -> bool:
    return unicodedata.bidirectional(sign.text) == "NSM"


def _apart(one: _Sign, other: _Sign) -> float:
    return max(one.box[0] - other.box[2], other.box[0] - one.box[2])


def _bracketed(found: list[_Sign]) -> list[_Sign]:
    """The same, with brackets that open before they close; some are named as they look."""
    brackets = [sign for sign in found if sign.text in "()[]"]
    opens = True
    for at, sign in enumerate(brackets):
        wrong = sign.text in ")]" if opens else sign.text in "(["
        if wrong and (len(brackets) % 2 == 0 or not at):
            sign.text = sign.text.translate(_BRACKETS)
        opens = not opens
    return found


def _put_before(found: list[_Sign], sign: _Sign, size: float) -> None:
    """Put a letter before the last one, and take out the space that seemed to be there."""
    found.insert(-1, sign)
    match found:
        case [*_, before, _Sign(text=" "), _, _] if before.box[0] - sign.box[2] < size * _BETWEEN:
            del found[-3]


def _runs(signs: list[_Sign]) -> Iterator[tuple[list[list[_Sign]], list[_Sign]]]:
    """The words of a line from the right, those of other scripts from left to right.

    PDFium gives some words in the order in which they are drawn, from the left.
    """
    runs: list[list[_Sign]] = []
    for (is_space, is_rtl), group in groupby(signs, key=_kind):
        run = list(group)
        if is_space:
            continue
        steps = [after.box[0] - sign.box[0] for sign, after in pairwise(run)]
        rising = sum(step > 0 for step in steps) > sum(step < 0 for step in steps)
        runs.append(run[::-1] if rising and is_rtl else run)
        if not is_rtl:
            run.sort(key=lambda sign: sign.box[0])
    runs.sort(key=_middle, reverse=True)
    for is_foreign, group_of in groupby(runs, key=_is_foreign):
        words = list(group_of)
        for among in _outwards(words[::-1]) if is_foreign else [[word] for word in words]:
            yield from ((among, run) for run in among)


def _outwards(words: list[list[_Sign]]) -> Iterator[list[list[_Sign]]]:
    """Foreign words; the stops and brackets at their ends belong to the line round them."""
    first, last = words[0], words[-1]
    head = next(at for at, sign in enumerate(first) if sign.text.isalnum())
    tail = next(at for at, sign in enumerate(last[::-1]) if sign.text.isalnum())
    left, right = first[:head], last[len(last) - tail :]
    del last[len(last) - tail :], first[:head]
    yield from ([right[::-1]] if right else [], words, [left[::-1]] if left else [])


def _middle(run: list[_Sign]) -> float:
    return min(sign.box[0] for sign in run) + max(sign.box[2] for sign in run)


def _kind(sign: _Sign) -> tuple[bool, bool]:
    return sign.text.isspace(), _is_rtl(sign.text)


def _is_foreign(run: list[_Sign]) -> bool:
    """Whether a word is one of a script that reads from the left, or a number."""
    return any(sign.text.isalnum() and not _is_rtl(sign.text) for sign in run)


def _joined(signs: list[_Sign]) -> list[_Sign]:
    """Letters with the accents that were drawn over them, before or after, by themselves."""
    found: list[_Sign] = []
    waiting: _Sign | None = None
    for sign in signs:
        is_accent = sign.text in _ACCENTS
        over = (one for one in reversed(found) if is_accent and _covers(one, sign))
        if under := next(over, None):
            _put(under, sign)
            continue
        if waiting and _covers(sign, waiting):
            del found[next(at for at, one in enumerate(found) if one is waiting) :]
            _put(sign, waiting)
        found.append(sign)
        if sign.text != " ":
            waiting = sign if is_accent else None
    return found


def _put(letter: _Sign, accent: _Sign) -> None:
    letter.text = unicodedata.normalize("NFC", letter.text + _ACCENTS[accent.text])


def _covers(letter: _Sign, accent: _Sign) -> bool:
    middle = (accent.box[0] + accent.box[2]) / 2
    return letter.text.isalpha() and letter.box[0] < middle < letter.box[2]
