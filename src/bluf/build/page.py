"""The page: tightened where that is asked for, in words, and what is wrong where it runs over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from bluf import pages
from bluf.build.places import find_items, marked
from bluf.finding import Finding, Level
from bluf.ooxml import read_package
from bluf.pages import Verdict, measure_package

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bluf.build.order import Paging
    from bluf.build.places import ItemPlaces, Path
    from bluf.data import DataFile
    from bluf.ooxml import Package
    from bluf.pages import Change, Cut, Layout
    from bluf.views import BriefView

_MOST_CUTS = 4
"""So many ways to make a brief fit are told, the lightest first."""


class Page(Struct, frozen=True):
    """A Word file, what it measures in words, and what is wrong with that."""

    document: bytes
    words: str
    findings: tuple[Finding, ...] = ()


def lay_out(
    document: bytes,
    data: DataFile,
    shown: BriefView,
    paging: Paging,
    render: Callable[[BriefView], bytes],
) -> Page:
    """Measure a Word file, and tighten it first where that is asked for.

    Args:
        document: The Word file.
        data: The record it was made from.
        shown: The view it was made from.
        paging: What is promised, and what may be done for it.
        render: Makes the Word file of a view; called only where the page runs over.
    """
    package = read_package(document, "output.docx")
    layout = measure_package(package, limit=paging.limit)
    changes: tuple[Change, ...] = ()
    if paging.fit:
        fitted = pages.fit(package, document, bounds=paging.bounds, limit=paging.limit)
        document, layout, changes = fitted.docx, fitted.layout, fitted.changes
    words = "; ".join([in_words(layout), *(f"fitted: {each}" for each in changes)])
    return Page(document, words, _findings(layout, package, data, lambda: _places(shown, render)))


def _places(shown: BriefView, render: Callable[[BriefView], bytes]) -> ItemPlaces:
    """Where the items stand; their marks change no paragraph, so the places hold without them."""
    view, marks = marked(shown)
    return find_items(render(view), marks)


def in_words(layout: Layout) -> str:
    """``1 page, 93 % full (estimated)``."""
    if layout.pages is None:
        return "page count unknown"
    pages = f"{layout.pages} page" if layout.pages == 1 else f"{layout.pages} pages"
    last = "last " if layout.pages > 1 else ""
    return f"{pages}, {last}{_percent(layout)} (estimated)"


def _percent(layout: Layout) -> str:
    return f"{min(layout.fill or 0, 1):.0%} full".replace("%", " %")


def _findings(
    layout: Layout, package: Package, data: DataFile, places: Callable[[], ItemPlaces]
) -> tuple[Finding, ...]:
    match layout.verdict:
        case Verdict.FITS:
            return ()
        case Verdict.OVERFLOWS:
            items = places()
            gains = pages.cuts(package, items.places, limit=layout.limit)
            return (_over(layout, data, items, gains),)
        case Verdict.TOO_CLOSE:
            return (_too_close(layout, data),)
        case Verdict.CANNOT_TELL:
            return (_cannot_tell(layout, data),)


def _over(layout: Layout, data: DataFile, items: ItemPlaces, gains: Mapping[Path, Cut]) -> Finding:
    path = items.first_from(layout.overflow) if layout.overflow else None
    lines = _lines(layout.lines_over)
    where = data.places.at(*(path or ()))
    return Finding(
        rule="over-one-page",
        level=Level.ERROR,
        message=f"the brief runs over its page by {lines}; this is the first item beyond it",
        location=where,
        hint="shorten or cut what weighs least, or let “--fit” tighten the page",
        excerpt=data.excerpt(where),
        notes=tuple(_ways(data, gains)),
    )


def _ways(data: DataFile, gains: Mapping[Path, Cut]) -> list[str]:
    """The cheapest cuts: of the items whose loss makes the brief fit, those that weigh least."""
    weights = {path: _weight(data, path) for path in gains}
    ordered = sorted(
        (path for path in gains if weights[path] is not None),
        key=lambda path: (not gains[path].fits, -(weights[path] or 0), gains[path].lines),
    )
    return [
        f"without {_name(data, path)} it is {_lines(gains[path].lines)} shorter"
        + (" and fits" if gains[path].fits else "")
        for path in ordered[:_MOST_CUTS]
    ]


def _lines(count: int) -> str:
    return "1 line" if count == 1 else f"{count} lines"


def _weight(data: DataFile, path: Path) -> int | None:
    """The priority of an item, 1 the weightiest; None for what cannot be left out."""
    match path:
        case ("requests" | "outcomes" | "follow_ups" as name, int(index)):
            priority: int = getattr(data.brief, str(name))[index].priority
            return priority
        case ("background",):
            return _BACKGROUND
        case _:
            return None


_BACKGROUND = 3
"""Background weighs less than what was asked and agreed, unless that is marked as lighter."""


def _name(data: DataFile, path: Path) -> str:
    match path:
        case (str(name), int(index)):
            return f"“{getattr(data.brief, name)[index].id}”"
        case _:
            return "the background"


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
