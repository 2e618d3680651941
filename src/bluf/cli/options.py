"""Options that several commands share, each described once, and what they come to."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from octavo.suggest import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bluf.pipeline import Order
    from bluf.settings import Settings

REPORT_FORMATS = ("text", "json", "github", "sarif", "junit")
PAPERS = ("a4", "letter")
BRIEF_FORMATS = ("docx", "md", "pdf", "png")


def one_of(kind: str, known: Sequence[str]) -> Callable[[str], str]:
    """Reads one word of a closed vocabulary."""

    def read(text: str) -> str:
        if text not in known:
            raise typer.BadParameter(str(UnknownNameError(kind, text, known)))
        return text

    return read


def some_of(kind: str, known: Sequence[str]) -> Callable[[str], str]:
    """Reads words of a closed vocabulary with commas between."""
    read_one = one_of(kind, known)

    def read(text: str) -> str:
        return ",".join(read_one(word.strip()) for word in text.split(","))

    return read


Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="Data files, folders of a brief, or folders of briefs; else the folder of the briefs.",
        show_default=False,
    ),
]
Formats = Annotated[
    str | None,
    typer.Option(
        "--format",
        parser=some_of("format", BRIEF_FORMATS),
        metavar="NAMES",
        help="What to write, of docx, md, pdf and png, with commas between.",
        show_default="docx,md",
    ),
]
Template = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Name of a template, or its path.", show_default="brief"),
]
Paper = Annotated[
    str | None,
    typer.Option(
        parser=one_of("paper", PAPERS),
        metavar="SIZE",
        help="Size of the page: a4 or letter.",
        show_default="a4",
    ),
]
Font = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Typeface in place of the template's, such as Arial."),
]
AllowFindings = Annotated[
    bool,
    typer.Option(
        "--allow-findings", help="Write in spite of findings; the brief then says so on its face."
    ),
]
Verify = Annotated[bool, typer.Option("--verify", help="Confirm the page count with LibreOffice.")]
Fit = Annotated[
    bool,
    typer.Option("--fit", help="Tighten a brief that runs over its page, within the settings."),
]
Annex = Annotated[
    bool,
    typer.Option("--annex", help="Move the lightest items of one that runs over to an annex page."),
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
        "--executor",
        metavar="NAME",
        help="Where the work is done: serial, processes:N, dask://HOST:PORT.",
    ),
]
OutputFormat = Annotated[
    str,
    typer.Option(
        "--output-format",
        parser=one_of("report format", REPORT_FORMATS),
        metavar="NAME",
        help="Findings as text, json, github, sarif or junit.",
    ),
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


def order_with(as_of: str | None = None, **flags: str | bool | None) -> tuple[Order, Path]:
    """What is asked of each brief here, flags before settings; and the folder of the briefs.

    Raises:
        SettingsError: A flag, a variable or the settings file is wrong.
        typer.BadParameter: ``as_of`` is no day.
        UnknownNameError: There is no rule of a name that is selected or ignored.
    """
    from bluf.pipeline import order_from

    settings, home = settings_with(os.environ, **flags)
    return replace(order_from(settings, home), as_of=a_day(as_of)), home / settings.briefs


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
