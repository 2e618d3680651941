"""What is wrong with the page of a brief, as findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.pipeline.places import ItemPlaces, Path, name, priority
from bluf.rules import finding
from octavo.finding import Finding
from octavo.location import Location
from octavo.pages import Verdict
from octavo.shortening import plural

if TYPE_CHECKING:
    from bluf.data import DataFile
    from octavo.pages import Change, Cut, Layout


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
    lines = plural(layout.lines_over, "line")
    where = data.places.at(*(path or ()))
    message = f"the brief runs over its page by {lines}; this is the first item beyond it"
    notes = tuple(_ways(data, gains))
    return finding("over-one-page", message, where, remedy, data.excerpt(where), notes)


def _ways(data: DataFile, gains: Mapping[Path, Cut]) -> list[str]:
    """The cheapest cuts: of the items whose loss makes the brief fit, those that weigh least."""
    weights = {path: priority(data, path) for path in gains}
    ordered = sorted(
        (path for path in gains if weights[path] is not None),
        key=lambda path: (not gains[path].fits, -(weights[path] or 0), gains[path].lines),
    )
    return [
        f"without {name(data, path)} it is {plural(gains[path].lines, 'line')} shorter"
        + (" and fits" if gains[path].fits else "")
        for path in ordered[:_MOST_CUTS]
    ]


def too_close(layout: Layout, data: DataFile) -> Finding:
    """Whether the brief runs over hangs on a hair's breadth."""
    message = f"the page is so full ({percent(layout)}) that the estimate cannot be sure"
    hint = f"cut a line, or {_ASK}"
    return finding("page-too-close", message, data.places.at(), hint)


def differing(layout: Layout, where: Location) -> Iterator[Finding]:
    """What Word may lay out otherwise: a warning where that could turn a verdict, else a note."""
    for each in layout.differences:
        message = f"Word may lay this out differently: {each.construct} ({each.location.place})"
        hint = "take it out of the template, or look at the page in Word"
        yield finding("word-may-differ", message, where, hint)


_CLOSE = 0.9
"""Fill of a page from which a difference of a line or two could turn the verdict."""


def cannot_tell(layout: Layout, data: DataFile, items: ItemPlaces) -> Finding:
    """What the page holds has bounds only, or not even those, and they decide nothing."""
    obstacle = layout.obstacle
    what = f": {obstacle.construct} ({obstacle.location.place})" if obstacle else ""
    path = items.holding(obstacle.location) if obstacle else None
    where = data.places.at(*(path or ()))
    message = f"cannot tell whether the brief keeps to its page limit{what}"
    excerpt = data.excerpt(where) if path else ""
    return finding("page-unknown", message, where, _remedy(layout), excerpt)


_ASK = "install LibreOffice, which is asked then, unless “pages.confirm” is never"


def _remedy(layout: Layout) -> str:
    construct = layout.obstacle.construct if layout.obstacle else ""
    if construct.startswith("the font “"):
        return f"{_ASK}; or take the figures of the font: “bluf fonts add FILE.ttf”"
    if layout.pages is None:
        return f"{_ASK}; or take the construct out of the template"
    return f"{_ASK}; or shorten the brief, or let “--fit” tighten it"


class PageReport(Struct, frozen=True):
    """How a Word file is laid out, and what was done for that.

    Attributes:
        layout: The estimate.
        changes: What fitting changed.
        moved: Names of the items that moved to the annex.
        confirmed: How many pages LibreOffice counts; None where it was not asked.
    """

    layout: Layout
    changes: tuple[Change, ...] = ()
    moved: tuple[str, ...] = ()
    confirmed: int | None = None

    @property
    def is_sure(self) -> bool:
        """Whether it is known that the brief keeps to its limit, or that it does not."""
        return self.confirmed is not None or self.layout.verdict in _DECIDED

    @property
    def contradicted(self) -> bool:
        """Whether LibreOffice counts otherwise than an estimate that was sure of itself."""
        layout = self.layout
        if self.confirmed is None or layout.verdict not in _DECIDED:
            return False
        if layout.exact:
            return self.confirmed != layout.pages
        return (layout.verdict is Verdict.FITS) != (self.confirmed <= layout.limit)


_DECIDED = (Verdict.FITS, Verdict.OVERFLOWS)
