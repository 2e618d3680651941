"""Every quotation of a brief, with its path in the record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from bluf.model import Brief, Evidence, Item

Path = tuple[str | int, ...]


class Citation(Struct, frozen=True):
    """One quotation: what it is evidence of, and where it stands in the record.

    Attributes:
        path: Leads to the evidence, such as ``("outcomes", 0, "evidence", 1)``.
        item: The request, outcome or follow-up it bears out.
        evidence: The quotation and its source.
    """

    path: Path
    item: Item
    evidence: Evidence

    @property
    def quote_path(self) -> Path:
        """Path of the quotation itself, by which a `Proof` knows it."""
        return (*self.path, "quote")


def citations(brief: Brief) -> Iterator[Citation]:
    """Every quotation, in the order of the record; a follow-up's history comes after its own."""
    for path, item in brief.placed_items():
        yield from _cited((*path, "evidence"), item, item.evidence)
        for index, change in enumerate(getattr(item, "history", ())):
            yield from _cited((*path, "history", index, "evidence"), item, change.evidence)


def _cited(path: Path, item: Item, evidence: tuple[Evidence, ...]) -> Iterator[Citation]:
    return (Citation((*path, index), item, entry) for index, entry in enumerate(evidence))
