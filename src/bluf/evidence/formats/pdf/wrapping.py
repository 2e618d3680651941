"""Which lines of a page go on in the next one, by the room that they left for its first word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bluf.evidence.formats.pdf.messages import PageLine
from bluf.evidence.formats.pdf.writing import RIGHT_TO_LEFT
from bluf.evidence.normal import has_unspaced
from bluf.evidence.wrapping import LISTED

Line = tuple[int, int, "PageLine"]
"""The number of a page, that of a line on it, and the line."""

_LEADING = 1.3
"""A line that stands so much further from the one above than its neighbours begins a paragraph."""
_NEAR = 3.0
"""Lines further apart than so many heights are not of one block."""
_ALIKE, _ALIKE_FROM_THE_RIGHT = 0.8, 0.6
"""Letters smaller than so much of others are of another text."""
_SLACK = 0.5
"""Of the height of a line: so far lines of one block may end from each other."""
_WORD = re.compile(r"\S+")
ENDED = re.compile(r"[.!?:;。！？；؟][\"'”’»)\]]*\s*$")
"""What a sentence, or a line before a list, ends in."""


def going_on(lines: Sequence[Line]) -> set[int]:
    """The lines, by number, whose paragraph goes on in the next one."""
    found: set[int] = set()
    for first, last in _blocks(lines):
        if last - first > 1:
            found.update(_within([line for _, _, line in lines[first : last + 1]], first, last))
    return found


def _within(block: Sequence[PageLine], first: int, last: int) -> set[int]:
    """Those of a block, which is given with the line behind it; none of a list."""
    own = block[: last - first]
    left, right = min(line.left for line in own), max(line.right for line in own)
    steps = list(pairwise(block))
    full = [_is_full(line, after, left, right) for line, after in steps]
    short = sum(
        not (is_full or ENDED.search(line.text))
        for is_full, (line, _) in zip(full, steps, strict=True)
    )
    if short > sum(full):
        return set()
    least = _LEADING * min(above.bottom - below.bottom for above, below in pairwise(own))
    return {
        first + at
        for at, (line, after) in enumerate(steps)
        if full[at]
        and not LISTED.match(after.text)
        and line.text[-1:] not in ":;"
        and (_is_next(line, after, least) if at + 1 < len(own) else _is_half(line, after))
    }


def _is_next(line: PageLine, after: PageLine, least: float) -> bool:
    """Whether a line of one block stands where the next one of its paragraph does."""
    begins = after.left > line.left + line.size and ENDED.search(line.text)
    return line.bottom - after.bottom <= least and not begins


def _is_half(line: PageLine, after: PageLine) -> bool:
    """Whether the last line of a page or column stops within a sentence."""
    return not ENDED.search(line.text) and _are_alike(line, after)


def _are_alike(line: PageLine, after: PageLine) -> bool:
    """Whether letters are as high as those of one text are; Arabic ones differ more."""
    small, large = sorted((line.size, after.size))
    least = _ALIKE_FROM_THE_RIGHT if RIGHT_TO_LEFT.search(after.text) else _ALIKE
    return small > least * large


def _blocks(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Where each run of lines begins and ends that stand under each other, in letters alike."""
    start = 0
    for at, ((page, _, above), (after, _, below)) in enumerate(pairwise(lines), 1):
        near = 0 < above.bottom - below.bottom < _NEAR * max(above.size, below.size)
        shared = min(above.right, below.right) - max(above.left, below.left)
        if page != after or not near or shared <= 0 or not _are_alike(above, below):
            yield start, at
            start = at
    yield start, len(lines)


def _is_full(line: PageLine, after: PageLine, left: float, right: float) -> bool:
    """Whether a line between two margins has no room for the first word of the next one."""
    word = _WORD.search(after.text)
    count = 1 if has_unspaced(after.text[:1]) else len(word[0]) + 1 if word else 0
    width = (after.right - after.left) / len(after.text) * count
    room = line.left - left if RIGHT_TO_LEFT.search(line.text) else right - line.right
    return room < width + _SLACK * line.size
