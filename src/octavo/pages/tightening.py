"""Making a Word file take less room: four kinds of values are changed, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import TYPE_CHECKING, NamedTuple

from lxml.etree import _Element
from msgspec import Struct
from msgspec.structs import replace

from octavo.ooxml import RELATIONSHIP_BASE
from octavo.pages.tags import VAL, W, twips, whole

if TYPE_CHECKING:
    from octavo.ooxml import Package

TWIPS_PER_MM = 1440 / 25.4
HALF_POINTS = 2
_WHOLE = 100
SIZES = (W + "sz", W + "szCs")


class Bounds(Struct, frozen=True):
    """How far a document may be made to take less room.

    Attributes:
        least_space: Smallest space between paragraphs, as a share of what it was.
        least_padding: Smallest padding above and below the text of a cell, likewise.
        least_margin_mm: Smallest page margin in millimetres.
        least_body_pt: Smallest type of the text in points.
        least_note_pt: Smallest type of what was smaller than that before, such as notes.
    """

    least_space: float = 0.5
    least_padding: float = 0.5
    least_margin_mm: float = 19.0
    least_body_pt: float = 10.0
    least_note_pt: float = 9.0


class Tightening(Struct, frozen=True):
    """How much less room: two shares in per cent, two largest margins, half-points off the type.

    None leaves the margins as they are. ``larger`` is half-points added to the type of styles:
    a size set on a text itself stays.
    """

    space: int = _WHOLE
    padding: int = _WHOLE
    upright_margin_mm: int | None = None
    side_margin_mm: int | None = None
    smaller: int = 0
    larger: int = 0


def changed_parts(package: Package, tightening: Tightening, bounds: Bounds) -> dict[str, _Element]:
    """The trees of the parts that the tightening changes."""
    changed = {}
    is_tighter = replace(tightening, larger=0) != Tightening()
    for name in _parts(package) if is_tighter else ():
        root = deepcopy(package.parts[name].root)
        edits = [edit for edit in _edits(root, tightening, bounds) if edit.before != edit.after]
        for edit in edits:
            edit.element.set(edit.attribute, str(edit.after))
        if edits:
            changed[name] = root
    return changed | (_larger(package, changed, tightening.larger) if tightening.larger else {})


class _Edit(NamedTuple):
    """A value of an attribute, and what becomes of it."""

    element: _Element
    attribute: str
    before: int
    after: int


def _edits(root: _Element, by: Tightening, bounds: Bounds) -> Iterator[_Edit]:
    """What a tightening does to the values of a part; ``w:spacing`` of a run is another thing."""
    for spacing in root.iterfind(f".//{W}pPr/{W}spacing") if by.space != _WHOLE else ():
        for side in (W + "before", W + "after"):
            before = twips(spacing.get(side))
            yield _Edit(spacing, side, before, share_of(before, by.space))
    for margins in root.iter(W + "tblCellMar", W + "tcMar") if by.padding != _WHOLE else ():
        for padding in margins.iterchildren(W + "top", W + "bottom"):
            before = twips(padding.get(W + "w"))
            yield _Edit(padding, W + "w", before, share_of(before, by.padding))
    for side, most in largest_margins(by).items():
        for margin in root.iter(W + "pgMar"):
            before = twips(margin.get(W + side))
            yield _Edit(margin, W + side, before, min(before, most))
    for size in root.iter(*SIZES) if by.smaller else ():
        before = whole(size.get(VAL))
        yield _Edit(size, VAL, before, smaller_size(before, by.smaller, bounds))


def _larger(package: Package, changed: Mapping[str, _Element], more: int) -> dict[str, _Element]:
    """The parts of the styles, with so many half-points more of type."""
    names = _related(package, "styles")
    roots = {name: changed.get(name, deepcopy(package.parts[name].root)) for name in names}
    for root in roots.values():
        for size in root.iter(*SIZES):
            size.set(VAL, str(whole(size.get(VAL)) + more))
    return roots


def _parts(package: Package) -> list[str]:
    return [package.main, *_related(package, "styles", "numbering", "footnotes")]


def _related(package: Package, *kinds: str) -> list[str]:
    related = [package.related(package.main, RELATIONSHIP_BASE + kind) for kind in kinds]
    return [name for names in related for name in names]


def share_of(twips: int, per_cent: int) -> int:
    """A part of a space or padding; nothing of one that is negative."""
    return twips * per_cent // _WHOLE if twips > 0 else twips


def largest_margins(tightening: Tightening) -> dict[str, int]:
    """The bounds of the page margins in twips, by their sides."""
    upright, side = tightening.upright_margin_mm, tightening.side_margin_mm
    bounds = {"top": upright, "bottom": upright, "left": side, "right": side}
    return {side: round(mm * TWIPS_PER_MM) for side, mm in bounds.items() if mm is not None}


def smaller_size(before: int, smaller: int, bounds: Bounds) -> int:
    """A type size with half-points taken off it, as far as its bound allows."""
    return max(before - smaller, least_size(before, bounds))


def least_size(before: int, bounds: Bounds) -> int:
    """How small type of a size may become, in half-points: it is text, or was smaller before."""
    body, note = (round(pt * HALF_POINTS) for pt in (bounds.least_body_pt, bounds.least_note_pt))
    return body if before >= body else min(before, note)


def type_sizes(package: Package) -> list[int]:
    """The type sizes that the tightening may change, in half-points, the largest first."""
    roots = [package.parts[name].root for name in _parts(package)]
    found = (whole(size.get(VAL)) for root in roots for size in root.iter(W + "sz"))
    return sorted(set(found), reverse=True)
