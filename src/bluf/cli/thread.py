"""``bluf thread``: one request or follow-up from its first day to its last state."""

from __future__ import annotations

from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated

import typer

from bluf.cli import choices, printer
from bluf.cli import register_options as options
from bluf.cli.briefs import read_briefs
from bluf.cli.choices import today
from bluf.cli.options import ExecutorName, For, Paths, a_day
from octavo.suggest import UnknownNameError

if TYPE_CHECKING:
    from bluf.register import Linked, Thread

EPILOG = """Example:

  bluf thread 2025-08-06-serbia-us#F1      any id that the item has had will do

A bare id, such as F1, will do where all briefs that have it mean the same item.
"""

_SHOWN = 4
"""Briefs that a message names."""


def thread(
    item: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="Item ID: brief#F1, or F1.", autocompletion=choices.threads
        ),
    ],
    paths: Paths = None,
    as_of: options.AsOf = None,
    audience: For = None,
    executor: ExecutorName = "processes",
) -> None:
    """Show the history of a request or follow-up, with quotations."""
    from bluf.register import Reckoning, entry_document, entry_story, make_entry

    briefs = read_briefs(paths, executor, audience)
    when = a_day(as_of) or today()
    entry = make_entry(_found(item, briefs.linked), Reckoning(when))
    if entry is None:
        message = f"nothing of “{item}” was recorded by {when}"
        raise typer.BadParameter(message, param_hint="--as-of")
    text = entry_story(entry, when, get_terminal_size().columns).rstrip("\n")
    printer.answer("threads", entry_document(entry), text)
    raise typer.Exit(briefs.code)


def _found(item: str, linked: Linked) -> Thread:
    """The thread of a ref, or of the bare id of an item that one brief alone has."""
    bare = [] if "#" in item else [ref for ref in linked.by_ref if ref.endswith(f"#{item}")]
    if len({linked.by_ref[ref].id for ref in bare}) > 1:
        shown = ", ".join(bare[:_SHOWN]) + (", …" if len(bare) > _SHOWN else "")
        message = f"“{item}” stands in {len(bare)} briefs: {shown}"
        raise typer.BadParameter(message, param_hint="ID")
    found = linked.thread(bare[0] if bare else item)
    if found is None:
        raise UnknownNameError("request or follow-up", item, linked.by_ref)
    return found
