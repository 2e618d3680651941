"""Larger type where a page has room for it, and then more air.

Every style grows by as much, so the order stays; so do spaces and padding, by one share.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from msgspec import Struct

from octavo.ooxml import RELATIONSHIP_BASE
from octavo.pages.adjustments import Change, body_size, points
from octavo.pages.document import Document
from octavo.pages.layout import Verdict
from octavo.pages.measuring import measure_package
from octavo.pages.tabulating import follow_content
from octavo.pages.tags import VAL, W, whole
from octavo.pages.tightening import HALF_POINTS, Bounds, Tightening, changed_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from octavo.ooxml import Package
    from octavo.pages.layout import Layout

FULLEST = 0.92
"""How full the last page may become, as a share; more would leave no room for a late change."""

_EMPTY = 0.01
_AIR = {180: 0.8, 150: 0.85, 125: 0.89}
"""How large spaces may become, in per cent, and how full a page may be for that to be tried."""


class Growth(Struct, frozen=True):
    """A document that takes more of its page, how it is laid out, and what was changed for that."""

    package: Package
    layout: Layout
    changes: tuple[Change, ...]


def grow(
    package: Package,
    most_pt: float,
    *,
    limit: int = 1,
    before: Layout | None = None,
    tables: Collection[str] = (),
    figures: tuple[Path, ...] = (),
) -> Growth | None:
    """A document in the largest type, with the most air, that leaves its last page some room.

    A size set on a text itself stays. Larger type is taken to need more room, so that few sizes
    are tried.

    Args:
        package: A Word file that keeps to its limit.
        most_pt: How large the text may become, in half points; all styles grow by as many.
        limit: How many pages it may have.
        before: How it is laid out, where that was measured.
        tables: Names of the table styles whose columns follow their content.
        figures: Files with the figures of further fonts.

    Returns:
        None where there is room for neither.
    """
    before = before or measure_package(package, limit=limit, figures=figures)
    body, filled, fullest = body_size(Document(package)), _filled(before), limit - 1 + FULLEST
    most = round(most_pt * HALF_POINTS) - body
    if filled > fullest or most < 1:
        return None

    def grown(more: int) -> Growth | None:
        """The document with so many half-points more; None where it has no room for them."""
        larger = follow_content(_larger(package, more), tables)
        layout = _with_room(larger, limit, figures)
        change = Change("type size", points(body), points(body + more))
        return Growth(larger, layout, (change,)) if layout else None

    likely = int(body * (fullest / max(filled, _EMPTY) - 1))
    typed = _largest(grown, min(max(likely, 1), most), most)
    return _aired(typed or Growth(package, before, ()), limit, figures) or typed


def _largest(grown: Callable[[int], Growth | None], likely: int, most: int) -> Growth | None:
    """The largest growth that has room, looked for from a likely one on."""
    found = grown(likely)
    if found is None:
        return next(filter(None, map(grown, range(likely - 1, 0, -1))), None)
    for more in range(likely + 1, most + 1):
        larger = grown(more)
        if larger is None:
            break
        found = larger
    return found


def _aired(typed: Growth, limit: int, figures: tuple[Path, ...]) -> Growth | None:
    """The same with larger spaces and padding; None where it has no room for them."""
    filled = _filled(typed.layout) - (limit - 1)
    for share in (share for share, most in _AIR.items() if filled <= most):
        looser = Tightening(space=share, padding=share)
        airy = typed.package.with_trees(changed_parts(typed.package, looser, Bounds()))
        layout = _with_room(airy, limit, figures)
        if layout:
            air = Change("space and padding", "100 %", f"{share} %")
            return Growth(airy, layout, (*typed.changes, air))
    return None


def _with_room(package: Package, limit: int, figures: tuple[Path, ...]) -> Layout | None:
    """How a document is laid out that leaves its last page some room; None for another."""
    layout = measure_package(package, limit=limit, figures=figures)
    has_room = layout.verdict is Verdict.FITS and _filled(layout) <= limit - 1 + FULLEST
    return layout if has_room else None


def _filled(layout: Layout) -> float:
    return (layout.pages or 1) - 1 + (layout.fill or 0)


def _larger(package: Package, more: int) -> Package:
    """The document with so many half-points more of type in its styles."""
    changed = {}
    for name in package.related(package.main, RELATIONSHIP_BASE + "styles"):
        root = deepcopy(package.parts[name].root)
        for size in root.iter(W + "sz", W + "szCs"):
            size.set(VAL, str(whole(size.get(VAL)) + more))
        changed[name] = root
    return package.with_trees(changed)
