"""A story (body, cell, header, note) as paragraphs and tables, ready to be laid out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lxml.etree import _Element

from octavo.pages.allowed import Gate
from octavo.pages.boxes import (
    Atom,
    Beside,
    Block,
    Break,
    Label,
    Paragraph,
    Piece,
    SectionEnd,
    Table,
    boxes,
)
from octavo.pages.content import ContentReader
from octavo.pages.formats import (
    ParagraphFormat,
    Properties,
    RunFormat,
    paragraph_format,
    run_format,
)
from octavo.pages.numbering import Counters, Numbering
from octavo.pages.properties import merge, read_paragraph, read_run
from octavo.pages.reading import Unmeasurable
from octavo.pages.shaping import Box
from octavo.pages.styles import Looks, StyleResolver, TableStyle, table_style
from octavo.pages.tables import read_table
from octavo.pages.tags import VAL, W, children, first, value

_DEEPEST = 12
_DELETED = ("del", "moveFrom")
_WHOLE_LINE = 1_000_000
_STYLED_MARK = "the mark of an empty paragraph in a character style"
"""LibreOffice leaves the style out, and Word does not."""
_STYLE, _FRAME, _SECTION, _MARK = (W + each for each in ["pStyle", "framePr", "sectPr", "rPr"])
_CONTAINERS = {W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo"}


class StoryReader:
    """Reads the blocks of stories; list counters run through one reader's stories."""

    def __init__(
        self, styles: StyleResolver, numbering: Numbering, notes: Mapping[str, int]
    ) -> None:
        self._styles = styles
        self._reading = styles.reading
        self._numbering = numbering
        self._counters = Counters(numbering)
        self._content = ContentReader(styles, notes)
        self._carried: tuple[Atom, ...] = ()
        self._ended_page = False
        self._table_styles: dict[str, TableStyle] = {}

    def blocks(
        self, container: _Element, around: tuple[Looks, ...] = (), depth: int = 0
    ) -> tuple[Block, ...]:
        """The paragraphs and tables of a container; ``around`` are the table styles' looks."""
        if depth > _DEEPEST:
            raise Unmeasurable("tables nested more than twelve deep", container)
        if not depth:
            self._content.look_for_controls(container)
        read = self._read(container, around, depth)
        return tuple(block for block in read if not isinstance(block, SectionEnd))

    def paragraph(self, element: _Element) -> Paragraph:
        """A paragraph by itself."""
        return self._paragraph(element, children(first(element, "pPr")), ())

    def table(self, element: _Element) -> Table:
        """A table by itself, with all the rows it has at most."""
        return next(self._table(element, 0))

    def body(self, body: _Element, end: _Element | None) -> Iterator[Block | SectionEnd]:
        """What the body holds up to an element, let through and read as it is asked for."""
        gate = Gate()
        for child in body:
            if child is end:
                return
            gate.require_known(child)
            self._content.look_for_controls(child)
            yield from self._read([child], (), 0)

    def _read(
        self, container: Iterable[_Element], around: tuple[Looks, ...], depth: int
    ) -> Iterator[Block | SectionEnd]:
        for child in container:
            if child.tag == W + "p":
                yield from self._paragraphs(child, around)
            elif child.tag == W + "tbl":
                if self._takes_part(child.find(f"{W}tblPr/{W}tblpPr"), "a floating table"):
                    yield from self._table(child, depth)
            elif child.tag in _CONTAINERS:
                yield from self._read(child, around, depth)

    def _paragraphs(
        self, element: _Element, around: tuple[Looks, ...]
    ) -> Iterator[Paragraph | SectionEnd]:
        """A paragraph, with what the text may run around above it; none where it is hidden."""
        own = children(first(element, "pPr"))
        if self._takes_part(own.get(_FRAME), "a text frame"):
            paragraph = self._paragraph(element, own, around)
            while self._content.beside:
                yield _above(paragraph, self._content.beside.pop())
            if paragraph.atoms and self._is_merged(own.get(_MARK)):
                self._carried += paragraph.atoms
            elif not (
                # 17.3.2.41: it is not there at all when its mark and its text are hidden
                (paragraph.mark.hidden and not paragraph.atoms) or self._is_dropped(paragraph, own)
            ):
                yield paragraph
                self._ended_page = _ends_page(paragraph)
        if _SECTION in own:
            yield SectionEnd()

    def _is_dropped(self, paragraph: Paragraph, own: Mapping[object, _Element]) -> bool:
        """Whether it only ends a section, behind a page break: LibreOffice leaves it out."""
        if paragraph.atoms or _SECTION not in own:
            return False
        construct = "a page break before a section break"
        return self._ended_page and self._reading.at_least(construct, own[_SECTION])

    def _takes_part(self, floating: _Element | None, construct: str) -> bool:
        """Whether a block that floats where it is told takes room: at most all that it has."""
        return floating is None or self._reading.at_most(construct, floating.getparent())

    def _is_merged(self, mark: _Element | None) -> bool:
        """17.13.5.15: whether its mark is deleted, so that it runs into the next paragraph."""
        deleted = mark is not None and any(mark.find(W + name) is not None for name in _DELETED)
        return deleted and self._reading.at_least("a tracked deletion", mark)

    def _paragraph(
        self, element: _Element, own: Mapping[object, _Element], around: tuple[Looks, ...]
    ) -> Paragraph:
        named, mark_element = own.get(_STYLE), own.get(_MARK)
        style = self._styles.sheet.known(None if named is None else named.get(VAL), "paragraph")
        inherited = self._styles.inherited(style, around)
        direct = self._numbering.indented(
            read_paragraph(first(element, "pPr"), self._reading), inherited.paragraph
        )
        format_ = inherited.format
        if direct:
            format_ = paragraph_format(merge(inherited.paragraph, direct), style)
        pieces, own_atoms = self._atoms(element, inherited.run)
        atoms = (*self._carried, *own_atoms)
        self._carried = ()
        styled, bare = self._marks(mark_element, inherited.run)
        label = self._label(format_, styled)
        mark = run_format(styled)
        if not atoms and bare is not styled:
            mark = self._reading.either_format(run_format(bare), mark, _STYLED_MARK, mark_element)
        return Paragraph(element, format_, atoms, mark, inherited.run_format, label, pieces)

    def _marks(
        self, element: _Element | None, inherited: Properties
    ) -> tuple[Properties, Properties]:
        """How the mark is formatted with its character style, and without it."""
        if element is None:
            return inherited, inherited
        stated = read_run(element, self._reading.theme)
        style = self._styles.character(value(element, "rStyle"))
        bare = inherited | stated
        return (inherited | style | stated if style else bare), bare

    def _atoms(
        self, element: _Element, base: Properties
    ) -> tuple[tuple[Piece, ...], tuple[Atom, ...]]:
        self._reading.at = element
        try:
            pieces = self._content.pieces(element, base)
            return pieces, boxes(pieces, self._reading)
        except Unmeasurable as met:
            met.element = element if met.element is None else met.element
            raise

    def _label(self, format_: ParagraphFormat, mark: Properties) -> Label | None:
        """17.9.22: numbered 0 means not numbered."""
        counted = self._counters.label(format_.number, format_.level) if format_.number else None
        if counted is None or mark.get("hidden"):
            return None
        level, text = counted
        return Label(text, run_format(mark | level.run), level.suffix)

    def _table(self, element: _Element, depth: int) -> Iterator[Table]:
        style_id = value(element.find(W + "tblPr"), "tblStyle")
        style = self._table_style(self._styles.sheet.known(style_id, "table"))
        shape = read_table(element, style, self._reading)
        contents = tuple(
            tuple(
                self.blocks(cell.element, style.looks(cell.regions), depth + 1)
                for cell in row.cells
            )
            for row in shape.rows
        )
        if shape.rows:
            yield Table(shape, contents)

    def _table_style(self, style_id: str) -> TableStyle:
        if style_id not in self._table_styles:
            self._table_styles[style_id] = table_style(self._styles, style_id)
        return self._table_styles[style_id]


def _ends_page(paragraph: Paragraph) -> bool:
    last = paragraph.atoms[-1] if paragraph.atoms else None
    return isinstance(last, Break) and last.page


def _above(paragraph: Paragraph, beside: Beside) -> Paragraph:
    """What the text runs around, as a paragraph of its own above the one it is anchored in."""
    room = Box(_WHOLE_LINE, 0.0, beside.height, 0)
    small = RunFormat(size=20)
    return Paragraph(paragraph.element, ParagraphFormat(), (room,), small, small)
