"""One text of all pages: the running text, then what stands apart from it.

Apart are page numbers, lines that stand at the head or foot of several pages, a lone line in the
margin, and small print at the foot of a page: a sentence goes on over them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from itertools import groupby, pairwise

from msgspec import Struct
from msgspec.structs import replace

from bluf.evidence.formats.pdf.messages import PageLine, PageLines
from bluf.evidence.formats.pdf.wrapping import ENDED, Line, going_on
from bluf.evidence.normal import LINE_HYPHEN, has_unspaced

EDGE = 6
"""A head or a foot has at most so many lines."""
SMALL = 0.93
"""Letters smaller than so much of the usual size are those of a footnote."""
FAR = 1.8
"""A line further than so many line heights from the next one stands alone."""
WIDE = 2.0
"""A gap of so many line heights parts columns, though one line of the two has it alone."""
STEP = 2.0
"""A line nearer than so many line heights under another one follows it."""
NEAR = 4.0
"""Lines nearer than so many line heights may belong together, with a third one between them."""
COLUMN = 4
"""A column of running text has at least so many lines."""
MARGIN, HEAD = 0.09, 0.15
"""So much of the height of a page, at its head and at its foot, is margin, and what is repeated."""

_PAGE_NUMBER = re.compile(
    r"\W*(?:page|p|seite|s|página|pág|strana|str|страна|стр|σελίδα|صفحة|第)?\W*"
    r"(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:/|of|von|de|od|sur|из)\s*\d{1,4})?\W*页?",
    re.IGNORECASE,
)
_IN_A_SENTENCE = re.compile(rf"^[^\W\d_A-ZÀ-ÞΆ-ΫЀ-Я\u0590-\uffff]|[.,:;!?。，{LINE_HYPHEN}]$")
"""The last line of a paragraph, that goes over a page, begins with a small letter or ends one."""
_FIGURES = re.compile(r"\d+")
_DASHES = "–—"
_HYPHENS = "-‐–—"
_GRID = 6


class FlowPiece(Struct, frozen=True):
    """Characters of one line of one page, with what follows them.

    Attributes:
        text: The characters.
        page: Its number.
        line: The number of the line on it.
        indexes: The number of each character on the page.
        leaps: Whether a reader may not read it after the line before: the two stand far apart, or
            in cells, captions or boxes that are shorter than columns of running text.
    """

    text: str
    page: int
    line: int
    indexes: Sequence[int]
    leaps: bool = False


def flow(pages: Mapping[int, PageLines]) -> tuple[list[Line], list[Line]]:
    """The lines of all pages in reading order: those of the running text, and what stands apart."""
    repeated = _repeated(pages)
    usual = _usual_size(pages)
    body: list[Line] = []
    apart: list[Line] = []
    for page, parted in pages.items():
        found = replace(parted, lines=_rejoined(parted.lines))
        aside = _aside(found, repeated, usual)
        ordered = _ordered(found.lines)
        numbers = {line: number for number, line in enumerate(ordered, 1)}
        running = [line for line in found.lines if line not in aside]
        body += ((page, numbers[line], line) for line in (_ordered(running) if aside else ordered))
        apart += ((page, number, line) for line, number in numbers.items() if line in aside)
    return body, apart


def _rejoined(lines: Sequence[PageLine]) -> tuple[PageLine, ...]:
    """Lines with each row whole that a wide gap parts, where the lines over and under it have none.

    A program that fills its lines to the margin leaves such gaps; columns have them in every row.
    """
    rows = [list(row) for _, row in groupby(lines, key=lambda line: line.row)]
    found: list[PageLine] = []
    for before, row, after in zip([[], *rows], rows, [*rows[1:], []], strict=False):
        whole = len(row) > 1 and len(before) == len(after) == 1
        if whole and _spans(before[0], row) and _spans(after[0], row):
            found.append(reduce(_joined, row))
        else:
            found += row
    return tuple(found)


def _spans(line: PageLine, row: Sequence[PageLine]) -> bool:
    """Whether a line over or under a row, in letters alike, reaches over all gaps in it."""
    near = abs(line.bottom - row[0].bottom) < STEP * row[0].size
    in_order = all(before.right < after.left for before, after in pairwise(row))
    return near and in_order and line.left < row[0].right and line.right > row[-1].left


def _joined(line: PageLine, other: PageLine) -> PageLine:
    moved = len(line.text) + 1
    return replace(
        line,
        text=f"{line.text} {other.text}",
        indexes=(*line.numbers, -1, *other.numbers),
        right=other.right,
        marks=(*line.marks, *((start + moved, end + moved) for start, end in other.marks)),
    )


def pieces(lines: Sequence[Line], *, marks: bool) -> Iterator[FlowPiece]:
    """What there is to read of some lines, with the marks of notes or without them."""
    following = [*(line.text for _, _, line in lines[1:]), ""]
    leaps, wrapped = _leaps(lines), going_on(lines)
    for at, ((page, number, line), after) in enumerate(zip(lines, following, strict=False)):
        done, indexes = 0, line.numbers
        for start, end in () if marks else line.marks:
            yield FlowPiece(line.text[done:start], page, number, indexes[done:start])
            done = end
        text = line.text[done:] + _end(line.text, after, " " if at in wrapped else "\n")
        yield FlowPiece(text, page, number, indexes[done:], leaps=at in leaps and not done)


def _leaps(lines: Sequence[Line]) -> set[int]:
    """The lines, by number, that a reader may not read after the one before."""
    starts = [0]
    for at, ((page, _, above), (after, _, below)) in enumerate(pairwise(lines), 1):
        if page != after or not (_follows(above, below) and _share_column(above, below)):
            starts.append(at)
    found = set()
    for first, at, end in zip(starts, starts[1:], [*starts[2:], len(lines)], strict=False):
        (page, _, above), (after, _, below) = lines[at - 1], lines[at]
        rise = below.bottom - above.bottom
        short = min(at - first, end - at) < COLUMN
        beside = below.left > above.right or above.left > below.right
        far = -rise > (STEP if beside else NEAR) * above.size
        apart = far or (rise > above.size / 2 and short)
        if page == after and apart and not ENDED.search(above.text):
            found.add(at)
    return found


def _end(text: str, after: str, space: str) -> str:
    """What the end of a line stands for: a space or a break between words, or nothing."""
    if text.endswith(LINE_HYPHEN):
        return ""
    if text[-1:] in _HYPHENS and not text[-2:-1].isspace() and after[:1].isalnum():
        return ""
    if after[:1] in _DASHES and text[-1:].isalnum() and after[1:2].isalnum():
        return ""
    if space == " " and has_unspaced(text[-1:]) and has_unspaced(after[:1]):
        return ""
    return space


def _ordered(lines: Sequence[PageLine]) -> list[PageLine]:
    """Lines as a person reads them: PDFium's order, but for columns, and lines out of place."""
    return _between(_downwards(_by_column(lines)))


