"""What earlier briefs left open: found in the folders beside that of a brief."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf import redaction, register
from bluf.data import DataError, DataFile, read
from bluf.files import leaves_its_folder
from bluf.pipeline.plan import DATA_NAMES
from octavo.finding import Finding, FindingsError

if TYPE_CHECKING:
    from bluf.markings import Schemes
    from bluf.redaction import Audience, Redacted
    from bluf.register import RegisteredBrief
    from bluf.views import OutstandingRow


_KEPT = 1024
"""Cards of earlier briefs that a process keeps: a series reads its past once, not once a brief."""


class Read(Struct, frozen=True):
    """A record as its readers may see it.

    Attributes:
        data: The record.
        outstanding: The rows of “Outstanding from last time”.
        unlinked: Each link of the record that does not hold.
        left_out: What its readers do not see of it, in words for the analyst.
    """

    data: DataFile
    outstanding: tuple[OutstandingRow, ...] = ()
    unlinked: tuple[Finding, ...] = ()
    left_out: str = ""


def read_for(
    data: DataFile, audience: Audience | None, schemes: Schemes, catalogues: Path | None = None
) -> Read:
    """A record and what earlier briefs left open, as an audience may see both.

    Raises:
        FindingsError: The record has no version that the audience may see.
    """
    if audience is None:
        return Read(data, *left_open(data, schemes, catalogues))
    cut = redaction.redacted(data, audience, schemes)
    others = _series(data, audience, schemes)
    refs = {**cut.refs, **{old: new for each in others for old, new in each.refs.items()}}
    shown = redaction.relinked(cut.data, refs)
    cards = [register.make_card(redaction.relinked(each.data, refs)) for each in others]
    linked = register.link([register.make_card(shown), *cards], partial=True)
    rows = register.outstanding(shown.brief, linked, schemes, catalogues)
    left_out = redaction.left_out_in_words(data.brief, cut.left_out)
    return Read(shown, rows, left_out=left_out)


def _series(data: DataFile, audience: Audience, schemes: Schemes) -> list[Redacted]:
    """The briefs that one is carried on from, however far back, as the audience may see them."""
    found: dict[str, Redacted | None] = {data.brief.id: None}
    wanted = list(data.brief.earlier)
    while wanted:
        brief = wanted.pop()
        path = None if brief in found else _path_beside(Path(data.path), brief)
        if path is not None:
            try:
                whole = read(path)
                found[brief] = redaction.redacted(whole, audience, schemes)
                wanted += whole.brief.earlier
            except FindingsError:  # what has no version for the audience is not there for it
                found[brief] = None
    return [each for each in found.values() if each is not None]


def left_open(
    data: DataFile, schemes: Schemes | None = None, catalogues: Path | None = None
) -> tuple[tuple[OutstandingRow, ...], tuple[Finding, ...]]:
    """The rows of “Outstanding from last time”, and each link of the brief that does not hold.

    A link to a brief that does not lie beside this one is a warning: it may lie elsewhere.
    """
    if not data.brief.earlier:
        return (), ()
    linked = register.link(_cards(data), partial=True)
    own = (found for found in linked.findings if _is_in(found.location.path, data.path))
    return register.outstanding(data.brief, linked, schemes, catalogues), tuple(own)


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


def _cards(data: DataFile) -> list[RegisteredBrief]:
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


def _beside(path: Path, brief: str) -> RegisteredBrief | None:
    """The card of a brief whose folder lies beside that of another; None if it cannot be read."""
    found = _path_beside(path, brief)
    if found is None:
        return None
    changed = max(each.stat().st_mtime_ns for each in (found, *found.glob("*")))
    return _card(found, changed, found.stat().st_size)


def _path_beside(path: Path, brief: str) -> Path | None:
    """The data file of a brief whose folder lies beside that of another."""
    folders = (path.parent.parent / brief / name for name in DATA_NAMES)
    found = next((each for each in folders if each.exists()), None)
    return None if found is None or leaves_its_folder(found, path.parent.parent) else found


@lru_cache(maxsize=_KEPT)
def _card(path: Path, _changed: int, _size: int) -> RegisteredBrief | None:
    """The card of a data file as it was when it had this time and size."""
    try:
        return register.read_card(path)
    except DataError:  # its own build says what is wrong with it
        return None
