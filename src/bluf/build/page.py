"""What the page measures, in words, and what is wrong where it runs over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.build.places import find_items, marked
from bluf.finding import Finding, Level
from bluf.pages import Verdict, measure

if TYPE_CHECKING:
    from collections.abc import Callable

    from bluf.build.places import ItemPlaces
    from bluf.data import DataFile
    from bluf.pages import Layout
    from bluf.views import BriefView


def judge(
    document: bytes, data: DataFile, shown: BriefView, render: Callable[[BriefView], bytes]
) -> tuple[str, tuple[Finding, ...]]:
    """The page in words, and a finding where it does not keep to its limit.

    Args:
        document: The Word file.
        data: The record it was made from.
        shown: The view it was made from.
        render: Makes the Word file of a view; called only where the page runs over.
    """
    layout = measure(document)
    match layout.verdict:
        case Verdict.FITS:
            return in_words(layout), ()
        case Verdict.OVERFLOWS:
            view, marks = marked(shown)
            return in_words(layout), (_over(layout, data, find_items(render(view), marks)),)
        case Verdict.TOO_CLOSE:
            return in_words(layout), (_too_close(layout, data),)
        case Verdict.CANNOT_TELL:
            return in_words(layout), (_cannot_tell(layout, data),)


def in_words(layout: Layout) -> str:
    """``1 page, 93 % full (estimated)``."""
    if layout.pages is None:
        return "page count unknown"
    pages = f"{layout.pages} page" if layout.pages == 1 else f"{layout.pages} pages"
    full = (
        "" if layout.fill is None else f", {'last ' if layout.pages > 1 else ''}{_percent(layout)}"
    )
    return f"{pages}{full} (estimated)"


def _percent(layout: Layout) -> str:
    return f"{min(layout.fill or 0, 1):.0%} full".replace("%", " %")


def _over(layout: Layout, data: DataFile, items: ItemPlaces) -> Finding:
    path = items.first_from(layout.overflow) if layout.overflow else None
    lines = f"{layout.lines_over} line" if layout.lines_over == 1 else f"{layout.lines_over} lines"
    where = data.places.at(*(path or ()))
    return Finding(
        rule="over-one-page",
        level=Level.ERROR,
        message=f"the brief runs over its page by {lines}; this is the first item beyond it",
        location=where,
        hint="shorten or cut what weighs least, or let “--fit” tighten the page",
        excerpt=data.excerpt(where),
    )


def _too_close(layout: Layout, data: DataFile) -> Finding:
    return Finding(
        rule="page-too-close",
        level=Level.WARNING,
        message=f"the page is so full ({_percent(layout)}) that the estimate cannot be sure",
        location=data.places.at(),
        hint="cut a line, or confirm with “--verify”",
    )


def _cannot_tell(layout: Layout, data: DataFile) -> Finding:
    obstacle = layout.obstacle
    what = f": {obstacle.construct} ({obstacle.location.place})" if obstacle else ""
    return Finding(
        rule="page-unknown",
        level=Level.WARNING,
        message=f"the page cannot be estimated{what}",
        location=data.places.at(),
        hint="confirm with “--verify”, or take the construct out of the template",
    )
