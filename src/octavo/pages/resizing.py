"""A document in other sizes, laid out from what was read of it before.

Only where all of it has figures, and states its sizes where they are changed; else its changed file
is read.
"""

from __future__ import annotations

from copy import deepcopy
from functools import cached_property
from typing import TYPE_CHECKING

from octavo.ooxml import style_sheet
from octavo.pages.measuring import Galley, Revised
from octavo.pages.obstacles import Unmeasurable
from octavo.pages.sizes import Sizes, can_be_resized
from octavo.pages.tabulating import (
    columns_of,
    grid_of,
    set_widths,
    tables_in,
    text_width,
    with_columns,
    within,
)
from octavo.pages.tightening import Bounds, Tightening, changed_parts

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml.etree import _Element

    from octavo.ooxml import Package
    from octavo.pages.blocks import Table

_NOTHING = Tightening()


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
        self._ids = style_sheet(base.package).named(*styles) if styles else ()
        self._widths: dict[_Element, list[int]] = {}

    @cached_property
    def package(self) -> Package:
        """The file."""
        base = self._base.package
        trees = changed_parts(base, self._by, self._bounds)
        if self._tables:
            self._read_blocks()
            root = trees.get(base.main)
            root = deepcopy(base.parts[base.main].root) if root is None else root
            pairs = zip(tables_in(root, self._ids), self._tables, strict=True)
            changed = [set_widths(copy, self._columns(table)) for copy, table in pairs]
            trees |= {base.main: root} if any(changed) else {}
        return base.with_trees(trees) if trees else base

    def _read_blocks(self) -> None:
        try:
            self.paginator.read()
        except Unmeasurable:
            return  # each table by itself

    @cached_property
    def _tables(self) -> list[_Element]:
        return tables_in(self.document.root, self._ids) if self._ids else []

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
                self._widths[element] = within(grid_of(element), self._room)
        return self._widths[element]
