"""``bluf new``: a brief to start from."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from bluf.cli import choices, options, printer
from bluf.cli.delivering import create
from bluf.cli.holding import briefs_folder
from octavo.suggest import UnknownNameError

EPILOG = """Examples:

  bluf new 2026-03-01-talks           writes briefs/2026-03-01-talks/, ready to build

  bluf new 2026-03-02-call --xlsx     the same, with the data in an Excel workbook

  bluf new 2026-06-01-talks --after 2026-03-01-talks
"""


Id = Annotated[str, typer.Argument(metavar="ID", help="Brief ID, which names its folder.")]
Xlsx = Annotated[
    bool, typer.Option("--xlsx", help="Keep the data in an Excel workbook instead of YAML.")
]
After = Annotated[
    str | None,
    typer.Option(
        metavar="BRIEF",
        help="Follow up on this brief (ID or path): carry over what it left open.",
        autocompletion=choices.brief_ids,
    ),
]


def new(name: Id, out: options.Folder = None, xlsx: Xlsx = False, after: After = None) -> None:
    """Start a brief: a commented data file and a source."""
    from bluf.data import missing_schema

    _refuse(name, after, xlsx=xlsx)
    briefs = out or briefs_folder()
    folder = briefs / name
    started = following(name, _day(name), after, briefs) if after else _started(name, xlsx=xlsx)
    files = {folder / path: content for path, content in started.items()} | missing_schema(briefs)
    create(files)
    first = next(iter(files))
    printer.message(
        f"next: “bluf build {folder.as_posix()}” makes the brief as it is; "
        f"then put your meeting into {first.as_posix()}"
    )


def _refuse(name: str, after: str | None, *, xlsx: bool) -> None:
    """Refuse what cannot be an id, and two ways at once.

    Raises:
        typer.BadParameter: One of them was given.
    """
    from bluf.data import is_id

    if not is_id(name):
        message = (
            f"“{name}” cannot be an id: write letters, digits, “.”, “_” and “-”, "
            "such as 2026-03-01-talks, and no name that Windows keeps for a device"
        )
        raise typer.BadParameter(message)
    if after and xlsx:
        message = "“--after” writes YAML; “bluf convert” makes a workbook of it"
        raise typer.BadParameter(message)


def _started(name: str, *, xlsx: bool) -> dict[str, bytes]:
    from bluf.data import starter, starter_workbook

    return (starter_workbook if xlsx else starter)(name, _day(name))


def _day(name: str) -> dt.date:
    """The day that an id begins with, else today."""
    try:
        return dt.date.fromisoformat(name[:10])
    except ValueError:
        return dt.datetime.now().astimezone().date()


def following(name: str, day: dt.date, after: str, briefs: Path) -> dict[str, bytes]:
    """The files of a new brief, by their paths in its folder.

    Args:
        name: Id of the new brief.
        day: Its day.
        after: Id of the brief that it follows, its folder or its data file.
        briefs: Folder of all briefs.

    Raises:
        UnknownNameError: There is no brief to follow.
        FindingsError: A data file is refused.
    """
    from bluf.data import DataError, read
    from bluf.pipeline import executor, find_briefs, read_cards
    from bluf.register import link, next_brief

    found = {path.parent.name: path for path in find_briefs([briefs])} if briefs.is_dir() else {}
    given = Path(after).resolve()
    of_path = (
        at for at, path in found.items() if given in {(whole := path.resolve()), whole.parent}
    )
    after = next(of_path, after)
    if after not in found:
        raise UnknownNameError("brief", after, found)
    reading = read_cards(found.values(), executor("processes"))
    if reading.refused:
        raise DataError(reading.refused)
    new = next_brief(read(found[after]), link(reading.cards), name, day)
    files = {"brief.yaml": new.text.encode()}
    return files | {path: source.read_bytes() for path, source in new.copies}
