"""What is wrong with the page of a brief, as findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.pipeline.items import name, priority
from octavo.finding import Finding, Level
from octavo.pages import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bluf.data import DataFile
    from bluf.pipeline.places import ItemPlaces, Path
    from octavo.location import Location
    from octavo.pages import Cut, Layout

_MOST_CUTS = 4
"""So many ways to make a brief fit are told, the lightest first."""


def percent(layout: Layout) -> str:
    """``93 % full``."""
    return f"{min(layout.fill or 0, 1):.0%} full".replace("%", " %")


def over(
    layout: Layout, data: DataFile, items: ItemPlaces, gains: Mapping[Path, Cut], remedy: str
) -> Finding:
    """The brief runs over: the first item beyond its page, what brings it back, the best cuts."""
    path = items.first_from(layout.overflow) if layout.overflow else None
    lines = _lines(layout.lines_over)
    where = data.places.at(*(path or ()))
    return Finding(
        rule="over-one-page",
        level=Level.ERROR,
        message=f"the brief runs over its page by {lines}; this is the first item beyond it",
        location=where,
        hint=remedy,
        excerpt=data.excerpt(where),
        notes=tuple(_ways(data, gains)),
    )


def _ways(data: DataFile, gains: Mapping[Path, Cut]) -> list[str]:
    """The cheapest cuts: of the items whose loss makes the brief fit, those that weigh least."""
    weights = {path: priority(data, path) for path in gains}
    ordered = sorted(
        (path for path in gains if weights[path] is not None),
        key=lambda path: (not gains[path].fits, -(weights[path] or 0), gains[path].lines),
    )
    return [
        f"without {name(data, path)} it is {_lines(gains[path].lines)} shorter"
        + (" and fits" if gains[path].fits else "")
        for path in ordered[:_MOST_CUTS]
    ]


def _lines(count: int) -> str:
    return "1 line" if count == 1 else f"{count} lines"


def too_close(layout: Layout, data: DataFile) -> Finding:
    """Whether the brief runs over hangs on a hair's breadth."""
    return Finding(
        rule="page-too-close",
        level=Level.ERROR,
        message=f"the page is so full ({percent(layout)}) that the estimate cannot be sure",
        location=data.places.at(),
        hint=f"cut a line, or {_ASK}",
    )


def differing(layout: Layout, where: Location) -> Iterator[Finding]:
    """What Word may lay out otherwise: a warning where that could turn a verdict, else a note."""
    close = layout.verdict is not Verdict.FITS or (layout.fill or 0) > _CLOSE
    for each in layout.differences:
        yield Finding(
            rule="word-may-differ",
            level=Level.WARNING if close and layout.exact else Level.NOTE,
            message=f"Word may lay this out differently: {each.construct} ({each.location.place})",
            location=where,
            hint="take it out of the template, or look at the page in Word",
        )


_CLOSE = 0.9
"""Fill of a page from which a difference of a line or two could turn the verdict."""


def cannot_tell(layout: Layout, data: DataFile, items: ItemPlaces) -> Finding:
    """What the page holds has bounds only, or not even those, and they decide nothing."""
    obstacle = layout.obstacle
    what = f": {obstacle.construct} ({obstacle.location.place})" if obstacle else ""
    path = items.holding(obstacle.location) if obstacle else None
    where = data.places.at(*(path or ()))
    return Finding(
        rule="page-unknown",
        level=Level.ERROR,
        message=f"cannot tell whether the brief keeps to its page limit{what}",
        location=where,
        hint=_remedy(layout),
        excerpt=data.excerpt(where) if path else "",
    )


_ASK = "install LibreOffice, which is asked then, unless “pages.confirm” is never"


def _remedy(layout: Layout) -> str:
    construct = layout.obstacle.construct if layout.obstacle else ""
    if construct.startswith("the font “"):
        return f"{_ASK}; or take the figures of the font: “bluf fonts add FILE.ttf”"
    if layout.pages is None:
        return f"{_ASK}; or take the construct out of the template"
    return f"{_ASK}; or shorten the brief, or let “--fit” tighten it"
