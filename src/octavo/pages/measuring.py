"""Measuring: read, lay out, and ask whether the outcome hangs on a hair's breadth."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lxml.etree import _Element
from msgspec.structs import replace

from octavo.location import WordLocation
from octavo.ooxml import places_of
from octavo.pages.document import Document
from octavo.pages.fonts import STAND_INS
from octavo.pages.layout import Layout, Obstacle, Verdict
from octavo.pages.page_room import CLOSE
from octavo.pages.paginate import Paginator, Result, Revision
from octavo.pages.reading import End, Unmeasurable
from octavo.pages.shaping import FONT
from octavo.pages.story import StoryReader

if TYPE_CHECKING:
    from octavo.ooxml import Package

SLACK = 0.0008
"""Share of a line's width that widths are not trusted by."""
MARGIN = 10
"""Twips of a page's height that heights are not trusted by."""


class Galley:
    """A document set in type, of which any page layout is made without reading it again.

    Args:
        figures: Files with the figures of further fonts.
        end: The end at which it is read.
        without: The family of stand-ins that is taken to be missing.
    """

    def __init__(
        self,
        package: Package,
        figures: tuple[Path, ...] = (),
        end: End = End.GREATEST,
        without: str = "",
    ) -> None:
        self._package = package
        self._end, self._without = end, without
        self._layouts: dict[tuple[int, bool], Layout] = {}
        self.figures = figures

    @property
    def package(self) -> Package:
        """The file."""
        return self._package

    @cached_property
    def document(self) -> Document:
        """Its parts."""
        return Document(self.package, self._end, self.figures, self._without)

    @cached_property
    def paginator(self) -> Paginator:
        """Its content, read when it is first asked for."""
        return Paginator(self.document)

    @cached_property
    def beside(self) -> StoryReader:
        """Reads of the file what takes no room of the pages, such as the annex."""
        document = Document(self.package, self._end, self.figures)
        return StoryReader(document.styles, document.numbering, {})

    def layout(self, limit: int = 1, *, whole: bool = True) -> Layout:
        """How it is laid out, and whether it keeps within ``limit`` pages.

        ``whole`` lays out all pages; else no more than the verdict takes, and ``pages`` and
        ``lines_over`` count as far as that.
        """
        if (limit, whole) not in self._layouts:
            self._layouts[limit, whole] = self._measured(limit, whole=whole)
        return self._layouts[limit, whole]

    def _measured(self, limit: int, *, whole: bool) -> Layout:
        try:
            found = self.laid_out(limit, whole=whole)
            doubt = self.paginator.reading.main_doubt
            if doubt is None or found.verdict is Verdict.FITS:
                return found
            least = self._read(End.LEAST).laid_out(limit, whole=whole)
            if least.verdict is Verdict.OVERFLOWS:
                return least
            one_font = self.paginator.reading.counted(FONT) == 1
            if one_font and (apart := self._apart(limit, whole=whole)):
                return apart
        except Unmeasurable as met:
            obstacle = Obstacle(met.construct, self._place(met.element))
            unknown = Layout(Verdict.CANNOT_TELL, obstacle=obstacle, limit=limit)
            return self._beyond(limit) or unknown
        obstacle = Obstacle(doubt.construct, self._place(doubt.element))
        return replace(found, verdict=Verdict.CANNOT_TELL, obstacle=obstacle)

    def _read(self, end: End, without: str = "") -> Galley:
        return Galley(self.package, self.figures, end, without)

    def laid_out(self, limit: int, *, whole: bool) -> Layout:
        """As it is read at its end."""
        result = self.paginator.paginate(limit=None if whole else limit)
        reading = self.paginator.reading
        beyond = [placed for placed in result.placed if placed.page > limit]
        return Layout(
            verdict_of(self.paginator, result, limit),
            pages=result.pages,
            fill=result.fill,
            overflow=self._place(beyond[0].element) if beyond else None,
            lines_over=sum(placed.lines for placed in beyond),
            limit=limit,
            exact=reading.is_exact,
            differences=tuple(
                Obstacle(each.construct, self._place(each.element)) for each in reading.differences
            ),
        )

    def _apart(self, limit: int, *, whole: bool) -> Layout | None:
        """The layout of a file with one font without figures that fits whatever stands in for it.

        The widest stand-in is not the highest: no machine sets the width of one in the height of
        the other, and no font of the lists of ``families.toml`` is both.
        """
        read = (self._read(End.GREATEST, without) for without in STAND_INS)
        layouts = [each.laid_out(limit, whole=whole) for each in read]
        if any(each.verdict is not Verdict.FITS for each in layouts):
            return None
        return max(layouts, key=lambda each: each.filled)

    def _beyond(self, limit: int) -> Layout | None:
        """The layout up to where it is beyond the limit, where no obstacle stands before that."""
        try:
            least = self._read(End.LEAST).laid_out(limit, whole=False)
        except Unmeasurable:
            return None
        return replace(least, exact=False) if least.verdict is Verdict.OVERFLOWS else None

    def _place(self, element: _Element | None) -> WordLocation:
        if element is None:
            return places_of(self.package, None).of_part(self.package.main)
        package = self.document.package
        root = element.getroottree().getroot()
        xml = (name for name, part in package.parts.items() if part.is_xml and part.root is root)
        places = places_of(package, self.document.root)
        return places.of(element, next(xml, package.main))


class Revised(Galley):
    """A galley set from what was read of another one; its file differs from that one's."""

    def __init__(self, base: Galley, revision: Revision, package: Package) -> None:
        super().__init__(package, base.figures)
        self._base, self._revision = base, revision

    @cached_property
    def document(self) -> Document:
        """The parts of the other one."""
        return self._base.document

    @cached_property
    def paginator(self) -> Paginator:
        """The content of the other one, revised."""
        return self._base.paginator.revised(self._revision)

    def _measured(self, limit: int, *, whole: bool) -> Layout:
        """As of any; what turns out to have bounds only is read anew, at both ends."""
        found = super()._measured(limit, whole=whole)
        before, now = self._base.paginator.reading, self.paginator.reading
        if before is now or (before.is_exact and now.is_exact):
            return found
        return self._read(End.GREATEST).layout(limit, whole=whole)


def verdict_of(paginator: Paginator, result: Result, limit: int) -> Verdict:
    """Fits or overflows only where lines a little wider or narrower would not change it."""
    fits = result.pages <= limit
    if abs(result.pages - 1 + result.fill - limit) < CLOSE:
        sign = -1 if fits else 1
        other = paginator.paginate(sign * SLACK, sign * MARGIN, limit)
        if (other.pages <= limit) != fits:
            return Verdict.TOO_CLOSE
    return Verdict.FITS if fits else Verdict.OVERFLOWS
