"""Walks the elements of a page and gathers what is seen of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import cssselect2
from lxml import etree, html
from msgspec.structs import replace

from bluf.evidence.formats.html.cascade import Style, style_of
from bluf.evidence.formats.html.colours import Colour
from bluf.evidence.formats.html.columns import collapsed_cells
from bluf.evidence.formats.html.covering import (
    covers,
    fills,
    hangs,
    height,
    is_behind,
    is_opaque,
    is_over,
    layer,
    position_of,
    strikes,
    veil,
)
from bluf.evidence.formats.html.elements import (
    chosen,
    field_words,
    grounded,
    has_room,
    inside,
    is_picture,
    reads_right,
    stands_apart,
    written,
)
from bluf.evidence.formats.html.grid import Container
from bluf.evidence.formats.html.look import ElementLook, look_of, rooted
from bluf.evidence.formats.html.media import HEIGHT, WIDTH
from bluf.evidence.formats.html.page_text import PageText
from bluf.evidence.formats.html.places import holds
from bluf.evidence.formats.html.room import BELOW, LINE_HEIGHT, Room, begins_before, room
from bluf.evidence.formats.html.sheets import Sheets, sheets_of
from bluf.evidence.formats.html.tags import CELLS, PICTURES, TAKEN_OUT
from bluf.evidence.gathering import Piece
from octavo.location import Location

_ALL = 1e6
"""Pixels: more than any page is high."""
_OVER = "another box lies over it"


class Reader:
    """Reads one page."""

    def __init__(
        self,
        path: str,
        page: etree._Element,
        sheets: Sheets,
        locate: Callable[[str], Location] | None = None,
    ) -> None:
        self._path = path
        self._sheets = sheets
        self._locate = locate
        self._text = PageText(path, locate)
        self._rooms: list[Room] = []
        self._scripts = next(page.iter("script"), None) is not None
        self._setting = [Container({})]
        self._layer = 0.0  # of what lies over all that comes in a holder
        self._veil = 0.0  # pixels that a box before still hides
        self._ended: tuple[Mapping[str, str], ElementLook] = ({}, ElementLook())
        self._collapsed: dict[etree._Element, bool] = {}

    def read(self, page: cssselect2.ElementWrapper) -> list[Piece]:
        """What is seen of the whole page."""
        sheets = self._sheets
        self._walk(page, ElementLook(variables=sheets.variables, prefers_dark=sheets.dark))
        return self._text.pieces

    def _walk(
        self,
        element: cssselect2.ElementWrapper,
        above: ElementLook,
        behind: tuple[Colour, ...] = (),
    ) -> str:
        """Read an element and all that it holds; how what covers its siblings is placed, if so.

        One that rises over a box that lies on all of their holder has that behind it.
        """
        node = element.etree_element
        style = rooted(style_of(element, self._sheets, above.variables), above.root)
        if behind and is_over(style.values):
            above = replace(above, ground=behind)
        look = self._loading(look_of(above, element, style), str(node.tag), above)
        if look.gone:
            return ""
        container = self._setting[-1]
        look = self._in_its_place(element, style, look)
        begin = len(self._text.pieces)
        counted = self._text.enter(str(node.tag), block=look.block)
        veiled = self._veil
        rises = is_over(style.values) and layer(style.values) >= self._layer
        self._veil = 0.0 if rises else veiled
        if self._veil > 0:
            self._veil -= Room().takes(style, look)
        covered = self._read_within_rooms(element, style, look, begin)
        self._text.leave(counted=counted, block=look.block)
        if stands_apart(style) or container.parts(style.values):
            self._text.part(begin)
        hides = veil(node, style.values, look, height(container.values, look))
        self._lay(hides, veiled if rises else 0.0)
        self._ended = style.values, look
        return self._covered(node, style, look) or self._passed_on(node, style, covered)

    def _read_within_rooms(
        self, element: cssselect2.ElementWrapper, style: Style, look: ElementLook, begin: int
    ) -> str:
        """Read an element that takes its part of the rooms that hold it, or is cut by one."""
        node, container = element.etree_element, self._setting[-1]
        before = [
            each.takes(style, look, container.gap(each.height or 0.0), str(node.tag))
            for each in self._rooms
        ]
        doubts = dict.fromkeys(filter(None, (each.doubt(style, look) for each in self._rooms)))
        covered = self._read(element, style, replace(look, doubts=(*look.doubts, *doubts)))
        said = bool(self._rooms) and container.stacks and node.tag not in CELLS
        said = said and self._text.says(begin)
        for each, used in zip(self._rooms, before, strict=True):
            each.left(used, style, look, node, said=said)
        return covered

    def _covered(self, node: etree._Element, style: Style, look: ElementLook) -> str:
        """How an element is placed, if it may cover what stands before it."""
        container = self._setting[-1]
        again = container.overlaps(style.values)
        item = container.values.get("display", "").endswith(("flex", "grid"))
        ways = (style.values, *({**style.values, **changes} for _, changes in style.variants))
        for way in ways:
            if covers(node, way, look, placed=again, item=item):
                return position_of(node, way) if fills(way) else "static"
        return ""

    def _passed_on(self, node: etree._Element, style: Style, covered: str) -> str:
        """How what covers an element's content is placed, if it covers its siblings too."""
        fixed = covered == "fixed"
        held = holds(style.values, fixed=fixed) or (fixed and self._scripts)
        return covered if node.tag == "g" or (covered in TAKEN_OUT and not held) else ""

    def _lay(self, hides: float, before: float) -> None:
        """Lay a box over what comes, and what lay over it before, and over the box too."""
        self._veil = max(self._veil, before)
        if not (self._scripts and hides >= HEIGHT):  # which a script takes away
            self._veil = max(self._veil, hides)

    def _in_its_place(
        self, element: cssselect2.ElementWrapper, style: Style, look: ElementLook
    ) -> ElementLook:
        """The look of an element in its column of a table, or in its container."""
        node = element.etree_element
        if node.tag == "table" and next(node.iter("col", "colgroup"), None) is not None:
            self._collapsed |= collapsed_cells(element, self._sheets, look.variables)
        whole = self._collapsed.get(node)
        if whole is not None:
            look = replace(look, hidden=look.hidden or ("its column is collapsed" if whole else ""))
            look = replace(look, doubts=(*look.doubts, "a column of its cell is collapsed"))
        doubt = self._setting[-1].doubt(style.values)
        if widths := [each.width for each in self._rooms if each.width]:
            beyond = self._setting[-1].is_beyond(style.values, min(*widths, WIDTH))
            doubt = "it stands beside a box that holds it, and is cut" if beyond else doubt
        return replace(look, doubts=(*look.doubts, doubt)) if doubt else look

    def _read(self, element: cssselect2.ElementWrapper, style: Style, look: ElementLook) -> str:
        """Read what an element holds, before and after it too; how what covers it is placed."""
        node = element.etree_element
        covered = ""
        self._setting.append(Container(style.values))
        own = room(style, look)
        self._rooms += [own] if own else []
        begin = len(self._text.pieces)
        look = grounded(style, look)
        self._say_boxes(("marker", "before"), style, look)
        if not self._replaced(node, style, look):
            covered = self._children(element, look, begin)
        self._say_boxes(("after",), style, look)
        covered = self._laid(style, look, begin) or covered
        if is_picture(node, style, look) and not self._text.says(begin):
            doubts = (*look.doubts, "a picture stands in it")
            self._say("\u200b", replace(look, blank=False, doubts=doubts))
        if node.tag in {"sup", "rt"}:
            self._text.set_over(node, begin)
        across = self._setting.pop().across
        if own and begins_before(style.values, self._rooms.pop(), across):
            self._text.doubt(begin, cause="it may begin before the box that holds it")
        return covered

    def _laid(self, style: Style, look: ElementLook, begin: int) -> str:
        """Doubt what a style sheet lays a box over; how that is placed, if it fills its holder."""
        placed = ""
        for box in style.boxes.values():
            if covers(None, box, look):
                self._text.doubt(begin, cause=_OVER)
                placed = box["position"] if fills(box) else placed
        if any(strikes(box) for box in style.boxes.values()):
            self._text.doubt(begin, cause="a line is drawn through it")
        return placed

    def _children(self, element: cssselect2.ElementWrapper, look: ElementLook, begin: int) -> str:
        """Read the content of an element; how what covers some of it is placed."""
        node, covered, veiled = element.etree_element, "", self._veil
        inner = inside(node, look)
        summary = next(node.iterchildren("summary"), None)
        item = self._setting[-1].values.get("display", "").endswith(("flex", "grid"))
        hanging: list[tuple[int, int]] = []
        behind: tuple[Colour, ...] = ()
        self._say(node.text, inner)
        for child in element.iter_children():
            start = len(self._text.pieces)
            above = look if child.etree_element is summary else inner
            if placed := self._walk(child, above, behind):
                self._text.doubt(begin, start, cause=_OVER)
                covered = covered if covered == "fixed" else placed
                self._fill(placed)
            values, ended = self._ended
            rises = values.get("position") not in TAKEN_OUT and is_over(values, item=item)
            if hanging and rises and is_opaque(None, values, ended):
                for first, last in hanging:
                    self._text.doubt(first, last, cause=_OVER)
            hanging += [(start, len(self._text.pieces))] if hangs(values, ended) else []
            if fills(values) and not ended.hidden and is_opaque(None, values, ended):
                if is_behind(values):
                    inner = replace(inner, ground=ended.ground)
                    look = replace(look, ground=ended.ground)
                behind = ended.ground
            self._say(child.etree_element.tail, inner)
        self._fill("", veiled)
        return covered

    def _fill(self, placed: str, before: float = 0.0) -> None:
        """Lay a box over all that comes, until its holder ends; what lay over that before."""
        if placed in TAKEN_OUT and not (placed == "fixed" and self._scripts):
            self._veil, self._layer = _ALL, layer(self._ended[0])
        elif not placed and self._veil > _ALL / 2:
            self._veil, self._layer = before, 0.0

    def _say_boxes(self, kinds: Sequence[str], style: Style, look: ElementLook) -> None:
        """What a style sheet writes before or after the content of an element, as it looks."""
        for kind in kinds:
            if text := style.said.get(kind):
                moved = [pair for pair in style.boxes.items() if f"{kind} of" in pair[0]]
                own = Style(style.boxes[kind], {}, tuple(moved))
                self._say(text, look_of(look, written(text), own))

    def _loading(self, look: ElementLook, tag: str, above: ElementLook) -> ElementLook:
        """A page that hides all of itself until a script has run: nobody knows when that is."""
        hides = (look.gone or look.unseen or look.hidden) and not (above.unseen or above.hidden)
        if not (self._scripts and hides and tag in {"html", "body"}):
            return look
        doubt = f"the page hides its “{tag}” until a script has run"
        return replace(above, doubts=(*above.doubts, doubt))

    def _say(self, text: str | None, look: ElementLook) -> None:
        """Add some text, if it shows."""
        if not text or not look.shows:
            return
        if BELOW not in look.doubts and any(each.is_full(look.size) for each in self._rooms):
            look = replace(look, doubts=(*look.doubts, BELOW))
        if self._veil > 0:
            look = replace(look, doubts=(*look.doubts, _OVER))
        if look.turned and reads_right(text):
            look = replace(look, doubts=(*look.doubts, "its letters are turned round"))
            text = "\u200b"
        was_open = self._text.is_open
        self._text.add(text, look.causes)
        if self._text.is_open and not was_open and self._veil > 0:
            self._veil -= look.size

    def _replaced(self, node: etree._Element, style: Style, look: ElementLook) -> bool:
        """Say what an element shows in the place of its content; whether it does."""
        tag = str(node.tag)
        if tag == "br":
            self._end_line(look)
        elif tag == "img":
            self._say_picture(node, style, look)
        elif tag == "input":
            self._say_field(node, style, look)
        elif tag == "iframe":
            page = node.get("srcdoc", "") if has_room(node, style, look) else ""
            self._say_frame(page, look, cut=node.get("scrolling", "").lower() == "no")
        elif tag == "select":
            self._say(f" {chosen(node)} ", look)
        else:
            return tag in PICTURES and tag not in {"svg", "object", "picture"}
        return True

    def _say_field(self, node: etree._Element, style: Style, look: ElementLook) -> None:
        """What is written in a field of a form."""
        said, cut = field_words(node, style)
        if said:
            doubts = (*look.doubts, "its field is too narrow for it") if cut else look.doubts
            self._say(f" {said} ", replace(look, doubts=doubts))

    def _end_line(self, look: ElementLook) -> None:
        self._say("\n", look)
        for each in self._rooms:
            each.used += look.size * LINE_HEIGHT

    def _say_picture(self, node: etree._Element, style: Style, look: ElementLook) -> None:
        """The words that stand for a picture that cannot be loaded; one that can is a doubt."""
        alt, is_there = node.get("alt", ""), node.get("src", "").lower().startswith("data:")
        if any(map(str.isalnum, alt)) and not is_there and has_room(node, style, look):
            self._say(f" {alt} ", look)

    def _say_frame(self, page: str, look: ElementLook, *, cut: bool) -> None:
        """What a page shows that stands in a frame of this one."""
        try:
            root = html.document_fromstring(page) if page.strip() else None
        except (etree.ParserError, ValueError):
            root = None
        if root is None or not look.shows:
            return
        if cut:
            look = replace(look, doubts=(*look.doubts, "its frame may be cut"))
        inner = Reader(self._path, root, sheets_of(root, {}), self._locate)
        pieces = inner.read(cssselect2.ElementWrapper.from_html_root(root))
        self._text.add_frame(pieces, look.causes)
