"""A text cut into sentences, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from bluf.evidence import UNSPACED
from bluf.languages import sentence_spans

_BESIDE_HAN = re.compile(rf"(?<=[{UNSPACED}]) | (?=[{UNSPACED}])")
CLAUSE_END = re.compile(r"[,;:]")
"""The sign behind which another clause begins."""


def last_clause(text: str) -> str:
    """The clause right before a place, which has who acts."""
    return CLAUSE_END.split(text.rstrip(" ,"))[-1].strip()


class Sentence(Struct, frozen=True):
    """A sentence of a source: its words, and where they stand.

    Attributes:
        start: Offset of its first character in the text of the source.
        end: Offset behind its last one.
        text: What stands there, with each run of white space as one space, and none
            beside a Chinese character.
        number: Its number in the source, from 1.
    """

    start: int
    end: int
    text: str
    number: int


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, headings and lines of a list among them."""
    found: list[Sentence] = []
    for start, end in _spans(text):
        words = _BESIDE_HAN.sub("", " ".join(text[start:end].split()))
        if words:
            lead = len(text[start:end]) - len(text[start:end].lstrip())
            found.append(
                Sentence(start + lead, start + len(text[start:end].rstrip()), words, len(found) + 1)
            )
    return tuple(found)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    offset = 0
    for line in text.splitlines(keepends=True):
        yield from sentence_spans(text, offset, offset + len(line))
        offset += len(line)
