"""One text of many pieces, with what is known of each: edges, doubts, marks of notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from bluf.evidence.text import Doubt, Edge, SourceText
from octavo.location import Location

_NOTE = re.compile(r"(?<=[^\s\[(])\[\^?(?:\d{1,3}|[a-z]{1,2}|[*†‡]|note \d{1,2})\](?![\w(])")
"""The mark of a note: “[1]”, “[^1]”."""


class Piece(Struct, frozen=True):
    """Some characters of a source.

    Attributes:
        text: The characters.
        place: Where they stand.
        doubts: What may hide them.
        edge: What begins after them, where they end a line; nothing else.
        aside: Whether they are the mark of a note, over which a sentence goes on.
    """

    text: str
    place: Location
    doubts: tuple[str, ...] = ()
    edge: Edge | None = None
    aside: bool = False


def gathered(path: str, pieces: Sequence[Piece], last: str = "") -> SourceText:
    """The text of a source, without the marks of notes; with them it is among the others."""
    text = "".join(piece.text for piece in pieces) + (last if pieces else "")
    starts: list[int] = []
    places: list[Location] = []
    edges: list[tuple[int, Edge]] = []
    doubts: list[Doubt] = []
    asides: list[tuple[int, int]] = []
    offset = 0
    for piece in pieces:
        end = offset + len(piece.text)
        if not places or places[-1] != piece.place or not hasattr(piece.place, "steps"):
            starts.append(offset)
            places.append(piece.place)
        if piece.edge and offset:
            edges.append((end, piece.edge))
        if piece.aside:
            asides.append((offset, end))
        doubts += (Doubt(offset, end, cause) for cause in piece.doubts)
        offset = end
    whole = SourceText(
        path, text, tuple(starts), tuple(places), edges=tuple(edges), doubts=tuple(doubts)
    )
    return without_notes(whole, asides)


def without_notes(source: SourceText, asides: Iterable[tuple[int, int]] = ()) -> SourceText:
    """A source without the marks of its notes, and with them as another reading of it."""
    found = sorted({*asides, *((mark.start(), mark.end()) for mark in _NOTE.finditer(source.text))})
    return source.without(found) if found else source
