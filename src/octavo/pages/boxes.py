"""Pieces of a paragraph as boxes: what cannot be broken, with its width."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from octavo.pages.blocks import Picture, Text
from octavo.pages.breaks import segments
from octavo.pages.shaping import Box, shaper

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from octavo.pages.blocks import Atom, Piece


def boxes(pieces: Iterable[Piece]) -> tuple[Atom, ...]:
    """The atoms of a paragraph, in order."""
    found: list[Atom] = []
    texts: list[Text] = []
    for piece in pieces:
        if isinstance(piece, Text):
            texts.append(piece)
            continue
        found += _boxes_of(texts)
        texts = []
        found.append(
            Box(piece.width, 0.0, piece.height, 0) if isinstance(piece, Picture) else piece
        )
    found += _boxes_of(texts)
    return tuple(found)


def _boxes_of(texts: list[Text]) -> Iterable[Box]:
    """Boxes of texts that follow on each other; a word may run through several of them."""
    if len(texts) == 1 and not texts[0].note:
        return map(shaper(texts[0].format).box, segments(texts[0].text))
    return _boxes_through(texts)


def _boxes_through(texts: list[Text]) -> Iterator[Box]:
    rest = deque(texts)
    used = 0
    for segment in segments("".join(part.text for part in texts)):
        pieces: list[Box] = []
        wanted = len(segment)
        while wanted:
            text = rest[0]
            taken = text.text[used : used + wanted]
            box = shaper(text.format).box(taken)
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
    )
