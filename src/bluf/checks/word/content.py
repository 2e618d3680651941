"""What a story holds, as people see it: paragraphs, tables, cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree
from msgspec import Struct

from octavo.location import WordLocation
from octavo.ooxml import qn, qns

_PICTURES = qns("w:drawing w:pict w:object")


class Paragraph(Struct, frozen=True, eq=False):
    """A paragraph.

    Attributes:
        element: The ``w:p``.
        text: What the reader sees, without text boxes; lines end with U+000A.
        location: Where it stands.
        heading: Level of a heading, from 1; None for any other paragraph.
        style: Id of its style.
        boxes: The blocks of each text box anchored in it.
    """

    element: etree._Element
    text: str
    location: WordLocation
    heading: int | None
    style: str
    boxes: tuple[tuple[Block, ...], ...] = ()

    @property
    def has_picture(self) -> bool:
        """Whether it holds a picture, a shape or an object."""
        return next(self.element.iter(*_PICTURES), None) is not None


class DocumentCell(Struct, frozen=True, eq=False):
    """A cell.

    Attributes:
        element: The ``w:tc``.
        location: Where it stands.
        blocks: What it holds.
        text: The text of its paragraphs, those of tables within it among them.
    """

    element: etree._Element
    location: WordLocation
    blocks: tuple[Block, ...]
    text: str


class DocumentTable(Struct, frozen=True, eq=False):
    """A table.

    Attributes:
        element: The ``w:tbl``.
        location: Where it stands.
        rows: Its cells by row, without the rows that are hidden or deleted.
        hidden: The cells of such rows, and those that are merged into others or deleted.
    """

    element: etree._Element
    location: WordLocation
    rows: tuple[tuple[DocumentCell, ...], ...]
    hidden: tuple[DocumentCell, ...] = ()


Block = Paragraph | DocumentTable


def sequences(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    """Blocks that follow one another: those given, then those of each cell and text box."""
    yield blocks
    for block in blocks:
        inner: Iterable[tuple[Block, ...]] = (
            block.boxes
            if isinstance(block, Paragraph)
            else (cell.blocks for row in block.rows for cell in row)
        )
        for each in inner:
            yield from sequences(each)


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block, those of cells and text boxes after what holds them, in reading order."""
    for block in blocks:
        yield block
        if isinstance(block, Paragraph):
            for box in block.boxes:
                yield from walk(box)
        else:
            for row in block.rows:
                for cell in row:
                    yield from walk(cell.blocks)


def paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Every paragraph, in reading order."""
    return (block for block in walk(blocks) if isinstance(block, Paragraph))


def written(blocks: Iterable[Block]) -> Iterator[tuple[etree._Element, Paragraph]]:
    """Every run with letters in it, and its paragraph, in reading order."""
    for paragraph in paragraphs(blocks):
        for run in runs(paragraph.element):
            if run_text(run).strip():
                yield run, paragraph


RUN = qn("w:r")
TEXT = qn("w:t")
_NOT_OWN = frozenset(
    qns("w:pPr w:rPr w:del w:moveFrom mc:Fallback w:txbxContent w:p w:drawing w:pict w:object")
)


def runs(holder: etree._Element) -> Iterator[etree._Element]:
    """The runs of a paragraph or hyperlink, without what is deleted or stands in text boxes."""
    for child in holder:
        if child.tag == RUN:
            yield child
        elif child.tag not in _NOT_OWN:
            yield from runs(child)


def run_text(run: etree._Element) -> str:
    """The letters of a run, whether it is hidden or not."""
    return "".join(child.text or "" for child in run.iterchildren(TEXT))
