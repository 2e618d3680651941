"""What was read of a page: its text in pieces, each with its place and its doubts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from lxml import etree
from msgspec import Struct, field
from msgspec.structs import replace

from bluf.evidence.formats.html.tags import CELLS, ITEMS
from bluf.evidence.gathering import NOTE_MARK, Piece, as_power, is_power
from bluf.evidence.text import Edge
from octavo.location import Location, WordLocation
from octavo.shortening import quoted

_COUNTED = {"table": "table", "tr": "row", "td": "cell", "th": "cell"}
_SPACES = re.compile(r"[ \t\n\r\f]+")


class _Container(Struct):
    """A body or a cell, with what was counted in it so far."""

    steps: tuple[tuple[str, int], ...] = ()
    counts: dict[str, int] = field(default_factory=dict)

    def next(self, kind: str) -> tuple[tuple[str, int], ...]:
        """The steps to the next thing of a kind."""
        self.counts[kind] = self.counts.get(kind, 0) + 1
        return (*self.steps, (kind, self.counts[kind]))


class PageText:
    """The text of a page as it grows.

    Attributes:
        pieces: What was added so far.
        is_open: Whether a block has begun to which words are added.
    """

    def __init__(self, path: str, locate: Callable[[str], Location] | None) -> None:
        self.pieces: list[Piece] = []
        self.is_open = False
        self._path = path
        self._locate = locate
        self._containers = [_Container()]
        self._edge = Edge.PARAGRAPH
        self._place: Location = WordLocation(path, "body", (("paragraph", 1),))

    def says(self, begin: int) -> bool:
        """Whether words were added since the piece of a number."""
        return any(piece.text.strip("\u200b \n") for piece in self.pieces[begin:])

    def enter(self, tag: str, *, block: bool) -> bool:
        """Begin an element; whether it is a part of a table, which is counted."""
        kind = _COUNTED.get(tag)
        if block or kind:
            self.end_block(tag)
        if kind:
            self._containers.append(_Container(self._containers[-1].next(kind)))
        return bool(kind)

    def leave(self, *, counted: bool, block: bool) -> None:
        """End an element."""
        if counted:
            self._containers.pop()
            self._edge = Edge.CELL if self._containers[-1].steps else Edge.PARAGRAPH
        if block or counted:
            self.end_block()

    def end_block(self, tag: str = "") -> None:
        """End the block that is open; the gravest edge since its last word is the one between."""
        self.is_open = False
        edge = Edge.CELL if tag in CELLS else Edge.ITEM if tag in ITEMS else Edge.PARAGRAPH
        self._edge = max(self._edge, edge, key=list(Edge).index)

    def add(self, text: str, causes: Sequence[str]) -> None:
        """Add some text; it begins a block where none is open."""
        words = text if self.is_open else _SPACES.sub(" ", text).lstrip()
        if not words:
            return
        if not self.is_open:
            self.is_open = True
            steps = self._containers[-1].next("paragraph")
            self._place = WordLocation(self._path, "body", steps)
            self.pieces.append(Piece("\n" if self.pieces else "", self._place, edge=self._edge))
            self._edge = Edge.PARAGRAPH
        for line in words.splitlines(keepends=True) if self._locate else (words,):
            place = self._locate(line) if self._locate else self._place
            self.pieces.append(Piece(line, place, tuple(causes)))

    def add_frame(self, pieces: Iterable[Piece], causes: Sequence[str]) -> None:
        """Add what another page says that stands in a frame of this one."""
        self.end_block()
        self.pieces += (replace(each, doubts=(*causes, *each.doubts)) for each in pieces)
        self.end_block()

    def part(self, begin: int) -> None:
        """Part what was said since a piece from what stands before and after it."""
        if self.says(begin):
            self.pieces.insert(begin, Piece("", self.pieces[begin].place, edge=Edge.BOX))
            self.pieces.append(Piece("", self.pieces[-1].place, edge=Edge.BOX))

    def doubt(self, begin: int, end: int | None = None, *, cause: str) -> None:
        """Doubt the pieces between two numbers."""
        for at in range(begin, len(self.pieces) if end is None else end):
            piece = self.pieces[at]
            self.pieces[at] = replace(piece, doubts=(*piece.doubts, cause))

    def set_over(self, node: etree._Element, begin: int) -> None:
        """Tell the mark of a note, and what stands over a character, from a power."""
        said = "".join(piece.text for piece in self.pieces[begin:])
        before = "".join(piece.text for piece in self.pieces[max(0, begin - 3) : begin])
        if node.tag == "rt":
            base = node.xpath("../text()|../*[not(self::rt or self::rp)]//text()")
            aside = bool("".join(map(str, base)).strip())
        else:
            aside = bool(NOTE_MARK.match(said)) and before[-1:] not in {"", " ", "\n"}
        if node.tag == "rt" and aside and any(sign.isascii() and sign.isalpha() for sign in said):
            doubt = f"{quoted(said)} is set over its words"
            self.doubt(max(0, begin - 1), begin, cause=doubt)
            self.pieces.append(Piece("\u200b", self.pieces[-1].place, (doubt,)))
        power = is_power(said, before)
        for at in range(begin, len(self.pieces) - (self.pieces[-1].text == "\u200b")):
            piece = self.pieces[at]
            if power:
                self.pieces[at] = replace(piece, text=as_power(piece.text))
            elif aside:
                self.pieces[at] = replace(piece, aside=True)
