"""The page of a brief: tightened, and relieved of items, where that is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from bluf.pipeline import verdicts
from bluf.pipeline.order import Paging
from bluf.pipeline.places import ItemPlaces, Path, find_items, marked
from bluf.pipeline.render import FOLLOWING, Renderer
from bluf.pipeline.verdicts import PageReport, cannot_tell, over, too_close
from bluf.views import BriefView
from octavo import pages
from octavo.finding import Finding
from octavo.pages import LaidOut, Verdict
from octavo.shortening import plural

if TYPE_CHECKING:
    from bluf.data import DataFile
    from bluf.pipeline.annex import Annexed
    from octavo.pages import Cut, Galley


_FIT = "bluf.fit"
"""The custom property by which a template asks to be tightened."""
_GROW = "bluf.grow"
"""The custom property by which a template asks for larger type where there is room."""
_TITLES, _LEADING = ("Title", "Annex"), ("Bottom Line", "Recommendation", "Normal")
"""The styles of titles, and of running text."""
_CUT = "shorten or cut the least important item"
_NO_USE = "with all that can move in an annex it still does not fit"


class Page(Struct, frozen=True):
    """A Word file and the view it shows, how it came out, and what is wrong with that."""

    galley: Galley
    shown: BriefView
    report: PageReport
    findings: tuple[Finding, ...] = ()


def lay_out(data: DataFile, shown: BriefView, paging: Paging, press: Renderer) -> Page:
    """Make a Word file and measure it; tighten it, and move items to an annex, where asked to.

    Args:
        data: The record.
        shown: Its view, without an annex.
        paging: What is promised, and what may be done for it.
        press: Makes the files of a view.
    """
    galley = press.galley(shown)
    laid = _fitted(galley, paging, press)
    layout = laid.layout
    differing = tuple(verdicts.differing(layout, data.places.at()))
    page = Page(laid.galley, shown, PageReport(layout, laid.changes), differing)
    if layout.verdict is Verdict.FITS:
        return page
    items = _places(shown, press)
    if layout.pages is None:
        return replace(page, findings=(cannot_tell(layout, data, items), *differing))
    gains: Mapping[Path, Cut] = {}
    if paging.annex or layout.verdict is Verdict.OVERFLOWS:
        found = items.wholes()
        gains = pages.cuts(galley, found, limit=paging.limit)
    told = _told(page, data, items, gains, remedy=_remedy(page, data, gains, paging, press))
    page = replace(page, findings=(told, *differing))
    return _relieved(page, data, gains, paging, press) if paging.annex else page


def _told(
    page: Page, data: DataFile, items: ItemPlaces, gains: Mapping[Path, Cut], *, remedy: str
) -> Finding:
    layout = page.report.layout
    if layout.verdict is Verdict.CANNOT_TELL:
        return cannot_tell(layout, data, items)
    if layout.verdict is Verdict.TOO_CLOSE:
        return too_close(layout, data)
    return over(layout, data, items, gains, remedy)


def _remedy(
    page: Page, data: DataFile, gains: Mapping[Path, Cut], paging: Paging, press: Renderer
) -> str:
    """Which options bring the brief onto its page, found by trying them."""
    if page.report.layout.verdict is not Verdict.OVERFLOWS or paging.annex:
        return _CUT
    fitting = replace(paging, fit=True, annex=True)
    if not paging.fit and _fitted(page.galley, fitting, press).layout.verdict is Verdict.FITS:
        return f"build with “--fit”, which brings it onto its page, or {_CUT}"
    found = _annexed(page, data, gains, fitting, press)
    if isinstance(found, tuple):
        return f"{_CUT}; not even “--fit --annex” brings the brief onto its page"
    items = plural(len(found.moved), "item")
    return f"build with “--fit --annex”, which moves {items} to an annex, or {_CUT}"


def _relieved(
    page: Page, data: DataFile, gains: Mapping[Path, Cut], paging: Paging, press: Renderer
) -> Page:
    """The page with its lightest items in an annex; as it was where that cannot be or is no use."""
    from bluf.pipeline import annex  # only where it is asked for and needed

    found = _annexed(page, data, gains, paging, press)
    if isinstance(found, tuple) and found:
        return replace(page, findings=(*page.findings, *found))
    if isinstance(found, tuple):
        told, *more = page.findings
        told = replace(told, notes=(*told.notes, _NO_USE))
        return replace(page, findings=(told, *more))
    laid = found.laid
    report = PageReport(laid.layout, laid.changes, annex.names(data, found.moved))
    return Page(laid.galley, found.shown, report, tuple(annex.told(data, found.moved)))


def _annexed(
    page: Page, data: DataFile, gains: Mapping[Path, Cut], paging: Paging, press: Renderer
) -> Annexed | tuple[Finding, ...]:
    """The brief with its annex; or what keeps templates from printing one, nothing for no use."""
    from bluf.pipeline import annex  # only where the brief is too long

    faults = annex.unprinted(data, page.shown, gains, press)
    if faults:
        return faults

    def trial(other: BriefView) -> LaidOut:
        return _fitted(press.galley(other), paging, press)

    return annex.annexed(data, page.shown, gains, trial, press.order.languages) or ()


def _fitted(galley: Galley, paging: Paging, press: Renderer) -> LaidOut:
    """The document tightened where that is asked for, else as it is; and how it is laid out."""
    layout = galley.layout(paging.limit)
    laid = LaidOut(galley, layout)
    if layout.verdict is Verdict.FITS:
        laid = _grown(laid, paging, press)
    elif layout.pages is not None and (paging.fit or press.asks_for(_FIT)):
        laid = pages.fit(galley, bounds=paging.bounds, limit=paging.limit)
    return _balanced(laid, galley, paging, press)


def _balanced(laid: LaidOut, before: Galley, paging: Paging, press: Renderer) -> LaidOut:
    """The document with no word alone on the last line of a title or a text."""
    if laid.layout.verdict is not Verdict.FITS or not press.asks_for(_GROW):
        return laid
    galley = pages.balance(laid.galley, _TITLES, _LEADING, least=before.package)
    if galley is laid.galley:
        return laid
    layout = galley.layout(paging.limit)
    return LaidOut(galley, layout, laid.changes) if layout.verdict is Verdict.FITS else laid


def _grown(laid: LaidOut, paging: Paging, press: Renderer) -> LaidOut:
    """The document in larger type, where the template asks for that and the page has room."""
    if not press.asks_for(_GROW):
        return laid
    growth = pages.grow(laid.galley, paging.most_body_pt, limit=paging.limit, tables=FOLLOWING)
    return growth or laid


def _places(shown: BriefView, press: Renderer) -> ItemPlaces:
    """Where the items stand; their marks change no paragraph, so the places hold without them."""
    view, marks = marked(shown)
    return find_items(press.word(view), marks)
