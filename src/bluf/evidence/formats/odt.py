"""OpenDocument texts (ISO/IEC 26300): what LibreOffice shows of the body, its notes and its tables.

Left out are tracked deletions, hidden paragraphs, sections and text, struck text, and letters in
the colour of their ground. Styles are followed to what they are based on.
"""

from __future__ import annotations

import functools
import math
import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from bluf.evidence.archive import members, no_text, root
from bluf.evidence.gathering import SIGN_FONTS, Piece, gathered
from bluf.evidence.text import Edge
from octavo.location import WordLocation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml import etree

    from bluf.evidence.text import SourceText

_BASE = "{urn:oasis:names:tc:opendocument:xmlns:"
TEXT, STYLE, TABLE = f"{_BASE}text:1.0}}", f"{_BASE}style:1.0}}", f"{_BASE}table:1.0}}"
FO, SVG = f"{_BASE}xsl-fo-compatible:1.0}}", f"{_BASE}svg-compatible:1.0}}"
PAPER, _INK = "#ffffff", "#000000"
_USUAL_STYLE = "paragraph/Standard"
_DEEPEST = 40
_CLEAR = 24
_SMALLEST, _USUAL = 3.0, 12.0
_FAR, _LOW = 567.0, 3.0
"""Points: what is moved so far is off the page; a line or a row so low shows no word."""
_PRESSED, _RAISED, _CLOSE, _FAINT = 10.0, 100.0, 0.3, 10.0
_LENGTH = re.compile(r"(-?(?:\d+\.?\d*|\.\d+))(pt|cm|mm|in|pc|px|%)\Z")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_POINTS = {"pt": 1.0, "cm": 28.35, "mm": 2.835, "in": 72.0, "pc": 12.0, "px": 0.75}

Names = tuple["str | None", ...]
"""The styles of a text, the nearest first."""
_OFFICE, _DRAW = f"{_BASE}office:1.0}}", f"{_BASE}drawing:1.0}}"
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
_CELL = f"{TABLE}default-cell-style-name"
_SHAPES = tuple(f"{_DRAW}{name}" for name in ("frame", "custom-shape", "rect", "ellipse"))
_HIDING = frozenset({"collapse", "filter"})
_SIGN = 24.0
"""Points: a picture up to this width is a sign beside the words, not one among them."""


class OdtSight(Struct, frozen=True):
    """Whether words are hidden, and why they may be."""

    hidden: bool = False
    doubts: tuple[str, ...] = ()


def points(value: str | None) -> float | None:
    """A length in points; None for a share, and for what is no length."""
    match = _LENGTH.match(value or "")
    return float(match[1]) * _POINTS[match[2]] if match and match[2] != "%" else None


def share(value: str | None) -> float | None:
    """A share of 100."""
    match = _LENGTH.match(value or "")
    return float(match[1]) if match and match[2] == "%" else None


