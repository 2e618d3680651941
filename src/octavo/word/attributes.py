"""Tags outside of paragraphs: in attributes, addresses, properties, stores, charts, diagrams."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from urllib.parse import quote, unquote

from lxml import etree
from msgspec import Struct

from octavo.expressions import SYNTAX, Capture, Fault, Item, Kind, Release, Tag, scan, unfit
from octavo.ooxml import HYPERLINK, NAMESPACES, Relationship, plain_address, qn
from octavo.word.draft import CELL_TAGS, Draft
from octavo.word.elements import INSTRUCTION, PARAGRAPH, around
from octavo.word.gather import gather_streams
from octavo.word.inline import place
from octavo.word.nodes import Where, text_node
from octavo.word.rendering import Rendering, checked_address
from octavo.word.slots import Keeper, TextSlot, code_slot
from octavo.word.story import check_borders, match_scope, match_steps
from octavo.word.streams import Nature, Stream, drawing_stream

_BRACED: Final = etree.XPath("//@*[contains(., '{') or contains(., '}')]")
_POINTING: Final = etree.XPath("//*[@r:*]", namespaces={"r": NAMESPACES["r"]})
_POINTER: Final = "{" + NAMESPACES["r"] + "}"
_ADDRESS: Final = ";/?:@&=+$,#%-_.!~*'()[]"


def place_attributes(story: Draft) -> None:
    """Put the marks of tags within attributes in their place."""
    for value in _BRACED(story.root) if story.is_braced else ():
        holder, name = value.getparent(), value.attrname
        if str(holder.tag).startswith(_SHAPE) and name in _SHAPE_ADDRESSES:
            _place_address(story, holder, name, str(value), _SHAPE_ADDRESSES[name])
            continue
        where = Where.CODE_ATTRIBUTE if name == INSTRUCTION else Where.ATTRIBUTE
        pieces = _pieces(story, str(value), holder, where)
        placed = (story.token(one) if isinstance(one, int) else one for one in pieces)
        holder.set(name, "".join(placed))


def _pieces(story: Draft, text: str, holder: etree._Element, where: Where) -> list[str | int]:
    """A text as what stays and the marks of its tags; its blocks match among themselves."""
    paragraph = around(holder, PARAGRAPH)
    found = scan(text)
    for broken in found.misread:
        story.misread(broken, paragraph)
    pieces: list[str | int] = []
    marks: list[int] = []
    position = 0
    for tag in found.tags:
        pieces.append(text[position : tag.start])
        position = tag.end
        if tag.kind is Kind.ESCAPE:
            pieces.append(tag.body)
            continue
        mark = story.take(tag, paragraph)
        _check(story, tag, mark)
        if mark in story.steps:
            is_code = where is Where.CODE_ATTRIBUTE
            before, after = text[: tag.start], text[tag.end :]
            story.slots[mark] = code_slot(before, after, where) if is_code else TextSlot(where)
            pieces.append(mark)
            marks.append(mark)
    match_steps(story, marks)
    return [*pieces, text[position:]]


def _check(story: Draft, tag: Tag, mark: int) -> None:
    if tag.prefix in {"p", "tr", "tc"} or tag.word in CELL_TAGS:
        word = tag.prefix or tag.word
        story.register.refuse(mark, Fault(SYNTAX, f"“{word}” has no meaning in an attribute"))


class AddressKeeper(Struct, frozen=True):
    """Takes a rendered address; the id of a relationship to it stands in its place."""

    part: str

    def keep(self, pieces: list[str], rendering: Rendering) -> list[str]:
        """The id of a relationship to the address.

        Raises:
            FaultError: The address is none that a document may lead to.
        """
        address = checked_address("".join(pieces).strip()).replace(" ", "%20")
        return [rendering.pointer(self.part, HYPERLINK, address, external=True)]


class ShapeKeeper(Struct, frozen=True):
    """Takes the rendered address of an old drawing, which names it without a relationship."""

    is_link: bool

    def keep(self, pieces: list[str], _rendering: Rendering) -> list[str]:
        """The address as the value of an attribute.

        Raises:
            FaultError: The address is none that a document may lead to, or of a picture.
        """
        address = "".join(pieces).strip()
        if not self.is_link:
            raise unfit(f"“{address[:40]}” is outside the file", "print the picture itself")
        return [text_node(checked_address(address), Where.ATTRIBUTE)]


_SHAPE: Final = f"{{{NAMESPACES['v']}}}"
_SHAPE_ADDRESSES: Final = {
    "href": ShapeKeeper(is_link=True),
    **dict.fromkeys(("src", qn("o:href"), qn("o:althref")), ShapeKeeper(is_link=False)),
}


def place_addresses(story: Draft, pointers: Iterable[Relationship]) -> set[str]:
    """Put the tags within targets of links where the story uses them; return the ids replaced."""
    tagged = {one.id: plain_address(one.target) for one in pointers if _is_tagged(one)}
    if not tagged:
        return set()
    keeper = AddressKeeper(story.part)
    for holder in _POINTING(story.root):
        for name, value in list(holder.attrib.items()):
            if str(name).startswith(_POINTER) and value in tagged:
                _place_address(story, holder, str(name), tagged[str(value)], keeper)
    return set(tagged)


def _is_tagged(pointer: Relationship) -> bool:
    target = unquote(pointer.target)
    return pointer.external and ("{{" in target or "{%" in target)


def _place_address(
    story: Draft, holder: etree._Element, name: str, target: str, keeper: Keeper
) -> None:
    pieces = _pieces(story, target, holder, Where.ADDRESS)
    first = next((story.register.marks[one].source for one in pieces if isinstance(one, int)), "")
    mark = story.register.add(story.place_of(around(holder, PARAGRAPH)), first or target)
    story.keepers[mark] = keeper
    items: list[Item] = [
        quote(one, safe=_ADDRESS) if isinstance(one, str) else story.steps[one] for one in pieces
    ]
    story.splices[mark] = [Capture(mark), *items, Release(mark)]
    holder.set(name, story.token(mark))


def place_in_elements(story: Draft) -> None:
    """Place the tags in the texts of a tree that has no paragraphs."""
    for element in list(story.root.iter(etree.Element)):
        if "{" in (element.text or "") and len(element) == 0:
            stream = Stream(Nature.DRAWING)
            stream.add(element, element.text or "")
            _place_stream(story, stream)


def place_in_drawing(story: Draft) -> None:
    """Place the tags in the paragraphs of a chart or a diagram, and in the names of its data."""
    for paragraph in story.root.iter(qn("a:p")):
        _place_stream(story, drawing_stream(paragraph))
    for name in story.root.iter(qn("c:v")):
        stream = Stream(Nature.DRAWING)
        stream.add(name, name.text or "")
        _place_stream(story, stream)


def _place_stream(story: Draft, stream: Stream) -> None:
    for scope in gather_streams(story, [stream], None):
        groups = {mark: group for group in match_scope(story, scope) for mark in group}
        place(story, scope.tags, groups)
        check_borders(story, set(groups.values()))
