"""The sides that a field of the record names: parties by their ids, or all of them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.model.brief import ALL_SIDES, SEVERAL

if TYPE_CHECKING:
    from bluf.model.brief import Brief


def sides_named(brief: Brief, names: str | None) -> tuple[str, ...]:
    """Ids of the parties that a field names; all where it says “both sides”."""
    entries = (names or "").split(SEVERAL)
    if any(name.casefold() in ALL_SIDES for name in entries):
        return tuple(brief.parties)
    return tuple(name for name in entries if name in brief.parties)
