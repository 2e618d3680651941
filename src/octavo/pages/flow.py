"""Blocks onto pages: keep with next, keep lines, widows and orphans, rows that split.

ECMA-376 part 1: 17.3.1.14 (keep lines), 17.3.1.15 (keep with next), 17.3.1.44 (widows),
17.4.6 (rows that may not split), 17.4.78 (header rows). Space before a paragraph is left out at
the top of a page that was begun because the one before was full, as LibreOffice and Word do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from lxml.etree import _Element

from octavo.pages.formats import ParagraphFormat, space_between
from octavo.pages.unpaginated import LaidRow, split

if TYPE_CHECKING:
    from octavo.pages.lines import Line
    from octavo.pages.page_room import Pages

_LEAST_TOGETHER = 2
"""Lines of a paragraph that stay together at either end of a page."""


class LaidParagraph(NamedTuple):
    """A paragraph's lines, with the room of its borders."""

    element: _Element
    format: ParagraphFormat
    lines: tuple[Line, ...]
    border_above: int
    border_below: int


LaidBlock: TypeAlias = "LaidParagraph | tuple[LaidRow, ...]"
"""A paragraph, or the rows of a table."""


def flow(blocks: Iterable[LaidBlock], pages: Pages) -> None:
    """Place the blocks of a section one below the other, until there are pages enough."""
    above: ParagraphFormat | None = None
    for group in _groups(blocks):
        if pages.is_enough:
            return
        _break_before(group[0], pages)
        if not pages.is_empty and _least_height(group, above) > pages.left:
            pages.turn()
        for block in group:
            _break_before(block, pages)
            if isinstance(block, LaidParagraph):
                _place_paragraph(block, above, pages)
                above = block.format
            else:
                _place_table(block, above, pages)
                above = None


def _break_before(block: LaidBlock, pages: Pages) -> None:
    """Begin the page that a break before this block, or at the end of the last one, asks for."""
    if isinstance(block, LaidParagraph) and block.format.page_break_before and not pages.is_empty:
        pages.break_page()
    pages.settle()


def _groups(blocks: Iterable[LaidBlock]) -> Iterator[list[LaidBlock]]:
    """Blocks that stand on one page: those kept with the next one, and that one."""
    group: list[LaidBlock] = []
    for block in blocks:
        group.append(block)
        if not (isinstance(block, LaidParagraph) and block.format.keep_next):
            yield group
            group = []
    if group:
        yield group


def _least_height(group: Sequence[LaidBlock], above: ParagraphFormat | None) -> int:
    """Height of a group of which the last block shows no more than it must."""
    height = 0
    for number, block in enumerate(group):
        last = number == len(group) - 1
        if not isinstance(block, LaidParagraph):
            return height + space_between(above, None) + block[0].height
        shown = block.lines[: _together(block)] if last else block.lines
        height += space_between(above, block.format) + block.border_above
        height += sum(line.height for line in shown) - (shown[-1].overhang if last else 0)
        height += block.border_below if len(shown) == len(block.lines) else 0
        above = block.format
    return height


def _together(block: LaidParagraph) -> int:
    """How many of the first lines of a paragraph stand together."""
    count = len(block.lines)
    if block.format.keep_lines:
        return count
    if not block.format.widow_control:
        return 1
    return count if count <= _LEAST_TOGETHER + 1 else _LEAST_TOGETHER


def _place_paragraph(block: LaidParagraph, above: ParagraphFormat | None, pages: Pages) -> None:
    start = 0
    gap = _gap(above, block, pages) + block.border_above
    while start < len(block.lines):
        count = _fitting(block, start, gap, pages)
        if not count and not pages.is_empty:
            pages.turn()
            gap = block.border_above
            continue
        end = start + max(count, 1)
        for line in block.lines[start:end]:
            pages.put(block.element, line.height + gap, 1, line.notes)
            gap = 0
        start = end
        _end_page(block, end, pages)
    pages.y += block.border_below


def _end_page(block: LaidParagraph, end: int, pages: Pages) -> None:
    """Begin a page after line ``end`` where it asks for it, or where there are more lines."""
    more = end < len(block.lines)
    if block.lines[end - 1].page_break:
        pages.break_page()
        if more:
            pages.settle()
    elif more:
        pages.turn()


def _gap(above: ParagraphFormat | None, block: LaidParagraph, pages: Pages) -> int:
    """Space above a paragraph: none at the top of a page begun because one was full."""
    if pages.is_empty:
        return 0 if pages.fresh else block.format.before
    return space_between(above, block.format)


def _fitting(block: LaidParagraph, start: int, gap: int, pages: Pages) -> int:
    """How many lines go on this page, up to a page break; 0 where the paragraph moves on."""
    room = pages.left - gap
    notes = 0
    end = len(block.lines)
    for number in range(start, end):
        line = block.lines[number]
        notes += pages.notes_height(line.notes, notes)
        room -= line.height
        below = block.border_below if number == end - 1 else 0
        if room + line.overhang - below < notes:
            return _kept_together(block, start, number)
        if line.page_break:
            return number + 1 - start
    return end - start


def _kept_together(block: LaidParagraph, start: int, cut: int) -> int:
    """How many of the lines before ``cut`` stay, so that no line is left alone at either end."""
    if block.format.keep_lines and not start:
        return 0
    if not block.format.widow_control:
        return cut - start
    count = min(cut, len(block.lines) - _LEAST_TOGETHER) - start
    return count if count >= _LEAST_TOGETHER else 0


def _place_table(rows: tuple[LaidRow, ...], above: ParagraphFormat | None, pages: Pages) -> None:
    gap = 0 if pages.is_empty and pages.fresh else space_between(above, None)
    headers = sum(1 for row in rows if row.header)
    repeated = sum(row.height for row in rows[:headers])
    for number, row in enumerate(rows):
        if pages.is_enough:
            return
        _place_row(row, gap, 0 if number < headers else repeated, pages)
        gap = 0


def _place_row(row: LaidRow, gap: int, repeated: int, pages: Pages) -> None:
    """Place a row, on several pages where it must be; ``repeated`` is the header rows' height."""
    rest: LaidRow | None = row
    while rest is not None:
        upper: LaidRow | None
        upper, rest = _divide(rest, pages.left - gap, repeated, pages)
        if upper is not None:
            pages.put(upper.first_element, upper.height + gap, upper.lines, upper.notes)
        if rest is not None:
            pages.turn()
            pages.y = repeated
        gap = 0


def _divide(
    row: LaidRow, room: int, repeated: int, pages: Pages
) -> tuple[LaidRow | None, LaidRow | None]:
    """What of a row goes on this page, and what is left."""
    # Height first: the notes of a row over many pages are gathered again for each of its parts.
    if row.height <= room and row.height + pages.notes_height(row.notes) <= room:
        return row, None
    halves = None if row.cant_split else split(row, room)
    if halves is None and pages.y <= repeated:
        return row, None
    return halves or (None, row)
