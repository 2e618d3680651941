"""The paragraphs of an OpenDocument text in their order, with what hides them."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from bluf.evidence.archive import members, no_text, root
from bluf.evidence.formats.odt.styles import (
    CLEAR,
    DRAW,
    FAR,
    FO,
    LOW,
    OFFICE,
    PAPER,
    STYLE,
    SVG,
    TABLE,
    TEXT,
    USUAL,
    Names,
    OdtStyles,
    points,
    share,
    styles_of,
)
from bluf.evidence.gathering import Piece, gathered
from bluf.evidence.text import Edge, SourceText
from octavo.location import WordLocation

_BLOCKS = frozenset({f"{TEXT}p", f"{TEXT}h"})
_UNSEEN = frozenset(
    {
        *(
            f"{TEXT}{name}"
            for name in ("tracked-changes", "hidden-text", "note-citation", "script")
        ),
        *(f"{OFFICE}{name}" for name in ("annotation", "forms", "scripts")),
        *(f"{TEXT}{name}" for name in ("sequence-decls", "variable-decls", "user-field-decls")),
        *(f"{TEXT}{name}" for name in ("note", "ruby-text", "hidden-paragraph")),
        f"{TABLE}covered-table-cell",
    }
)
_WORKED_OUT = frozenset(
    f"{TEXT}{name}"
    for name in ("date", "time", "title", "subject", "page-number", "page-count", "bookmark-ref",
                 "reference-ref", "chapter")
)  # fmt: skip
"""Fields that a program works out anew when it opens the file."""
_LINES = (f"{DRAW}line", f"{DRAW}polyline", f"{DRAW}connector")
_CELL = f"{TABLE}default-cell-style-name"
_SHAPES = tuple(
    f"{DRAW}{name}" for name in ("frame", "custom-shape", "rect", "ellipse", "polygon", "path")
)
_HIDING = frozenset({"collapse", "filter"})
_SIGN = 24.0
"""Points: a picture up to this width is a sign beside the words, not one among them."""


class _Holder(Struct, frozen=True):
    """What holds for the paragraphs of a section, a cell or a frame."""

    edge: Edge = Edge.PARAGRAPH
    ground: str = PAPER
    doubts: tuple[str, ...] = ()
    cell: str | None = None
    over: bool = False

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
        body, under = content.find(f"{OFFICE}body"), 0
        for block, holder in () if body is None else self._blocks(body, _Holder()):
            under = under if holder.over else max(under - 1, self._covered(block))
            if next(block.iter(*_LINES), None) is not None:
                holder = holder.doubted("a line is drawn beside it, or over it")  # noqa: PLW2901 - as below
            if under > 0 and not holder.over:
                holder = holder.doubted("a shape may be laid over it")  # noqa: PLW2901 - as it is seen
            names = (f"paragraph/{block.get(f'{TEXT}style-name', 'Standard')}",)
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
            closed = child.get(f"{TABLE}display") == "false"
            if closed or child.get(f"{TABLE}visibility") in _HIDING or _unseen(child):
                continue
            if child.tag in _BLOCKS:
                conditional = child.find(f".//{TEXT}hidden-paragraph") is not None
                yield child, holder.doubted("a condition may hide it") if conditional else holder
                for note in child.iter(f"{TEXT}note-body"):
                    yield from self._blocks(note, _Holder())
                for frame in child.iter(f"{DRAW}frame"):
                    yield from self._boxes(frame)
            else:
                yield from self._blocks(child, self._inside(child, holder))

    def _covered(self, block: etree._Element) -> int:
        """How many paragraphs, from this one on, may lie under the shapes that it holds."""
        low = 0.0
        for shape in block.iter(*_SHAPES):
            name = f"graphic/{shape.get(f'{DRAW}style-name')}"
            value = functools.partial(self._styles.value, (name,))
            filled = self._ground(_Holder(ground=""), name).ground or shape.tag != _SHAPES[0]
            clear = (share(value(f"{DRAW}opacity")) or 100.0) < CLEAR
            over = value(f"{STYLE}wrap") == "run-through"
            over = over and value(f"{STYLE}run-through") != "background"
            if over and filled and not clear and value(f"{DRAW}fill") != "none":
                y, high = (points(shape.get(f"{SVG}{side}")) or 0.0 for side in ("y", "height"))
                low = max(low, y + high)
        return math.ceil(low / USUAL)

    def _boxes(self, frame: etree._Element) -> Iterator[tuple[etree._Element, _Holder]]:
        """The paragraphs of the text boxes of a frame."""
        sides = [points(frame.get(f"{SVG}{name}")) for name in ("width", "height")]
        places = [points(frame.get(f"{SVG}{name}")) for name in ("x", "y")]
        odd = any(side is not None and side < LOW for side in sides) or any(
            place is not None and abs(place) > FAR * 2 for place in places
        )
        holder = self._ground(_Holder(over=True), f"graphic/{frame.get(f'{DRAW}style-name')}")
        holder = holder.doubted("its box may show nothing of it") if odd else holder
        for box in frame.iterchildren(f"{DRAW}text-box"):
            yield from self._blocks(box, holder)

    def _inside(self, element: etree._Element, holder: _Holder) -> _Holder:
        """What holds for the paragraphs of a section, a list, a table, a row or a cell."""
        if element.get(f"{TEXT}display") == "condition":
            return holder.doubted("a condition may hide it")
        kind = str(element.tag).rpartition("}")[2]
        name = element.get(f"{TABLE}style-name") or element.get(f"{TEXT}style-name")
        if kind in {"list", "list-item"}:
            far = kind == "list" and self._far(f"{name}")
            holder = holder.doubted("its margin may move it off the page") if far else holder
            return replace(holder, edge=Edge.ITEM if kind == "list-item" else holder.edge)
        if kind == "table-cell":
            name = name or holder.cell
            holder = replace(holder, edge=Edge.CELL, cell=None)
        elif kind == "table":
            left = points(self._styles.value((f"{kind}/{name}",), f"{FO}margin-left")) or 0.0
            holder = holder.doubted("it may stand off the page") if abs(left) > FAR else holder
            holder = self._columned(element, holder)
        elif kind == "table-row":
            holder = replace(holder, cell=element.get(_CELL) or holder.cell)
            high = points(self._styles.value((f"{kind}/{name}",), f"{STYLE}row-height"))
            low = high is not None and high < LOW
            holder = holder.doubted("its row has no height") if low else holder
        return self._ground(holder, f"{kind}/{name}")

    def _columned(self, table: etree._Element, holder: _Holder) -> _Holder:
        """The same, with the style of cells that have none of their own."""
        cells = {column.get(_CELL) for column in table.iterchildren(f"{TABLE}table-column")}
        if len({self._ground(holder, f"table-cell/{cell}") for cell in cells}) > 1:
            holder = holder.doubted("its column may have its colour")
        return replace(holder, cell=cells.pop() if len(cells) == 1 else None)

    def _ground(self, holder: _Holder, name: str) -> _Holder:
        """The same, on the ground that a style gives."""
        ground = self._styles.value((name,), f"{FO}background-color")
        fill = self._styles.value((name,), f"{DRAW}fill")
        if fill == "solid":
            ground = self._styles.value((name,), f"{DRAW}fill-color") or ground
        plain = ground in {None, "transparent"}
        return holder if plain or fill == "none" else replace(holder, ground=str(ground))

    def _far(self, name: str) -> bool:
        """Whether a style of lists sets its words off the page."""
        style = self._styles.by_name.get(name)
        levels = () if style is None else style.iter(f"{STYLE}list-level-label-alignment")
        return any(
            abs(points(each.get(f"{FO}{side}")) or 0.0) > FAR
            for each in levels
            for side in ("margin-left", "text-indent")
        )

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
            elif child.tag == f"{DRAW}frame":
                yield from [("\u200b", ("a picture stands in it",))] if _is_picture(child) else ()
            elif not _unseen(child):
                inner = (f"text/{child.get(f'{TEXT}style-name')}", *names)
                yield from self._words(child, inner, holder)
            yield "" if sight.hidden else child.tail or "", own


def _unseen(element: etree._Element) -> bool:
    return element.tag in _UNSEEN or element.get(f"{TEXT}display") == "none"


def _doubt(element: etree._Element) -> Iterator[str]:
    if element.tag in _WORKED_OUT and element.get(f"{TEXT}fixed") != "true":
        yield "a program works it out anew"
    if element.tag == f"{TEXT}placeholder":
        yield "it only says what to fill in"
    if element.tag == f"{TEXT}ruby":
        over = "".join(map(str, element.itertext()))
        yield from ["other words are set over it"] if over.isascii() else ()


def _is_picture(frame: etree._Element) -> bool:
    """Whether a frame among the words shows a picture that is wider than a sign."""
    width = points(frame.get(f"{SVG}width"))
    text = frame.find(f"{DRAW}text-box") is not None
    return not text and (width is None or width > _SIGN)
