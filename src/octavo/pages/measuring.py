"""Measuring: read, lay out, and ask whether the outcome hangs on a hair's breadth."""

from __future__ import annotations

from functools import cached_property
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
    from octavo.pages.revision import Revision

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
    return Galley(read_package(docx, path), figures).layout(limit, whole=whole)


class Galley:
    """A document set in type, of which any page layout is made without reading it again.

    Attributes:
        figures: Files with the figures of further fonts.
    """

    def __init__(self, package: Package, figures: tuple[Path, ...] = ()) -> None:
        self._package = package
        self.figures = figures
        self._layouts: dict[tuple[int, bool], Layout] = {}

    @property
    def package(self) -> Package:
        """The file."""
        return self._package

    @cached_property
    def document(self) -> Document:
        """Its parts, read at the cautious end."""
        return Document(self.package, End.GREATEST, self.figures)

    @cached_property
    def paginator(self) -> Paginator:
        """Its content, read when it is first asked for."""
        return Paginator(self.document)

    def layout(self, limit: int = 1, *, whole: bool = True) -> Layout:
        """How it is laid out, and whether it keeps within ``limit`` pages.

        Args:
            limit: How many pages it may take.
            whole: Lay out all pages; else no more than the verdict takes, and ``pages`` and
                ``lines_over`` count as far as that.
        """
        if (limit, whole) not in self._layouts:
            self._layouts[limit, whole] = self._lay_out(limit, whole=whole)
        return self._layouts[limit, whole]

    def _lay_out(self, limit: int, *, whole: bool) -> Layout:
        try:
            laid = _lay_out(self.paginator, limit, whole=whole)
            doubt = self.paginator.reading.main_doubt
            if doubt is None or laid.verdict is Verdict.FITS:
                return _layout(self.paginator, laid, limit)
            least = Paginator(Document(self.package, End.LEAST, self.figures))
            other = _lay_out(least, limit, whole=whole)
            if other.verdict is Verdict.OVERFLOWS:
                return _layout(least, other, limit)
            if self.paginator.reading.counted(FONT) == 1:
                apart = _apart(self.package, limit, self.figures, whole=whole)
                if apart is not None:
                    return apart
        except Unmeasurable as met:
            obstacle = Obstacle(met.construct, self._place(met.element))
            unknown = Layout(Verdict.CANNOT_TELL, obstacle=obstacle, limit=limit)
            return _beyond(self.package, limit, self.figures) or unknown
        found = _layout(self.paginator, laid, limit)
        obstacle = Obstacle(doubt.construct, self._place(doubt.element))
        return replace(found, verdict=Verdict.CANNOT_TELL, obstacle=obstacle)

    def _place(self, element: _Element | None) -> WordLocation:
        document = self.__dict__.get("document")
        if document is None:
            return places_of(self.package, None).of_part(self.package.main)
        return _place(document, element)


class Revised(Galley):
    """A galley set from what was read of another one; its file differs from that one's."""

    def __init__(self, base: Galley) -> None:
        super().__init__(base._package, base.figures)  # noqa: SLF001 - its own kind
        self._base = base

    @property
    def revision(self) -> Revision:
        """What is different."""
        raise NotImplementedError

    @cached_property
    def document(self) -> Document:
        """The parts of the other one."""
        return self._base.document

    @cached_property
    def paginator(self) -> Paginator:
        """The content of the other one, revised."""
        return self._base.paginator.revised(self.revision)

    def _lay_out(self, limit: int, *, whole: bool) -> Layout:
        """As of any; what turns out to have bounds only is read anew, at both ends."""
        found = super()._lay_out(limit, whole=whole)
        before, now = self._base.paginator.reading, self.paginator.reading
        if before is now or (before.is_exact and now.is_exact):
            return found
        return Galley(self.package, self.figures).layout(limit, whole=whole)


def _apart(
    package: Package, limit: int, figures: tuple[Path, ...], *, whole: bool
) -> Layout | None:
    """The layout of a file with one font without figures that fits whatever stands in for it.

    The widest stand-in is not the highest: no machine sets the width of one in the height of the
    other, and no font of the lists of ``families.toml`` is both.
    """
    fullest: Layout | None = None
    for without in STAND_INS:
        paginator = Paginator(Document(package, End.GREATEST, figures, without))
        laid = _lay_out(paginator, limit, whole=whole)
        if laid.verdict is not Verdict.FITS:
            return None
        layout = _layout(paginator, laid, limit)
        if fullest is None or (layout.pages, layout.fill) > (fullest.pages, fullest.fill):
            fullest = layout
    return fullest


def _beyond(package: Package, limit: int, figures: tuple[Path, ...]) -> Layout | None:
    """The layout up to where it is beyond the limit, where no obstacle stands before that."""
    try:
        least = Paginator(Document(package, End.LEAST, figures))
        laid = _lay_out(least, limit, whole=False)
    except Unmeasurable:
        return None
    overflows = laid.verdict is Verdict.OVERFLOWS
    return replace(_layout(least, laid, limit), exact=False) if overflows else None


class _Laid(NamedTuple):
    """A layout at one end, and what it comes to."""

    result: Result
    verdict: Verdict


def _lay_out(paginator: Paginator, limit: int, *, whole: bool) -> _Laid:
    result = paginator.paginate(limit=None if whole else limit)
    return _Laid(result, verdict_of(paginator, result, limit))


def _layout(paginator: Paginator, laid: _Laid, limit: int) -> Layout:
    result, document, reading = laid.result, paginator.document, paginator.reading
    beyond = [placed for placed in result.placed if placed.page > limit]
    return Layout(
        laid.verdict,
        pages=result.pages,
        fill=result.fill,
        overflow=_place(document, beyond[0].element) if beyond else None,
        lines_over=sum(placed.lines for placed in beyond),
        limit=limit,
        exact=reading.is_exact,
        differences=tuple(
            Obstacle(each.construct, _place(document, each.element)) for each in reading.differences
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


def _place(document: Document, element: _Element | None) -> WordLocation:
    places = places_of(document.package, document.root)
    if element is None:
        return places.of_part(document.package.main)
    root = element.getroottree().getroot()
    names = (name for name, part in document.parts.items() if part is root)
    return places.of(element, next(names, document.package.main))
