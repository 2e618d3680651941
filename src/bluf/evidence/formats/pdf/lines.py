"""The lines of a page, from the characters that PDFium finds on it."""

from __future__ import annotations

import ctypes
import unicodedata
from itertools import groupby, pairwise
from statistics import median
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium
from msgspec import Struct

from bluf.evidence.formats.pdf.messages import Line
from bluf.evidence.normal import LINE_HYPHEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOST_CHARACTERS = 200_000
"""A page with more holds no text that anybody reads."""
RAISED = 0.15
SMALLER = 0.82
"""A mark of a note stands so much of the letters' height higher, and is so much smaller."""
COLUMN_GAP = 0.9
"""A gap of so many heights of the letters may part two columns."""
_LABEL = 4
"""So few characters are the number or the sign of a list, not a column."""
_HYPHENS = frozenset("-‐\u00ad¬")
_HYPHEN_MARKS = frozenset({0x02, 0xFFFE})
"""What PDFium gives for a hyphen that it takes for a break within a word."""
_ACCENTS = {
    "´": "\u0301", "`": "\u0300", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303", "ˇ": "\u030c",
    "¸": "\u0327", "˝": "\u030b", "˚": "\u030a", "˘": "\u0306", "˙": "\u0307", "¯": "\u0304",
}  # fmt: skip
_LAM = "ل"
_ALEFS = frozenset("اأإآ")
_HIGH, _LOW = 0xD800 >> 10, 0xDC00 >> 10
"""What the halves of a character beyond the first plane begin with."""
_BRACKETS = {"(": ")", ")": "(", "[": "]", "]": "["}
_CLOSING = frozenset(")]")
_MARKS = frozenset("*†‡§¶")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_YEAR_FROM, _YEAR_TO = 1900, 2100
_MOST_DIGITS = 3

Box = tuple[float, float, float, float]


class Sign(Struct):
    """A character, its number on the page, and where it stands."""

    text: str
    index: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """The height of the letters of its font."""
        return self.top - self.bottom


def read_lines(page: pdfium.FPDF_PAGE, text: pdfium.FPDF_TEXTPAGE) -> tuple[Line, ...]:
    """The lines of a page in reading order."""
    lines: list[Line] = []
    for row, signs in enumerate(_broken(_signs(page, text))):
        for part in _parted(signs):
            line = _line(_once(_joined(_in_order(part))), row)
            if line and not _is_double(line, lines):
                lines.append(line)
    return tuple(lines)


def _parted(signs: list[Sign]) -> list[list[Sign]]:
    """The parts of a line between gaps so wide that they may be those between columns."""
    drawn = [at for at, sign in enumerate(signs) if not sign.text.isspace()]
    apart = [(signs[after].left - signs[at].right, after) for at, after in pairwise(drawn)]
    gaps = [gap for gap, after in apart if signs[after - 1].text.isspace()]
    if not gaps:
        return [signs]
    size = median(signs[at].height for at in drawn)
    usual = median(gaps) if len(gaps) > 1 else size / 2
    edges = [after for gap, after in apart if gap > max(COLUMN_GAP * size, 2.2 * usual)]
    parts = [signs[start:end] for start, end in pairwise([0, *edges, len(signs)])]
    return parts if all(len(part) > _LABEL for part in parts) else [signs]


def _signs(page: pdfium.FPDF_PAGE, text: pdfium.FPDF_TEXTPAGE) -> Iterator[Sign]:
    """The characters in the order in which PDFium gives them, as they stand when displayed."""
    turned = turning(page)
    rectangle = pdfium.FS_RECTF()
    target = ctypes.byref(rectangle)
    unicode_of, box_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    high = 0
    for index in range(min(pdfium.FPDFText_CountChars(text), MOST_CHARACTERS)):
        code = unicode_of(text, index)
        if code >> 10 == _HIGH:
            high = code
            continue
        if code >> 10 == _LOW:
            code = 0x10000 + ((high & 0x3FF) << 10) + (code & 0x3FF)
        box_of(text, index, target)
        box = turned((rectangle.left, rectangle.bottom, rectangle.right, rectangle.top))
        if code in _HYPHEN_MARKS:
            yield Sign(LINE_HYPHEN, index, *box)
        elif code or box[0] < box[2]:
            yield Sign(chr(code) if code else "\ufffd", index, *box)


def turning(page: pdfium.FPDF_PAGE) -> Callable[[Box], Box]:
    """How a box of the page's own space stands on the page as it is displayed."""
    area = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(area))
    left, bottom, right, top = area.left, area.bottom, area.right, area.top
    return (
        lambda box: (box[0] - left, box[1] - bottom, box[2] - left, box[3] - bottom),
        lambda box: (box[1] - bottom, right - box[2], box[3] - bottom, right - box[0]),
        lambda box: (right - box[2], top - box[3], right - box[0], top - box[1]),
        lambda box: (top - box[3], box[0] - left, top - box[1], box[2] - left),
    )[pdfium.FPDFPage_GetRotation(page) % 4]


def _broken(signs: Iterator[Sign]) -> Iterator[list[Sign]]:
    line: list[Sign] = []
    for sign in signs:
        if sign.text in {"\r", "\n"}:
            if line:
                yield line
            line = []
        else:
            line.append(sign)
    if line:
        yield line


