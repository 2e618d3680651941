"""The pages filled so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from octavo.pages.page_room import DIVIDER_HEIGHT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lxml.etree import _Element


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
