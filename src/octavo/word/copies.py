"""References of a copy: within an item of a loop, all name the bookmark of that item."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from octavo.ooxml import qn
from octavo.word.names import FIELD_CODE, INSTRUCTION, SIMPLE_FIELD
from octavo.word.nodes import Where, text_node
from octavo.word.walk import loops, walk

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from octavo.word.draft import Draft
    from octavo.word.rendering import Rendering
    from octavo.word.walk import Path

_ANCHOR: Final = qn("w:anchor")
_LINK: Final = qn("w:hyperlink")
_NO_LOOP: Final = -1
_LONGEST_NAME: Final = 40
"""Word's limit on the name of a bookmark."""
_REFERENCE: Final = re.compile(
    r"(?P<before>\s*(?:(?:REF|PAGEREF|NOTEREF|GOTOBUTTON)\s+|HYPERLINK\b.*?\\l\s+))"
    r"(?P<quote>\"?)(?P<name>[^\s\"]+)",
    re.IGNORECASE | re.DOTALL,
)


class CopyNameSlot(Struct, frozen=True):
    """The name of a bookmark, or a reference to it, within an item of a loop."""

    name: str
    where: Where = Where.ATTRIBUTE

    def write(self, value: object, rendering: Rendering) -> str:
        """The name that the bookmark has in this item."""
        del value
        return text_node(rendering.copy_name(self.name), self.where)


class CopySlot(Struct, frozen=True):
    """The beginning of an item: its bookmarks get names of their own."""

    names: tuple[str, ...]

    def write(self, value: object, rendering: Rendering) -> str:
        """Nothing."""
        del value
        for name in self.names:
            rendering.begin_copy(name, _LONGEST_NAME)
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
    for loop, names in _by_loop(copied):
        _begin(story, loop, CopySlot(names))


def _renamed(
    story: Draft, code: str, copied: Mapping[str, int], around: Collection[int], where: Where
) -> str:
    match = _REFERENCE.match(code)
    if match is None or copied.get(match["name"], _NO_LOOP) not in around:
        return code
    token = story.token(story.prints(CopyNameSlot(match["name"], where)))
    return code[: match.start("name")] + token + code[match.end("name") :]


def _by_loop(copied: Mapping[str, int]) -> Iterator[tuple[int, tuple[str, ...]]]:
    for loop in dict.fromkeys(copied.values()):
        yield loop, tuple(name for name, own in copied.items() if own == loop)


def _begin(story: Draft, loop: int, slot: CopySlot) -> None:
    """Set a slot where each item of a loop begins; one around a bookmark is no text of a run."""
    story.anchors[loop].addnext(story.instruction(story.prints(slot)))


def innermost_loop(path: Path) -> int | None:
    """The loop that copies what stands on a path."""
    return next(reversed(loops(path)), None)
