"""``bluf new``: a brief to start from."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from bluf.cli import completing, printer
from bluf.cli.following import following
from bluf.cli.holding import settings_with

EPILOG = """Examples:

  bluf new 2026-03-01-talks           writes briefs/2026-03-01-talks/, ready to build

  bluf new 2026-03-02-call --xlsx     the same, with the data in an Excel workbook

  bluf new 2026-06-01-talks --after 2026-03-01-talks
"""


def new(
    name: Annotated[
        str, typer.Argument(metavar="ID", help="Id of the brief: the name of its folder.")
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="FOLDER",
            help="Folder of the briefs.",
            show_default="briefs, or as set in bluf.toml",
        ),
    ] = None,
    xlsx: Annotated[
        bool, typer.Option("--xlsx", help="Keep the data in an Excel workbook, not in YAML.")
    ] = False,
    after: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="Follow this brief: carry over what it left open.",
            autocompletion=completing.brief_ids,
        ),
    ] = None,
) -> None:
    """Start a brief: a commented data file with its source that builds at once."""
    from bluf.data import SCHEMA_NAME, create, is_id, schema_file

    if not is_id(name):
        message = (
            f"“{name}” cannot be an id: write letters, digits, “.”, “_” and “-”, "
            "such as 2026-03-01-talks, and no name that Windows keeps for a device"
        )
        raise typer.BadParameter(message)
    if after and xlsx:
        message = "“--after” writes YAML; “bluf convert” makes a workbook of it"
        raise typer.BadParameter(message)
    briefs = out or _briefs_folder()
    folder = briefs / name
    started = following(name, _day(name), after, briefs) if after else _started(name, xlsx=xlsx)
    files = {folder / path: content for path, content in started.items()}
    if not (briefs / SCHEMA_NAME).exists():
        files[briefs / SCHEMA_NAME] = schema_file()
    create(files)
    for path in files:
        printer.wrote(path.as_posix())
    first = next(iter(files))
    printer.message(
        f"next: “bluf build {folder.as_posix()}” makes the brief as it is; "
        f"then put your meeting into {first.as_posix()}"
    )


def _started(name: str, *, xlsx: bool) -> dict[str, bytes]:
    from bluf.data import starter, starter_workbook

    return (starter_workbook if xlsx else starter)(name, _day(name))


def _briefs_folder() -> Path:
    settings, home = settings_with()
    return home / settings.briefs


def _day(name: str) -> dt.date:
    """The day that an id begins with, else today."""
    try:
        return dt.date.fromisoformat(name[:10])
    except ValueError:
        return dt.datetime.now().astimezone().date()
