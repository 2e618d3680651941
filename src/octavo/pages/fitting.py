"""Bringing a document within its page limit without leaving anything out.

Four adjustments are made one after the other, each as little as will do: the space between
paragraphs, the padding of table cells, the page margins, the size of the type. One that does not
do alone stays at its bound while the next is made.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from octavo.pages.adjustments import adjustments, changes
from octavo.pages.layout import Verdict
from octavo.pages.measuring import measure_package
from octavo.pages.tightening import Bounds, Tightening, changed_parts

if TYPE_CHECKING:
    from pathlib import Path

    from octavo.ooxml import Package
    from octavo.pages.adjustments import Change
    from octavo.pages.layout import Layout


class Fit(Struct, frozen=True):
    """What came of fitting.

    Attributes:
        package: The document, within its limit where that could be done, else as it was.
        changes: What was changed, in order; empty where nothing was.
        layout: How ``package`` is laid out.
    """

    package: Package
    changes: tuple[Change, ...]
    layout: Layout

    @property
    def fits(self) -> bool:
        """Whether the document keeps within its limit."""
        return self.layout.verdict is Verdict.FITS


def fit(
    package: Package,
    *,
    bounds: Bounds | None = None,
    limit: int = 1,
    before: Layout | None = None,
    figures: tuple[Path, ...] = (),
) -> Fit:
    """Bring a document within ``limit`` pages, if that can be done within the bounds.

    The same document and bounds give the same one; ``package`` itself where nothing needs doing
    or nothing helps. ``before`` is how it is laid out, where that was measured; ``figures`` are
    files with the figures of more fonts.
    """
    within = _Within(bounds or Bounds(), limit, figures)
    before = before or measure_package(package, limit=limit, figures=figures)
    if before.verdict is Verdict.FITS or before.pages is None:
        return Fit(package, (), before)
    tightening = Tightening()
    for adjustment in adjustments(package, within.bounds):
        candidates = [
            replace(tightening, **{adjustment.field: value}) for value in adjustment.values
        ]
        found = _mildest(package, candidates, within)
        if found < len(candidates):
            return _fitted(package, candidates[found], within)
        tightening = candidates[-1]
    return Fit(package, (), before)


class _Within(NamedTuple):
    """What fitting has to keep to, and what it measures with."""

    bounds: Bounds
    limit: int
    figures: tuple[Path, ...]

    def layout(self, package: Package, *, whole: bool) -> Layout:
        """How the package is laid out."""
        return measure_package(package, limit=self.limit, whole=whole, figures=self.figures)


def _mildest(package: Package, candidates: list[Tightening], within: _Within) -> int:
    """Index of the mildest tightening that is enough; their number where none is."""

    def enough(tightening: Tightening) -> bool:
        tightened = _tightened(package, tightening, within.bounds)
        return within.layout(tightened, whole=False).verdict is Verdict.FITS

    if not enough(candidates[-1]):
        return len(candidates)
    return bisect_left(candidates, x=True, key=enough)


def _fitted(package: Package, tightening: Tightening, within: _Within) -> Fit:
    tightened = _tightened(package, tightening, within.bounds)
    layout = within.layout(tightened, whole=True)
    return Fit(tightened, changes(package, tightening, within.bounds), layout)


def _tightened(package: Package, tightening: Tightening, bounds: Bounds) -> Package:
    return package.with_trees(changed_parts(package, tightening, bounds))
