"""Room that headers and footers leave for the text (ECMA-376 part 1, 17.6.11 and 17.10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from octavo.pages.rows import column

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lxml.etree import _Element

    from octavo.pages.blocks import Block
    from octavo.pages.document import Document
    from octavo.pages.sections import Section
    from octavo.pages.text_options import TextOptions

_LAST_AFTER = 2
"""In tables of headers and footers LibreOffice counts the space after a cell's end twice,
what line spacing adds to its last line included."""


class HeaderFooterHeights:
    """The headers and footers of a document, each set once for each width."""

    def __init__(
        self, blocks_of: Callable[[_Element], Sequence[Block]], options: TextOptions
    ) -> None:
        self._blocks_of = blocks_of
        self._options = replace(options, last_after=_LAST_AFTER, grid=0)
        self._heights: dict[tuple[_Element, int], int] = {}

    def height(self, root: _Element, width: int) -> int:
        """Height of a header or footer set between margins ``width`` twips apart."""
        if (root, width) not in self._heights:
            laid = column(self._blocks_of(root), width, self._options)
            self._heights[root, width] = laid.height
        return self._heights[root, width]


class PageRoom:
    """The room that the headers and footers of one section leave."""

    def __init__(self, document: Document, heights: HeaderFooterHeights, section: Section) -> None:
        self._document = document
        self._heights = heights
        self._section = section

    def room(self, page: int, first_page: int, spare: int) -> int:
        """Height for text on a page of the section, which began on ``first_page``.

        A header that reaches below the top margin moves the text down, but for a negative margin.
        Of a grid, LibreOffice has whole lines only on a page; headers do not stand on it.
        """
        geometry = self._section.geometry
        kind = self._kind(page, first_page)
        top = self._margin(f"header {kind}", geometry.top, geometry.header)
        bottom = self._margin(f"footer {kind}", geometry.bottom, geometry.footer)
        room = geometry.height - top - bottom + spare
        return room - room % geometry.grid if geometry.grid else room

    def _kind(self, page: int, first_page: int) -> str:
        if self._section.title_page and page == first_page:
            return "first"
        if page % 2 == 0 and self._document.has_set("evenAndOddHeaders"):
            return "even"
        return "default"

    def _margin(self, name: str, margin: int, distance: int) -> int:
        root = self._document.referred(self._section.references.get(name))
        if root is None:
            return abs(margin)
        height = self._heights.height(root, self._section.geometry.text_width)
        return abs(margin) if margin < 0 else max(margin, distance + height)


def room_of(page_room: PageRoom, first_page: int, spare: int) -> Callable[[int], int]:
    """The room of each page of a section that begins on ``first_page``, ``spare`` twips added."""
    return lambda page: page_room.room(page, first_page, spare)
