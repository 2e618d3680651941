"""Options that several commands share, each described once, and what they come to."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bluf.settings import Settings

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="Data files, folders of a brief, or folders of briefs; else the folder of the briefs.",
        show_default=False,
    ),
]
Template = Annotated[
    str | None, typer.Option(help="Name of a template, or its path.", show_default="brief")
]
Paper = Annotated[
    str | None, typer.Option(help="Size of the page: a4 or letter.", show_default="a4")
]
AllowFindings = Annotated[
    bool,
    typer.Option(
        "--allow-findings", help="Write in spite of findings; the brief then says so on its face."
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="Count warnings as errors.")]
AsOf = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="The day that counts as today, year-month-day.",
        show_default="the brief's own date",
    ),
]
ExecutorName = Annotated[
    str,
    typer.Option(
        "--executor", help="Where the work is done: serial, processes:N, dask://HOST:PORT."
    ),
]
OutputFormat = Annotated[
    str,
    typer.Option("--output-format", help="Findings as text, json, github, sarif or junit."),
]


def settings_with(
    environment: Mapping[str, str], **flags: str | bool | None
) -> tuple[Settings, Path]:
    """The settings that hold here, flags before environment before file; and their folder.

    A flag is named as its setting is: ``paper``, ``checks_strict``; None was not given.

    Raises:
        SettingsError: A flag, a variable or the settings file is wrong.
    """
    from bluf.settings import read_settings

    given = {f"BLUF_{name.upper()}": str(value) for name, value in flags.items() if value}
    settings, home = read_settings(Path.cwd(), {**environment, **given})
    return settings, Path(os.path.relpath(home))


def a_day(text: str | None) -> dt.date | None:
    """The day that a flag names.

    Raises:
        typer.BadParameter: It is no day of the form year-month-day.
    """
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        message = f"“{text}” is no date; write year-month-day, such as 2025-08-06"
        raise typer.BadParameter(message) from None
