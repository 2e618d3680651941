"""A text cut into sentences, each with its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.languages import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

_WRAPPED = 45
"""A line at least this long that ends in no sign may go on in the next."""
_LONGEST_WRAPPED = 120
"""A text with a longer line has each paragraph in one line: none goes on in the next."""

CLAUSE_END = re.compile(r"[,;:]")
"""The sign behind which another clause begins."""
_LISTED = re.compile(r"\s*(?:[-–—•*·]|\(?\d{1,3}[.)]|[IVX]+\s*[.–-]|TOP\s+\d)")


class Sentence(Struct, frozen=True):
    """A sentence of a source: its words, and where they stand.

    Attributes:
        start: Offset of its first character in the text of the source.
        end: Offset behind its last one.
        text: What stands there, with each run of white space as one space.
        number: Its number in the source, from 1.
    """

    start: int
    end: int
    text: str
    number: int


def sentences(text: str, *, may_wrap: bool = True) -> tuple[Sentence, ...]:
    """The sentences of a text, headings and lines of a list among them."""
    found: list[Sentence] = []
    for start, end in _spans(text, may_wrap=may_wrap):
        words = " ".join(text[start:end].split())
        if words:
            lead = len(text[start:end]) - len(text[start:end].lstrip())
            found.append(
                Sentence(start + lead, start + len(text[start:end].rstrip()), words, len(found) + 1)
            )
    return tuple(found)


def _spans(text: str, *, may_wrap: bool) -> Iterator[tuple[int, int]]:
    for paragraph in _paragraphs(text, may_wrap=may_wrap):
        yield from sentence_spans(text, *paragraph)


def _paragraphs(text: str, *, may_wrap: bool) -> Iterator[tuple[int, int]]:
    """Lines, each joined with those that go on with it."""
    begin = offset = 0
    lines = text.splitlines(keepends=True)
    is_wrapped = may_wrap and max(map(len, lines), default=0) <= _LONGEST_WRAPPED
    for line, following in zip(lines, [*lines[1:], ""], strict=False):
        offset += len(line)
        if not (is_wrapped and _goes_on(line, following)):
            yield begin, offset
            begin = offset


def _goes_on(line: str, following: str) -> bool:
    words, after = line.rstrip(), following.strip()
    if len(words) < _WRAPPED or not after or _LISTED.match(following):
        return False
    return words[-1] not in '.!?:;。！？”»"…'