def _by_column(lines: Sequence[PageLine]) -> list[PageLine]:
    """Lines whose wide gaps stand under each other are read column by column."""
    rows = [list(row) for _, row in groupby(lines, key=lambda line: line.row)]
    ordered: list[PageLine] = []
    at = 0
    while at < len(rows):
        gutters = [(left.right, right.left) for left, right in pairwise(rows[at])]
        size = rows[at][0].size
        end = at + 1
        while end < len(rows) and _follows(rows[end - 1][0], rows[end][0]):
            left = list(filter(None, (_narrowed(gutter, rows[end]) for gutter in gutters)))
            if not left:
                break
            gutters = left
            end += 1
        group = [line for row in rows[at:end] for line in row]
        sure = sum(len(row) > 1 for row in rows[at:end]) > 1
        if any(sure or high - low > WIDE * size for low, high in gutters):
            edges = sorted(low for low, _ in gutters)
            group.sort(key=lambda line: bisect_right(edges, line.left + line.size / 2))
        ordered += group
        at = end
    return ordered


def _narrowed(gutter: tuple[float, float], row: Sequence[PageLine]) -> tuple[float, float] | None:
    """What is left of a gutter beside the parts of a row; None where one stands in it."""
    low, high = gutter
    middle = (low + high) / 2
    for line in row:
        if line.right <= middle:
            low = max(low, line.right)
        elif line.left >= middle:
            high = min(high, line.left)
        else:
            return None
    return low, high


