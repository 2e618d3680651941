"""The options of ``bluf register``, each described once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bluf.cli.choices import completes, completes_list

KINDS = ("requests", "follow-ups")
ORDERS = ("state", "due", "since", "owner", "topic", "priority", "id")
GROUPS = ("kind", "state", "owner", "party", "topic", "brief")
STATES = (
    "overdue",
    "due-soon",
    "no-answer",
    "unclear-date",
    "open",
    "not-yet-asked",
    "answered",
    "done",
    "dropped",
)
FORMATS = ("md", "docx", "html", "xlsx", "csv", "json", "ics")

Formats = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMATS",
        help=f"Files to write, by commas: {', '.join(FORMATS)}.",
        autocompletion=completes_list(FORMATS),
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(metavar="FOLDER", help="Folder to write to; else that of the briefs."),
]
Check = Annotated[
    bool,
    typer.Option(
        "--check", help="Write nothing; say which files are stale, each for the day it names."
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Date to report for, year-month-day.", show_default="today"),
]
Owner = Annotated[str | None, typer.Option(metavar="NAME", help="Only what this side owes.")]
Party = Annotated[
    str | None, typer.Option(metavar="NAME", help="Only what this side owes or is owed.")
]
Topic = Annotated[str | None, typer.Option(metavar="NAME", help="Only this topic.")]
States = Annotated[
    str | None,
    typer.Option(
        "--state",
        metavar="STATES",
        help="Only these states, by commas.",
        autocompletion=completes_list(STATES),
    ),
]
OfKind = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="Only requests, or only follow-ups.",
        autocompletion=completes(KINDS),
    ),
]
Since = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Only what came up then or later."),
]
DueBefore = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Only what is due before this day."),
]
Sort = Annotated[
    str,
    typer.Option(
        metavar="ORDER",
        help=f"By {', '.join(ORDERS)}.",
        autocompletion=completes(ORDERS),
    ),
]
GroupBy = Annotated[
    str | None,
    typer.Option(
        "--group",
        metavar="BY",
        help=f"By {', '.join(GROUPS)}.",
        autocompletion=completes(GROUPS),
    ),
]
Language = Annotated[
    str | None,
    typer.Option(
        metavar="TAG",
        help="Language of what is written for people; else that of the briefs.",
    ),
]
Soon = Annotated[
    int, typer.Option(min=0, metavar="DAYS", help="How many days ahead count as soon.")
]
