"""What a document gains by leaving something out: lines freed, and whether it then fits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple, TypeVar

from lxml.etree import _Element
from msgspec.structs import replace

from octavo.location import WordLocation
from octavo.ooxml import ROW, TABLE, PlacedBlock
from octavo.pages.boxes import Block, Paragraph, Table
from octavo.pages.layout import Verdict
from octavo.pages.measuring import Galley, verdict_of
from octavo.pages.paginate import Result, Revision
from octavo.pages.reading import Reading
from octavo.pages.sections import Section

Item = TypeVar("Item")


class Cut(NamedTuple):
    """What leaving an item out gains: lines of text, and whether the document then fits."""

    lines: int
    fits: bool


class Omission(Revision):
    """Sections without the paragraphs, rows and tables of some elements; all else stays."""

    def __init__(self, reading: Reading, gone: Collection[_Element]) -> None:
        super().__init__(reading)
        self._gone = gone

    def section(self, section: Section) -> Section:
        """What is left of it."""
        return replace(section, blocks=_kept(section.blocks, self._gone))


def cuts(
    galley: Galley, items: Mapping[Item, Iterable[WordLocation]], *, limit: int = 1
) -> dict[Item, Cut]:
    """What leaving out each item gains; an item is where its paragraphs, rows or tables stand.

    Places are those of the body; one that does not exist there counts for nothing.

    Raises:
        Unmeasurable: the document holds a construct that is not measured.
    """
    document, paginator = galley.document, galley.paginator
    before = _lines(paginator.paginate())
    found: dict[Item, Cut] = {}
    for item, locations in items.items():
        gone = [_element(document.body, location.steps) for location in locations]
        there = [element for element in gone if element is not None]
        rest = paginator.revised(Omission(paginator.reading, there))
        result = rest.paginate()
        fits = verdict_of(rest, result, limit) is Verdict.FITS
        found[item] = Cut(before - _lines(result), fits)
    return found


def _lines(result: Result) -> int:
    return sum(placed.lines for placed in result.placed)


def _element(body: _Element, steps: tuple[tuple[str, int], ...]) -> _Element | None:
    """The element that steps lead to, or None."""
    here = PlacedBlock(body)
    for end in range(1, len(steps) + 1):
        ways = {TABLE: here.rows, ROW: here.cells}
        inner = ways.get(str(here.element.tag), here.blocks)()
        found = next((one for one in inner if one.steps == steps[:end]), None)
        if found is None:
            return None
        here = found
    return here.element if steps else None


def _kept(blocks: Iterable[Block], gone: Collection[_Element]) -> tuple[Block, ...]:
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            if block.element not in gone:
                kept.append(block)
        elif block.shape.element not in gone:
            table = _table(block, gone)
            if table.contents:
                kept.append(table)
    return tuple(kept)


def _table(table: Table, gone: Collection[_Element]) -> Table:
    """The table without rows that go; a cell keeps its last paragraph, if as an empty one."""
    pairs = [
        (row, tuple(_cell(cell, gone) for cell in contents))
        for row, contents in zip(table.shape.rows, table.contents, strict=True)
        if row.element not in gone
    ]
    shape = replace(table.shape, rows=tuple(row for row, _ in pairs))
    return Table(shape, tuple(contents for _, contents in pairs))


def _cell(blocks: tuple[Block, ...], gone: Collection[_Element]) -> tuple[Block, ...]:
    kept = _kept(blocks, gone)
    if kept or not blocks:
        return kept
    last = blocks[-1]
    return (replace(last, atoms=(), label=None),) if isinstance(last, Paragraph) else kept
