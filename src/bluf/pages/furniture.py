"""Room that headers and footers leave for the text (ECMA-376 part 1, 17.6.11 and 17.10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from bluf.pages.allowed import require_known
from bluf.pages.rows import column

if TYPE_CHECKING:
    from collections.abc import Callable

    from bluf.pages.document import Document
    from bluf.pages.ruler import Ruler
    from bluf.pages.sections import Section
    from bluf.pages.story import StoryReader

_LAST_AFTER = 2
"""In tables of headers and footers LibreOffice counts the space after a cell's end twice."""


class Furniture:
    """Heights of the headers and footers of one section, measured when asked for."""

    def __init__(
        self, document: Document, reader: StoryReader, section: Section, ruler: Ruler
    ) -> None:
        self._document = document
        self._reader = reader
        self._section = section
        self._ruler = replace(ruler, last_after=_LAST_AFTER)
        self._heights: dict[str, int | None] = {}

    def room(self, page: int, first_page: int) -> int:
        """Height for text on a page of the section, which began on ``first_page``.

        A header that reaches below the top margin moves the text down, but for a negative margin.
        """
        geometry = self._section.geometry
        kind = self._kind(page, first_page)
        top = self._margin(f"header {kind}", geometry.top, geometry.header)
        bottom = self._margin(f"footer {kind}", geometry.bottom, geometry.footer)
        return geometry.height - top - bottom

    def _kind(self, page: int, first_page: int) -> str:
        if self._section.title_page and page == first_page:
            return "first"
        if page % 2 == 0 and self._document.has_setting("evenAndOddHeaders"):
            return "even"
        return "default"

    def _margin(self, name: str, margin: int, distance: int) -> int:
        if name not in self._heights:
            self._heights[name] = self._height(name)
        height = self._heights[name]
        if margin < 0 or height is None:
            return abs(margin)
        return max(margin, distance + height)

    def _height(self, name: str) -> int | None:
        root = self._document.referred(self._section.references.get(name))
        if root is None:
            return None
        require_known(root)
        return column(
            self._reader.blocks(root), self._section.geometry.text_width, self._ruler
        ).height


def room_of(furniture: Furniture, first_page: int, spare: int) -> Callable[[int], int]:
    """The room of each page of a section that begins on ``first_page``, ``spare`` twips added."""
    return lambda page: furniture.room(page, first_page) + spare
