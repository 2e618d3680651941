"""Larger type where a page has room for it; every style grows by as much, so the order stays."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct

from octavo.ooxml import RELATIONSHIP_BASE, edited
from octavo.pages.adjustments import Change, body_size, points
from octavo.pages.document import Document
from octavo.pages.layout import Verdict
from octavo.pages.measuring import measure_package
from octavo.pages.tabulating import follow_content
from octavo.pages.tags import VAL, W, whole
from octavo.pages.tightening import HALF_POINTS

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from octavo.ooxml import Package
    from octavo.pages.layout import Layout

FULLEST = 0.92
"""How full the last page may become, as a share; more would leave no room for a late change."""


class Growth(Struct, frozen=True):
    """A document in larger type, how it is laid out, and what was changed to make it so."""

    package: Package
    layout: Layout
    change: Change


def grow(
    package: Package,
    most_pt: float,
    *,
    limit: int = 1,
    tables: Collection[str] = (),
    figures: tuple[Path, ...] = (),
) -> Growth | None:
    """A document in the largest type that leaves its last page some room.

    Sizes grow in half points, all styles by as many, until that of the text is ``most_pt``. A
    size set on a text itself stays, and so does a document whose text is that large already.

    Args:
        package: A Word file that keeps to its limit.
        most_pt: How large the text may become.
        limit: How many pages it may have.
        tables: Names of the table styles whose columns follow their content.
        figures: Files with the figures of further fonts.

    Returns:
        None where no larger type has room.
    """
    body = body_size(Document(package))
    for more in range(round(most_pt * HALF_POINTS) - body, 0, -1):
        larger = edited(package, _larger(package, more))
        larger = edited(larger, follow_content(larger, tables))
        layout = measure_package(larger, limit=limit, figures=figures)
        if layout.verdict is Verdict.FITS and _filled(layout) <= limit - 1 + FULLEST:
            change = Change("type size", points(body), points(body + more))
            return Growth(larger, layout, change)
    return None


def _filled(layout: Layout) -> float:
    return (layout.pages or 1) - 1 + (layout.fill or 0)


def _larger(package: Package, more: int) -> dict[str, bytes]:
    """The styles with so many half-points more of type."""
    changed = {}
    for name in package.related(package.main, RELATIONSHIP_BASE + "styles"):
        root = deepcopy(package.parts[name].root)
        for size in root.iter(W + "sz", W + "szCs"):
            size.set(VAL, str(whole(size.get(VAL)) + more))
        changed[name] = etree.tostring(
            root, encoding="UTF-8", xml_declaration=True, standalone=True
        )
    return changed
