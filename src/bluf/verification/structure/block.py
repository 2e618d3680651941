"""What a structure has: paragraphs of block quotations, cells of quotations, notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lxml.etree import _Element
from msgspec import Struct


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_HEADINGS = _words(
    "quote quotes quotation quotations verbatim wording citation citations zitat zitate wortlaut "
    "cita citas citação citações citat citati navod navodi цитат цитати цитата цитаты навод наводи "
    "اقتباس الاقتباس اقتباسات 引文 引语 原文"
)
"""Headings of a column whose cells are quotations, in small letters."""


class QuotedBlock(Struct, frozen=True):
    """Its words as the file has them, and whether it is a cell."""

    text: str
    is_cell: bool = False


def quoted_cells(rows: Iterable[Sequence[str]]) -> Iterator[QuotedBlock]:
    """The cells below the headings of a table that say “Quotation”."""
    table = list(rows)
    heads = table[0] if table else ()
    columns = [number for number, head in enumerate(heads) if head.strip().casefold() in _HEADINGS]
    for row in table[1:]:
        for number in columns:
            if number < len(row):
                yield QuotedBlock(row[number], is_cell=True)


REACH = 60
"""So many characters before its mark tell which words a note is about."""
_TAIL, _PIECES = 30, 12
"""So many pieces of text before a mark hold the words it is about."""


class Note(Struct, frozen=True):
    """A footnote or endnote.

    Attributes:
        before: The words just before its mark.
        text: What it says.
    """

    before: str
    text: str


def before(mark: _Element) -> str:
    """The words just before a mark."""
    return "".join(map(str, mark.xpath("preceding::text()")[-_PIECES:]))[-REACH:]


def note_on(words: str, notes: Iterable[Note]) -> str:
    """What the notes behind some quoted words say; empty where there is none."""
    tail = _letters(words)[-_TAIL:]
    said = (note.text for note in notes if tail and _letters(note.before).endswith(tail))
    return " ".join(said)


def _letters(text: str) -> str:
    """Letters and digits alone: marks and blanks may stand between the words and the note."""
    return re.sub(r"[\W_]+", "", text).casefold()
