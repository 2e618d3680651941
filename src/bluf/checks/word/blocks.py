"""Reading the blocks of a story, each with its place and its visible text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.checks.word.content import DocumentCell, DocumentTable, Paragraph, paragraphs
from octavo.location import WordLocation
from octavo.ooxml import PARAGRAPH, RunReader, blocks, cells, qn, rows, text_boxes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from bluf.checks.word.content import Block
    from bluf.checks.word.styles import Styles
    from octavo.ooxml import Hiding, Story

Steps = tuple[tuple[str, int], ...]


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

    def _table(
        self, element: etree._Element, steps: Steps, story: Story, runs: RunReader
    ) -> DocumentTable:
        style = element.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}")
        style_id = None if style is None else style.get(qn("w:val"))

        def cell(tc: etree._Element, place: Steps) -> DocumentCell:
            location = WordLocation(self.path, story.label, place, story.part)
            inner = tuple(self._blocks(tc, place, story, runs, style_id))
            text = "\n".join(paragraph.text for paragraph in paragraphs(inner))
            return DocumentCell(tc, location, inner, text)

        return DocumentTable(
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
