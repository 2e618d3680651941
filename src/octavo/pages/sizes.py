"""What was read of a document in other sizes: as if its changed file were read.

A size is stated in one place or another, and the last one holds; so what is done to each statement
may be done to what came of them, where none stands in a part that stays as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from octavo.ooxml import RELATIONSHIP_BASE
from octavo.pages.blocks import InlinePicture, Table
from octavo.pages.boxes import boxes
from octavo.pages.revision import Revision
from octavo.pages.sections import within
from octavo.pages.tags import VAL, W, whole
from octavo.pages.tightening import SIZES, largest_margins, share_of, smaller_size

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from octavo.pages.blocks import Block, Paragraph, Piece
    from octavo.pages.document import Document
    from octavo.pages.formats import RunFormat
    from octavo.pages.reading import Reading
    from octavo.pages.sections import Section
    from octavo.pages.tables import CellShape, RowShape
    from octavo.pages.tightening import Bounds, Tightening

_FIELDS = dict(zip(SIZES, ("size", "complex_size"), strict=True))
_PADDING, _SPACE = (W + "tblCellMar", W + "tcMar"), f".//{W}pPr/{W}spacing"
"""What a header may not state itself, since headers and footers are not changed."""
_WHOLE = 100
_LEAST = 2
"""Half-points of type below which a stated size is not the one that is set."""


class Sizes(Revision):
    """Blocks and sections in the sizes of a tightening.

    Args:
        document: Where they come from.
        by: How much less room they take.
        bounds: How far type may become smaller.
        reading: Takes note of what is met in setting them anew.
        followed: A table with columns that follow its content, where they do.
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
            sizes = {field: self._size(getattr(run, field)) for field in self._fields}
            self._runs[run] = replace(run, **sizes)
        return self._runs[run]

    def _size(self, twips: int) -> int:
        by = self._by
        return (smaller_size(twips // 10, by.smaller, self._bounds) + by.larger) * 10

    def _table(self, table: Table) -> Table:
        contents = tuple(tuple(map(self.blocks, row)) for row in table.contents)
        shape = table.shape
        if self._by.padding != _WHOLE:
            shape = replace(shape, rows=tuple(map(self._row, shape.rows)))
        return self._followed(Table(shape, contents))

    def _row(self, row: RowShape) -> RowShape:
        return replace(row, cells=tuple(map(self._cell, row.cells)))

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
