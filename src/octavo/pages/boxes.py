"""Paragraphs and tables once styles, lists and fields are resolved, and their pieces as boxes.

A box cannot be broken, and knows its width.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from lxml.etree import _Element
from msgspec import Struct

from octavo.pages.breaks import has_address, segments
from octavo.pages.reading import Reading
from octavo.pages.shaping import Box, shaper

if TYPE_CHECKING:
    from octavo.pages.formats import ParagraphFormat, RunFormat
    from octavo.pages.tables import TableShape


class Text(Struct, frozen=True):
    """Characters of one format; neighbours of one format are one Text.

    ``note`` is the footnote whose number this is.
    """

    text: str
    format: RunFormat
    note: str = ""


class Tab(Struct, frozen=True):
    """A tab character."""

    format: RunFormat


class Break(Struct, frozen=True):
    """A forced end of the line; ``page`` ends the page as well."""

    format: RunFormat
    page: bool = False


class InlinePicture(Struct, frozen=True):
    """A picture in the line, in twips."""

    width: int
    height: int


class Beside(Struct, frozen=True):
    """A drawing that text runs around: what it may push the text down by, in twips."""

    height: int


Piece = Text | Tab | Break | InlinePicture
Atom: TypeAlias = "Box | Tab | Break"
"""What lines are filled with; a picture is a Box."""


class Label(Struct, frozen=True):
    """The number or bullet before a list paragraph, and what follows it."""

    text: str
    format: RunFormat
    suffix: str


class Paragraph(Struct, frozen=True, eq=False):
    """A paragraph: ``atoms`` are what lines are filled with, ``mark`` formats its mark.

    ``plain`` is how its style formats text, ``pieces`` are what the atoms were made of.
    """

    element: _Element
    format: ParagraphFormat
    atoms: tuple[Atom, ...]
    mark: RunFormat
    plain: RunFormat
    label: Label | None = None
    pieces: tuple[Piece, ...] = ()


class Table(Struct, frozen=True, eq=False):
    """A table; ``contents`` are the blocks of each cell of each row."""

    shape: TableShape
    contents: tuple[tuple[tuple[Block, ...], ...], ...]


class SectionEnd(Struct, frozen=True):
    """Here a section ends (17.6.18)."""


Block = Paragraph | Table


def boxes(pieces: Iterable[Piece], reading: Reading) -> tuple[Atom, ...]:
    """The atoms of a paragraph, in order."""
    found: list[Atom] = []
    texts: list[Text] = []
    for piece in pieces:
        if isinstance(piece, Text):
            texts.append(piece)
            continue
        found += _boxes_of(texts, reading)
        texts = []
        found.append(
            Box(piece.width, 0.0, piece.height, 0) if isinstance(piece, InlinePicture) else piece
        )
    found += _boxes_of(texts, reading)
    return tuple(found)


def _boxes_of(texts: list[Text], reading: Reading) -> list[Box]:
    """Boxes of texts that follow on each other; a word may run through several of them."""
    text = "".join(part.text for part in texts)
    parts = segments(text, loose=not reading.is_greatest)
    if has_address(text):
        reading.doubt("the address of a page")
    if len(texts) == 1 and not texts[0].note:
        found = list(map(shaper(texts[0].format, reading).box, parts))
    else:
        found = list(_boxes_through(texts, parts, reading))
    for box in found:
        if box.doubt:
            reading.doubt(box.doubt)
    return found


def _boxes_through(texts: list[Text], parts: Iterable[str], reading: Reading) -> Iterator[Box]:
    rest = deque(texts)
    used = 0
    for segment in parts:
        pieces: list[Box] = []
        wanted = len(segment)
        while wanted:
            text = rest[0]
            taken = text.text[used : used + wanted]
            box = shaper(text.format, reading).box(taken)
            pieces.append(box._replace(notes=(text.note,)) if text.note else box)
            wanted -= len(taken)
            used += len(taken)
            if used == len(text.text):
                rest.popleft()
                used = 0
        yield pieces[0] if len(pieces) == 1 else _joined(pieces)


def _joined(pieces: list[Box]) -> Box:
    """One box from those of the runs that a segment runs through."""
    width = blank = 0.0
    for box in pieces:
        if box.width:
            width += blank + box.width
            blank = box.blank
        else:
            blank += box.blank
    return Box(
        width,
        blank,
        max(box.ascent for box in pieces),
        max(box.descent for box in pieces),
        tuple(part for box in pieces for part in box.parts),
        pieces[-1].ending,
        pieces[-1].slant,
        tuple(note for box in pieces for note in box.notes),
        next((box.doubt for box in pieces if box.doubt), ""),
    )
