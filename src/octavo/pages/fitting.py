"""Bringing a document to its page: tightened to its limit, or in larger type where there is room.

To tighten, four adjustments are made one after the other, each as little as will do: the space
between paragraphs, the padding of table cells, the page margins, the size of the type. One that
does not do alone stays at its bound while the next is made. To grow, every style grows by as much,
so the order stays; so do spaces and padding, by one share.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence
from math import ceil
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from octavo.pages.document import Document
from octavo.pages.layout import Layout, Verdict
from octavo.pages.measuring import Galley
from octavo.pages.resizing import resized
from octavo.pages.tags import W, twips
from octavo.pages.tightening import (
    HALF_POINTS,
    TWIPS_PER_MM,
    Bounds,
    Tightening,
    changed_parts,
    least_size,
    smaller_size,
    type_sizes,
)

if TYPE_CHECKING:
    from octavo.ooxml import Package


FULLEST = 0.92
"""How full the last page may become, as a share; more would leave no room for a late change."""

_EMPTY, _LEAST_STEP = 0.01, 0.25
_AIR = {180: 0.8, 150: 0.85, 125: 0.89}
"""How large spaces may become, in per cent, and how full a page may be for that to be tried."""


def grow(
    galley: Galley, most_pt: float, *, limit: int = 1, tables: Collection[str] = ()
) -> LaidOut | None:
    """A document in the largest type, with the most air, that leaves its last page some room.

    None where there is room for neither. A size set on a text itself stays; few sizes are tried.

    Args:
        galley: A Word file that keeps to its limit.
        most_pt: How large the text may become, in half points; all styles grow by as many.
        limit: How many pages it may have.
        tables: Names of the table styles whose columns follow their content.
    """
    before = galley.layout(limit)
    body, filled, fullest = body_size(galley.document), before.filled, limit - 1 + FULLEST
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
        fills[more] = layout.filled
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
    filled = typed.layout.filled - (limit - 1)
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
    has_room = layout.verdict is Verdict.FITS and layout.filled <= limit - 1 + FULLEST
    return layout if has_room else None


_STEP = 5
"""Per cent by which space and padding are taken back at a time."""


class Adjustment(Struct, frozen=True):
    """A field of Tightening and its values from mild to strong; there is at least one."""

    field: str
    values: Sequence[int]


class Change(Struct, frozen=True):
    """One thing that fitting changed: ``type size``, ``11 pt``, ``10.5 pt``."""

    what: str
    before: str
    after: str

    def __str__(self) -> str:
        """``type size 11 pt → 10.5 pt``."""
        return f"{self.what} {self.before} → {self.after}"


class LaidOut(Struct, frozen=True):
    """A document, how it is laid out, and what was changed to make it so, in order."""

    galley: Galley
    layout: Layout
    changes: tuple[Change, ...] = ()

    @property
    def package(self) -> Package:
        """The file."""
        return self.galley.package

    @property
    def fits(self) -> bool:
        """Whether it keeps within its limit."""
        return self.layout.verdict is Verdict.FITS


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


def adjustments(document: Document, bounds: Bounds) -> list[Adjustment]:
    """The adjustments in the order in which they are made; one that changes nothing is left out.

    Side margins stay where a table has a fixed width, which would no longer span the text.
    """
    package = document.package
    widths = document.body.iterfind(f"{W}tbl/{W}tblPr/{W}tblW")
    fixed = any(one.get(W + "type") == "dxa" and twips(one.get(W + "w")) for one in widths)
    sides = () if fixed else _margins(document, ("left", "right"), bounds)
    found = [
        Adjustment("space", _shares(bounds.least_space)),
        Adjustment("padding", _shares(bounds.least_padding)),
        Adjustment("upright_margin_mm", _margins(document, ("top", "bottom"), bounds)),
        Adjustment("side_margin_mm", sides),
        Adjustment("smaller", _sizes(package, document, bounds)),
    ]
    return [adjustment for adjustment in found if _changes_something(package, adjustment, bounds)]


def changes(document: Document, tightening: Tightening, bounds: Bounds) -> tuple[Change, ...]:
    """A tightening in words; what it leaves as it was is not mentioned."""
    package = document.package
    said = (
        _share("space between paragraphs", tightening.space),
        _share("padding of table cells", tightening.padding),
        _margin(
            "top and bottom margins", document, ("top", "bottom"), tightening.upright_margin_mm
        ),
        _margin("side margins", document, ("left", "right"), tightening.side_margin_mm),
        *_type_sizes(package, body_size(document), tightening.smaller, bounds),
    )
    return tuple(change for change in said if change.before != change.after)


def _shares(least: float) -> Sequence[int]:
    return range(100 - _STEP, ceil(least * 100) - 1, -_STEP)


def _margins(document: Document, sides: tuple[str, str], bounds: Bounds) -> Sequence[int]:
    """Whole millimetres below the widest margin, down to the bound."""
    return range(ceil(_widest(document, sides)) - 1, ceil(bounds.least_margin_mm) - 1, -1)


def _sizes(package: Package, document: Document, bounds: Bounds) -> Sequence[int]:
    """Half-points that may be taken off the type, for as long as text or what is smaller shrinks.

    What is larger than the text follows it, and does not shrink on its own.
    """
    body = body_size(document)
    sizes = [size for size in type_sizes(package) if size <= body]
    return range(1, max(size - least_size(size, bounds) for size in [body, *sizes]) + 1)


def _widest(document: Document, sides: tuple[str, str]) -> float:
    margins = document.root.iter(W + "pgMar")
    widths = [twips(margin.get(W + side)) for margin in margins for side in sides]
    return max(widths, default=0) / TWIPS_PER_MM


def body_size(document: Document) -> int:
    """Type size of the default paragraph style in half-points."""
    styles = document.styles
    return styles.inherited(styles.sheet.known(None, "paragraph")).run_format.size // 10


def _changes_something(package: Package, adjustment: Adjustment, bounds: Bounds) -> bool:
    if not adjustment.values:
        return False
    strongest = Tightening(**{adjustment.field: adjustment.values[-1]})
    return bool(changed_parts(package, strongest, bounds))


def _share(what: str, per_cent: int) -> Change:
    return Change(what, "100 %", f"{per_cent} %")


def _margin(what: str, document: Document, sides: tuple[str, str], most: int | None) -> Change:
    before = f"{_widest(document, sides):.0f} mm"
    return Change(what, before, before if most is None else f"{most} mm")


def _type_sizes(package: Package, body: int, smaller: int, bounds: Bounds) -> Iterator[Change]:
    """The size of the text; and where that keeps its size, the sizes that do not."""
    after = smaller_size(body, smaller, bounds)
    yield Change("type size", points(body), points(after))
    if after == body:
        pairs = [(size, smaller_size(size, smaller, bounds)) for size in type_sizes(package)]
        for size, less in pairs:
            yield Change("type size", points(size), points(less))


def points(half_points: int) -> str:
    """``10.5 pt``."""
    return f"{half_points / HALF_POINTS:g} pt"
