"""The blocks of a story as people see them, each with its place and its visible text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.checks.word.runs import run_text, runs
from bluf.location import WordLocation
from bluf.ooxml import qn
from bluf.ooxml.blocks import PARAGRAPH, blocks, cells, rows, text_boxes
from bluf.ooxml.runs import RunReader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from bluf.checks.word.styles import Styles
    from bluf.ooxml.stories import Story
    from bluf.ooxml.styles import Hiding

Steps = tuple[tuple[str, int], ...]
_PICTURES = tuple(map(qn, ("w:drawing", "w:pict", "w:object")))


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


class Cell(Struct, frozen=True, eq=False):
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


class Table(Struct, frozen=True, eq=False):
    """A table: its ``w:tbl``, its place, and its cells by row."""

    element: etree._Element
    location: WordLocation
    rows: tuple[tuple[Cell, ...], ...]


Block = Paragraph | Table


class BlockReader(Struct, frozen=True):
    """Reads the stories of one file."""

    path: str
    hiding: Hiding
    styles: Styles

    def read(self, story: Story) -> tuple[Block, ...]:
        """The blocks of a story."""
        return tuple(self._blocks(story.root, (), story, RunReader(self.hiding), None))

    def _blocks(
        self,
        holder: etree._Element,
        steps: Steps,
        story: Story,
        runs: RunReader,
        table_style: str | None,
    ) -> Iterator[Block]:
        counts = {"paragraph": 0, "table": 0}
        for element in blocks(holder):
            kind = "paragraph" if element.tag == PARAGRAPH else "table"
            counts[kind] += 1
            place = (*steps, (kind, counts[kind]))
            if kind == "table":
                yield self._table(element, place, story, runs)
            else:
                text = runs.read(element, table_style)
                yield self._paragraph(element, text, place, story)

    def _paragraph(
        self, element: etree._Element, text: str, steps: Steps, story: Story
    ) -> Paragraph:
        boxes = (
            self._blocks(box, (*steps, ("text box", number)), story, RunReader(self.hiding), None)
            for number, box in enumerate(text_boxes(element), 1)
        )
        style = self.styles.of_paragraph(element)
        return Paragraph(
            element,
            text,
            WordLocation(self.path, story.label, steps, story.part),
            self.styles.heading(element, style),
            style,
            tuple(map(tuple, boxes)),
        )

    def _table(self, element: etree._Element, steps: Steps, story: Story, runs: RunReader) -> Table:
        style = element.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}")
        style_id = None if style is None else style.get(qn("w:val"))

        def cell(tc: etree._Element, place: Steps) -> Cell:
            location = WordLocation(self.path, story.label, place, story.part)
            inner = tuple(self._blocks(tc, place, story, runs, style_id))
            text = "\n".join(paragraph.text for paragraph in paragraphs(inner))
            return Cell(tc, location, inner, text)

        return Table(
            element,
            WordLocation(self.path, story.label, steps, story.part),
            tuple(
                tuple(
                    cell(tc, (*steps, ("row", row), ("cell", column)))
                    for column, tc in enumerate(cells(tr), 1)
                )
                for row, tr in enumerate(rows(element), 1)
            ),
        )


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
