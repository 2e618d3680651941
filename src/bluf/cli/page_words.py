"""How a page came out, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.cli.plurals import plural
from octavo.pages import Verdict

if TYPE_CHECKING:
    from bluf.pipeline import PageReport
    from octavo.pages import Layout


def page_in_words(report: PageReport | None) -> str:
    """``1 page, 93 % full (estimated), 2 items in an annex: “R4”, “O5”; fitted: …``.

    Empty where no page was made.
    """
    if report is None:
        return ""
    moved = ""
    if report.moved:
        moved = f"{plural(len(report.moved), 'item')} in an annex: {', '.join(report.moved)}"
    page = ", ".join(filter(None, [_page(report), moved]))
    return "; ".join([page, *(f"fitted: {each}" for each in report.changes)])


def _page(report: PageReport) -> str:
    if report.confirmed is None:
        return _estimate(report.layout)
    by = "(confirmed by LibreOffice)"
    words = plural(report.confirmed, "page")
    if report.confirmed == report.layout.pages and report.layout.exact:
        return f"{words}, {_fill(report.layout)} {by}"
    return f"{words} {by}"


def _estimate(layout: Layout) -> str:
    if layout.pages is None:
        return "page count unknown"
    if layout.verdict is Verdict.CANNOT_TELL:
        return f"up to {plural(layout.pages, 'page')} (unsure)"
    return f"{plural(layout.pages, 'page')}, {_fill(layout)} (estimated)"


def _fill(layout: Layout) -> str:
    last = "last " if layout.pages != 1 else ""
    bound = "" if layout.exact else "at most " if layout.verdict is Verdict.FITS else "at least "
    share = f"{min(layout.fill or 0, 1):.0%} full".replace("%", " %")
    return f"{last}{bound}{share}"
