"""The visible text of a Word file, paragraph by paragraph, each at its place.

In are insertions, moved text where it came to rest, tables, content controls, text boxes, headers
and footers that are shown, and notes that are referred to; out are deletions, hidden text, field
codes and comments.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from octavo.ooxml.block_content import PARAGRAPH, PlacedBlock
from octavo.ooxml.names import qn
from octavo.ooxml.runs import RunReader, mark_is_gone
from octavo.ooxml.stories import stories_of
from octavo.ooxml.visible import hiding_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from octavo.location import WordLocation
    from octavo.ooxml.package import Package
    from octavo.ooxml.stories import Story
    from octavo.ooxml.visible import Hiding

    Piece = tuple[etree._Element | None, str]  # noqa: SLF001 - its only name
    Read = tuple[PlacedBlock, list[Piece]]

_A_PARAGRAPH: Final = qn("a:p")
_A_TEXT: Final = qn("a:t")


class Block(Struct, frozen=True):
    """The visible text of one paragraph; lines within it end with U+000A."""

    text: str
    location: WordLocation


def read_text(package: Package) -> Iterator[Block]:
    """The visible paragraphs of every story, in the order: body, notes, headers, footers, charts.

    A paragraph without visible text is there with an empty text.
    """
    hiding = hiding_of(package)
    return (
        Block("".join(text for _, text in pieces), story.place(package.path, placed.steps))
        for story in stories_of(package)
        for placed, pieces in pieces_of(story, hiding)
    )


def pieces_of(story: Story, hiding: Hiding) -> Iterator[Read]:
    """The paragraphs of a story, each text with the run that it stands in; a drawing has none.

    A paragraph whose end is deleted or hidden is read with the next one.
    """
    if story.is_drawing:
        return _drawn(story.root)
    return _seen(PlacedBlock(story.root), hiding, RunReader(hiding))


def _drawn(root: etree._Element) -> Iterator[Read]:
    """Paragraphs of a chart or diagram."""
    for number, paragraph in enumerate(root.iter(_A_PARAGRAPH), 1):
        texts = [text.text or "" for text in paragraph.iter(_A_TEXT)]
        yield PlacedBlock(paragraph, (("paragraph", number),)), [(None, text) for text in texts]


def _seen(holder: PlacedBlock, hiding: Hiding, runs: RunReader) -> Iterator[Read]:
    """The paragraphs that a reader sees of what holds them, in order."""
    begun: Read | None = None
    for block in holder.blocks():
        if block.element.tag != PARAGRAPH:
            yield from () if begun is None else (begun,)
            begun = None
            for cell in block.seen_cells():
                yield from _seen(cell, hiding, runs)
            continue
        pieces: list[Piece] = [*runs.pieces(block.element, block.table_style)]
        begun = (block, pieces) if begun is None else (begun[0], begun[1] + pieces)
        if not mark_is_gone(block.element):
            yield begun
            begun = None
        for box in block.boxes():
            yield from _seen(box, hiding, RunReader(hiding))
    if begun is not None:
        yield begun
