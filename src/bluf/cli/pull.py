"""``bluf pull``: bring the edits of a Word file home to its data file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bluf.cli import printer
from bluf.cli.errors import ExitCode
from bluf.cli.incoming import opened, refuse_twice
from bluf.cli.pull_telling import change_text, told
from octavo.inputs import name_of

if TYPE_CHECKING:
    from bluf.pipeline import Pulled
    from bluf.roundtrip import FieldChange
    from octavo.inputs import Input

EPILOG = """Examples:

  bluf pull briefs/2025-08-06-serbia-us/2025-08-06-serbia-us.docx  take it home

  bluf pull --dry-run briefs/2025-08-06-serbia-us/2025-08-06-serbia-us.docx  only look

  bluf pull --reject briefs/2025-08-06-serbia-us/2025-08-06-serbia-us.docx  no tracked changes

Exit codes: 0 all of it taken, 1 something is left to do by hand, 3 no such brief.
"""


def pull(
    edited: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...", help="Edited Word files, oldest first (- for standard input)."
        ),
    ],
    brief: Annotated[
        Path | None,
        typer.Option(
            metavar="PATH", help="Brief the file belongs to (default: matched by its text)."
        ),
    ] = None,
    accept: Annotated[
        bool | None,
        typer.Option("--accept/--reject", help="Accept or reject tracked changes."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", "-n", help="Show what would change, without writing.")
    ] = False,
    interactive: Annotated[
        bool, typer.Option("--interactive", "-i", help="Ask of each change; conflicts, too.")
    ] = False,
) -> None:
    """Take edits made in Word back into the data file."""
    from bluf.pipeline import bring_home
    from bluf.pipeline import pull as pulled_from

    refuse_twice(*edited)
    code = ExitCode.FINE
    for word in map(opened, edited):
        home = brief or _home(word)
        pulled = pulled_from(word, home, accept=_accepts(word, accept))
        if interactive:
            pulled = _decided(pulled)
        for line in told(pulled):
            printer.answer(*line)
        printer.findings(pulled.findings)
        if not dry_run and bring_home(word, pulled):
            printer.wrote(pulled.data.path)
        code = max(code, ExitCode.FINE if pulled.is_whole else ExitCode.FINDINGS)
    raise typer.Exit(code)


def _says_yes(question: str) -> bool:
    return sys.stdin.isatty() and typer.confirm(question, default=True, err=True)


def _decided(pulled: Pulled) -> Pulled:
    """What a person makes of each change.

    Raises:
        BadParameter: Nobody can be asked.
    """
    from bluf.pipeline import decided

    if not sys.stdin.isatty():
        message = "bluf cannot ask: this is not a terminal"
        raise typer.BadParameter(message, param_hint="--interactive")
    choices = {}
    for at, change in enumerate(pulled.changes):
        if change.can_be_decided:
            typer.echo(change_text(change, pulled), err=True)
            choices[at] = _choice(change)
    return decided(pulled, choices)


def _choice(change: FieldChange) -> FieldChange:
    ways = ["take", "leave", "edit"] if isinstance(change.value, str) else ["take", "leave"]
    keys = {way[0]: way for way in ways}
    answer = ""
    while keys.get(answer, answer) not in ways:
        answer = typer.prompt(f"{', '.join(ways)}?", default="take", err=True).strip().lower()
    way = keys.get(answer, answer)
    if way == "edit":
        text = typer.prompt("text", default=change.now, err=True)
        return change.decided(take=True, text=text.strip())
    return change.decided(take=way == "take")


def _home(word: Input) -> Path:
    from bluf.cli.holding import settings_with
    from bluf.pipeline import find_briefs, home_of

    settings, folder = settings_with()
    path, home = name_of(word), home_of(word, find_briefs([folder / settings.briefs]))
    if home.is_certain or _says_yes(f"{path} does not say whose it is. Is it “{home.data}”?"):
        return home.data
    message = f"{path} does not say whose it is; by its text it is “{home.data}”"
    raise typer.BadParameter(message, param_hint="--brief")


def _accepts(word: Input, wanted: bool | None) -> bool:
    """Whether tracked changes count: as the person says, and asked where nothing is said.

    Raises:
        BadParameter: Nobody can be asked.
    """
    from bluf.pipeline import is_tracked

    if wanted is not None or not is_tracked(word):
        return wanted is not False
    path = name_of(word)
    if sys.stdin.isatty():
        return _says_yes(f"{path} has tracked changes. Take them?")
    message = f"{path} has tracked changes: say “--accept” or “--reject”"
    raise typer.BadParameter(message, param_hint="--accept / --reject")
