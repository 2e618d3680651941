"""The lines of a page, from the characters that PDFium finds on it.

PDFium is asked for the text of a page at once, and for the places of few of its characters: those
at the ends of a line, beside its spaces, and of what may be raised.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from statistics import median

import pypdfium2.raw as pdfium

from bluf.evidence.formats.pdf.messages import Box, PageLine
from bluf.evidence.formats.pdf.writing import (
    ACCENT,
    RIGHT_TO_LEFT,
    accented,
    bracketed,
    in_place,
    turned,
)
from bluf.evidence.gathering import as_power, is_power
from bluf.evidence.normal import LINE_HYPHEN, has_unspaced

MOST_CHARACTERS = 200_000
"""A page with more holds no text that anybody reads."""
RAISED, SMALLER = 0.15, 0.82
"""A mark of a note stands so much of the letters' height higher, and is so much smaller."""
COLUMN_GAP, WIDER = 0.9, 2.2
"""A gap of so many heights of the letters, and so much wider than others, may part columns."""
_STOPS = frozenset(".,;:!?)-’'/")
_SLIGHT = 0.05
"""Of the height of the letters: a gap that is no space."""
_LABEL = 4
"""So few characters are the number or the sign of a list, not a column."""
_HYPHENS = frozenset("-‐\u00ad¬")
_HYPHEN_MARK = re.compile("[\x02\ufffe]")
"""What PDFium gives for a hyphen that it takes for a break within a word."""
_HALF_A_SIGN = re.compile("[\ud800-\udfff]")
"""Half of a character that takes two numbers, the other half of which a file leaves out."""
_ROW = re.compile(r"[^\r\n]*[^\s][^\r\n]*")
_LINE_END = re.compile(rf"(?<=\S)\S{LINE_HYPHEN}(?=\S\S)")
_SPACES = re.compile(r"(?<=\S)\s+(?=\S)")
_STEPS = re.compile(r"(?<=\S)\s*(?=\S)")
_MARKS = re.compile(r"(?<=.)(?:\d+|[*†‡§¶]+)")
_MOST_MARKS = 3


def read_lines(page: pdfium.FPDF_PAGE, text: pdfium.FPDF_TEXTPAGE) -> tuple[PageLine, ...]:
    """The lines of a page in reading order."""
    signs, order = _characters(text)
    box, wide = _boxes(page, text), _boxes(page, text, from_origin=True)
    foot = _feet(page, text)
    from_right = 2 * len(RIGHT_TO_LEFT.findall(signs)) > sum(map(str.isalpha, signs))
    lines: list[PageLine] = []
    for row, span in enumerate(_whole(signs, order, box)):
        words, numbers = signs[slice(*span)], order[slice(*span)]
        pieces = pdfium.FPDFText_CountRects(text, numbers[0], numbers[-1] - numbers[0] + 1)
        whole, at = pieces == 1 or "\n" in words, box
        if RIGHT_TO_LEFT.search(words):
            whole, at = False, wide
        if at is wide or (not whole and _is_drawn_back(words, numbers, box)):
            words, numbers = in_place(words, numbers, at, lambda index: _inked(text, index))
        for start, end in ((0, len(words)),) if whole else _parted(words, numbers, at):
            part = words[start:end], numbers[start:end]
            if at is wide:
                part = turned(*part, at, from_right=from_right)
            if part[0].strip():
                lines.append(_line(*part, at, foot, row))
    return bracketed(lines)


def _is_drawn_back(signs: str, order: Sequence[int], box: Callable[[int], Box]) -> bool:
    """Whether a word of a line that reads from the left is drawn after one that it stands before.

    Programs draw the letters that a font lacks after, or before, all others of their line. PDFium
    sets a space before each, but not beside a Han character; a stop after its word shows it.
    """
    for match in (_STEPS if has_unspaced(signs) else _SPACES).finditer(signs):
        last, after = box(order[match.start() - 1]), box(order[match.end()])
        level = min(last[3], after[3]) > max(last[1], after[1])
        room = _SLIGHT * (last[3] - last[1])
        adjoins = signs[match.end()] in _STOPS and after[0] < last[2] + room
        if level and (adjoins or after[0] < last[0]):
            return True
    return False


