"""What measuring a Word file says."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from octavo.location import WordLocation


class Verdict(StrEnum):
    """Whether a document keeps within its page limit."""

    FITS = "fits"
    OVERFLOWS = "overflows"
    TOO_CLOSE = "too close"
    CANNOT_TELL = "cannot tell"


class Obstacle(Struct, frozen=True):
    """A construct that is not measured, and where it stands.

    Attributes:
        construct: What it is, as a noun phrase: ``a floating picture``.
        location: Where it stands.
    """

    construct: str
    location: WordLocation


class Layout(Struct, frozen=True):
    """A document laid out on pages.

    Attributes:
        verdict: Whether it keeps within the limit.
        pages: Number of pages; None where it cannot be told.
        fill: How much of the last page's height is taken, 0 to 1; None where it cannot be told.
        overflow: Place of the first line past the limit, where there is one.
        lines_over: Number of lines past the limit.
        obstacle: What prevents a verdict; only with *cannot tell*.
        limit: The page limit that the verdict speaks of.
        exact: Whether all of it has figures; where not, this is how it is laid out at the end that
            the verdict stands by, and at the cautious one where there is no verdict.
        differences: What it holds that Word and LibreOffice lay out differently.
    """

    verdict: Verdict
    pages: int | None = None
    fill: float | None = None
    overflow: WordLocation | None = None
    lines_over: int = 0
    obstacle: Obstacle | None = None
    limit: int = 1
    exact: bool = True
    differences: tuple[Obstacle, ...] = ()

    @property
    def filled(self) -> float:
        """How many pages are full: ``1.5`` where the second one is half full."""
        return (self.pages or 1) - 1 + (self.fill or 0)
