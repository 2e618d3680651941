"""Options that several commands share, each described once, and what they come to."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct
from msgspec.structs import replace

from bluf.cli import choices
from bluf.cli.choices import (
    BRIEF_FORMATS,
    PAPERS,
    completes,
    completes_list,
    one_of,
    some_of,
    text_encoding,
)
from bluf.cli.holding import settings_with

if TYPE_CHECKING:
    from bluf.pipeline import Order

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="Data files, briefs, or folders of briefs (default: the briefs folder).",
        autocompletion=choices.brief_paths,
        show_default=False,
    ),
]
Folder = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="FOLDER",
        help="Folder of briefs.",
        show_default="briefs, or as set in bluf.toml",
    ),
]
Formats = Annotated[
    str | None,
    typer.Option(
        "--format",
        parser=some_of("format", BRIEF_FORMATS),
        autocompletion=completes_list(BRIEF_FORMATS),
        metavar="FORMATS",
        help="Formats to write, separated by commas: docx, md, pdf, png, proof.",
        show_default="docx,md",
    ),
]
For = Annotated[
    str | None,
    typer.Option(
        "--for",
        metavar="AUDIENCE",
        help="Leave out what this audience (from settings) may not see.",
        autocompletion=choices.audiences,
        show_default="everybody",
    ),
]
Template = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Template name or path.",
        autocompletion=choices.templates,
        show_default="brief",
    ),
]
Paper = Annotated[
    str | None,
    typer.Option(
        parser=one_of("paper", PAPERS),
        autocompletion=completes(PAPERS),
        metavar="SIZE",
        help="Paper size: a4 or letter.",
        show_default="a4",
    ),
]
Font = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Typeface to use instead of the template's, such as Arial."),
]
Encoding = Annotated[
    str | None,
    typer.Option(
        parser=text_encoding,
        metavar="NAME",
        help="Encoding of the data file, if not UTF-8 or UTF-16.",
    ),
]
Cache = Annotated[
    bool, typer.Option("--cache/--no-cache", help="Skip briefs that have not changed.")
]
AllowFindings = Annotated[
    bool,
    typer.Option(
        "--allow-findings", help="Write the brief despite findings, and say so on its face."
    ),
]
ConfirmPages = Annotated[
    bool | None,
    typer.Option(
        "--confirm-pages/--no-confirm-pages",
        help="Always, or never, count pages with LibreOffice.",
        show_default="when the estimate is unsure",
    ),
]
FormerVerify = Annotated[bool | None, typer.Option("--verify/--no-verify", hidden=True)]
Fit = Annotated[
    bool | None,
    typer.Option(
        "--fit/--no-fit", help="Tighten a brief that runs over, within the limits in settings."
    ),
]
Annex = Annotated[
    bool | None,
    typer.Option(
        "--annex/--no-annex",
        help="Move the least important items of a brief that runs over to an annex.",
    ),
]
Strict = Annotated[
    bool | None, typer.Option("--strict/--no-strict", help="Count warnings as errors.")
]
AsOf = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="Date to treat as today (YYYY-MM-DD).",
        show_default="the brief's own date",
    ),
]
Overwrite = Annotated[
    bool, typer.Option("--overwrite", help="Overwrite outputs that somebody has edited.")
]
ExecutorName = Annotated[
    str,
    typer.Option(
        "--executor",
        metavar="NAME",
        help="Where to run: serial, processes:N or dask://HOST:PORT.",
        autocompletion=completes(("serial", "processes", "dask://")),
    ),
]


class BriefFlags(Struct, frozen=True):
    """The flags of what is asked of each brief, which go before the settings."""

    template: Template = None
    paper: Paper = None
    font: Font = None
    fit: Fit = None
    annex: Annex = None
    confirm_pages: ConfirmPages = None
    verify: FormerVerify = None
    strict: Strict = None
    as_of: AsOf = None
    executor: ExecutorName = "processes"
    cache: Cache = True

    def order(self, audience: str | None = None, **more: object) -> tuple[Order, Path]:
        """What is asked of each brief, with more flags than these; and the folder of the briefs."""
        return order_with(
            self.as_of,
            audience,
            cache=_cache_for(self.executor) if self.cache else None,
            template=self.template,
            paper=self.paper,
            font=self.font,
            pages_fit=self.fit,
            pages_annex=self.annex,
            pages_confirm=_when_to_confirm(self.confirm_pages, self.verify),
            checks_strict=self.strict,
            **more,
        )


def _cache_for(executor: str) -> Path | None:
    """The folder of what was found out before; the machines of a cluster share none."""
    from bluf.pipeline import Store, cache_folder

    folder = None if executor.startswith("dask:") else cache_folder()
    if folder is not None:
        Store(folder).shrink()
    return folder


def order_with(
    as_of: str | None = None,
    audience: str | None = None,
    *,
    cache: Path | None = None,
    **flags: object,
) -> tuple[Order, Path]:
    """What is asked of each brief here, flags before settings; and the folder of the briefs.

    Raises:
        SettingsError: A flag, a variable or the settings file is wrong.
        typer.BadParameter: ``as_of`` is no day.
        UnknownNameError: There is no audience of this name, or no rule of one that is selected.
    """
    from bluf.pipeline import for_audience, order_from

    settings, home = settings_with(**flags)
    order = replace(order_from(settings, home), as_of=a_day(as_of), cache=cache)
    if audience is not None:
        order = for_audience(order, settings, audience)
        template, paper = str(flags.get("template") or ""), str(flags.get("paper") or "")
        order = replace(order, template=template or order.template, paper=paper or order.paper)
    return order, home / settings.briefs


def _when_to_confirm(confirm: bool | None, verify: bool | None) -> str | None:
    """The setting that the flag stands for; None where it was not given.

    Raises:
        typer.BadParameter: The flag was given by the name it had before.
    """
    if verify is not None:
        message = "“--verify” is now “--confirm-pages”; “bluf verify” checks quotations"
        raise typer.BadParameter(message)
    return None if confirm is None else "always" if confirm else "never"


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
        message = f"“{text}” is not a date; write year-month-day, such as 2025-08-06"
        raise typer.BadParameter(message) from None
