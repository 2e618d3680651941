"""Measuring: read, lay out, and ask whether the outcome hangs on a hair's breadth."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from octavo.ooxml import places_of, read_package
from octavo.pages.document import Document
from octavo.pages.fonts import STAND_INS
from octavo.pages.layout import Layout, Obstacle, Verdict
from octavo.pages.obstacles import Unmeasurable
from octavo.pages.pages import CLOSE
from octavo.pages.paginate import Paginator
from octavo.pages.reading import End
from octavo.pages.shaping import FONT

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element

    from octavo.location import WordLocation
    from octavo.ooxml import Package
    from octavo.pages.paginate import Result

SLACK = 0.0008
"""Share of a line's width that widths are not trusted by."""
MARGIN = 10
"""Twips of a page's height that heights are not trusted by."""


def measure(
    docx: bytes,
    *,
    limit: int = 1,
    path: str = "",
    whole: bool = True,
    figures: tuple[Path, ...] = (),
) -> Layout:
    """Lay out a Word file and say whether it keeps within ``limit`` pages.

    Args:
        docx: The file.
        limit: How many pages it may take.
        path: What places call the file.
        whole: Lay out all pages; else no more than the verdict takes.
        figures: Files with the figures of further fonts.

    Raises:
        PackageError: the file did not pass the safety gate of ``octavo.ooxml``.
    """
    package = read_package(docx, path)
    return measure_package(package, limit=limit, whole=whole, figures=figures)


def measure_package(
    package: Package, *, limit: int = 1, whole: bool = True, figures: tuple[Path, ...] = ()
) -> Layout:
    """As ``measure``, for a package that was read before.

    Args:
        package: The file.
        limit: How many pages it may take.
        whole: Lay out all pages; else no more than the verdict takes, and ``pages`` and
            ``lines_over`` count as far as that.
        figures: Files with the figures of further fonts.
    """
    document: Document | None = None
    try:
        document = Document(package, End.GREATEST, figures)
        laid = _lay_out(document, limit, whole=whole)
        doubt = document.reading.main_doubt
        if doubt is None or laid.verdict is Verdict.FITS:
            return _layout(package, document, laid, limit)
        least = Document(package, End.LEAST, figures)
        other = _lay_out(least, limit, whole=whole)
        if other.verdict is Verdict.OVERFLOWS:
            return _layout(package, least, other, limit)
        if document.reading.counted(FONT) == 1:
            apart = _apart(package, limit, figures, whole=whole)
            if apart is not None:
                return apart
    except Unmeasurable as met:
        obstacle = Obstacle(met.construct, _place(package, document, met.element))
        unknown = Layout(Verdict.CANNOT_TELL, obstacle=obstacle, limit=limit)
        return _beyond(package, limit, figures) or unknown
    found = _layout(package, document, laid, limit)
    obstacle = Obstacle(doubt.construct, _place(package, document, doubt.element))
    return replace(found, verdict=Verdict.CANNOT_TELL, obstacle=obstacle)


def _apart(
    package: Package, limit: int, figures: tuple[Path, ...], *, whole: bool
) -> Layout | None:
    """The layout of a file with one font without figures that fits whatever stands in for it.

    The widest stand-in is not the highest: no machine sets the width of one in the height of the
    other, and no font of the lists of ``families.toml`` is both.
    """
    fullest: Layout | None = None
    for without in STAND_INS:
        document = Document(package, End.GREATEST, figures, without)
        laid = _lay_out(document, limit, whole=whole)
        if laid.verdict is not Verdict.FITS:
            return None
        layout = _layout(package, document, laid, limit)
        if fullest is None or (layout.pages, layout.fill) > (fullest.pages, fullest.fill):
            fullest = layout
    return fullest


def _beyond(package: Package, limit: int, figures: tuple[Path, ...]) -> Layout | None:
    """The layout up to where it is beyond the limit, where no obstacle stands before that."""
    try:
        least = Document(package, End.LEAST, figures)
        laid = _lay_out(least, limit, whole=False)
    except Unmeasurable:
        return None
    overflows = laid.verdict is Verdict.OVERFLOWS
    return replace(_layout(package, least, laid, limit), exact=False) if overflows else None


class _Laid(NamedTuple):
    """A layout at one end, and what it comes to."""

    result: Result
    verdict: Verdict


def _lay_out(document: Document, limit: int, *, whole: bool) -> _Laid:
    paginator = Paginator(document)
    result = paginator.paginate(limit=None if whole else limit)
    return _Laid(result, verdict_of(paginator, result, limit))


def _layout(package: Package, document: Document, laid: _Laid, limit: int) -> Layout:
    result = laid.result
    beyond = [placed for placed in result.placed if placed.page > limit]
    return Layout(
        laid.verdict,
        pages=result.pages,
        fill=result.fill,
        overflow=_place(package, document, beyond[0].element) if beyond else None,
        lines_over=sum(placed.lines for placed in beyond),
        limit=limit,
        exact=document.reading.is_exact,
        differences=tuple(
            Obstacle(each.construct, _place(package, document, each.element))
            for each in document.reading.differences
        ),
    )


def verdict_of(paginator: Paginator, result: Result, limit: int) -> Verdict:
    """Fits or overflows only where lines a little wider or narrower would not change it."""
    fits = result.pages <= limit
    if abs(result.pages - 1 + result.fill - limit) < CLOSE:
        sign = -1 if fits else 1
        other = paginator.paginate(sign * SLACK, sign * MARGIN, limit)
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
