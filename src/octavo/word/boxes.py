"""Text boxes: rendered once, and copied into what old readers get instead."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from lxml import etree
from msgspec import Struct

from octavo.ooxml import qn, remove
from octavo.word.draft import TAG_MARKS, Draft
from octavo.word.elements import (
    ALTERNATE,
    DRAWING,
    FALLBACK,
    TEXT_BOX,
    changed,
    spaces_of,
    whole_text,
)
from octavo.word.shape import begins

if TYPE_CHECKING:
    from octavo.word.rendering import Rendering


class BoxKeeper(Struct, frozen=True):
    """Remembers the content of a text box.

    ``spaces`` declares the namespaces that the box is written with.
    """

    key: int
    spaces: str

    def keep(self, pieces: list[str], rendering: Rendering) -> list[str]:
        """The content, unchanged; its copy has no bookmark, and drawings of other numbers."""
        text = "".join(pieces)
        if begins([text], "w:bookmarkStart", "wp:docPr"):
            text = changed(text, self.spaces, partial(_renumber, rendering))
        rendering.boxes[self.key] = text
        return pieces


def _renumber(rendering: Rendering, holder: etree._Element) -> None:
    for bookmark in list(holder.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        remove(bookmark)
    for drawing in holder.iter(DRAWING):
        drawing.set("id", str(rendering.next_id()))


class BoxSlot(Struct, frozen=True):
    """Where the content of a text box is written again."""

    key: int

    def write(self, _value: object, rendering: Rendering) -> str:
        """The content as it was rendered."""
        return rendering.boxes.get(self.key, "")


def copy_boxes(story: Draft) -> None:
    """Let the fallback of each text box repeat what its first choice says.

    Faults of a tag are found once, and both renditions can't differ. A fallback whose tags stand
    elsewhere than in such a box goes, and so does the border of a choice that is text with tags.
    """
    for alternate in list(story.root.iter(ALTERNATE)):
        choice, fallback = alternate.find(qn("mc:Choice")), alternate.find(FALLBACK)
        if choice is None:
            continue
        if _has_tags(choice) and next(choice.iter(DRAWING, TEXT_BOX), None) is None:
            holder: Any = alternate.getparent()
            at = holder.index(alternate)
            holder[at : at + 1] = choice
        if fallback is None:
            continue
        boxes, copies = _boxes(choice), _boxes(fallback)
        if len(boxes) == len(copies):
            for box, copied in zip(boxes, copies, strict=True):
                _copy(story, box, copied)
        if _has_tags(fallback):
            remove(fallback)


def _has_tags(holder: etree._Element) -> bool:
    return any(mark in "".join(holder.itertext()) for mark in TAG_MARKS)


def _boxes(holder: etree._Element) -> list[etree._Element]:
    """Text boxes of a holder, without those within others."""
    inner = {one for box in holder.iter(TEXT_BOX) for one in box.iterdescendants(TEXT_BOX)}
    return [box for box in holder.iter(TEXT_BOX) if box not in inner]


def _copy(story: Draft, box: etree._Element, copied: etree._Element) -> None:
    if "{" not in whole_text(box):
        return
    key = len(story.register.marks)
    before, after = story.capture(BoxKeeper(key, spaces_of(story.root)))
    box.insert(0, before)
    box.append(after)
    copied[:] = [story.instruction(story.prints(BoxSlot(key)))]
