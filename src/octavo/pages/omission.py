"""Sections without some of their elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from octavo.pages.blocks import Paragraph, Table
from octavo.pages.revision import Revision

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from lxml.etree import _Element

    from octavo.pages.blocks import Block
    from octavo.pages.reading import Reading
    from octavo.pages.sections import Section


class Omission(Revision):
    """Sections without the paragraphs, rows and tables of some elements; all else stays."""

    def __init__(self, reading: Reading, gone: Collection[_Element]) -> None:
        super().__init__(reading)
        self._gone = gone

    def section(self, section: Section) -> Section:
        """What is left of it."""
        return replace(section, blocks=_kept(section.blocks, self._gone))


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
