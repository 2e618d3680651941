"""Reading a Word file into its outline."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from octavo.ooxml.block_content import PARAGRAPH, PlacedBlock
from octavo.ooxml.comparison.looks import centimetres, look_of
from octavo.ooxml.comparison.outline import (
    Outline,
    OutlineCell,
    OutlineParagraph,
    OutlineTable,
    Row,
    Span,
)
from octavo.ooxml.comparison.states import states_of
from octavo.ooxml.hiding import hiding_in
from octavo.ooxml.names import qn
from octavo.ooxml.runs import RunReader
from octavo.ooxml.stories import stories_of
from octavo.ooxml.styles import style_sheet, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from octavo.location import WordLocation
    from octavo.ooxml.comparison.looks import Look
    from octavo.ooxml.comparison.outline import Block
    from octavo.ooxml.hiding import Hiding
    from octavo.ooxml.package import Package
    from octavo.ooxml.stories import Story
    from octavo.ooxml.styles import StyleSheet

_VAL: Final = qn("w:val")
_WIDTH: Final = qn("w:w")
_COLUMNS: Final = f"{qn('w:tblGrid')}/{qn('w:gridCol')}"
_BLIPS: Final = (qn("a:blip"), qn("v:imagedata"))
_POINTERS: Final = (qn("r:embed"), qn("r:id"))
_DRAWING_PROPERTIES: Final = qn("wp:docPr")
_EXTENT: Final = qn("wp:extent")


def outline_of(package: Package) -> Outline:
    """Read a file for comparison."""
    main = package.parts[package.main].root
    sheet = style_sheet(package)
    names, hiding = _style_names(sheet), hiding_in(sheet)
    stories = {
        story.label: _OutlineReader(package, story, names, hiding).blocks(PlacedBlock(story.root))
        for story in stories_of(package)
        if not story.is_drawing
    }
    sections = tuple(look_of(section) for section in main.iter(qn("w:sectPr")))
    return Outline(stories, tuple(map(_without_references, sections)))


def _style_names(sheet: StyleSheet) -> dict[str, str]:
    """What people call each style, by its id; "" stands for the default style of paragraphs.

    Word and others write the names of built-in styles in different case.
    """
    named = ((style, sheet.name(style).capitalize()) for style in sheet.by_id)
    names = {style: name for style, name in named if name}
    return {"": names.get(sheet.default.get("paragraph", ""), ""), **names}


def _without_references(look: Look) -> Look:
    """Headers are compared as stories; the ids that point to them tell nothing."""
    return tuple(pair for pair in look if not pair[0].endswith("Reference"))


class _OutlineReader:
    """Reads one story."""

    def __init__(
        self, package: Package, story: Story, names: Mapping[str, str], hiding: Hiding
    ) -> None:
        self._package = package
        self._story = story
        self._names = names
        self._hiding = hiding
        self._runs = RunReader(hiding)
        self._links = {p.id: p.target for p in package.relationships(story.part)}

    def blocks(self, holder: PlacedBlock) -> tuple[Block, ...]:
        """What a story, a cell or a text box holds."""
        return tuple(
            self._paragraph(block) if block.element.tag == PARAGRAPH else self._table(block)
            for block in holder.blocks()
        )

    def _paragraph(self, placed: PlacedBlock) -> OutlineParagraph:
        paragraph = placed.element
        properties = paragraph.find(qn("w:pPr"))
        boxes = tuple(
            _OutlineReader(self._package, self._story, self._names, self._hiding).blocks(box)
            for box in placed.boxes()
        )
        return OutlineParagraph(
            self._place(placed),
            self._style(properties, "w:pStyle"),
            look_of(properties),
            tuple(self._spans(paragraph, placed.table_style)),
            tuple(self._pictures(paragraph)),
            states_of(paragraph),
            boxes,
        )

    def _spans(self, paragraph: etree._Element, table: str | None) -> Iterator[Span]:
        texts: list[str] = []
        look: Look = ()
        for run, text in self._runs.pieces(paragraph, table):
            own = (*look_of(run.find(qn("w:rPr")), self._names), *self._link(run))
            if own != look and texts:
                yield Span("".join(texts), look)
                texts = []
            look = own
            texts.append(text)
        if texts:
            yield Span("".join(texts), look)

    def _link(self, run: etree._Element) -> Look:
        for link in run.iterancestors(qn("w:hyperlink")):
            target = self._links.get(link.get(qn("r:id"), "")) or link.get(qn("w:anchor"), "")
            return (("link", str(target)),)
        return ()

    def _pictures(self, paragraph: etree._Element) -> Iterator[tuple[str, str]]:
        for blip in paragraph.iter(*_BLIPS):
            ids = (blip.get(key, "") for key in _POINTERS)
            part = next((self._links[name] for name in ids if name in self._links), "")
            if part in self._package.parts:
                digest = hashlib.sha256(self._package.parts[part].data).hexdigest()[:12]
                yield "picture", digest
        for drawing in paragraph.iter(_DRAWING_PROPERTIES, _EXTENT):
            if drawing.tag == _EXTENT:
                yield "size of the picture", f"{drawing.get('cx')} × {drawing.get('cy')}"
            else:
                yield "alternative text", drawing.get("descr", "")

    def _table(self, placed: PlacedBlock) -> OutlineTable:
        properties = placed.element.find(qn("w:tblPr"))
        columns = (column.get(_WIDTH, "") for column in placed.element.iterfind(_COLUMNS))
        widths = ", ".join(centimetres(width) if width.isdecimal() else "?" for width in columns)
        look = (*look_of(properties), ("widths of columns", widths))
        style = self._style(properties, "w:tblStyle")
        return OutlineTable(self._place(placed), style, look, tuple(map(self._row, placed.rows())))

    def _row(self, placed: PlacedBlock) -> Row:
        found = tuple(
            OutlineCell(self._place(cell), _look(cell, "w:tcPr"), self.blocks(cell))
            for cell in placed.cells()
        )
        return Row(self._place(placed), _look(placed, "w:trPr"), found)

    def _style(self, properties: etree._Element | None, name: str) -> str:
        style_id = value_of(properties, qn(name))
        return self._names.get(style_id, style_id)

    def _place(self, placed: PlacedBlock) -> WordLocation:
        return self._story.place(self._package.path, placed.steps)


def _look(placed: PlacedBlock, properties: str) -> Look:
    return look_of(placed.element.find(qn(properties)))
