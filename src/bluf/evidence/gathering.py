"""One text of many pieces, with what is known of each: edges, doubts, marks of notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from bluf.evidence.text import Doubt, Edge, SourceText
from octavo.location import Location

_NOTE = re.compile(r"(?<=[^\s\[(])\[\^?(?:\d{1,3}|[a-z]{1,2}|[*†‡]|note \d{1,2})\](?![\w(])")
"""The mark of a note: “[1]”, “[^1]”."""
NOTE_MARK = re.compile(r"\s*[\[(]?(?:\d{1,3}|[a-z]|[ivxl]{1,5}|[*†‡§¶]{1,3})[\])]?\s*\Z")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d\Z")
_POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Piece(Struct, frozen=True):
    """Some characters of a source.

    Attributes:
        text: The characters.
        place: Where they stand.
        doubts: What may hide them.
        edge: What begins after them, where they end a line; nothing else.
        aside: Whether they are the mark of a note, over which a sentence goes on.
        raised: Whether they stand higher than the others: a power, or the mark of a note.
    """

    text: str
    place: Location
    doubts: tuple[str, ...] = ()
    edge: Edge | None = None
    aside: bool = False
    raised: bool = False


def gathered(path: str, pieces: Sequence[Piece], last: str = "") -> SourceText:
    """The text of a source, without the marks of notes; with them it is among the others."""
    settled = list(_settled(pieces))
    text = "".join(piece.text for piece in settled) + (last if pieces else "")
    starts: list[int] = []
    places: list[Location] = []
    edges: list[tuple[int, Edge]] = []
    doubts: list[Doubt] = []
    asides: list[tuple[int, int]] = []
    offset = 0
    for piece in settled:
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


def is_power(said: str, before: str) -> bool:
    """Whether raised signs are the power of the number before them; a year has none."""
    return said.isdigit() and before[-1:].isdigit() and not _YEAR.search(before)


def as_power(said: str) -> str:
    """Figures as signs that are raised."""
    return said.translate(_POWERS)


def _settled(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, of raised ones those that are powers and those that are marks of notes told."""
    before = ""
    for piece in pieces:
        if piece.raised and is_power(piece.text, before):
            yield replace(piece, text=as_power(piece.text))
        else:
            marks = piece.raised and before[-1:].strip() and NOTE_MARK.match(piece.text)
            yield replace(piece, aside=True) if marks else piece
        before = (before + piece.text)[-_YEARS:]


_YEARS = 8
"""How many signs before a raised one say what it is."""


def without_notes(source: SourceText, asides: Iterable[tuple[int, int]] = ()) -> SourceText:
    """A source without the marks of its notes, and with them as another reading of it."""
    found = sorted({*asides, *((mark.start(), mark.end()) for mark in _NOTE.finditer(source.text))})
    return source.without(found) if found else source