def _follows(above: PageLine, below: PageLine) -> bool:
    return 0 < above.bottom - below.bottom < STEP * above.size


def _downwards(lines: Sequence[PageLine]) -> list[PageLine]:
    """Lines of which each stands over the one before, turned round."""
    runs: list[list[PageLine]] = []
    for line in lines:
        if runs and _follows(line, runs[-1][-1]) and _share_column(line, runs[-1][-1]):
            runs[-1].append(line)
        else:
            runs.append([line])
    return [line for run in runs for line in reversed(run)]


def _between(lines: Sequence[PageLine]) -> list[PageLine]:
    """A line that stands between two others is read between them."""
    ordered = list(lines)
    for above, below in pairwise(lines):
        drop = above.bottom - below.bottom
        if not (FAR * above.size < drop < NEAR * above.size and _share_column(above, below)):
            continue
        for one in lines:
            inside = below.bottom + below.size / 2 < one.bottom < above.bottom - above.size / 2
            if inside and _share_column(one, above) and _share_column(one, below):
                ordered.remove(one)
                ordered.insert(ordered.index(below), one)
    return ordered


def _share_column(line: PageLine, other: PageLine) -> bool:
    shared = min(line.right, other.right) - max(line.left, other.left)
    return shared > min(line.right - line.left, other.right - other.left) / 2


def _aside(page: PageLines, repeated: set[tuple[int, str]], usual: float) -> set[PageLine]:
    """The lines of a page that stand apart from its running text."""
    found: set[PageLine] = set()
    by_height = sorted(page.lines, key=lambda line: line.bottom)
    for edge in (by_height, by_height[::-1]):
        for line, inner in zip(edge[:EDGE], [*edge[1:], None], strict=False):
            away = min(line.bottom, page.height - line.bottom - line.size) / page.height
            if not (
                (_key(line) in repeated and away < HEAD)
                or (away <= MARGIN and _is_margin_note(line, inner))
            ):
                break
            found.add(line)
    body = [line for line in by_height if line not in found]
    for line in body:
        if line.size >= SMALL * usual:
            break
        found.add(line)
    return found if len(found) < len(page.lines) else set()


def _is_margin_note(line: PageLine, inner: PageLine | None) -> bool:
    """Whether a line is a page number in the margin, or stands there by itself as a title does."""
    text = line.text.strip()
    if inner is None or _IN_A_SENTENCE.search(text) or _PAGE_NUMBER.fullmatch(text):
        return _PAGE_NUMBER.fullmatch(text) is not None
    return abs(inner.bottom - line.bottom) > FAR * max(line.size, inner.size)


def _key(line: PageLine) -> tuple[int, str]:
    """The same for lines that differ in their figures alone, at about the same height."""
    return round(line.bottom / _GRID), _FIGURES.sub("0", line.text.strip())


def _repeated(pages: Mapping[int, PageLines]) -> set[tuple[int, str]]:
    keys = Counter(key for page in pages.values() for key in {_key(line) for line in page.lines})
    return {key for key, count in keys.items() if count > 1}


def _usual_size(pages: Mapping[int, PageLines]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages.values():
        for line in page.lines:
            sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=sizes.__getitem__, default=1.0)
