"""A Word file as people see it: stories of paragraphs and tables, with looks and states."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from lxml import etree
from msgspec import Struct

from octavo.location import WordLocation
from octavo.ooxml.block_content import PARAGRAPH, PlacedBlock
from octavo.ooxml.comparison.looks import Look, centimetres, look_of
from octavo.ooxml.fields import fields_in
from octavo.ooxml.names import qn
from octavo.ooxml.runs import RunReader
from octavo.ooxml.stories import Story, stories_of
from octavo.ooxml.styles import StyleSheet, style_sheet, value_of
from octavo.ooxml.visible import Hiding, hiding_in

if TYPE_CHECKING:
    from octavo.ooxml.package import Package

_BETWEEN = {"table": "\n", "row": " | ", "cell": " / "}
_VAL: Final = qn("w:val")
_EXTENT: Final = qn("wp:extent")
_CONTROL: Final = qn("w:sdt")
_VALUES: Final = {
    "name": "w:sdtPr/w:alias/@w:val",
    "tag": "w:sdtPr/w:tag/@w:val",
    "checked": "w:sdtPr/w14:checkbox/w14:checked/@w14:val",
    "date": "w:sdtPr/w:date/@w:fullDate",
    "choice": "w:sdtPr/w:dropDownList/@w:lastValue",
    "entry": "w:sdtPr/w:comboBox/@w:lastValue",
    "bound to": "w:sdtPr/w:dataBinding/@w:xpath",
    "locked": "w:sdtPr/w:lock/@w:val",
}
_OFF: Final = frozenset({"false", "off"})


class Span(Struct, frozen=True):
    """Text of one look within a paragraph."""

    text: str
    look: Look


class OutlineParagraph(Struct, frozen=True):
    """A paragraph: what it says, and how it looks."""

    place: WordLocation
    style: str
    look: Look
    spans: tuple[Span, ...]
    pictures: Look = ()
    states: Look = ()
    boxes: tuple[tuple[Block, ...], ...] = ()

    @property
    def text(self) -> str:
        """The visible text."""
        return "".join(span.text for span in self.spans)


class Grid(Struct, frozen=True):
    """A table, a row or a cell: how it looks, and what it holds."""

    kind: str
    place: WordLocation
    look: Look
    parts: tuple[Block, ...]
    style: str = ""

    @property
    def text(self) -> str:
        """The text of what it holds."""
        return _BETWEEN[self.kind].join(part.text for part in self.parts)


Block = OutlineParagraph | Grid


class Outline(Struct, frozen=True):
    """The stories of a file by name, and its sections."""

    stories: Mapping[str, tuple[Block, ...]]
    sections: tuple[Look, ...]


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
    # headers are compared as stories; the ids that point to them tell nothing
    sections = tuple(
        tuple(pair for pair in look_of(section) if not pair[0].endswith("Reference"))
        for section in main.iter(qn("w:sectPr"))
    )
    return Outline(stories, sections)


def _style_names(sheet: StyleSheet) -> dict[str, str]:
    """What people call each style, by its id; "" stands for the default style of paragraphs.

    Word and others write the names of built-in styles in different case.
    """
    named = ((style, sheet.name(style).capitalize()) for style in sheet.by_id)
    names = {style: name for style, name in named if name}
    return {"": names.get(sheet.default.get("paragraph", ""), ""), **names}


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
        for blip in paragraph.iter(qn("a:blip"), qn("v:imagedata")):
            ids = (blip.get(key, "") for key in (qn("r:embed"), qn("r:id")))
            part = next((self._links[name] for name in ids if name in self._links), "")
            if part in self._package.parts:
                digest = hashlib.sha256(self._package.parts[part].data).hexdigest()[:12]
                yield "picture", digest
        for drawing in paragraph.iter(qn("wp:docPr"), _EXTENT):
            if drawing.tag == _EXTENT:
                yield "size of the picture", f"{drawing.get('cx')} × {drawing.get('cy')}"
            else:
                yield "alternative text", drawing.get("descr", "")

    def _table(self, placed: PlacedBlock) -> Grid:
        properties = placed.element.find(qn("w:tblPr"))
        columns = (
            column.get(qn("w:w"), "")
            for column in placed.element.iterfind(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")
        )
        widths = ", ".join(centimetres(width) if width.isdecimal() else "?" for width in columns)
        look = (*look_of(properties), ("widths of columns", widths))
        style = self._style(properties, "w:tblStyle")
        return Grid("table", self._place(placed), look, tuple(map(self._row, placed.rows())), style)

    def _row(self, placed: PlacedBlock) -> Grid:
        cells = tuple(
            Grid("cell", self._place(cell), _look(cell, "w:tcPr"), self.blocks(cell))
            for cell in placed.cells()
        )
        return Grid("row", self._place(placed), _look(placed, "w:trPr"), cells)

    def _style(self, properties: etree._Element | None, name: str) -> str:
        style_id = value_of(properties, qn(name))
        return self._names.get(style_id, style_id)

    def _place(self, placed: PlacedBlock) -> WordLocation:
        return self._story.place(self._package.path, placed.steps)


def _look(placed: PlacedBlock, properties: str) -> Look:
    return look_of(placed.element.find(qn(properties)))


def states_of(paragraph: etree._Element) -> Look:
    """The codes of fields, the states of controls and the names of bookmarks of a paragraph."""
    fields = (("field", " ".join(one.code.split())) for one in fields_in(paragraph))
    return (*fields, *_controls(paragraph), *_bookmarks(paragraph))


def _controls(paragraph: etree._Element) -> Iterator[tuple[str, str]]:
    around = paragraph.iterancestors(_CONTROL)
    first = (one for one in around if next(one.iter(qn("w:p"))) is paragraph)
    for control in (*first, *paragraph.iter(_CONTROL)):
        yield "control", ", ".join(_state(control)) or "plain"


def _state(control: etree._Element) -> Iterator[str]:
    for name, path in _VALUES.items():
        steps, _, attribute = path.rpartition("/@")
        found = control.find("/".join(map(qn, steps.split("/"))))
        value = "" if found is None else found.get(qn(attribute)) or ""
        if value:
            yield f"{name} {'0' if value in _OFF else '1' if value in {'true', 'on'} else value}"


def _bookmarks(paragraph: etree._Element) -> Iterator[tuple[str, str]]:
    """Names that people give; those that begin with a low line are Word's own."""
    for mark in paragraph.iter(qn("w:bookmarkStart")):
        name = mark.get(qn("w:name")) or ""
        if not name.startswith("_"):
            yield "bookmark", name