def _whole(signs: str, order: Sequence[int], box: Callable[[int], Box]) -> list[tuple[int, int]]:
    """As `_rows`; PDFium begins a line that reads from the right anew after some of its marks."""
    found: list[tuple[int, int, Box | None]] = []
    for start, end in _rows(signs, order, box):
        here = (box(order[at]) for at in range(start, end) if signs[at] != " ")
        area = around(here) if RIGHT_TO_LEFT.search(signs, start, end) else None
        begin, _, before = found[-1] if found else (start, start, None)
        if before and area and _adjoin(before, area):
            found[-1] = begin, end, around((before, area))
        else:
            found.append((start, end, area))
    return [(start, end) for start, end, _ in found]


def around(boxes: Iterable[Box]) -> Box:
    """The box round some boxes."""
    left, low, right, high = zip(*boxes, strict=True)
    return min(left), min(low), max(right), max(high)


def _adjoin(one: Box, other: Box) -> bool:
    """Whether two boxes stand side by side, with no more than a space between them."""
    size = min(one[3] - one[1], other[3] - other[1])
    over = min(one[3], other[3]) - max(one[1], other[1])
    return over > size / 2 and max(other[0] - one[2], one[0] - other[2]) < size / 2


def _rows(signs: str, order: Sequence[int], box: Callable[[int], Box]) -> Iterator[tuple[int, int]]:
    """Where each line begins and ends; PDFium makes one of those that a hyphen parts."""
    for match in _ROW.finditer(signs):
        start, end = match.span()
        for hyphen in _LINE_END.finditer(signs, start, end):
            last, after = box(order[hyphen.start()]), box(order[hyphen.end()])
            if abs(after[1] - last[1]) > (last[3] - last[1]) / 2:
                yield start, hyphen.end()
                start = hyphen.end()
        yield start, end


def _characters(text: pdfium.FPDF_TEXTPAGE) -> tuple[str, Sequence[int]]:
    """The characters of a page, and the number of each; some take two numbers, or have no name."""
    count = min(pdfium.FPDFText_CountChars(text), MOST_CHARACTERS)
    buffer = (ctypes.c_ushort * (count + 1))()
    units = pdfium.FPDFText_GetText(text, 0, count, buffer) - 1
    order: Sequence[int] = range(count)
    if units == count:
        signs = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
    else:
        codes = [pdfium.FPDFText_GetUnicode(text, index) for index in order]
        signs = "".join(chr(code or 0xFFFD) for code in codes)
        signs = signs.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if len(signs) != count:
        sizes = (1 + (sign > "\uffff") for sign in signs)
        order = list(accumulate(sizes, initial=0))[:-1]
    return _HYPHEN_MARK.sub(LINE_HYPHEN, _HALF_A_SIGN.sub("\ufffd", signs)), order


def _inked(text: pdfium.FPDF_TEXTPAGE, index: int) -> tuple[float, float]:
    """Where the shape of a character begins from below, and where it ends."""
    left, right, low, high = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, index, left, right, low, high)
    return low.value, high.value


def _boxes(
    page: pdfium.FPDF_PAGE, text: pdfium.FPDF_TEXTPAGE, *, from_origin: bool = False
) -> Callable[[int], Box]:
    """Where the character of a number stands on the page as it is displayed.

    A letter that is joined to the next one may end before the place where that one begins.
    """
    turned = turning(page)
    area = (ctypes.c_float * 4)()
    target = ctypes.cast(area, ctypes.POINTER(pdfium.FS_RECTF))
    ask = pdfium.FPDFText_GetLooseCharBox
    origin = ctypes.c_double()

    def box(index: int) -> Box:
        ask(text, index, target)
        left, top, right, bottom = area[:]
        if from_origin:
            pdfium.FPDFText_GetCharOrigin(text, index, origin, ctypes.c_double())
            left = min(left, origin.value)
        return turned((left, bottom, right, top)) if turned else (left, bottom, right, top)

    return box


def _feet(page: pdfium.FPDF_PAGE, text: pdfium.FPDF_TEXTPAGE) -> Callable[[int], float]:
    """How high the line lies that the character of a number is written on."""
    turned = turning(page)
    across, up = ctypes.c_double(), ctypes.c_double()

    def foot(index: int) -> float:
        pdfium.FPDFText_GetCharOrigin(text, index, across, up)
        point = (across.value, up.value, across.value, up.value)
        return turned(point)[1] if turned else point[1]

    return foot


