"""Bringing a document within its page limit without leaving anything out.

Four adjustments are made one after the other, each as little as will do: the space between
paragraphs, the padding of table cells, the page margins, the size of the type. One that does not
do alone stays at its bound while the next is made.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from octavo.ooxml import write_package
from octavo.pages.adjustments import adjustments, changes
from octavo.pages.layout import Verdict
from octavo.pages.measuring import measure_package
from octavo.pages.tightening import Bounds, Tightening, changed_parts, with_parts

if TYPE_CHECKING:
    from octavo.ooxml import Package
    from octavo.pages.adjustments import Change
    from octavo.pages.layout import Layout


class Fit(Struct, frozen=True):
    """What came of fitting.

    Attributes:
        docx: The document, within its limit where that could be done, else as it was.
        changes: What was changed, in order; empty where nothing was.
        layout: How ``docx`` is laid out.
    """

    docx: bytes
    changes: tuple[Change, ...]
    layout: Layout

    @property
    def fits(self) -> bool:
        """Whether the document keeps within its limit."""
        return self.layout.verdict is Verdict.FITS


def fit(package: Package, docx: bytes, *, bounds: Bounds | None = None, limit: int = 1) -> Fit:
    """Bring a document within ``limit`` pages, if that can be done within the bounds.

    The same document and bounds give the same bytes. ``docx`` is the file that ``package`` was
    read from; it is given back where nothing needs doing or nothing helps.
    """
    bounds = bounds or Bounds()
    before = measure_package(package, limit=limit)
    if before.verdict is Verdict.FITS or before.pages is None:
        return Fit(docx, (), before)
    tightening = Tightening()
    for adjustment in adjustments(package, bounds):
        candidates = [
            replace(tightening, **{adjustment.field: value}) for value in adjustment.values
        ]
        found = _mildest(package, candidates, bounds, limit)
        if found < len(candidates):
            return _fitted(package, candidates[found], bounds, limit)
        tightening = candidates[-1]
    return Fit(docx, (), before)


def _mildest(package: Package, candidates: list[Tightening], bounds: Bounds, limit: int) -> int:
    """Index of the mildest tightening that is enough; their number where none is."""

    def enough(tightening: Tightening) -> bool:
        changed = changed_parts(package, tightening, bounds)
        layout = measure_package(with_parts(package, changed), limit=limit, whole=False)
        return layout.verdict is Verdict.FITS

    return (
        bisect_left(candidates, x=True, key=enough) if enough(candidates[-1]) else len(candidates)
    )


def _fitted(package: Package, tightening: Tightening, bounds: Bounds, limit: int) -> Fit:
    changed = changed_parts(package, tightening, bounds)
    layout = measure_package(with_parts(package, changed), limit=limit)
    return Fit(write_package(package, changed), changes(package, tightening, bounds), layout)
