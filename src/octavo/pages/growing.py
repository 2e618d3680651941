"""Larger type where a page has room for it, and then more air.

Every style grows by as much, so the order stays; so do spaces and padding, by one share.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.pages.fitting import Change, LaidOut, body_size, points
from octavo.pages.layout import Verdict
from octavo.pages.resizing import resized
from octavo.pages.tightening import HALF_POINTS, Tightening

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from octavo.pages.layout import Layout
    from octavo.pages.measuring import Galley

FULLEST = 0.92
"""How full the last page may become, as a share; more would leave no room for a late change."""

_EMPTY, _LEAST_STEP = 0.01, 0.25
_AIR = {180: 0.8, 150: 0.85, 125: 0.89}
"""How large spaces may become, in per cent, and how full a page may be for that to be tried."""


def grow(
    galley: Galley, most_pt: float, *, limit: int = 1, tables: Collection[str] = ()
) -> LaidOut | None:
    """A document in the largest type, with the most air, that leaves its last page some room.

    A size set on a text itself stays. Few sizes are tried: larger type needs more room.

    Args:
        galley: A Word file that keeps to its limit.
        most_pt: How large the text may become, in half points; all styles grow by as many.
        limit: How many pages it may have.
        tables: Names of the table styles whose columns follow their content.

    Returns:
        None where there is room for neither.
    """
    before = galley.layout(limit)
    body, filled, fullest = body_size(galley.document), _filled(before), limit - 1 + FULLEST
    most = round(most_pt * HALF_POINTS) - body
    if filled > fullest or most < 1:
        return None

    fills = {0: filled}

    def grown(more: int) -> LaidOut | None:
        """The document with so many half-points more; None where it has no room for them.

        Each takes at least a part of what those before it took of the page.
        """
        last, now = max(fills.items())
        if now + _LEAST_STEP * (now - filled) / max(last, 1) > fullest:
            return None
        larger = resized(galley, Tightening(larger=more), tables=tables)
        layout = _with_room(larger, limit)
        if layout is None:
            return None
        fills[more] = _filled(layout)
        change = Change("type size", points(body), points(body + more))
        return LaidOut(larger, layout, (change,))

    likely = int(body * (fullest / max(filled, _EMPTY) - 1))
    typed = _largest(grown, min(max(likely, 1), most), most)
    return _aired(typed or LaidOut(galley, before), limit) or typed


def _largest(grown: Callable[[int], LaidOut | None], likely: int, most: int) -> LaidOut | None:
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


def _aired(typed: LaidOut, limit: int) -> LaidOut | None:
    """The same with larger spaces and padding; None where it has no room for them."""
    filled = _filled(typed.layout) - (limit - 1)
    for share in (share for share, most in _AIR.items() if filled <= most):
        airy = resized(typed.galley, Tightening(space=share, padding=share))
        layout = _with_room(airy, limit)
        if layout:
            air = Change("space and padding", "100 %", f"{share} %")
            return LaidOut(airy, layout, (*typed.changes, air))
    return None


def _with_room(galley: Galley, limit: int) -> Layout | None:
    """How a document is laid out that leaves its last page some room; None for another."""
    layout = galley.layout(limit)
    has_room = layout.verdict is Verdict.FITS and _filled(layout) <= limit - 1 + FULLEST
    return layout if has_room else None


def _filled(layout: Layout) -> float:
    return (layout.pages or 1) - 1 + (layout.fill or 0)
