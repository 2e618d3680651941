"""A document in other sizes, laid out from what was read of it before.

Only where all of it has figures, and states its sizes where they are changed; else its changed file
is read.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from copy import deepcopy
from functools import cached_property
from typing import TYPE_CHECKING

from lxml.etree import _Element
from msgspec.structs import replace

from octavo.ooxml import RELATIONSHIP_BASE
from octavo.pages.boxes import Block, InlinePicture, Paragraph, Piece, Table, boxes
from octavo.pages.document import Document
from octavo.pages.formats import RunFormat
from octavo.pages.measuring import Galley, Revised
from octavo.pages.paginate import Revision
from octavo.pages.reading import Reading, Unmeasurable
from octavo.pages.sections import Section, within
from octavo.pages.tables import CellShape
from octavo.pages.tabulating import (
    columns_of,
    grid_of,
    no_wider,
    set_widths,
    tables_in,
    text_width,
    with_columns,
)
from octavo.pages.tags import VAL, W, whole
from octavo.pages.tightening import (
    SIZES,
    Bounds,
    Tightening,
    changed_parts,
    largest_margins,
    share_of,
    smaller_size,
)

if TYPE_CHECKING:
    from octavo.ooxml import Package

_FIELDS = dict(zip(SIZES, ("size", "complex_size"), strict=True))
_PADDING, _SPACE = (W + "tblCellMar", W + "tcMar"), f".//{W}pPr/{W}spacing"
"""What a header may not state itself, since headers and footers are not changed."""
_WHOLE = 100
_LEAST = 2
"""Half-points of type below which a stated size is not the one that is set."""
_NOTHING = Tightening()


class Sizes(Revision):
    """Blocks and sections of a document in the sizes of a tightening.

    ``followed`` makes of a table one with columns that follow its content, where they do.
    """

    def __init__(
        self,
        document: Document,
        by: Tightening,
        bounds: Bounds,
        reading: Reading,
        followed: Callable[[Table], Table],
    ) -> None:
        super().__init__(reading)
        self._by = by
        self._bounds = bounds
        self._followed = followed
        self._margins = largest_margins(by)
        self._fields = [_FIELDS[tag] for tag in SIZES if _by_default(document, tag)]
        self._runs: dict[RunFormat, RunFormat] = {}

    def section(self, section: Section) -> Section:
        """A section within its margins."""
        return within(super().section(section), self._margins)

    def block(self, block: Block) -> Block:
        """A paragraph or table."""
        return self._table(block) if isinstance(block, Table) else self._paragraph(block)

    def _paragraph(self, old: Paragraph) -> Paragraph:
        space, form = self._by.space, old.format
        before, after = share_of(form.before, space), share_of(form.after, space)
        if (before, after) != (form.before, form.after):
            old = replace(old, format=replace(form, before=before, after=after))
        if not (self._by.smaller or self._by.larger):
            return old
        pieces, label = tuple(map(self._piece, old.pieces)), old.label
        return replace(
            old,
            atoms=boxes(pieces, self.reading),
            mark=self._run(old.mark),
            plain=self._run(old.plain),
            label=label and replace(label, format=self._run(label.format)),
            pieces=pieces,
        )

    def _piece(self, piece: Piece) -> Piece:
        if isinstance(piece, InlinePicture):
            return piece
        return replace(piece, format=self._run(piece.format))

    def _run(self, run: RunFormat) -> RunFormat:
        if run not in self._runs:
            by, new = self._by, {}
            for field in self._fields:
                size = smaller_size(getattr(run, field) // 10, by.smaller, self._bounds)
                new[field] = (size + by.larger) * 10
            self._runs[run] = replace(run, **new)
        return self._runs[run]

    def _table(self, table: Table) -> Table:
        contents = tuple(tuple(map(self.blocks, row)) for row in table.contents)
        shape = table.shape
        if self._by.padding != _WHOLE:
            rows = [replace(row, cells=tuple(map(self._cell, row.cells))) for row in shape.rows]
            shape = replace(shape, rows=tuple(rows))
        return self._followed(Table(shape, contents))

    def _cell(self, cell: CellShape) -> CellShape:
        padding = {
            side: share_of(cell.margins[side], self._by.padding) for side in ("top", "bottom")
        }
        return replace(cell, margins={**cell.margins, **padding})


def can_be_resized(document: Document) -> bool:
    """Whether a document states its sizes where they are changed: those of type in styles alone."""
    heads = [*_roots(document, "header"), *_roots(document, "footer")]
    lists = [*_roots(document, "numbering"), *_roots(document, "footnotes")]
    if any(_states(root, *SIZES) for root in (document.root, *heads, *lists)):
        return False
    if any(_states(head, *_PADDING) or head.find(_SPACE) is not None for head in heads):
        return False
    return all(_has_one_source(document, tag) for tag in SIZES)


def _roots(document: Document, kind: str) -> list[_Element]:
    package = document.package
    names = package.related(package.main, RELATIONSHIP_BASE + kind)
    return [package.parts[name].root for name in names]


def _states(root: _Element, *tags: str) -> bool:
    return next(root.iter(*tags), None) is not None


def _by_default(document: Document, tag: str) -> bool:
    """Whether the defaults of the document state a size, so that each text has a stated one."""
    path = f"{W}docDefaults/{W}rPrDefault/{W}rPr/{tag}"
    return any(root.find(path) is not None for root in _roots(document, "styles"))


def _has_one_source(document: Document, tag: str) -> bool:
    """Whether each text has a size that is stated, or none has."""
    sizes = [size for root in _roots(document, "styles") for size in root.iter(tag)]
    stated = min((whole(size.get(VAL)) for size in sizes), default=_LEAST)
    return stated >= _LEAST and (not sizes or _by_default(document, tag))


def resized(
    galley: Galley, by: Tightening, bounds: Bounds | None = None, tables: Collection[str] = ()
) -> Galley:
    """A document in other sizes, and the tables in some styles with columns by their content."""
    bounds = bounds or Bounds()
    if by != _NOTHING and not _is_known(galley):
        trees = changed_parts(galley.package, by, bounds)
        galley, by = Galley(galley.package.with_trees(trees), galley.figures), _NOTHING
    return _Resized(galley, by, bounds, tables)


def follow_content(galley: Galley, styles: Collection[str]) -> Galley:
    """The file with the columns of the tables in some styles by their content."""
    return resized(galley, _NOTHING, tables=styles)


def _is_known(galley: Galley) -> bool:
    """Whether all was read, and no more than that counts in other sizes."""
    try:
        galley.paginator.read()
    except Unmeasurable:
        return False
    return galley.paginator.reading.is_exact and can_be_resized(galley.document)


class _Resized(Revised):
    """In other sizes; the file is made when it is asked for."""

    def __init__(
        self, base: Galley, by: Tightening, bounds: Bounds, styles: Collection[str]
    ) -> None:
        reading = base.document.reading
        reading = reading if by == _NOTHING else reading.renewed()
        self._sizes = Sizes(base.document, by, bounds, reading, self._followed)
        super().__init__(base, self._sizes, base.package)
        self._by, self._bounds = by, bounds
        self._ids = base.document.styles.sheet.named(*styles)
        self._widths: dict[_Element, list[int]] = {}

    @cached_property
    def package(self) -> Package:
        """The file."""
        base = self._base.package
        trees = changed_parts(base, self._by, self._bounds)
        if self._tables:
            with suppress(Unmeasurable):  # else each table by itself
                self.paginator.read()
            root = trees.get(base.main)
            root = deepcopy(base.parts[base.main].root) if root is None else root
            pairs = zip(tables_in(root, self._ids), self._tables, strict=True)
            changed = [set_widths(copy, self._columns(table)) for copy, table in pairs]
            trees |= {base.main: root} if any(changed) else {}
        return base.with_trees(trees) if trees else base

    @cached_property
    def _tables(self) -> list[_Element]:
        return tables_in(self.document.root, self._ids)

    @cached_property
    def _room(self) -> int:
        return text_width(self.document.root)

    def _followed(self, table: Table) -> Table:
        if table.shape.element not in self._tables:
            return table
        widths = columns_of(table, self._room)
        self._widths[table.shape.element] = widths
        return with_columns(table, widths)

    def _columns(self, element: _Element) -> list[int]:
        """The columns of a table; one that takes no room of the pages is read by itself."""
        if element not in self._widths:
            try:
                table = self._base.beside.table(element)
                self._followed(table) if self._by == _NOTHING else self._sizes.block(table)
            except Unmeasurable:
                self._widths[element] = no_wider(grid_of(element), self._room)
        return self._widths[element]
