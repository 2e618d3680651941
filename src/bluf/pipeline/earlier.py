"""What earlier briefs left open: found in the folders beside that of a brief."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from bluf import register
from bluf.data import DataError
from bluf.files import leaves_its_folder
from bluf.pipeline.plan import DATA_NAMES

if TYPE_CHECKING:
    from bluf.data import DataFile
    from bluf.markings import Schemes
    from bluf.register import Card
    from bluf.views import OutstandingRow
    from octavo.finding import Finding


_KEPT = 1024
"""Cards of earlier briefs that a process keeps: a series reads its past once, not once a brief."""


def left_open(
    data: DataFile, schemes: Schemes | None = None
) -> tuple[tuple[OutstandingRow, ...], tuple[Finding, ...]]:
    """The rows of “Outstanding from last time”, and each link of the brief that does not hold.

    A link to a brief that does not lie beside this one is a warning: it may lie elsewhere.
    """
    if not data.brief.earlier:
        return (), ()
    linked = register.link(_cards(data), partial=True)
    own = (found for found in linked.findings if _is_in(found.location.path, data.path))
    return register.outstanding(data.brief, linked, schemes), tuple(own)


def consulted(data: DataFile) -> tuple[Path, ...]:
    """The folders in which earlier briefs are looked for, whether they are there or not."""
    if not data.brief.earlier:
        return ()
    beside = Path(data.path).parent.parent
    names = {name for card in _cards(data) for name in card.earlier}
    return tuple(beside / name for name in sorted(names))


def _is_in(path: str, data: str) -> bool:
    """Whether a file is the data file, or one of the tables of a brief kept as CSV."""
    return path == data or path.startswith(f"{data}/")


def _cards(data: DataFile) -> list[Card]:
    """The card of a brief, and those of all that it is carried on from, however far back."""
    cards = {data.brief.id: register.make_card(data)}
    wanted = list(cards[data.brief.id].earlier)
    while wanted:
        brief = wanted.pop()
        card = None if brief in cards else _beside(Path(data.path), brief)
        if card:
            cards[brief] = card
            wanted += card.earlier
    return list(cards.values())


def _beside(path: Path, brief: str) -> Card | None:
    """The card of a brief whose folder lies beside that of another; None if it cannot be read."""
    folders = (path.parent.parent / brief / name for name in DATA_NAMES)
    found = next((each for each in folders if each.exists()), None)
    if found is None or leaves_its_folder(found, path.parent.parent):
        return None
    changed = max(each.stat().st_mtime_ns for each in (found, *found.glob("*")))
    return _card(found, changed, found.stat().st_size)


@lru_cache(maxsize=_KEPT)
def _card(path: Path, _changed: int, _size: int) -> Card | None:
    """The card of a data file as it was when it had this time and size."""
    try:
        return register.read_card(path)
    except DataError:  # its own build says what is wrong with it
        return None
