"""Numbers and names that Word wants only once: of drawings and of bookmarks."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from octavo.ooxml import qn, remove
from octavo.word.copies import CopyNameSlot, follow, innermost_loop
from octavo.word.names import BOOKMARK_END, BOOKMARK_START, DRAWING, ID, NAME
from octavo.word.nodes import Where, text_node
from octavo.word.walk import loops, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from octavo.word.draft import Draft
    from octavo.word.rendering import Rendering
    from octavo.word.slots import Slot
    from octavo.word.walk import Path

_SHAPES: Final = tuple(map(qn, ("v:shape", "v:rect", "v:roundrect", "v:oval", "v:line", "v:group")))
_LONGEST_NAME: Final = 40
"""Word's limit on the name of a bookmark."""


class DrawingSlot:
    """The number of a drawing in a loop."""

    def write(self, value: object, rendering: Rendering) -> str:
        """A number that no drawing has yet."""
        del value
        return str(rendering.next_id())


class BookmarkSlot(Struct, frozen=True):
    """The number of a bookmark in a loop, at its start or its end."""

    key: tuple[str, str]
    is_start: bool

    def write(self, value: object, rendering: Rendering) -> str:
        """A fresh number at the start, and the same at the end."""
        del value
        if self.is_start:
            rendering.bookmarks[self.key] = rendering.next_id()
        return str(rendering.bookmarks[self.key])


class BookmarkNameSlot(Struct, frozen=True):
    """The name of a bookmark in a loop."""

    name: str

    def write(self, value: object, rendering: Rendering) -> str:
        """The name itself the first time, then with a number."""
        del value
        turn = rendering.turn(self.name)
        end = f"_{turn}" if turn > 1 else ""
        return text_node(self.name[: _LONGEST_NAME - len(end)] + end, Where.ATTRIBUTE)


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
    loop = None if path is None else innermost_loop(path)
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
