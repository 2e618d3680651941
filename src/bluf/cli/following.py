"""The files of a brief that follows another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.suggest import UnknownNameError

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path


def following(name: str, day: dt.date, after: str, briefs: Path) -> dict[str, bytes]:
    """The files of a new brief, by their paths in its folder.

    Args:
        name: Id of the new brief.
        day: Its day.
        after: Id of the brief that it follows.
        briefs: Folder of all briefs.

    Raises:
        UnknownNameError: There is no brief to follow.
        FindingsError: A data file is refused.
    """
    from bluf.data import DataError, read
    from bluf.pipeline import executor, find_briefs, read_cards
    from bluf.register import link, next_brief

    found = {path.parent.name: path for path in find_briefs([briefs])} if briefs.is_dir() else {}
    if after not in found:
        raise UnknownNameError("brief", after, found)
    reading = read_cards(found.values(), executor("processes"))
    if reading.refused:
        raise DataError(reading.refused)
    new = next_brief(read(found[after]), link(reading.cards), name, day)
    files = {"brief.yaml": new.text.encode()}
    return files | {path: source.read_bytes() for path, source in new.copies}