def turning(page: pdfium.FPDF_PAGE) -> Callable[[Box], Box] | None:
    """How a box of the page's own space stands on the page as it is displayed; None: as it is."""
    area = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(area))
    left, bottom, right, top = area.left, area.bottom, area.right, area.top
    turns = pdfium.FPDFPage_GetRotation(page) % 4
    if not (turns or left or bottom):
        return None
    return (
        lambda box: (box[0] - left, box[1] - bottom, box[2] - left, box[3] - bottom),
        lambda box: (box[1] - bottom, right - box[2], box[3] - bottom, right - box[0]),
        lambda box: (right - box[2], top - box[3], right - box[0], top - box[1]),
        lambda box: (top - box[3], box[0] - left, top - box[1], box[2] - left),
    )[turns]


def _parted(signs: str, order: Sequence[int], box: Callable[[int], Box]) -> list[tuple[int, int]]:
    """The parts of a line between gaps so wide that they may be those between columns."""
    spaces = [match.span() for match in _SPACES.finditer(signs)]
    sides = [(box(order[at - 1]), box(order[after])) for at, after in spaces]
    gaps = [max(after[0] - before[2], before[0] - after[2]) for before, after in sides]
    if not gaps:
        return [(0, len(signs))]
    first = box(order[len(signs) - len(signs.lstrip())])
    size = first[3] - first[1]
    usual = median(gaps) if len(gaps) > 1 else size / 2
    least = max(COLUMN_GAP * size, WIDER * usual)
    wide = [after for gap, (_, after) in zip(gaps, spaces, strict=True) if gap > least]
    parts = list(pairwise((0, *wide, len(signs))))
    return parts if all(after - at > _LABEL for at, after in parts) else [(0, len(signs))]


def _line(
    text: str,
    order: Sequence[int],
    box: Callable[[int], Box],
    foot: Callable[[int], float],
    row: int,
) -> PageLine:
    if ACCENT.search(text):
        text, order = accented(text, order, box)
    text = text.rstrip()
    order = order[: len(text)]
    first, last = len(text) - len(text.lstrip()), len(text) - 1
    from_right = RIGHT_TO_LEFT.search(text) is not None
    step = 1 if from_right else (last - first) // 3 + 1
    places = [first, *range(first + 1, last, step), last]
    some = [box(order[at]) for at in places if text[at] != " " and order[at] >= 0]
    tall = [max(some, key=_height)] if from_right else some  # PDFium gives some letters' ink alone
    size, bottom = _middle(list(map(_height, tall))), _middle([at[1] for at in tall])
    text, marks = _marked(text, order, box, foot, size, bottom)
    if text[-1] in _HYPHENS and text[-2:-1].isalpha():
        text = text[:-1] + LINE_HYPHEN
    left, right = min(each[0] for each in some), max(each[2] for each in some)
    indexes = (order.start,) if isinstance(order, range) else tuple(order)
    return PageLine(text, indexes, left, bottom, right, size, row, marks)


def _height(box: Box) -> float:
    return box[3] - box[1]


def _middle(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def _marked(
    text: str,
    order: Sequence[int],
    box: Callable[[int], Box],
    foot: Callable[[int], float],
    size: float,
    bottom: float,
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A text, and the spans of it that are marks of notes; raised figures may be powers.

    Figures of another font may have a smaller box that ends higher, but stand on the same line.
    """
    marks = []
    for match in _MARKS.finditer(text):
        raised = [at for at in range(*match.span()) if _is_raised(box(order[at]), size, bottom)]
        if not raised or len(raised) > _MOST_MARKS:
            continue
        before = [order[at] for at in range(match.start()) if text[at] != " " and order[at] >= 0]
        least = foot(before[-1]) + _SLIGHT * size if before else 0.0
        raised = [at for at in raised if foot(order[at]) > least]
        if not raised:
            continue
        start, end = raised[0], raised[-1] + 1
        if is_power(text[start:end], text[:start]):
            text = text[:start] + as_power(text[start:end]) + text[end:]
        else:
            marks.append((start, end))
    return text, tuple(marks)


def _is_raised(box: Box, size: float, bottom: float) -> bool:
    return box[3] - box[1] < SMALLER * size and box[1] > bottom + RAISED * size
