"""Part of a brief into its annex: nothing is lost, and every item keeps its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from bluf.views.items import by_side
from bluf.views.languages import labels_for
from bluf.views.sections import movable

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from bluf.views.rows import BriefView


def with_annex(
    shown: BriefView,
    moved: Collection[tuple[str | int, ...]],
    catalogues: Path | None = None,
) -> BriefView:
    """The brief with some of what its page held in the annex.

    Args:
        shown: A brief of which nothing was moved.
        moved: Paths in the record: ``("requests", 2)``, ``("background",)``.
        catalogues: Folder of the project's own catalogues of labels.
    """
    labels = labels_for(shown.language, catalogues)
    kept, gone = {}, {}
    for name in movable():
        rows = getattr(shown, name)
        gone[name] = tuple(row for row in rows if (name, row.at) in moved)
        kept[name] = tuple(row for row in rows if row not in gone[name])
    for part in (kept, gone):
        part["follow_ups"] = by_side(part["follow_ups"], labels)
    background = shown.background if ("background",) in moved else ""
    count = sum(map(len, gone.values())) + bool(background)
    further = labels.counted("further", count) if count else ""
    note = labels.chained([further, shown.annex.note])
    annex = replace(shown.annex, note=note, background=background, **gone)
    rest = "" if background else shown.background
    return replace(shown, **kept, background=rest, annex=annex)
