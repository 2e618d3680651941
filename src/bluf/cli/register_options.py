"""The options of ``bluf register``, each described once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct

from bluf.cli.choices import completes, completes_list, some_of, word, words
from bluf.cli.options import a_day

if TYPE_CHECKING:
    from bluf.register import RowSelection

KINDS = ("requests", "follow-ups")
ORDERS = ("state", "due", "since", "owner", "topic", "priority", "id")
GROUPS = ("kind", "state", "owner", "party", "topic", "brief")
STATES = (
    *("overdue", "due-soon", "no-answer", "unclear-date", "open", "not-yet-asked", "answered"),
    *("done", "dropped"),
)
FORMATS = ("md", "docx", "html", "xlsx", "csv", "json", "ics")

Formats = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMATS",
        parser=some_of("format", FORMATS),
        help=f"Formats to write, separated by commas: {', '.join(FORMATS)}.",
        autocompletion=completes_list(FORMATS),
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(metavar="FOLDER", help="Folder to write to (default: the briefs folder)."),
]
Check = Annotated[
    bool,
    typer.Option(
        "--check", help="Write nothing; report files that are out of date for the day they state."
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="Date to report for (YYYY-MM-DD; default: today).",
        show_default="today",
    ),
]
Owner = Annotated[str | None, typer.Option(metavar="NAME", help="Only items this party owes.")]
Party = Annotated[
    str | None, typer.Option(metavar="NAME", help="Only items this party owes or is owed.")
]
Topic = Annotated[str | None, typer.Option(metavar="NAME", help="Only this topic.")]
States = Annotated[
    str | None,
    typer.Option(
        "--state",
        metavar="STATES",
        help="Only these states, separated by commas.",
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
    str | None, typer.Option(metavar="DATE", help="Only items raised on or after this date.")
]
DueBefore = Annotated[
    str | None, typer.Option(metavar="DATE", help="Only items due before this date.")
]


class RowFlags(Struct, frozen=True):
    """Which rows are wanted."""

    owner: Owner = None
    party: Party = None
    topic: Topic = None
    state: States = None
    kind: OfKind = None
    since: Since = None
    due_before: DueBefore = None

    def selection(self) -> RowSelection:
        """The rows, each flag read from its words."""
        from bluf.register import ItemKind, ItemState, RowSelection

        return RowSelection(
            owner=self.owner,
            party=self.party,
            topic=self.topic,
            kind=word(self.kind.removesuffix("s"), ItemKind, "kind") if self.kind else None,
            states=words(self.state, ItemState, "state"),
            since=a_day(self.since),
            due_before=a_day(self.due_before),
        )


Sort = Annotated[
    str,
    typer.Option(
        metavar="ORDER", help=f"Sort by: {', '.join(ORDERS)}.", autocompletion=completes(ORDERS)
    ),
]
GroupBy = Annotated[
    str | None,
    typer.Option(
        "--group",
        metavar="BY",
        help=f"Group by: {', '.join(GROUPS)}.",
        autocompletion=completes(GROUPS),
    ),
]
Language = Annotated[
    str | None,
    typer.Option(metavar="TAG", help="Language of the output (default: that of the briefs)."),
]
Soon = Annotated[int, typer.Option(min=0, metavar="DAYS", help="Days ahead that count as soon.")]
