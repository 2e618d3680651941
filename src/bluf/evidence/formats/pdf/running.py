"""Set apart what is not part of the running text: heads and feet of pages, footnotes."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bluf.evidence.formats.pdf.layout import Line

EDGE = 3
"""A head or a foot has at most so many lines."""
SMALL = 0.9
"""Letters smaller than so much of the usual size are those of a footnote."""
FAR = 1.8
"""A line further than so many line spacings from the next one stands alone."""
MARGIN = 0.08
"""So much of the height of a page, at its head and at its foot, is margin."""

MOST_PAIRS = 1_000_000
"""A page with more pairs of small and large lines than this is no page of text."""

_PAGE_NUMBER = re.compile(
    r"\W*(?:page|p|seite|s|página|pág|strana|str|страна|стр)?\W*"
    r"(?:\d{1,3}|[ivxlc]{1,6})(?:\s*(?:/|of|von|de|od|sur)\s*\d{1,3})?\W*",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d+")


def set_apart(
    pages: Sequence[Sequence[Line]], heights: Sequence[float]
) -> list[tuple[list[Line], list[Line]]]:
    """For each page its running text, and what stands apart from it, both in reading order.

    ``heights`` are those of the pages, in points.

    Apart are page numbers, lines that stand at the head or foot of several pages, a lone line in
    the margin, and small print at the foot of a column.
    """
    repeated = {
        key
        for key, count in Counter(key for page in pages for key in _edge_keys(page)).items()
        if count > 1
    }
    usual = _usual_size(pages)
    parted = []
    for page, height in zip(pages, heights, strict=True):
        apart = set(_running(page, repeated, height))
        apart |= set(_alone([line for line in page if line not in apart], height))
        apart |= set(_small_print([line for line in page if line not in apart], usual))
        body = [line for line in page if line not in apart]
        parted.append((body, [line for line in page if line in apart]))
    return parted


def _edges(page: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The first and the last rows of a page."""
    numbers = sorted({line.row for line in page})
    head, foot = set(numbers[:EDGE]), set(numbers[-EDGE:])
    return (
        [line for line in page if line.row in head],
        [line for line in page if line.row in foot],
    )


def _key(line: Line, *, at_head: bool) -> tuple[bool, int, str]:
    """The same for lines that differ in their figures alone, at about the same height."""
    return at_head, round(line.base / 6), _FIGURES.sub("0", line.text)


def _edge_keys(page: Sequence[Line]) -> set[tuple[bool, int, str]]:
    head, foot = _edges(page)
    return {
        *(_key(line, at_head=True) for line in head),
        *(_key(line, at_head=False) for line in foot),
    }


def _running(
    page: Sequence[Line], repeated: set[tuple[bool, int, str]], height: float
) -> Iterator[Line]:
    """Page numbers, and what repeats; from the edge inwards, up to the first line that is none."""
    head, foot = _edges(page)
    for at_head, edge in ((True, head), (False, foot)):
        rows = sorted({line.row for line in edge}, reverse=not at_head)
        for number in rows:
            row = [line for line in edge if line.row == number]
            if not all(
                _key(line, at_head=at_head) in repeated
                or (_in_margin(line.base, height) and _PAGE_NUMBER.fullmatch(line.text))
                for line in row
            ):
                break
            yield from row


def _alone(page: Sequence[Line], height: float) -> Iterator[Line]:
    """A first or last line that stands in the margin, far from its neighbour."""
    rows = sorted({line.row: line.base for line in page}.items())
    steps = [before[1] - after[1] for before, after in pairwise(rows)]
    if len(steps) < 2:  # noqa: PLR2004 - two lines have no usual distance
        return
    usual = sorted(steps)[len(steps) // 4]
    for (number, base), step in ((rows[0], steps[0]), (rows[-1], steps[-1])):
        if _in_margin(base, height) and step > FAR * usual:
            yield from (line for line in page if line.row == number)


def _in_margin(base: float, height: float) -> bool:
    return min(base, height - base) < MARGIN * height


def _small_print(body: Sequence[Line], usual: float) -> Iterator[Line]:
    """Lines in small letters with no line of the usual size below them in their column."""
    large = [line for line in body if line.size >= SMALL * usual]
    small = [line for line in body if line.size < SMALL * usual]
    if len(small) * len(large) > MOST_PAIRS:
        return
    for line in small:
        if not any(other.base < line.base and _share_column(line, other) for other in large):
            yield line


def _share_column(line: Line, other: Line) -> bool:
    return line.start < other.end and other.start < line.end


def _usual_size(pages: Sequence[Sequence[Line]]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0
