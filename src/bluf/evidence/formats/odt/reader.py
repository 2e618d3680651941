"""The paragraphs of an OpenDocument text in their order, with what hides them."""

from __future__ import annotations

import functools
import math
import re
from collections import defaultdict
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
    LOEXT,
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
    apart,
    points,
    share,
    styles_of,
)
from bluf.evidence.formats.odt.things import (
    BLOCKS,
    HIDDEN_TEXT,
    among,
    doubts_of,
    is_unseen,
    rim_of,
)
from bluf.evidence.gathering import Piece, gathered
from bluf.evidence.text import Edge, SourceText
from octavo.location import WordLocation

_LINES = (f"{DRAW}line", f"{DRAW}polyline", f"{DRAW}connector")
_CELL = f"{TABLE}default-cell-style-name"
_SHAPES = tuple(
    f"{DRAW}{name}" for name in ("frame", "custom-shape", "rect", "ellipse", "polygon", "path")
)
_HIDING = frozenset({"collapse", "filter"})
_SAID = re.compile(r"[^\W\d_]{2,}\W+[^\W\d_]{2,}")
_WORD = re.compile(r"[^\W\d_]{2,}")
_UNKNOWN = "?"
"""A ground of several colours."""
_LONG, _A_PAGE, _HEAD = 90, 52, 5
"""Letters of a line; lines of a page, and of the margin above them; roughly."""


