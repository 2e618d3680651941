"""The subject of the rules about Word files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lxml import etree
from msgspec import Struct

from bluf.checks.prose import Hyperlink, Prose, ProseBlock
from bluf.checks.rule import Fault
from bluf.checks.word.content import (
    Block,
    DocumentCell,
    DocumentTable,
    Paragraph,
    paragraphs,
    run_text,
    runs,
    sequences,
    walk,
)
from bluf.checks.word.styles import Styles
from bluf.markings import Schemes, schemes
from octavo.location import Location, WordLocation
from octavo.ooxml import (
    PARAGRAPH,
    Hiding,
    Package,
    PlacedBlock,
    Places,
    RunReader,
    Story,
    hiding_in,
    places_of,
    qn,
    read_package,
    stories_of,
    style_sheet,
)
from octavo.shortening import shortened

_LONGEST = 120


class StoryBlocks(Struct, frozen=True):
    """One story: its label (``body``, ``header 1``), its part, what holds it, and its blocks."""

    label: str
    part: str
    root: etree._Element
    blocks: tuple[Block, ...]


class WordFile(Prose, frozen=True):
    """A Word file that passed the safety gate.

    Attributes:
        package: The file.
        stories: Body, notes, headers and footers that a reader sees.
        paragraphs: Every paragraph of the stories, in reading order.
        tables: Every table of the stories, tables within tables among them.
    """

    groups: ClassVar[tuple[str, ...]] = ("document", "word")

    package: Package
    places: Places
    styles: Styles
    hiding: Hiding
    stories: tuple[StoryBlocks, ...]
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[DocumentTable, ...]

    @property
    def text(self) -> str:
        """The text of the body, on one line."""
        blocks = next((story.blocks for story in self.stories if story.label == "body"), ())
        return " ".join(" ".join(paragraph.text for paragraph in paragraphs(blocks)).split())

    @property
    def roots(self) -> dict[str, etree._Element]:
        """The root of each part that a story stands in, by the part's name."""
        return {story.part: story.root.getroottree().getroot() for story in self.stories}

    def sequences(self) -> Iterator[tuple[Block, ...]]:
        """Blocks that follow one another, by body, cell, note and so on."""
        for story in self.stories:
            yield from sequences(story.blocks)

    def parts(self, kind: str, source: str | None = None) -> Iterator[tuple[str, etree._Element]]:
        """Name and root of each part that the main part, or ``source``, points to as ``kind``."""
        for name in self.package.related(self.package.main if source is None else source, kind):
            yield name, self.package.parts[name].root


def fault(paragraph: Paragraph, message: str, hint: str, excerpt: str = "") -> Fault:
    """A fault of a paragraph."""
    return Fault(message, paragraph.location, hint, cut(excerpt or paragraph.text))


def cut(text: str) -> str:
    """The text on one line, cut where it is long."""
    return shortened(" ".join(text.split()), _LONGEST)


def read_word(data: bytes, path: str, own: Schemes | None = None) -> WordFile:
    """A Word file from its bytes; ``own`` are the schemes of markings, the shipped ones else.

    Raises:
        PackageError: The safety gate refuses it; names every fault.
    """
    package = read_package(data, path)
    sheet = style_sheet(package)
    styles, hiding = Styles(sheet), hiding_in(sheet)
    reader = BlockReader(path, hiding, styles)
    stories = tuple(
        StoryBlocks(story.label, story.part, story.root, reader.read(story))
        for story in stories_of(package)
        if not story.is_drawing
    )
    blocks = [block for story in stories for block in walk(story.blocks)]
    found = tuple(block for block in blocks if isinstance(block, Paragraph))
    passages = tuple(_passage(paragraph) for paragraph in found)
    roots = (s.root.getroottree().getroot() for s in stories if s.part == package.main)
    return WordFile(
        path=path,
        passages=passages,
        links=tuple(_links(found, passages)),
        schemes=own or schemes(),
        package=package,
        places=places_of(package, next(roots, None)),
        styles=styles,
        hiding=hiding,
        stories=stories,
        paragraphs=found,
        tables=tuple(block for block in blocks if isinstance(block, DocumentTable)),
    )


def _passage(paragraph: Paragraph) -> ProseBlock:
    def locate(words: str) -> tuple[Location, str]:
        del words  # a paragraph is the smallest place that people can count to
        return paragraph.location, cut(paragraph.text)

    pictured = paragraph.heading is not None and paragraph.has_picture
    return ProseBlock(paragraph.text, locate, paragraph.heading, pictured)


def _links(found: tuple[Paragraph, ...], passages: tuple[ProseBlock, ...]) -> Iterator[Hyperlink]:
    for paragraph, passage in zip(found, passages, strict=True):
        for link in paragraph.element.iter(qn("w:hyperlink")):
            outward = link.get(qn("r:id")) is not None
            own = next(link.iterancestors(qn("w:p")), None) is paragraph.element
            if outward and own and next(link.iter(qn("w:drawing"), qn("w:pict")), None) is None:
                yield Hyperlink("".join(map(run_text, runs(link))), passage)


class BlockReader(Struct, frozen=True):
    """Reads the stories of one file."""

    path: str
    hiding: Hiding
    styles: Styles

    def read(self, story: Story) -> tuple[Block, ...]:
        """The blocks of a story."""
        return self.read_within(story, PlacedBlock(story.root))

    def read_within(self, story: Story, holder: PlacedBlock) -> tuple[Block, ...]:
        """The blocks of what is read by itself: a story, or a text box in it."""
        return _StoryReader(self, story, RunReader(self.hiding)).blocks(holder)


class _StoryReader(Struct, frozen=True):
    """Reads one story, or one text box of it."""

    file: BlockReader
    story: Story
    runs: RunReader

    def blocks(self, holder: PlacedBlock) -> tuple[Block, ...]:
        return tuple(
            self._paragraph(block) if block.element.tag == PARAGRAPH else self._table(block)
            for block in holder.blocks()
        )

    def _paragraph(self, placed: PlacedBlock) -> Paragraph:
        text = self.runs.read(placed.element, placed.table_style)
        style = self.file.styles.of_paragraph(placed.element)
        return Paragraph(
            placed.element,
            text,
            self._place(placed),
            self.file.styles.heading(placed.element, style),
            style,
            tuple(self.file.read_within(self.story, box) for box in placed.boxes()),
        )

    def _table(self, placed: PlacedBlock) -> DocumentTable:
        down = [(row, row.cells()) for row in placed.rows()]
        hidden = (cell for row, found in down for cell in found if row.is_gone or cell.is_gone)
        return DocumentTable(
            placed.element,
            self._place(placed),
            tuple(tuple(map(self._cell, found)) for row, found in down if not row.is_gone),
            tuple(DocumentCell(cell.element, self._place(cell), (), "") for cell in hidden),
        )

    def _cell(self, placed: PlacedBlock) -> DocumentCell:
        inner = () if placed.is_gone else self.blocks(placed)
        text = "\n".join(paragraph.text for paragraph in paragraphs(inner))
        return DocumentCell(placed.element, self._place(placed), inner, text)

    def _place(self, placed: PlacedBlock) -> WordLocation:
        return self.story.place(self.file.path, placed.steps)