class OdtStyles(Struct, frozen=True):
    """The styles of a document, by name; those without one hold for whatever names none."""

    by_name: Mapping[str, etree._Element]
    defaults: tuple[etree._Element, ...]

    def values(self, names: Names, attribute: str) -> Iterable[str]:
        """What the styles give to a property, the nearest first."""
        for name in names:
            for _ in range(_DEEPEST):
                style = self._style(name or "")
                if style is None:
                    break
                yield from _of(style, attribute)
                name = _base(style)  # noqa: PLW2901 - the one it is based on
        for style in self.defaults:
            yield from _of(style, attribute)

    def _style(self, name: str) -> etree._Element | None:
        """The style of a family and a name; a paragraph without one has the usual."""
        family, _, own = name.partition("/")
        found = (self.by_name.get(each) for each in (name, own))
        usual = self.by_name.get(_USUAL_STYLE) if family == "paragraph" else None
        return next((each for each in found if each is not None), usual)

    def value(self, names: Names, attribute: str) -> str | None:
        """What the nearest style gives to a property."""
        return next(iter(self.values(names, attribute)), None)

    def size(self, names: Names) -> float:
        """The size of letters in points."""
        scale = 1.0
        for value in self.values(names, f"{FO}font-size"):
            part = share(value)
            if part is None:
                own = points(value)
                return scale * (_USUAL if own is None else own)
            scale *= part / 100
        return scale * _USUAL

    def sight(self, names: Names, ground: str = PAPER) -> OdtSight:
        """Whether words in these styles are seen."""
        size = self.size(names)
        display = self.value(names, f"{TEXT}display")
        struck = [
            self.value(names, f"{STYLE}text-line-through-{part}") for part in ("style", "type")
        ]
        scale = share(self.value(names, f"{STYLE}text-scale"))
        font = self.value(names, f"{FO}font-family") or self.value(names, f"{STYLE}font-name") or ""
        hidden = (
            display == "none"
            or any(each not in {None, "none"} for each in struck)
            or size * self._lifted(names) < _SMALLEST
            or (scale is not None and scale < _PRESSED)
            or font.strip("'\"").lower() in SIGN_FONTS
            or self._clear(names, ground)
        )
        return OdtSight(hidden, tuple(self._doubts(names, size, display)))

    def _lifted(self, names: Names) -> float:
        """How much of their size letters keep that are raised or lowered."""
        _, _, size = (self.value(names, f"{STYLE}text-position") or "").partition(" ")
        part = share(size.strip())
        return 1.0 if part is None else part / 100

    def _clear(self, names: Names, ground: str) -> bool:
        """Whether letters have the colour of their ground."""
        if self.value(names, f"{STYLE}use-window-font-color") == "true":
            return False
        own = self.value(names, f"{FO}background-color")
        ground = ground if own in {None, "transparent"} else str(own)
        return _apart(self.value(names, f"{FO}color") or _INK, ground) < _CLEAR

    def _doubts(self, names: Names, size: float, display: str | None) -> Iterable[str]:
        if display == "condition" or self.value(names, f"{TEXT}condition"):
            yield "a condition may hide it"
        position = (self.value(names, f"{STYLE}text-position") or "").split()
        if position and abs(share(position[0]) or 0.0) > _RAISED:
            yield "it is raised or lowered out of its line"
        turned = self.value(names, f"{STYLE}text-rotation-angle") == "180"
        if turned or self.value(names, f"{STYLE}text-combine") not in {None, "none"}:
            yield "its letters are turned or pressed together"
        yield from self._set_out(names, size)

    def _set_out(self, names: Names, size: float) -> Iterable[str]:
        spacing = points(self.value(names, f"{FO}letter-spacing"))
        if spacing is not None and spacing < -_CLOSE * size:
            yield "its letters stand over one another"
        faint = (self.value(names, f"{{{_LOEXT}}}opacity"), self.value(names, f"{FO}opacity"))
        usual = self.value(names, f"{STYLE}use-window-font-color") == "true"
        if not usual and any(part is not None and part < _FAINT for part in map(share, faint)):
            yield "its letters are clear"
        moved = ("margin-left", "margin-right", "text-indent")
        if any(abs(points(self.value(names, f"{FO}{name}")) or 0.0) > _FAR for name in moved):
            yield "its margin may move it off the page"
        line = self.value(names, f"{FO}line-height")
        high, part = points(line), share(line)
        if (high is not None and high < _LOW) or (part is not None and part < _FAINT):
            yield "its lines have no height"


_LOEXT = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"


def _base(style: etree._Element) -> str | None:
    """What a style is based on: an automatic one on the usual style, if it names none."""
    name = style.get(f"{STYLE}parent-style-name")
    if name is not None:
        return _key(style, name)
    above = style.getparent()
    automatic = above is not None and above.tag == f"{_OFFICE}automatic-styles"
    return _USUAL_STYLE if automatic and style.get(f"{STYLE}family") == "paragraph" else None


def _key(style: etree._Element, name: str | None) -> str:
    """The name of a style with its family: those of two families may have one name."""
    family = style.get(f"{STYLE}family")
    return f"{family}/{name}" if family else name or ""


def _of(style: etree._Element, attribute: str) -> Iterable[str]:
    return [str(each.get(attribute)) for each in style if attribute in each.attrib]


