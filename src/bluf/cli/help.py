"""``bluf help``: the help of a command, for those who look for it there."""

from __future__ import annotations

from typing import Annotated

import typer

EPILOG = """Examples:

  bluf help check             the same as “bluf check --help”
"""


def help(  # noqa: A001 - a command is named as its function
    command: Annotated[
        list[str] | None, typer.Argument(metavar="[COMMAND]...", help="Command name.")
    ] = None,
) -> None:
    """Show the help of a command."""
    from bluf.cli.app import run

    raise typer.Exit(run([*(command or ()), "--help"]))
