"""Other blocks in place of those that were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from octavo.pages.memo import Memo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from octavo.pages.blocks import Block
    from octavo.pages.reading import Reading
    from octavo.pages.sections import Section


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
