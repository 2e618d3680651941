"""A document onto pages: its sections, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import copy
from functools import cache
from itertools import tee, zip_longest
from typing import NamedTuple

from lxml.etree import _Element
from msgspec.structs import replace

from octavo.pages.allowed import require_known, require_plain
from octavo.pages.boxes import Block, Paragraph
from octavo.pages.document import Document, annex_of, look_at_settings
from octavo.pages.flow import LaidBlock, LaidParagraph, flow
from octavo.pages.formats import ParagraphFormat, border_above, border_below
from octavo.pages.lines import lines
from octavo.pages.page_room import (
    PageRoom,
    Pages,
    Placed,
    header_heights,
    note_heights,
    note_numbers,
    read_notes,
)
from octavo.pages.reading import Reading, TextOptions, Unmeasurable
from octavo.pages.rows import table_rows
from octavo.pages.sections import Memo, Section, sections
from octavo.pages.story import StoryReader
from octavo.pages.tags import W

_KEEPS_SLANT = 15
"""Compatibility mode from which LibreOffice keeps the end of a slanted line free."""
_SKIPS_PAGES = {"oddPage", "evenPage"}
_ENDLESS = 1_000_000_000


class Revision:
    """Makes other blocks; ``reading`` takes note of what is met in setting them."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def section(self, section: Section) -> Section:
        """A section, its blocks made when they are asked for."""
        return replace(section, blocks=Memo(map(self.block, section.blocks)))

    def blocks(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        """The blocks of a cell, note, header or footer."""
        return tuple(map(self.block, blocks))

    def block(self, block: Block) -> Block:
        """A paragraph or table: the same, but where a revision says otherwise."""
        return block


class Result(NamedTuple):
    """Number of pages, how full the last one is, and where everything stands."""

    pages: int
    fill: float
    placed: tuple[Placed, ...]


class Paginator:
    """Lays one document out, up to its annex.

    Its content is read once, as far as it is asked for, and may be laid out several times.
    """

    def __init__(self, document: Document) -> None:
        comments = document.related("comments")
        if comments is not None:
            require_plain(comments)
        self.document = document
        self.reading = document.reading
        look_at_settings(document, self.reading)
        numbers = note_numbers(document)
        beside = StoryReader(document.styles, document.numbering, numbers)
        self._notes: Mapping[str, tuple[Block, ...]] = read_notes(document, beside, numbers)

        def read(root: _Element) -> tuple[Block, ...]:
            require_known(root)
            return beside.blocks(root)

        self._blocks_of: Callable[[_Element], tuple[Block, ...]] = cache(read)
        reader = StoryReader(document.styles, document.numbering, numbers)
        found = reader.body(document.body, annex_of(document))
        self._sections: Iterable[Section] = Memo(sections(found, document.body))

    def blocks(self) -> Iterator[Block]:
        """The blocks of the body."""
        for section in self._sections:
            yield from section.blocks

    def read(self) -> None:
        """Read what was not asked for yet.

        Raises:
            Unmeasurable: It holds a construct that is not measured.
        """
        for _ in self.blocks():
            pass

    def revised(self, by: Revision) -> Paginator:
        """The same document with other blocks in its sections, without reading it again."""
        other = copy(self)
        if by.reading is not self.reading:
            look_at_settings(self.document, by.reading)
            other.reading = by.reading
        other._sections = Memo(map(by.section, self._sections))  # noqa: SLF001 - its own kind
        other._notes = {note: by.blocks(found) for note, found in self._notes.items()}  # noqa: SLF001 - its own kind
        other._blocks_of = cache(lambda root: by.blocks(self._blocks_of(root)))  # noqa: SLF001 - its own kind
        return other

    def paginate(self, slack: float = 0.0, spare: int = 0, limit: int | None = None) -> Result:
        """The pages of the document, or as many as it takes to be beyond ``limit``.

        Lines are taken to be wider by the share ``slack``, pages to be higher by ``spare`` twips.
        """
        options, pages = self._text_options(slack), Pages(limit)
        heights = header_heights(self._blocks_of, options)
        notes: dict[int, Callable[[str], int]] = {}
        before: Section | None = None
        for section in self._sections:
            require_known(section.element)
            self._begin(section, before, pages)
            columns = section.columns  # those of different widths hold least at the narrowest
            width = self.reading.either(
                columns.greatest, columns.least, "columns of different widths", section.element
            )
            notes.setdefault(width, note_heights(self._notes, width, options))
            left = spare - self.reading.either(0, section.borders, "a page border", section.element)
            room = PageRoom(self.document, heights, section, pages.page, left).of
            on_grid = replace(options, grid=section.geometry.grid)
            laid = _lay_out(section.blocks, width, on_grid)
            if section.columns.count > 1 and not (section.starts_page and section.fills_pages):
                pages.enter(room, notes[width])
                self._balance(section, laid, pages)
            else:
                pages.enter(room, notes[width], section.columns.count)
                flow(laid, pages)
            before = section
            if pages.is_enough:
                break
        self._end(pages)
        fill = min(1.0, (pages.y + pages.notes) / max(1, pages.height))
        return Result(pages.page, fill, tuple(pages.placed))

    def _text_options(self, slack: float) -> TextOptions:
        return TextOptions(
            self.document.tab_distance,
            slack,
            keeps_slant=self.document.mode >= _KEEPS_SLANT,
            splits_page_break=self.document.has_set("compat/splitPgBreakAndParaMark"),
            hyphenates=self.document.has_set("autoHyphenation")
            and self.reading.at_least("automatic hyphenation"),
            reading=self.reading,
        )

    def _begin(self, section: Section, before: Section | None, pages: Pages) -> None:
        if section.geometry.grid and self._notes:
            raise Unmeasurable("footnotes on pages with a line grid", section.element)
        if before is None:
            return
        if section.starts_page:
            pages.break_page()
            pages.settle()
            if section.kind in _SKIPS_PAGES:
                construct = "a section that begins on an odd or even page"
                pages.page += self.reading.either(0, 1, construct, section.element)
        elif section.geometry.sheet != before.geometry.sheet:
            raise Unmeasurable("a section of other size on the same page", section.element)

    def _balance(self, section: Section, laid: Iterable[LaidBlock], pages: Pages) -> None:
        """Columns that share a page with other text are made about as long as each other."""
        least, most = _in_columns(section, laid)
        height = self.reading.either(least, most, "text in columns", section.element)
        while height > pages.left and not pages.is_enough:
            height -= 0 if self.reading.is_greatest and not pages.is_empty else pages.left
            pages.turn()
        pages.put(section.element, height, 1)

    def _end(self, pages: Pages) -> None:
        """Endnotes stand below the text, as in Word, or on pages of their own."""
        note = next(self.document.body.iter(W + "endnoteReference"), None)
        if note is not None:
            pages.page += self.reading.either(0, 1, "an endnote", note)


def _in_columns(section: Section, laid: Iterable[LaidBlock]) -> tuple[int, int]:
    """Least and greatest height of columns that are made about as long as each other.

    Parts that end with a column break have columns of their own; the line of the break may count.
    """
    alone = Pages()
    parts: list[int] = []
    blocks = tuple(laid)

    def begin(_: int) -> int:
        parts.append(alone.y)
        return _ENDLESS

    alone.enter(begin, lambda _: 0)
    flow(blocks, alone)
    parts = [*parts[1:], alone.y]
    count, longest = section.columns.count, max(parts)
    if len(parts) > count or any(map(_begins_page, blocks)):
        raise Unmeasurable("a page break in columns", section.element)
    share = -(-sum(parts) // count)
    if len(parts) == 1:
        return share, min(longest, share + alone.tallest)
    least = longest - alone.tallest if len(parts) == count else share
    return least, longest


def _begins_page(block: LaidBlock) -> bool:
    """Whether a page begins before a paragraph or within it, and not only a column."""
    if not isinstance(block, LaidParagraph):
        return False
    breaks = block.element.iter(W + "br")
    return block.format.page_break_before or any(one.get(f"{W}type") == "page" for one in breaks)


def _lay_out(blocks: Iterable[Block], width: int, options: TextOptions) -> Iterator[LaidBlock]:
    """The blocks laid out one by one; borders ask for the neighbours of a paragraph."""
    above: ParagraphFormat | None = None
    ones, others = tee(blocks)
    next(others, None)
    for block, following in zip_longest(ones, others):
        if not isinstance(block, Paragraph):
            yield table_rows(block, width, options)
            above = None
            continue
        below = following.format if isinstance(following, Paragraph) else None
        own = lines(block, width, options)
        if block.format.justified and options.keeps_slant and len(own) > 1:
            options.reading.note("justified text", block.element)
        yield LaidParagraph(
            block.element,
            block.format,
            own,
            border_above(above, block.format),
            border_below(block.format, below),
        )
        above = block.format
