"""A document onto pages: its sections, one after the other."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from octavo.pages.allowed import require_known, require_plain
from octavo.pages.annex import annex_of, before_annex
from octavo.pages.blocks import Paragraph
from octavo.pages.flow import LaidParagraph, LaidTable, flow
from octavo.pages.header_footer import HeaderFooterHeights, PageRoom, room_of
from octavo.pages.lines import lines
from octavo.pages.notes import NoteHeights, note_numbers, read_notes
from octavo.pages.obstacles import Unmeasurable
from octavo.pages.omission import without
from octavo.pages.pages import Pages
from octavo.pages.rows import table_rows
from octavo.pages.sections import sections
from octavo.pages.spacing import border_above, border_below
from octavo.pages.story import StoryReader
from octavo.pages.tags import W
from octavo.pages.text_options import TextOptions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lxml.etree import _Element

    from octavo.pages.blocks import Block
    from octavo.pages.document import Document
    from octavo.pages.flow import LaidBlock
    from octavo.pages.pages import Placed
    from octavo.pages.sections import Section

_KEEPS_SLANT = 15
"""Compatibility mode from which LibreOffice keeps the end of a slanted line free."""


class Result(NamedTuple):
    """Number of pages, how full the last one is, and where everything stands."""

    pages: int
    fill: float
    placed: tuple[Placed, ...]


class Paginator:
    """Lays one document out, up to its annex.

    Its content is read once and may be laid out several times.
    """

    def __init__(self, document: Document) -> None:
        require_known(document.root)
        comments = document.related("comments")
        if comments is not None:
            require_plain(comments)
        self._document = document
        numbers = note_numbers(document)
        self._reader = StoryReader(document.styles, document.numbering, numbers)
        blocks = self._reader.blocks(document.body)
        self._notes = read_notes(document, self._reader, numbers)
        found = sections(blocks, document.body.find(W + "sectPr"))
        self._sections = tuple(before_annex(found, annex_of(document)))

    def without(self, gone: Collection[_Element]) -> Paginator:
        """The same document without some paragraphs, rows and tables."""
        other = copy(self)
        other._sections = tuple(without(section, gone) for section in self._sections)  # noqa: SLF001 - its own kind
        return other

    def paginate(self, slack: float = 0.0, spare: int = 0) -> Result:
        """The pages of the document.

        Lines are taken to be wider by the share ``slack``, pages to be higher by ``spare`` twips.
        """
        options = TextOptions(
            self._document.tab_distance, slack, keeps_slant=self._document.mode >= _KEEPS_SLANT
        )
        pages = Pages()
        heights = HeaderFooterHeights(self._reader, options)
        notes: dict[int, NoteHeights] = {}
        for number, section in enumerate(self._sections):
            self._begin(section, number, pages)
            width = section.geometry.text_width
            notes.setdefault(width, NoteHeights(self._notes, width, options))
            page_room = PageRoom(self._document, heights, section)
            pages.enter(room_of(page_room, pages.page, spare), notes[width].of)
            on_grid = replace(options, grid=section.geometry.grid)
            flow(list(_lay_out(section.blocks, width, on_grid)), pages)
        fill = min(1.0, (pages.y + pages.notes) / max(1, pages.height))
        return Result(pages.page, fill, tuple(pages.placed))

    def _begin(self, section: Section, number: int, pages: Pages) -> None:
        if section.geometry.grid and self._notes:
            raise Unmeasurable("footnotes on pages with a line grid", section.element)
        if not number:
            return
        if section.starts_page:
            pages.break_page()
            pages.settle()
        elif section.geometry != self._sections[number - 1].geometry:
            raise Unmeasurable("a section of other width on the same page", section.element)


def _lay_out(blocks: tuple[Block, ...], width: int, options: TextOptions) -> Iterator[LaidBlock]:
    formats = [block.format if isinstance(block, Paragraph) else None for block in blocks]
    for number, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            yield LaidTable(table_rows(block, width, options))
            continue
        above = formats[number - 1] if number else None
        below = formats[number + 1] if number + 1 < len(blocks) else None
        yield LaidParagraph(
            block.element,
            block.format,
            lines(block, width, options),
            border_above(above, block.format),
            border_below(block.format, below),
        )
