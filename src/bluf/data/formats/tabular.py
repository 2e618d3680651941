"""The document that tables make up, be they sheets of a workbook or CSV files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from bluf.data.formats.document import Document
from bluf.data.tables.assemble import assemble, is_brief
from bluf.data.tables.loose import headless, loose_tree
from bluf.data.tree import Places
from octavo.location import FileLocation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bluf.data.lines import Lines
    from bluf.data.tables.table import Table
    from octavo.finding import Finding


def from_tables(
    tables: Sequence[Table],
    path: str,
    texts: Mapping[str, Lines],
    warnings: tuple[Finding, ...] = (),
) -> Document:
    """The document that sheets or CSV files make up."""
    location = FileLocation(path)
    if not is_brief(tables):
        root = loose_tree(tables, location)
        places = Places(root, texts)
        return Document(places, _shown(headless(tables), places), warnings, is_loose=True)
    root, findings = assemble(tables, location)
    places = Places(root, texts)
    return Document(places, _shown(findings, places), warnings)


def _shown(findings: Iterable[Finding], places: Places) -> tuple[Finding, ...]:
    return tuple(
        replace(each, excerpt=places.excerpt(each.location) or each.excerpt) for each in findings
    )
