"""OpenDocument texts (ISO/IEC 26300): what LibreOffice shows of the body, its notes and its tables.

Left out are tracked deletions, hidden paragraphs, sections and text, struck text, and letters in
the colour of their ground. Styles are followed to what they are based on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from bluf.evidence.archive import members, no_text, root
from bluf.evidence.formats.odt.styles import FO, PAPER, STYLE, SVG, TABLE, TEXT, points, styles_of
from bluf.evidence.gathering import Piece, gathered
from bluf.evidence.text import Edge
from octavo.location import WordLocation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from bluf.evidence.formats.odt.styles import Names, OdtStyles
    from bluf.evidence.text import SourceText

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_BLOCKS = frozenset({f"{TEXT}p", f"{TEXT}h"})
_UNSEEN = frozenset(
    {
        *(
            f"{TEXT}{name}"
            for name in ("tracked-changes", "hidden-text", "note-citation", "script")
        ),
        *(f"{_OFFICE}{name}" for name in ("annotation", "forms", "scripts")),
        *(f"{TEXT}{name}" for name in ("sequence-decls", "variable-decls", "user-field-decls")),
        *(f"{TEXT}{name}" for name in ("note", "ruby-text", "hidden-paragraph")),
        f"{TABLE}covered-table-cell",
    }
)
_HIDING = frozenset({"collapse", "filter"})
_SIGN = 24.0
"""Points: a picture up to this width is a sign beside the words, not one among them."""
_LOW, _FAR = 3.0, 567.0


class _Holder(Struct, frozen=True):
    """What holds for the paragraphs of a section, a cell or a frame."""

    edge: Edge = Edge.PARAGRAPH
    ground: str = PAPER
    doubts: tuple[str, ...] = ()

    def doubted(self, cause: str) -> _Holder:
        """The same, in doubt for one more cause."""
        return replace(self, doubts=(*self.doubts, cause))


def read(data: bytes, path: str) -> SourceText:
    """The visible text of an OpenDocument text.

    Raises:
        SourceError: What the gate found, or ``source-unreadable`` for a file without text.
    """
    found = members(data, path)
    content = root(found, "content.xml", path)
    first = [root(found, "styles.xml", path)] if "styles.xml" in found else []
    text = gathered(path, list(_OdtReader(path, styles_of([*first, content])).pieces(content)))
    if not text.text.strip():
        raise no_text(path)
    return text


class _OdtReader:
    """Reads the paragraphs of a document in their order."""

    def __init__(self, path: str, styles: OdtStyles) -> None:
        self._path = path
        self._styles = styles
        self._count = 0

    def pieces(self, content: etree._Element) -> Iterator[Piece]:
        body = content.find(f"{_OFFICE}body")
        for block, holder in () if body is None else self._blocks(body, _Holder()):
            names = (block.get(f"{TEXT}style-name"),)
            said = list(self._words(block, names, holder))
            if any(words.strip("\u200b \n") for words, _ in said):
                self._count += 1
                place = WordLocation(self._path, "body", (("paragraph", self._count),))
                yield from (Piece(words, place, doubts) for words, doubts in said)
                yield Piece("\n", place, edge=holder.edge)

    def _blocks(
        self, element: etree._Element, holder: _Holder
    ) -> Iterator[tuple[etree._Element, _Holder]]:
        """The paragraphs below an element, each with what holds for it."""
        for child in element:
            gone = child.get(f"{TABLE}visibility") in _HIDING
            if child.tag in _UNSEEN or child.get(f"{TEXT}display") == "none" or gone:
                continue
            if child.tag in _BLOCKS:
                conditional = child.find(f".//{TEXT}hidden-paragraph") is not None
                yield child, holder.doubted("a condition may hide it") if conditional else holder
                for note in child.iter(f"{TEXT}note-body"):
                    yield from self._blocks(note, _Holder())
                for frame in child.iter(f"{_DRAW}frame"):
                    yield from self._boxes(frame)
            else:
                yield from self._blocks(child, self._inside(child, holder))

    def _boxes(self, frame: etree._Element) -> Iterator[tuple[etree._Element, _Holder]]:
        """The paragraphs of the text boxes of a frame."""
        sides = [points(frame.get(f"{SVG}{name}")) for name in ("width", "height")]
        places = [points(frame.get(f"{SVG}{name}")) for name in ("x", "y")]
        odd = any(side is not None and side < _LOW for side in sides) or any(
            place is not None and abs(place) > _FAR * 2 for place in places
        )
        holder = _Holder().doubted("its box may show nothing of it") if odd else _Holder()
        for box in frame.iterchildren(f"{_DRAW}text-box"):
            yield from self._blocks(box, holder)

    def _inside(self, element: etree._Element, holder: _Holder) -> _Holder:
        """What holds for the paragraphs of a section, a list, a table, a row or a cell."""
        if element.get(f"{TEXT}display") == "condition":
            return holder.doubted("a condition may hide it")
        name = (element.get(f"{TABLE}style-name"),)
        if element.tag == f"{TABLE}table-row":
            high = points(self._styles.value(name, f"{STYLE}row-height"))
            low = high is not None and high < _LOW
            return holder.doubted("its row has no height") if low else holder
        if element.tag == f"{TABLE}table-cell":
            ground = self._styles.value(name, f"{FO}background-color")
            plain = ground is None or ground == "transparent"
            return _Holder(Edge.CELL, holder.ground if plain else str(ground), holder.doubts)
        return replace(holder, edge=Edge.ITEM) if element.tag == f"{TEXT}list-item" else holder

    def _words(
        self, element: etree._Element, names: Names, holder: _Holder
    ) -> Iterator[tuple[str, tuple[str, ...]]]:
        sight = self._styles.sight(names, holder.ground)
        doubts = (*holder.doubts, *sight.doubts)
        holder = replace(holder, doubts=(*holder.doubts, *_doubt(element)))
        own = tuple(dict.fromkeys((*holder.doubts, *sight.doubts)))
        yield "" if sight.hidden else element.text or "", own
        for child in element:
            if child.tag in {f"{TEXT}s", f"{TEXT}tab", f"{TEXT}line-break"}:
                yield "\n" if child.tag == f"{TEXT}line-break" else " ", doubts
            elif child.tag == f"{_DRAW}frame":
                yield from [("\u200b", ("a picture stands in it",))] if _is_picture(child) else ()
            elif child.tag not in _UNSEEN and child.get(f"{TEXT}display") != "none":
                inner = (child.get(f"{TEXT}style-name"), *names)
                yield from self._words(child, inner, holder)
            yield "" if sight.hidden else child.tail or "", own


def _doubt(element: etree._Element) -> Iterator[str]:
    if element.tag == f"{TEXT}placeholder":
        yield "it only says what to fill in"
    if element.tag == f"{TEXT}ruby":
        over = "".join(map(str, element.itertext()))
        yield from ["other words are set over it"] if over.isascii() else ()


def _is_picture(frame: etree._Element) -> bool:
    """Whether a frame among the words shows a picture that is wider than a sign."""
    width = points(frame.get(f"{SVG}width"))
    text = frame.find(f"{_DRAW}text-box") is not None
    return not text and (width is None or width > _SIGN)
