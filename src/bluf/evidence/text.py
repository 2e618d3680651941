"""The visible text of a source, and where each character of it stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from enum import Enum
from itertools import accumulate
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct
from msgspec.structs import replace

from octavo.location import Location, TextLocation

if TYPE_CHECKING:
    from octavo.finding import Finding


class Sight(Struct, frozen=True):
    """What a reader sees of a passage.

    Attributes:
        hidden: Why it is not seen; empty where it is.
        doubts: Why it cannot be decided whether it is seen.
        remarks: What to know of it all the same.
    """

    hidden: str = ""
    doubts: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


class Eye(Protocol):
    """Looks at passages of a source."""

    def look(self, spans: Sequence[tuple[int, int]]) -> Sight:
        """What a reader sees of some spans of the text."""


class Edge(Enum):
    """Where one text ends and another begins."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    BOX = "box"


class Doubt(Struct, frozen=True):
    """A span of a text that a reader may not see, and why; ``hidden`` where that is certain."""

    start: int
    end: int
    cause: str
    hidden: bool = False


class SourceText(Struct, frozen=True):
    """What a person reads in a source, as one text.

    Attributes:
        path: The file, as findings name it.
        text: Its visible text; blocks end in a line break.
        starts: Offsets at which a new place begins, ascending; the first is 0.
        places: The place that begins at each of ``starts``; left out where each begins a line.
        others: The same source read otherwise, where its signs leave a choice.
        edges: Offsets at which a new paragraph, item or cell begins, ascending.
        doubts: What may be hidden from a reader, ascending.
        eye: Looks at passages, where only the drawn page can say what is seen.
        faults: What is wrong with the file as a whole, though it can be read.
    """

    path: str
    text: str
    starts: tuple[int, ...]
    places: tuple[Location, ...] = ()
    others: tuple[SourceText, ...] = ()
    edges: tuple[tuple[int, Edge], ...] = ()
    doubts: tuple[Doubt, ...] = ()
    eye: Eye | None = None
    faults: tuple[Finding, ...] = ()

    def look(self, spans: Sequence[tuple[int, int]]) -> Sight:
        """What a reader sees of some spans of the text."""
        if self.eye:
            return self.eye.look(spans)
        doubts = [
            doubt
            for start, end in spans
            for doubt in (*self.doubts, *turned(self.text, start))
            if doubt.start < end and start < doubt.end
        ]
        return Sight(
            next((doubt.cause for doubt in doubts if doubt.hidden), ""),
            tuple(dict.fromkeys(doubt.cause for doubt in doubts)),
        )

    def with_faults(self, faults: tuple[Finding, ...]) -> SourceText:
        """The same source, with what is wrong with its file."""
        return replace(self, faults=(*self.faults, *faults)) if faults else self

    def without(self, spans: Sequence[tuple[int, int]]) -> SourceText:
        """The source without some spans of it, which do not overlap; whole among the others."""
        pieces: list[str] = []
        done = 0
        for start, end in spans:
            pieces.append(self.text[done:start])
            done = max(done, end)
        moved = _Moved(spans)
        return replace(
            self,
            text="".join((*pieces, self.text[done:])),
            starts=tuple(map(moved, self.starts)),
            edges=tuple((moved(offset), edge) for offset, edge in self.edges),
            doubts=tuple(
                replace(doubt, start=moved(doubt.start), end=moved(doubt.end))
                for doubt in self.doubts
                if moved(doubt.start) < moved(doubt.end)
            ),
            others=(*self.others, self),
        )

    def edges_in(self, start: int, end: int) -> Sequence[tuple[int, Edge]]:
        """The edges within a span."""
        first = bisect_right(self.edges, start, key=_offset)
        return self.edges[first : bisect_left(self.edges, end, key=_offset)]

    def place(self, offset: int) -> Location:
        """Where the character at ``offset`` stands; a line of text gives its column too."""
        index = bisect_right(self.starts, offset) - 1
        if not self.places:
            return TextLocation(self.path, index + 1, offset - self.starts[index] + 1)
        place = self.places[index]
        if isinstance(place, TextLocation):
            return replace(place, column=place.column + offset - self.starts[index])
        return place

    def line(self, offset: int) -> str:
        """The line of a plain text that holds ``offset``; empty for any other source."""
        if self.places:
            return ""
        index = bisect_right(self.starts, offset)
        following = self.starts[index] if index < len(self.starts) else len(self.text)
        return self.text[self.starts[index - 1] : following].rstrip()


_OPENING = frozenset("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
_CLOSING = frozenset("\u202c\u2069")
_OVERRIDES = frozenset("\u202d\u202e")


def turned(text: str, offset: int) -> tuple[Doubt, ...]:
    """What a direction control that is open at ``offset`` may do to the rest of its line."""
    start, end = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
    before = text[start:offset]
    if before.isascii():
        return ()
    open_ones: list[str] = []
    for sign in before:
        if sign in _OPENING:
            open_ones.append(sign)
        elif sign in _CLOSING and open_ones:
            open_ones.pop()
    if not open_ones:
        return ()
    override = not _OVERRIDES.isdisjoint(open_ones)
    cause = f"a direction {'override' if override else 'control'} stands before it in its line"
    return (Doubt(offset, len(text) if end < 0 else end, cause, override),)


class _Moved:
    """Where an offset lies once some spans are taken out."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]
        self._lost = [0, *accumulate(end - start for start, end in spans)]

    def __call__(self, offset: int) -> int:
        index = bisect_right(self._starts, offset)
        if index and offset < self._ends[index - 1]:
            offset = self._ends[index - 1]
        return offset - self._lost[index]


def _offset(edge: tuple[int, Edge]) -> int:
    return edge[0]


def join_blocks(path: str, blocks: Iterable[tuple[str, Location]], end: str = "\n") -> SourceText:
    """One text of many blocks, each at its own place and followed by ``end``."""
    pieces: list[str] = []
    starts: list[int] = []
    places: list[Location] = []
    offset = 0
    for words, place in blocks:
        pieces += (words, end)
        starts.append(offset)
        places.append(place)
        offset += len(words) + len(end)
    return SourceText(path, "".join(pieces), tuple(starts), tuple(places))
