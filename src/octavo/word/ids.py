"""Numbers and names that Word wants only once: of drawings and of bookmarks, copied or not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from lxml import etree
from msgspec import Struct

from octavo.ooxml import qn, qns, remove
from octavo.word.elements import (
    BOOKMARK_END,
    BOOKMARK_START,
    DRAWING,
    FIELD_CODE,
    ID,
    INSTRUCTION,
    NAME,
    SIMPLE_FIELD,
)
from octavo.word.nodes import Where, text_node
from octavo.word.walk import Path, loops, walk

if TYPE_CHECKING:
    from octavo.word.draft import Draft
    from octavo.word.rendering import Rendering
    from octavo.word.slots import Slot

_SHAPES: Final = qns("v:shape v:rect v:roundrect v:oval v:line v:group")
_LONGEST_NAME: Final = 40
"""Word's limit on the name of a bookmark."""
_ANCHOR: Final = qn("w:anchor")
_LINK: Final = qn("w:hyperlink")
_NO_LOOP: Final = -1
_REFERENCE: Final = re.compile(
    r"(?P<before>\s*(?:(?:REF|PAGEREF|NOTEREF|GOTOBUTTON)\s+|HYPERLINK\b.*?\\l\s+))"
    r"(?P<quote>\"?)(?P<name>[^\s\"]+)",
    re.IGNORECASE | re.DOTALL,
)


class DrawingSlot:
    """The number of a drawing in a loop."""

    def write(self, _value: object, rendering: Rendering) -> str:
        """A number that no drawing has yet."""
        return str(rendering.next_id())


class BookmarkSlot(Struct, frozen=True):
    """The number of a bookmark in a loop, at its start or its end."""

    key: tuple[str, str]
    is_start: bool

    def write(self, _value: object, rendering: Rendering) -> str:
        """A fresh number at the start, and the same at the end."""
        if self.is_start:
            rendering.bookmarks[self.key] = rendering.next_id()
        return str(rendering.bookmarks[self.key])


class BookmarkNameSlot(Struct, frozen=True):
    """The name of a bookmark in a loop."""

    name: str

    def write(self, _value: object, rendering: Rendering) -> str:
        """The name itself the first time, then with a number."""
        return text_node(rendering.next_name(self.name, _LONGEST_NAME), Where.ATTRIBUTE)


def make_unique(texts: Iterable[Draft], notes: Iterable[Draft]) -> int:
    """Number drawings and bookmarks anew, over all stories; return the last number given.

    Those of notes are numbered as they are written, as often as the text refers to them.
    """
    last = 0
    names: Counter[str] = Counter()
    stories = [*((story, False) for story in texts), *((story, True) for story in notes)]
    for story, is_note in stories:
        for drawing, path in list(walk(story, DRAWING)):
            if is_note or loops(path):
                drawing.set("id", story.token(story.prints(DrawingSlot())))
            else:
                last += 1
                drawing.set("id", str(last))
        for shape, path in list(walk(story, *_SHAPES)):
            if shape.get("id") and (is_note or loops(path)):
                name = str(shape.get("id"))
                shape.set("id", story.token(story.prints(BookmarkNameSlot(name))))
        copied: dict[str, int] = {}
        for start, end, path in list(_bookmarks(story)):
            last += 1
            if is_note or loops(path):
                _repeat_bookmark(story, start, end, copied, None if is_note else path)
            else:
                _name_bookmark(start, end, last, names)
        follow(story, copied)
    return last


def _repeat_bookmark(
    story: Draft,
    start: etree._Element,
    end: etree._Element,
    copied: dict[str, int],
    path: Path | None,
) -> None:
    """Number a bookmark that is written more than once as it is written.

    In a loop its name is known from the beginning of each item, so that references can follow it.
    """
    key = (story.part, start.get(ID) or "")
    start.set(ID, story.token(story.prints(BookmarkSlot(key, is_start=True))))
    end.set(ID, story.token(story.prints(BookmarkSlot(key, is_start=False))))
    name = start.get(NAME) or ""
    loop = loops(path)[-1] if path else None
    slot: Slot = BookmarkNameSlot(name)
    if loop is not None and copied.setdefault(name, loop) == loop:
        slot = CopyNameSlot(name)
    start.set(NAME, story.token(story.prints(slot)))


def _name_bookmark(
    start: etree._Element, end: etree._Element, number: int, names: Counter[str]
) -> None:
    name = start.get(NAME) or ""
    names[name] += 1
    if names[name] > 1:
        start.set(NAME, f"{name[: _LONGEST_NAME - 4]}_{names[name]}")
    start.set(ID, str(number))
    end.set(ID, str(number))


def _bookmarks(story: Draft) -> Iterator[tuple[etree._Element, etree._Element, Path]]:
    """Bookmarks with both ends; half ones go, and those over a block's border shrink."""
    starts: dict[str, tuple[etree._Element, Path]] = {}
    for element, path in list(walk(story, BOOKMARK_START, BOOKMARK_END)):
        number = element.get(ID) or ""
        if element.tag == BOOKMARK_START and number not in starts:
            starts[number] = element, path
        elif element.tag == BOOKMARK_END and number in starts:
            start, start_path = starts.pop(number)
            if start_path != path:
                start.addnext(element)
            yield start, element, start_path
        else:
            remove(element)
    for start, _ in starts.values():
        remove(start)


class CopyNameSlot(Struct, frozen=True):
    """The name of a bookmark, or a reference to it, within an item of a loop."""

    name: str
    where: Where = Where.ATTRIBUTE

    def write(self, _value: object, rendering: Rendering) -> str:
        """The name that the bookmark has in this item."""
        return text_node(rendering.copies[self.name], self.where)


class CopySlot(Struct, frozen=True):
    """The beginning of an item: its bookmarks get names of their own."""

    names: tuple[str, ...]

    def write(self, _value: object, rendering: Rendering) -> str:
        """Nothing."""
        for name in self.names:
            rendering.copies[name] = rendering.next_name(name, _LONGEST_NAME)
        return ""


def follow(story: Draft, copied: Mapping[str, int]) -> None:
    """Let references within the loops of bookmarks follow them; ``copied`` are names and loops."""
    if not copied:
        return
    for element, path in list(walk(story, _LINK, FIELD_CODE, SIMPLE_FIELD)):
        around = set(loops(path))
        if element.tag == _LINK:
            name = element.get(_ANCHOR) or ""
            if copied.get(name, _NO_LOOP) in around:
                element.set(_ANCHOR, story.token(story.prints(CopyNameSlot(name))))
        elif element.tag == FIELD_CODE:
            element.text = _renamed(story, element.text or "", copied, around, Where.CODE)
        else:
            code = element.get(INSTRUCTION) or ""
            where = Where.CODE_ATTRIBUTE
            element.set(INSTRUCTION, _renamed(story, code, copied, around, where))
    for loop in dict.fromkeys(copied.values()):
        slot = CopySlot(tuple(name for name, own in copied.items() if own == loop))
        # where each item begins; an instruction, since what is around a bookmark is no text
        story.anchors[loop].addnext(story.instruction(story.prints(slot)))


def _renamed(
    story: Draft, code: str, copied: Mapping[str, int], around: Collection[int], where: Where
) -> str:
    match = _REFERENCE.match(code)
    if match is None or copied.get(match["name"], _NO_LOOP) not in around:
        return code
    token = story.token(story.prints(CopyNameSlot(match["name"], where)))
    return code[: match.start("name")] + token + code[match.end("name") :]
