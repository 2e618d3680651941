"""Bringing a document within its page limit without leaving anything out.

Four adjustments are made one after the other, each as little as will do: the space between
paragraphs, the padding of table cells, the page margins, the size of the type. One that does not
do alone stays at its bound while the next is made.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from msgspec.structs import replace

from octavo.pages.adjustments import LaidOut, adjustments, changes
from octavo.pages.layout import Verdict
from octavo.pages.resizing import resized
from octavo.pages.tightening import Bounds, Tightening

if TYPE_CHECKING:
    from octavo.pages.measuring import Galley


def fit(galley: Galley, *, bounds: Bounds | None = None, limit: int = 1) -> LaidOut:
    """Bring a document within ``limit`` pages, if that can be done within the bounds.

    The same document and bounds give the same one; what was given where nothing needs doing or
    nothing helps.
    """
    bounds = bounds or Bounds()
    before = galley.layout(limit)
    if before.verdict is Verdict.FITS or before.pages is None:
        return LaidOut(galley, before)
    tightening = Tightening()
    for adjustment in adjustments(galley.document, bounds):
        candidates = [
            replace(tightening, **{adjustment.field: value}) for value in adjustment.values
        ]
        found = _mildest(galley, candidates, bounds, limit)
        if found < len(candidates):
            tightened = resized(galley, candidates[found], bounds)
            said = changes(galley.document, candidates[found], bounds)
            return LaidOut(tightened, tightened.layout(limit), said)
        tightening = candidates[-1]
    return LaidOut(galley, before)


def _mildest(galley: Galley, candidates: list[Tightening], bounds: Bounds, limit: int) -> int:
    """Index of the mildest tightening that is enough; their number where none is."""

    def enough(tightening: Tightening) -> bool:
        layout = resized(galley, tightening, bounds).layout(limit, whole=False)
        return layout.verdict is Verdict.FITS

    if not enough(candidates[-1]):
        return len(candidates)
    return bisect_left(candidates, x=True, key=enough)
