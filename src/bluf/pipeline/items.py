"""The items of a brief that its page can do without: how much each weighs, and its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bluf.data import DataFile
    from bluf.pipeline.places import Path

_BACKGROUND = 3
"""Background weighs less than what was asked and agreed, unless that is marked as lighter."""


def priority(data: DataFile, path: Path) -> int | None:
    """The priority of an item, 1 the weightiest; None for what cannot be left out."""
    match path:
        case ("requests" | "outcomes" | "follow_ups" as name, int(index)):
            number: int = getattr(data.brief, str(name))[index].priority
            return number
        case ("background",):
            return _BACKGROUND
        case _:
            return None


def name(data: DataFile, path: Path) -> str:
    """``“R3”``, or ``the background``."""
    match path:
        case (str(kind), int(index)):
            return f"“{getattr(data.brief, kind)[index].id}”"
        case _:
            return "the background"
