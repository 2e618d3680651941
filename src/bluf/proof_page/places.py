"""Places of sources, as the page says them and leads to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from octavo.location import FileLocation, PageLocation, TextLocation, WordLocation

if TYPE_CHECKING:
    from bluf.views import Labels
    from octavo.location import Location


def place_in(location: Location) -> str:
    """The place within its file: ``line 7``, ``page 2, line 7``; empty for a whole file."""
    if isinstance(location, TextLocation):
        return f"line {location.line}"
    return "" if isinstance(location, FileLocation) else location.place


def place_said(location: Location, labels: Labels) -> str:
    """The place within its file, in the words of a language."""
    if isinstance(location, TextLocation):
        steps = [("line", location.line)]
    elif isinstance(location, PageLocation):
        steps = [("page", location.page), ("line", location.line)]
    elif isinstance(location, WordLocation):
        story, _, number = location.story.rpartition(" ")
        first = (story, int(number)) if number.isdecimal() else (location.story, 0)
        steps = [first, *location.steps]
    else:
        return place_in(location)
    return labels.listed(_step(kind, number, labels) for kind, number in steps)


def _step(kind: str, number: int, labels: Labels) -> str:
    phrase = labels.vocabularies["places"].get(kind)
    if phrase is None:
        return f"{kind} {number}" if number else kind
    return phrase.format(number=number or "").strip()


def anchor_of(source: str, location: Location) -> str:
    """The id of the line of a source on the page: ``at-mfa-line-7``."""
    return re.sub(r"[^\w.-]+", "-", f"at-{source}-{place_in(location)}")
