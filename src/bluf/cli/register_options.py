"""The options of ``bluf register``, each described once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

FORMATS = ("md", "docx", "html", "xlsx", "csv", "json", "ics")

Formats = Annotated[
    str | None,
    typer.Option("--format", help=f"Files to write, by commas: {', '.join(FORMATS)}."),
]
Out = Annotated[Path | None, typer.Option(help="Folder to write to; else that of the briefs.")]
Check = Annotated[
    bool,
    typer.Option(
        "--check", help="Write nothing; say which files are stale, each for the day it names."
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Reckon for this day, else for today."),
]
Owner = Annotated[str | None, typer.Option(help="Only what this side owes.")]
Party = Annotated[str | None, typer.Option(help="Only what this side owes or is owed.")]
Topic = Annotated[str | None, typer.Option(help="Only this topic.")]
States = Annotated[str | None, typer.Option("--state", help="Only these states, by commas.")]
OfKind = Annotated[str | None, typer.Option("--kind", help="Only requests, or only follow-ups.")]
Since = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Only what came up then or later."),
]
DueBefore = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Only what is due before this day."),
]
Sort = Annotated[str, typer.Option(help="By state, due, since, owner, topic, priority or id.")]
GroupBy = Annotated[
    str | None, typer.Option("--group", help="By kind, state, owner, party, topic or brief.")
]
Soon = Annotated[int, typer.Option(min=0, help="How many days ahead count as soon.")]
