"""Making a Word file take less room: four kinds of values are changed, and nothing else."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from msgspec import Struct

from octavo.ooxml import RELATIONSHIP_BASE
from octavo.pages.tags import VAL, W, twips, whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from octavo.ooxml import Package

TWIPS_PER_MM = 1440 / 25.4
HALF_POINTS = 2
_WHOLE = 100


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

    None leaves the margins as they are.
    """

    space: int = _WHOLE
    padding: int = _WHOLE
    upright_margin_mm: int | None = None
    side_margin_mm: int | None = None
    smaller: int = 0


def changed_parts(package: Package, tightening: Tightening, bounds: Bounds) -> dict[str, _Element]:
    """The trees of the parts that the tightening changes."""
    edits: list[Callable[[_Element], bool]] = []
    if tightening.space != _WHOLE:
        edits.append(lambda root: _space(root, tightening.space))
    if tightening.padding != _WHOLE:
        edits.append(lambda root: _padding(root, tightening.padding))
    if tightening.upright_margin_mm is not None:
        edits.append(lambda root: _margins(root, ("top", "bottom"), tightening.upright_margin_mm))
    if tightening.side_margin_mm is not None:
        edits.append(lambda root: _margins(root, ("left", "right"), tightening.side_margin_mm))
    if tightening.smaller:
        edits.append(lambda root: _type_size(root, tightening.smaller, bounds))
    changed = {}
    for name in _parts(package):
        root = deepcopy(package.parts[name].root)
        if sum(edit(root) for edit in edits):  # every one, so not any()
            changed[name] = root
    return changed


def _parts(package: Package) -> list[str]:
    kinds = ("styles", "numbering", "footnotes")
    related = [package.related(package.main, RELATIONSHIP_BASE + kind) for kind in kinds]
    return [package.main, *(name for names in related for name in names)]


def _scale(element: _Element, attribute: str, per_cent: int) -> bool:
    before = twips(element.get(W + attribute))
    after = before * per_cent // _WHOLE
    if before <= 0 or after == before:
        return False
    element.set(W + attribute, str(after))
    return True


def _space(root: _Element, per_cent: int) -> bool:
    """Space before and after paragraphs; ``w:spacing`` of a run is another thing."""
    changed = False
    for spacing in root.iter(W + "spacing"):
        parent = spacing.getparent()
        if parent is not None and parent.tag == W + "pPr":
            for side in ("before", "after"):
                changed |= _scale(spacing, side, per_cent)
    return changed


def _padding(root: _Element, per_cent: int) -> bool:
    changed = False
    for margins in root.iter(W + "tblCellMar", W + "tcMar"):
        for side in margins.iterchildren(W + "top", W + "bottom"):
            changed |= _scale(side, "w", per_cent)
    return changed


def _margins(root: _Element, sides: tuple[str, str], most_mm: int | None) -> bool:
    most = round((most_mm or 0) * TWIPS_PER_MM)
    changed = False
    for margin in root.iter(W + "pgMar"):
        for side in sides:
            if twips(margin.get(W + side)) > most:
                margin.set(W + side, str(most))
                changed = True
    return changed


def _type_size(root: _Element, smaller: int, bounds: Bounds) -> bool:
    changed = False
    for size in root.iter(W + "sz", W + "szCs"):
        before = whole(size.get(VAL))
        after = smaller_size(before, smaller, bounds)
        if after != before:
            size.set(VAL, str(after))
            changed = True
    return changed


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
