"""Footnotes, endnotes and comments: each written where the text refers to it.

A note is rendered at its reference, with the names that hold there; so a note in a loop is one
note for each item, and a note whose reference is left out is left out as well.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from lxml import etree
from msgspec import Struct

from octavo.expressions import Capture, Item, Release
from octavo.ooxml import qn, remove
from octavo.word.draft import DECLARATION, Draft, chunks, inner_chunks
from octavo.word.elements import ID, TYPE
from octavo.word.rendering import NotePart, Rendering
from octavo.word.walk import walk

KINDS: Final = ("footnote", "endnote", "comment")
_COMMENT_RANGES: Final = (qn("w:commentRangeStart"), qn("w:commentRangeEnd"))
_COMMENT: Final = qn("w:commentReference")


class NoteKeeper(Struct, frozen=True):
    """Takes the text of a note; its number stands in the reference."""

    kind: str
    key: str

    def keep(self, pieces: list[str], rendering: Rendering) -> list[str]:
        """The number of the note."""
        number = rendering.note_number(self.kind, self.key)
        author = ' w:author="" w:initials=""' if self.kind == "comment" else ""
        note = f'<w:{self.kind} w:id="{number}"{author}>{"".join(pieces)}</w:{self.kind}>'
        rendering.notes[self.kind].append(note)
        return [str(number)]


class RangeSlot(Struct, frozen=True):
    """The start or the end of what a comment is about."""

    key: str
    is_start: bool

    def write(self, _value: object, rendering: Rendering) -> str:
        """The number of the comment."""
        if self.is_start:
            return str(rendering.begin_comment(self.key))
        return str(rendering.comments.get(self.key, 0))


def split_notes(story: Draft, kind: str) -> NotePart:
    """A part with notes, its tags placed, as its notes and what is around them."""
    found: dict[str, list[Item]] = {}
    special: list[int] = [-1]
    for note in list(story.root.iter(qn(f"w:{kind}"))):
        if note.get(TYPE) not in {None, "normal"}:
            number = note.get(ID) or "0"  # what Word could not read as one takes none away
            special.append(int(number) if number.lstrip("-").isdecimal() else -1)
            continue
        found[note.get(ID) or ""] = story.items(inner_chunks(story, note))
        story.root.remove(note)
    here = story.register.add(story.place_of(None), "")
    story.root.append(story.instruction(here))
    head, _, tail = chunks(story)
    return NotePart(story.part, DECLARATION + str(head), str(tail), found, max(special) + 1)


def refer(story: Draft, parts: dict[str, NotePart]) -> None:
    """Set the notes of a story where it refers to them."""
    _place_ranges(story, parts.get("comment"))
    for kind, part in parts.items():
        for reference in list(story.root.iter(qn(f"w:{kind}Reference"))):
            key = reference.get(ID) or ""
            if key in part.notes:
                reference.set(ID, _splice(story, kind, key, part.notes[key]))


def _splice(story: Draft, kind: str, key: str, items: Iterable[Item]) -> str:
    mark = story.register.add(story.place_of(None), "")
    story.keepers[mark] = NoteKeeper(kind, key)
    story.splices[mark] = [Capture(mark), *items, Release(mark)]
    return story.token(mark)


def _place_ranges(story: Draft, part: NotePart | None) -> None:
    """Number the ranges of comments; those cut by a block shrink to the reference."""
    if part is None:
        return
    paths: dict[str, set[object]] = {}
    found = list(walk(story, *_COMMENT_RANGES, _COMMENT))
    for element, path in found:
        paths.setdefault(element.get(ID) or "", set()).add(path)
    cut = {key for key, of_key in paths.items() if len(of_key) > 1}
    for element, _ in found:
        key = element.get(ID) or ""
        if element.tag == _COMMENT:
            continue
        if key in cut or key not in part.notes:
            remove(element)
        else:
            slot = RangeSlot(key, is_start=element.tag == _COMMENT_RANGES[0])
            element.set(ID, story.token(story.prints(slot)))


def drop_comments(root: etree._Element, kept: Iterable[str]) -> int:
    """Take the anchors of comments out of a story, but for some; return how many went."""
    wanted = set(kept)
    gone = 0
    for reference in list(root.iter(_COMMENT)):
        if (reference.get(ID) or "") not in wanted:
            gone += 1
            _remove_with_run(reference)
    for border in list(root.iter(*_COMMENT_RANGES)):
        if (border.get(ID) or "") not in wanted:
            remove(border)
    return gone


def _remove_with_run(reference: etree._Element) -> None:
    run = reference.getparent()
    remove(reference)
    if run is not None and all(child.tag == qn("w:rPr") for child in run):
        remove(run)
