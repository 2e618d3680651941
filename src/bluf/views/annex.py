"""Part of a brief into its annex: nothing is lost, and every item keeps its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from bluf.views.labels import labels_for
from bluf.views.rows import Annex

if TYPE_CHECKING:
    from collections.abc import Collection

    from bluf.views.rows import BriefView

NUMBERED = ("requests", "outcomes", "follow_ups")
"""The lists of which items can move; the background moves as a whole."""


def with_annex(shown: BriefView, moved: Collection[tuple[str | int, ...]]) -> BriefView:
    """The brief with some of what its page held in the annex.

    Args:
        shown: A brief without an annex.
        moved: Paths in the record: ``("requests", 2)``, ``("background",)``.
    """
    kept, gone = {}, {}
    for name in NUMBERED:
        rows = getattr(shown, name)
        gone[name] = tuple(row for row in rows if (name, row.number - 1) in moved)
        kept[name] = tuple(row for row in rows if row not in gone[name])
    background = shown.background if ("background",) in moved else ""
    count = sum(map(len, gone.values())) + bool(background)
    note = labels_for(shown.language).counted("further", count) if count else ""
    annex = Annex(note=note, background=background, **gone)
    rest = "" if background else shown.background
    return replace(shown, **kept, background=rest, annex=annex)
