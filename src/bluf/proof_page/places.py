"""Places of sources, as the page says them and leads to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from octavo.location import FileLocation, TextLocation

if TYPE_CHECKING:
    from octavo.location import Location


def place_in(location: Location) -> str:
    """The place within its file: ``line 7``, ``page 2, line 7``; empty for a whole file."""
    if isinstance(location, TextLocation):
        return f"line {location.line}"
    return "" if isinstance(location, FileLocation) else location.place


def anchor_of(source: str, location: Location) -> str:
    """The id of the line of a source on the page: ``at-mfa-line-7``."""
    return re.sub(r"[^\w.-]+", "-", f"at-{source}-{place_in(location)}")