def _apart(one: str, other: str) -> int:
    """How much two colours differ, of 255."""
    if not (_COLOUR.fullmatch(one) and _COLOUR.fullmatch(other)):
        return 0 if one == other else _CLEAR
    pairs = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return max(abs(here - there) for here, there in pairs)


def styles_of(trees: Iterable[etree._Element]) -> OdtStyles:
    """The styles of the parts of a document, those of the last part the strongest."""
    kinds = (f"{STYLE}style", f"{TEXT}style", f"{TEXT}list-style")
    found = [style for tree in trees for style in tree.iter(*kinds)]
    defaults = [
        style
        for tree in trees
        for style in tree.iter(f"{STYLE}default-style")
        if style.get(f"{STYLE}family") == "paragraph"
    ]
    named = {_key(each, each.get(f"{STYLE}name")): each for each in found}
    return OdtStyles(named, tuple(defaults))


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
        body, under = content.find(f"{_OFFICE}body"), 0
        for block, holder in () if body is None else self._blocks(body, _Holder()):
            under = under if holder.over else max(under - 1, self._covered(block))
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
                for frame in child.iter(f"{_DRAW}frame"):
                    yield from self._boxes(frame)
            else:
                yield from self._blocks(child, self._inside(child, holder))

    def _covered(self, block: etree._Element) -> int:
        """How many paragraphs, from this one on, may lie under the shapes that it holds."""
        low = 0.0
        for shape in block.iter(*_SHAPES):
            name = f"graphic/{shape.get(f'{_DRAW}style-name')}"
            value = functools.partial(self._styles.value, (name,))
            filled = self._ground(_Holder(ground=""), name).ground or shape.tag != _SHAPES[0]
            clear = (share(value(f"{_DRAW}opacity")) or 100.0) < _CLEAR
            over = value(f"{STYLE}wrap") == "run-through"
            over = over and value(f"{STYLE}run-through") != "background"
            if over and filled and not clear and value(f"{_DRAW}fill") != "none":
                y, high = (points(shape.get(f"{SVG}{side}")) or 0.0 for side in ("y", "height"))
                low = max(low, y + high)
        return math.ceil(low / _USUAL)

    def _boxes(self, frame: etree._Element) -> Iterator[tuple[etree._Element, _Holder]]:
        """The paragraphs of the text boxes of a frame."""
        sides = [points(frame.get(f"{SVG}{name}")) for name in ("width", "height")]
        places = [points(frame.get(f"{SVG}{name}")) for name in ("x", "y")]
        odd = any(side is not None and side < _LOW for side in sides) or any(
            place is not None and abs(place) > _FAR * 2 for place in places
        )
        holder = self._ground(_Holder(over=True), f"graphic/{frame.get(f'{_DRAW}style-name')}")
        holder = holder.doubted("its box may show nothing of it") if odd else holder
        for box in frame.iterchildren(f"{_DRAW}text-box"):
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
            holder = self._columned(element, holder)
        elif kind == "table-row":
            holder = replace(holder, cell=element.get(_CELL) or holder.cell)
            high = points(self._styles.value((f"{kind}/{name}",), f"{STYLE}row-height"))
            low = high is not None and high < _LOW
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
        fill = self._styles.value((name,), f"{_DRAW}fill")
        if fill == "solid":
            ground = self._styles.value((name,), f"{_DRAW}fill-color") or ground
        plain = ground in {None, "transparent"}
        return holder if plain or fill == "none" else replace(holder, ground=str(ground))

    def _far(self, name: str) -> bool:
        """Whether a style of lists sets its words off the page."""
        style = self._styles.by_name.get(name)
        levels = () if style is None else style.iter(f"{STYLE}list-level-label-alignment")
        return any(
            abs(points(each.get(f"{FO}{side}")) or 0.0) > _FAR
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
            elif child.tag == f"{_DRAW}frame":
                yield from [("\u200b", ("a picture stands in it",))] if _is_picture(child) else ()
            elif not _unseen(child):
                inner = (f"text/{child.get(f'{TEXT}style-name')}", *names)
                yield from self._words(child, inner, holder)
            yield "" if sight.hidden else child.tail or "", own


def _unseen(element: etree._Element) -> bool:
    return element.tag in _UNSEEN or element.get(f"{TEXT}display") == "none"


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
