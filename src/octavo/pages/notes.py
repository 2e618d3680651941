"""Footnotes: their numbers and the room they take (ECMA-376 part 1, 17.11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.pages.allowed import require_known
from octavo.pages.blocks import Paragraph
from octavo.pages.rows import column
from octavo.pages.tags import W

if TYPE_CHECKING:
    from collections.abc import Mapping

    from octavo.pages.blocks import Block
    from octavo.pages.document import Document
    from octavo.pages.story import StoryReader
    from octavo.pages.text_options import TextOptions

DIVIDER_HEIGHT = 124
"""Found by moving the last line of a page of LibreOffice's down a twip at a time."""


def note_numbers(document: Document) -> dict[str, int]:
    """Number of each footnote by its id, in the order of reference (17.11.14)."""
    references = document.body.iter(W + "footnoteReference")
    ids = dict.fromkeys(reference.get(W + "id", "") for reference in references)
    return {note: number for number, note in enumerate(ids, 1)}


def read_notes(
    document: Document, reader: StoryReader, numbers: Mapping[str, int]
) -> dict[str, tuple[Block, ...]]:
    """The blocks of each footnote that is referred to."""
    root = document.footnotes if numbers else None
    if root is None:
        return {}
    found = {}
    for note in root.iterfind(W + "footnote"):
        note_id = note.get(W + "id", "")
        if note_id in numbers:
            require_known(note)
            found[note_id] = reader.blocks(note)
    return found


class NoteHeights:
    """Heights of notes set as wide as the text, each measured when first asked for."""

    def __init__(
        self, notes: Mapping[str, tuple[Block, ...]], width: float, options: TextOptions
    ) -> None:
        self._notes = notes
        self._width = width
        self._options = options
        self._heights: dict[str, int] = {}

    def of(self, note: str) -> int:
        """Height of a note by its id; a note that is not there has none."""
        if note not in self._heights:
            blocks = self._notes.get(note, ())
            self._heights[note] = _height(blocks, self._width, self._options)
        return self._heights[note]


def _height(blocks: tuple[Block, ...], width: float, options: TextOptions) -> int:
    """Height of a note with the larger of the spaces around it, which neighbours share."""
    height = column(blocks, width, options).height
    formats = [block.format for block in blocks if isinstance(block, Paragraph)]
    return height - min(formats[0].before, formats[-1].after) if formats else height
