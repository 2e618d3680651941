"""Measuring: read, lay out, and ask whether the outcome hangs on a hair's breadth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.ooxml import read_package
from octavo.ooxml.places import places_of
from octavo.pages.document import Document
from octavo.pages.layout import Layout, Obstacle, Verdict
from octavo.pages.obstacles import Unmeasurable
from octavo.pages.paginate import Paginator

if TYPE_CHECKING:
    from lxml.etree import _Element

    from octavo.location import WordLocation
    from octavo.ooxml import Package
    from octavo.pages.paginate import Result

SLACK = 0.0015
"""Share of a line's width that widths are not trusted by."""
MARGIN = 20
"""Twips of a page's height that heights are not trusted by."""
_CLOSE = 0.07
"""Fill from the limit within which an outcome may hang on a hair's breadth."""


def measure(docx: bytes, *, limit: int = 1, path: str = "") -> Layout:
    """Lay out a Word file and say whether it keeps within ``limit`` pages.

    Raises:
        PackageError: the file did not pass the safety gate of ``octavo.ooxml``.
    """
    return measure_package(read_package(docx, path), limit=limit)


def measure_package(package: Package, *, limit: int = 1) -> Layout:
    """As ``measure``, for a package that was read before."""
    document: Document | None = None
    try:
        document = Document(package)
        paginator = Paginator(document)
        result = paginator.paginate()
        verdict = verdict_of(paginator, result, limit)
    except Unmeasurable as met:
        obstacle = Obstacle(met.construct, _place(package, document, met.element))
        return Layout(Verdict.CANNOT_TELL, obstacle=obstacle, limit=limit)
    beyond = [placed for placed in result.placed if placed.page > limit]
    return Layout(
        verdict,
        pages=result.pages,
        fill=result.fill,
        overflow=_place(package, document, beyond[0].element) if beyond else None,
        lines_over=sum(placed.lines for placed in beyond),
        limit=limit,
    )


def verdict_of(paginator: Paginator, result: Result, limit: int) -> Verdict:
    """Fits or overflows only where lines a little wider or narrower would not change it."""
    fits = result.pages <= limit
    if abs(result.pages - 1 + result.fill - limit) < _CLOSE:
        sign = -1 if fits else 1
        other = paginator.paginate(sign * SLACK, sign * MARGIN)
        if (other.pages <= limit) != fits:
            return Verdict.TOO_CLOSE
    return Verdict.FITS if fits else Verdict.OVERFLOWS


def _place(package: Package, document: Document | None, element: _Element | None) -> WordLocation:
    places = places_of(package, None if document is None else document.root)
    if document is None or element is None:
        return places.of_part(package.main)
    root = element.getroottree().getroot()
    name = next((name for name, part in document.parts.items() if part is root), package.main)
    return places.of(element, name)
