"""A story (body, cell, header, note) as paragraphs and tables, ready to be laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.pages.blocks import Label, Paragraph, Table
from octavo.pages.boxes import boxes
from octavo.pages.content import Content
from octavo.pages.formats import paragraph_format, run_format
from octavo.pages.numbering import Counters
from octavo.pages.obstacles import Unmeasurable
from octavo.pages.properties import merge, read_paragraph, read_run
from octavo.pages.styles import style_name
from octavo.pages.table_style import table_style
from octavo.pages.tables import read_table
from octavo.pages.tags import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element

    from octavo.pages.blocks import Atom, Block
    from octavo.pages.formats import ParagraphFormat, RunProperties
    from octavo.pages.numbering import Numbering
    from octavo.pages.styles import Looks, Styles
    from octavo.pages.table_style import TableStyle

_DEEPEST = 12
_CONTAINERS = {W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo"}


class StoryReader:
    """Reads the blocks of stories; list counters run through one reader's stories."""

    def __init__(self, styles: Styles, numbering: Numbering, notes: Mapping[str, int]) -> None:
        self._styles = styles
        self._counters = Counters(numbering)
        self._content = Content(styles, notes)
        self._table_styles: dict[str, TableStyle] = {}

    def blocks(
        self, container: _Element, around: tuple[Looks, ...] = (), depth: int = 0
    ) -> tuple[Block, ...]:
        """The paragraphs and tables of a container; ``around`` are the table styles' looks."""
        if depth > _DEEPEST:
            raise Unmeasurable("tables nested more than twelve deep", container)
        return tuple(self._read(container, around, depth))

    def table(self, element: _Element) -> Table:
        """A table by itself."""
        return self._table(element, 0)

    def _read(self, container: _Element, around: tuple[Looks, ...], depth: int) -> Iterator[Block]:
        for child in container:
            if child.tag == W + "p":
                paragraph = self._paragraph(child, around)
                if not _is_hidden(paragraph):
                    yield paragraph
            elif child.tag == W + "tbl":
                yield self._table(child, depth)
            elif child.tag in _CONTAINERS:
                yield from self._read(child, around, depth)

    def _paragraph(self, element: _Element, around: Iterable[Looks]) -> Paragraph:
        own = element.find(W + "pPr")
        style = self._styles.known(style_name(own, "pStyle"), "paragraph")
        inherited = self._styles.with_parents(around, style)
        direct = self._counters.indented(read_paragraph(own), inherited.paragraph)
        format_ = paragraph_format(merge(inherited.paragraph, direct), style)
        mark = inherited.run
        mark_element = None if own is None else own.find(W + "rPr")
        if mark_element is not None:
            mark = mark | read_run(mark_element, self._styles.theme)
        label = self._label(format_, mark)
        return Paragraph(
            element, format_, self._atoms(element, inherited.run), run_format(mark), label
        )

    def _atoms(self, element: _Element, base: RunProperties) -> tuple[Atom, ...]:
        try:
            return boxes(self._content.pieces(element, base))
        except Unmeasurable as met:
            met.element = element if met.element is None else met.element
            raise

    def _label(self, format_: ParagraphFormat, mark: RunProperties) -> Label | None:
        """17.9.22: numbered 0 means not numbered."""
        counted = self._counters.label(format_.number, format_.level) if format_.number else None
        if counted is None or mark.get("hidden"):
            return None
        level, text = counted
        return Label(text, run_format(mark | level.run), level.suffix)

    def _table(self, element: _Element, depth: int) -> Table:
        style_id = style_name(element.find(W + "tblPr"), "tblStyle")
        style = self._table_style(self._styles.known(style_id, "table"))
        shape = read_table(element, style)
        contents = tuple(
            tuple(
                self.blocks(cell.element, style.looks(cell.regions), depth + 1)
                for cell in row.cells
            )
            for row in shape.rows
        )
        return Table(shape, contents)

    def _table_style(self, style_id: str) -> TableStyle:
        if style_id not in self._table_styles:
            self._table_styles[style_id] = table_style(self._styles, style_id)
        return self._table_styles[style_id]


def _is_hidden(paragraph: Paragraph) -> bool:
    """17.3.2.41: a paragraph is not there at all when its mark and its text are hidden."""
    return paragraph.mark.hidden and not paragraph.atoms