class _Holder(Struct, frozen=True):
    """What holds for the paragraphs of a section, a cell or a frame."""

    edge: Edge = Edge.PARAGRAPH
    ground: str = PAPER
    doubts: tuple[str, ...] = ()
    cell: str | None = None
    over: bool = False
    room: float | None = None

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
        papers = styles.papers or frozenset({PAPER})
        several = ("its page may have another colour",) if len(papers) > 1 else ()
        self._paper = _Holder(ground=min(papers), doubts=several)
        self._hidden: set[str | None] = set()
        self._used: defaultdict[etree._Element | None, float] = defaultdict(float)

    def pieces(self, content: etree._Element) -> Iterator[Piece]:
        body, under = content.find(f"{OFFICE}body"), 0
        blocks = [] if body is None else [*self._blocks(body, self._paper)]
        early = set() if body is None else set(self._early(body, blocks))
        for at, (block, holder) in enumerate(blocks):
            under = under if holder.over else max(under - 1, self._covered(block), at in early)
            if holder.room is not None and self._is_cut(block, holder.room):
                holder = holder.doubted("it stands below the place at which its row is cut")  # noqa: PLW2901 - as below
            if next(block.iter(*_LINES), None) is not None:
                holder = holder.doubted("a line is drawn beside it, or over it")  # noqa: PLW2901 - as below
            if under > 0 and not holder.over:
                holder = holder.doubted("a shape may be laid over it")  # noqa: PLW2901 - as it is seen
            names = (f"paragraph/{block.get(f'{TEXT}style-name', 'Standard')}",)
            said = list(self._words(block, names, holder))
            if any(words.strip("\u200b \n") for words, *_ in said):
                self._count += 1
                place = WordLocation(self._path, "body", (("paragraph", self._count),))
                for words, doubts, raised in said:
                    yield Piece(words, place, doubts, raised=raised)
                yield Piece("\n", place, edge=holder.edge)

    def _blocks(
        self, element: etree._Element, holder: _Holder
    ) -> Iterator[tuple[etree._Element, _Holder]]:
        """The paragraphs below an element, each with what holds for it."""
        for child in element:
            closed = child.get(f"{TABLE}display") == "false"
            if closed or child.get(f"{TABLE}visibility") in _HIDING or is_unseen(child):
                continue
            if child.tag in BLOCKS:
                conditional = child.find(f".//{TEXT}hidden-paragraph") is not None
                yield child, holder.doubted("a condition may hide it") if conditional else holder
                for note in child.iter(f"{TEXT}note-body"):
                    yield from self._blocks(note, self._paper)
                for shape in child.iter(*_SHAPES):
                    if next(shape.iterancestors(*BLOCKS)) is child:
                        yield from self._boxes(shape)
            elif child.tag in _SHAPES:
                yield from self._boxes(child)
            else:
                yield from self._blocks(child, self._inside(child, holder))

    def _covered(self, block: etree._Element) -> int:
        """How many paragraphs, from this one on, may lie under the shapes that it holds."""
        rims = [rim_of(shape) for shape in block.iter(*_SHAPES) if self._covers(shape)]
        return math.ceil(max([0.0, *(rim[3] for rim in rims)]) / USUAL)

    def _covers(self, shape: etree._Element) -> bool:
        """Whether a shape lies in front of the text, and hides what is under it."""
        name = f"graphic/{shape.get(f'{DRAW}style-name')}"
        value = functools.partial(self._styles.value, (name,))
        pictured = shape.find(f"{DRAW}image") is not None
        filled = self._ground(_Holder(ground=""), name).ground or shape.tag != _SHAPES[0]
        clear = (share(value(f"{DRAW}opacity")) or 100.0) < CLEAR
        over = value(f"{STYLE}wrap") == "run-through"
        over = over and value(f"{STYLE}run-through") != "background"
        painted = filled and value(f"{DRAW}fill") != "none"
        return over and not clear and bool(pictured or painted)

    def _early(
        self, body: etree._Element, blocks: list[tuple[etree._Element, _Holder]]
    ) -> Iterator[int]:
        """The paragraphs under shapes that are set from the page, or up from a later paragraph."""
        lines = [0.0]
        for block, holder in blocks:
            long = 0 if holder.over else 1 + len("".join(map(str, block.itertext()))) // _LONG
            lines.append(lines[-1] + long)
        starts = {block: at for (block, _), at in zip(blocks, lines, strict=False)}
        for shape in body.iter(*_SHAPES):
            anchor = next(shape.iterancestors(*BLOCKS), None)
            paged = anchor is None or shape.get(f"{TEXT}anchor-type") == "page"
            _, top, _, low = (each / USUAL for each in rim_of(shape))
            begin = 0.0 if anchor is None else starts.get(anchor, 0.0)
            if paged:
                page = shape.get(f"{TEXT}anchor-page-number", "1")
                begin = (int(page) - 1) * _A_PAGE - _HEAD if page.isdecimal() else 0.0
            if (paged or top < 0) and self._covers(shape):
                yield from (
                    at
                    for at, (_, holder) in enumerate(blocks)
                    if not holder.over and lines[at] < begin + low and lines[at + 1] > begin + top
                )

    def _is_cut(self, block: etree._Element, room: float) -> bool:
        """Whether a paragraph begins where its row, so many points high, has ended."""
        cell = next(block.iterancestors(f"{TABLE}table-cell"), None)
        at = self._used[cell]
        self._used[cell] += USUAL * (1 + len("".join(map(str, block.itertext()))) // _LONG)
        return at > 0 and at + USUAL / 2 > room

    def _is_under(self, frame: etree._Element) -> bool:
        """Whether another shape of its paragraph or page lies over a frame."""
        holder, own = frame.getparent(), rim_of(frame)
        rank = frame.get(f"{DRAW}z-index", "0")
        for other in () if holder is None else holder.iterchildren(*_SHAPES):
            rim, level = rim_of(other), other.get(f"{DRAW}z-index", "0")
            higher = level.isdecimal() and rank.isdecimal() and int(level) > int(rank)
            across, down = (own[0] + own[2]) / 2, own[1] + USUAL
            inside = rim[0] < across < rim[2] and rim[1] < down < rim[3]
            if higher and inside and self._covers(other):
                return True
        return False

    def _boxes(self, frame: etree._Element) -> Iterator[tuple[etree._Element, _Holder]]:
        """The paragraphs of the text boxes of a frame, or of a shape."""
        sides = [points(frame.get(f"{SVG}{name}")) for name in ("width", "height")]
        places = [points(frame.get(f"{SVG}{name}")) for name in ("x", "y")]
        odd = any(side is not None and side < LOW for side in sides) or any(
            place is not None and abs(place) > FAR * 2 for place in places
        )
        holder = replace(self._paper, over=True, edge=Edge.BOX)
        holder = self._ground(holder, f"graphic/{frame.get(f'{DRAW}style-name')}")
        holder = holder.doubted("its box may show nothing of it") if odd else holder
        holder = holder.doubted("a shape may be laid over it") if self._is_under(frame) else holder
        plain = frame.tag != f"{DRAW}frame"
        for box in (frame,) if plain else frame.iterchildren(f"{DRAW}text-box"):
            yield from self._blocks(box, holder)

    def _inside(self, element: etree._Element, holder: _Holder) -> _Holder:
        """What holds for the paragraphs of a section, a list, a table, a row or a cell."""
        if element.get(f"{TEXT}display") == "condition":
            return holder.doubted("a condition may hide it")
        kind = str(element.tag).rpartition("}")[2]
        holder = self._of_section(element, holder) if kind == "section" else holder
        name = element.get(f"{TABLE}style-name") or element.get(f"{TEXT}style-name")
        if kind in {"list", "list-item"}:
            far = kind == "list" and self._far(f"{name}")
            holder = holder.doubted("its margin may move it off the page") if far else holder
            if said := self._says(f"{name}") if kind == "list" else "":
                holder = holder.doubted(f"its list writes “{said}” before it")
            return replace(holder, edge=Edge.ITEM if kind == "list-item" else holder.edge)
        if kind == "table-cell":
            name = name or holder.cell
            holder = replace(holder, edge=Edge.CELL, cell=None)
            before, wide = self._column(element)
            holder = holder.doubted("its column has no width") if wide < LOW else holder
            holder = holder.doubted("it may stand off the page") if before > FAR else holder
            if self._is_pushed(f"{kind}/{name}", holder.room):
                holder = holder.doubted("its cell pushes it out of its row")
        elif kind == "table":
            left = points(self._styles.value((f"{kind}/{name}",), f"{FO}margin-left")) or 0.0
            holder = holder.doubted("it may stand off the page") if abs(left) > FAR else holder
            holder = self._columned(element, holder)
        elif kind == "table-row":
            holder = replace(holder, cell=element.get(_CELL) or holder.cell)
            high = points(self._styles.value((f"{kind}/{name}",), f"{STYLE}row-height"))
            low = high is not None and high < LOW
            holder = holder.doubted("its row has no height") if low else holder
            holder = replace(holder, room=high)
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
        if fill in {"gradient", "bitmap", "hatch"}:
            named = self._styles.value((name,), f"{DRAW}fill-gradient-name") or ""
            begin, end = self._styles.gradients.get(named, ("", _UNKNOWN))
            ground = begin if fill == "gradient" and apart(begin, end) < CLEAR else _UNKNOWN
        plain = ground in {None, "transparent"}
        return holder if plain or fill == "none" else replace(holder, ground=str(ground))

    def _of_section(self, section: etree._Element, holder: _Holder) -> _Holder:
        """What holds for a section whose text is of another file, or in many columns."""
        style = self._styles.by_name.get(f"section/{section.get(f'{TEXT}style-name')}")
        counts = () if style is None else style.iter(f"{STYLE}columns")
        if any(len(each.get(f"{FO}column-count", "1")) > 1 for each in counts):
            holder = holder.doubted("its columns are too narrow to show words")
        if section.find(f"{TEXT}section-source") is not None:
            holder = holder.doubted("its text is taken from another file")
        return holder

    def _is_pushed(self, name: str, room: float | None) -> bool:
        """Whether a cell sets its words below a row that is so many points high."""
        insets = [self._styles.value((name,), f"{FO}padding{side}") for side in ("-top", "")]
        high = next((each for each in map(points, insets) if each is not None), 0.0)
        return room is not None and high >= room

    def _column(self, cell: etree._Element) -> tuple[float, float]:
        """Where the column of a cell begins in its table, and its width; wide if none is given."""
        start = 0.0
        before = sum(1 for _ in cell.itersiblings(preceding=True))
        table = next(cell.iterancestors(f"{TABLE}table"), cell)
        for column in table.iter(f"{TABLE}table-column"):
            repeated = column.get(f"{TABLE}number-columns-repeated", "1")
            count = int(repeated) if repeated.isdecimal() else 1
            name = f"table-column/{column.get(f'{TABLE}style-name')}"
            wide = points(self._styles.value((name,), f"{STYLE}column-width"))
            start += (wide or 0.0) * min(count, before)
            before -= count
            if before < 0:
                return start, FAR if wide is None else wide
        return start, FAR

    def _says(self, name: str) -> str:
        """Several words that a style of lists writes before its items, which may turn the sense."""
        style = self._styles.by_name.get(name)
        for level in () if style is None else style:
            plain = not level.get(f"{STYLE}num-format") and str(level.tag).endswith("-number")
            said = " ".join(
                level.get(f"{STYLE}num-{side}", "").strip() for side in ("prefix", "suffix")
            )
            if _SAID.search(said) or (plain and _WORD.search(said)):
                return said.strip()
        return ""

    def _far(self, name: str) -> bool:
        """Whether a style of lists sets its words off the page."""
        style = self._styles.by_name.get(name)
        sides = (f"{FO}margin-left", f"{FO}text-indent", f"{TEXT}space-before")
        return any(
            abs(points(each.get(side)) or 0.0) > FAR
            for each in (() if style is None else style.iter())
            for side in sides
        )

    def _words(
        self, element: etree._Element, names: Names, holder: _Holder
    ) -> Iterator[tuple[str, tuple[str, ...], bool]]:
        """The words of an element, why they may not be seen, and whether they are raised."""
        said = "".join(map(str, element.itertext()))
        sight = self._styles.sight(names, holder.ground, said)
        doubts = (*holder.doubts, *sight.doubts)
        holder = replace(holder, doubts=(*holder.doubts, *doubts_of(element)))
        own = tuple(dict.fromkeys((*holder.doubts, *sight.doubts)))
        yield "" if sight.hidden else element.text or "", (*own, *self._marked()), sight.raised
        for child in element:
            if child.tag in {f"{TEXT}s", f"{TEXT}tab", f"{TEXT}line-break"}:
                yield "\n" if child.tag == f"{TEXT}line-break" else " ", doubts, False
            elif str(child.tag).startswith(DRAW) or child.tag == HIDDEN_TEXT:
                yield from (("\u200b", (cause,), False) for cause in among(child))
            elif not is_unseen(child):
                inner = (f"text/{child.get(f'{TEXT}style-name')}", *names)
                yield from self._words(child, inner, holder)
            self._mark(child)
            words = "" if sight.hidden else child.tail or ""
            yield words, (*own, *self._marked()), sight.raised

    def _mark(self, child: etree._Element) -> None:
        """Follow the bookmarks whose text is hidden."""
        if child.tag == f"{TEXT}bookmark-start" and child.get(f"{{{LOEXT}}}hidden") == "true":
            self._hidden.add(child.get(f"{TEXT}name"))
        elif child.tag == f"{TEXT}bookmark-end":
            self._hidden.discard(child.get(f"{TEXT}name"))

    def _marked(self) -> tuple[str, ...]:
        return ("its bookmark may hide it",) if self._hidden else ()