def _is_rtl(sign: str) -> bool:
    return sign > "\u0590" and unicodedata.bidirectional(sign) in {"R", "AL"}


def _in_order(signs: list[Sign]) -> list[Sign]:
    """A line that reads from the right, with the spaces that PDFium loses before Latin words."""
    if not any(_is_rtl(sign.text) for sign in signs):
        return signs
    found: list[Sign] = []
    for sign in _turned(signs):
        before = found[-1] if found else sign
        if sign.text == _LAM and before.text in _ALEFS and sign.left == before.left:
            found.insert(-1, sign)  # both letters are one shape, whose order was turned round
        else:
            apart = max(before.left - sign.right, sign.left - before.right)
            if apart > sign.height / 8 and not (sign.text + before.text).count(" "):
                found.append(Sign(" ", -1, before.left, before.bottom, before.left, before.top))
            found.append(sign)
    brackets = [sign.text for sign in found if sign.text in _BRACKETS]
    if brackets and brackets[0] in _CLOSING:
        for sign in found:
            sign.text = _BRACKETS.get(sign.text, sign.text)
    return found


def _turned(signs: list[Sign]) -> Iterator[Sign]:
    """The signs of a line from the right, with words of other scripts from left to right."""
    for is_rtl, run in groupby(signs, key=lambda sign: _is_rtl(sign.text)):
        words = list(run)
        drawn = [sign for sign in words if sign.text != " "]
        ordered = sorted(drawn, key=lambda sign: sign.left)
        yield from words if is_rtl or ordered == drawn else ordered


def _joined(signs: list[Sign]) -> list[Sign]:
    """Letters with the accents that were drawn over them as signs of their own."""
    if _ACCENTS.keys().isdisjoint(sign.text for sign in signs):
        return signs
    found: list[Sign] = []
    waiting: Sign | None = None
    for sign in signs:
        accent = _ACCENTS.get(sign.text)
        under = next((one for one in reversed(found[-2:]) if one.text != " "), None)
        if accent and under and _covers(under, sign):
            under.text = unicodedata.normalize("NFC", under.text + accent)
        elif accent:
            waiting = sign
            found.append(sign)
        elif waiting and sign.text == " ":
            found.append(sign)
        elif waiting and _covers(sign, waiting):
            del found[next(at for at, one in enumerate(found) if one is waiting) :]
            sign.text = unicodedata.normalize("NFC", sign.text + _ACCENTS[waiting.text])
            found.append(sign)
            waiting = None
        else:
            found.append(sign)
            waiting = None
    return found


def _covers(letter: Sign, accent: Sign) -> bool:
    middle = (accent.left + accent.right) / 2
    return letter.text.isalpha() and letter.left < middle < letter.right


def _once(signs: list[Sign]) -> list[Sign]:
    """Signs without those that are drawn twice at one place to make them bold."""
    return [
        sign
        for at, sign in enumerate(signs)
        if not (
            at
            and sign.text == signs[at - 1].text
            and sign.right > sign.left
            and 0 < abs(sign.left - signs[at - 1].left) < (sign.right - sign.left) / 4
            and sign.text.isalnum()
            and not _is_rtl(sign.text)
        )
    ]


def _line(signs: list[Sign], row: int) -> Line | None:
    drawn = [sign for sign in signs if not sign.text.isspace()]
    if not drawn:
        return None
    size, bottom = median(sign.height for sign in drawn), median(sign.bottom for sign in drawn)
    raised = [
        sign.height < SMALLER * size and sign.bottom > bottom + RAISED * size for sign in signs
    ]
    text, marks = _marked([sign.text for sign in signs], raised)
    if signs[-1].text in _HYPHENS and len(signs) > 1 and signs[-2].text.isalpha():
        text = text[:-1] + LINE_HYPHEN
    left, right = min(sign.left for sign in drawn), max(sign.right for sign in drawn)
    indexes = tuple(sign.index for sign in signs for _ in sign.text)
    return Line(text, indexes, left, bottom, right, size, row, tuple(marks))


def _marked(texts: list[str], raised: list[bool]) -> tuple[str, list[tuple[int, int]]]:
    """The text of a line, and the spans of it that are marks of notes; powers are raised signs."""
    if True not in raised:
        return "".join(texts), []
    text, marks = "", []
    at = 0
    while at < len(texts):
        end = at
        while end < len(texts) and raised[end] and (texts[end].isdigit() or texts[end] in _MARKS):
            end += 1
        run = "".join(texts[at:end])
        if run and text and len(run) <= _MOST_DIGITS:
            if text[-1].isdigit() and not _ends_in_year(text):
                text += run.translate(_SUPERSCRIPT)
            else:
                marks.append((len(text), len(text) + len(run)))
                text += run
        else:
            end = max(end, at + 1)
            text += "".join(texts[at:end])
        at = end
    return text, marks


def _ends_in_year(text: str) -> bool:
    digits = text[len(text.rstrip("0123456789")) :]
    return len(digits) == len("2027") and _YEAR_FROM <= int(digits) < _YEAR_TO


def _is_double(line: Line, before: list[Line]) -> bool:
    """Whether a line was drawn a second time, as a shadow or to make it bold."""
    return any(
        other.text == line.text
        and abs(other.left - line.left) < line.size / 3
        and abs(other.bottom - line.bottom) < line.size / 3
        for other in before[-8:]
    )
