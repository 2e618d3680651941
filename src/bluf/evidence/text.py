"""The visible text of a source, and where each character of it stands."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from octavo.location import TextLocation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from octavo.location import Location


class SourceText(Struct, frozen=True):
    """What a person reads in a source, as one text.

    Attributes:
        path: The file, as findings name it.
        text: Its visible text; blocks end in a line break.
        starts: Offsets at which a new place begins, ascending; the first is 0.
        places: The place that begins at each of ``starts``; left out where each begins a line.
        others: The same source read otherwise, where its signs leave a choice.
    """

    path: str
    text: str
    starts: tuple[int, ...]
    places: tuple[Location, ...] = ()
    others: tuple[SourceText, ...] = ()

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
