"""The pages filled so far, and the room that headers, footers and notes leave for the text.

ECMA-376, 17.6.11, 17.10, 17.11.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from lxml.etree import _Element
from msgspec.structs import replace

from octavo.pages.allowed import require_known
from octavo.pages.boxes import Block, Paragraph
from octavo.pages.reading import TextOptions
from octavo.pages.rows import column
from octavo.pages.tags import W

if TYPE_CHECKING:
    from octavo.pages.document import Document
    from octavo.pages.sections import Section
    from octavo.pages.story import StoryReader


CLOSE = 0.07
"""Fill from the limit within which an outcome may hang on a hair's breadth."""


class Placed(NamedTuple):
    """Lines of one paragraph, or of one row, on one page; pages count from 1."""

    page: int
    element: _Element
    lines: int


class Pages:
    """The pages filled so far."""

    def __init__(self, limit: int | None = None) -> None:
        self._limit = limit
        self._columns = self._column = 1
        self.tallest = 0
        self.page = 1
        self.y = 0
        self.placed: list[Placed] = []
        self.height = 1
        self._room: Callable[[int], int] = lambda _: 1
        self._note_height: Callable[[str], int] = lambda _: 0
        self.notes = 0
        self.fresh = False
        self._break_pending = False

    @property
    def left(self) -> int:
        """Room left on the page in twips."""
        return self.height - self.y - self.notes

    @property
    def is_enough(self) -> bool:
        """Whether so much stands beyond the limit that nothing to come can change that."""
        if self._limit is None or self.page <= self._limit:
            return False
        return self.page > self._limit + 1 or self.y > CLOSE * self.height

    def enter(
        self, room: Callable[[int], int], note_height: Callable[[str], int], columns: int = 1
    ) -> None:
        """Begin a section: the height of each of its pages for text, and those of its notes."""
        self._room = room
        self._note_height = note_height
        self._columns, self._column = columns, 1
        self.height = room(self.page)

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands on the page yet."""
        return self.y == 0

    def notes_height(self, ids: Sequence[str], above: int = 0) -> int:
        """Further room for notes, with the line that divides them from the text.

        ``above`` is the room of other notes that are still to be put on the page.
        """
        if not ids:
            return 0
        heights = sum(map(self._note_height, ids))
        return heights + (0 if self.notes or above else DIVIDER_HEIGHT)

    def break_page(self) -> None:
        """Begin a page before whatever comes next."""
        self._break_pending = True

    def settle(self) -> None:
        """Begin the page that a forced break asked for."""
        if self._break_pending:
            self.turn()
            self.fresh = False
            self._break_pending = False

    def turn(self) -> None:
        """Go to the next column or page because this one is full."""
        if self._column < self._columns:
            self._column += 1
        else:
            self._column = 1
            self.page += 1
        self.height = self._room(self.page)
        self.y = self.notes = 0
        self.fresh = True

    def put(self, element: _Element, height: int, lines: int, notes: Sequence[str] = ()) -> None:
        """Place lines of a paragraph or row."""
        self.notes += self.notes_height(notes)
        self.y += height
        self.tallest = max(self.tallest, height)
        self.placed.append(Placed(self.page, element, lines))


DIVIDER_HEIGHT = 124
"""Found by moving the last line of a page of LibreOffice's down a twip at a time."""
_LAST_AFTER = 2
"""In tables of headers and footers LibreOffice counts the space after a cell's end twice,
what line spacing adds to its last line included."""


def note_numbers(document: Document) -> dict[str, int]:
    """Number of each footnote by its id, in the order of reference (17.11.14)."""
    references = document.body.iter(W + "footnoteReference")
    ids = dict.fromkeys(reference.get(W + "id", "") for reference in references)
    return {note: number for number, note in enumerate(ids, 1)}


def read_notes(
    document: Document, reader: StoryReader, numbers: Mapping[str, int]
) -> dict[str, tuple[Block, ...]]:
    """The blocks of each footnote that is referred to."""
    root = document.related("footnotes") if numbers else None
    if root is None:
        return {}
    found = {}
    for note in root.iterfind(W + "footnote"):
        note_id = note.get(W + "id", "")
        if note_id in numbers:
            require_known(note)
            found[note_id] = reader.blocks(note)
    return found


def note_heights(
    notes: Mapping[str, tuple[Block, ...]], width: float, options: TextOptions
) -> Callable[[str], int]:
    """Height of a note by its id, set as wide as the text; a note that is not there has none.

    With the larger of the spaces around it, which neighbours share.
    """

    @cache
    def height(note: str) -> int:
        blocks = notes.get(note, ())
        formats = [block.format for block in blocks if isinstance(block, Paragraph)]
        shared = min(formats[0].before, formats[-1].after) if formats else 0
        return column(blocks, width, options).height - shared

    return height


def header_heights(
    blocks_of: Callable[[_Element], Sequence[Block]], options: TextOptions
) -> Callable[[_Element, int], int]:
    """Height of a header or footer between margins so many twips apart, each set once."""
    own = replace(options, last_after=_LAST_AFTER, grid=0)
    return cache(lambda root, width: column(blocks_of(root), width, own).height)


class PageRoom(NamedTuple):
    """The room that headers and footers leave on the pages of a section.

    It begins on ``first_page``; each page is ``spare`` twips higher than it says.
    """

    document: Document
    heights: Callable[[_Element, int], int]
    section: Section
    first_page: int
    spare: int

    def of(self, page: int) -> int:
        """Height for text on a page.

        A header that reaches below the top margin moves the text down, but for a negative margin.
        Of a grid, LibreOffice has whole lines only on a page; headers do not stand on it.
        """
        geometry, kind = self.section.geometry, self._kind(page)
        top = self._margin(f"header {kind}", geometry.top, geometry.header)
        bottom = self._margin(f"footer {kind}", geometry.bottom, geometry.footer)
        room = geometry.height - top - bottom + self.spare
        return room - room % geometry.grid if geometry.grid else room

    def _kind(self, page: int) -> str:
        if self.section.title_page and page == self.first_page:
            return "first"
        if page % 2 == 0 and self.document.has_set("evenAndOddHeaders"):
            return "even"
        return "default"

    def _margin(self, name: str, margin: int, distance: int) -> int:
        root = self.document.referred(self.section.references.get(name))
        if root is None:
            return abs(margin)
        height = self.heights(root, self.section.geometry.text_width)
        return abs(margin) if margin < 0 else max(margin, distance + height)
