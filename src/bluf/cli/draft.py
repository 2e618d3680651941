"""``bluf draft``: from sources to the first version of a brief."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bluf.cli import draft_adding, draft_asking, drafting, incoming, options, printer
from bluf.cli.holding import briefs_folder
from bluf.cli.manner import STANDARD

if TYPE_CHECKING:
    from bluf.draft import Draft

EPILOG = """Examples:

  bluf draft sources/release.txt --id 2026-05-02-talks         writes briefs/2026-05-02-talks/

  bluf draft sources/release.txt --id rows --xlsx              candidates as rows of a workbook

  bluf convert briefs/rows/candidates.xlsx briefs/rows/brief.yaml

  bluf draft sources/release.txt --add-to briefs/2026-05-02-talks   only what is new

  bluf draft sources/release.txt --instructions                what to hand to a language model

  bluf draft sources/release.txt --id model --answer answer.yaml    what it gave, proven
"""


Sources = Annotated[
    list[Path],
    typer.Argument(metavar="SOURCE...", help="Releases, minutes, reports (- for standard input)."),
]
Id = Annotated[
    str | None,
    typer.Option(
        "--id", metavar="ID", help="Id of the brief.", show_default="made from date and parties"
    ),
]
Language = Annotated[
    str | None,
    typer.Option(metavar="TAG", help="Language of the sources.", show_default="as each looks"),
]
Reader = Annotated[
    str, typer.Option(metavar="READER", help="Recipient of the brief.", show_default=False)
]
Writer = Annotated[
    str, typer.Option("--from", metavar="DESK", help="Author of the brief.", show_default=False)
]
Interactive = Annotated[
    bool, typer.Option("--interactive", help="Take, skip or edit each candidate in turn.")
]
Xlsx = Annotated[bool, typer.Option("--xlsx", help="Write the candidates to an Excel workbook.")]
AddTo = Annotated[
    Path | None,
    typer.Option(
        "--add-to",
        metavar="BRIEF",
        help="Add to this brief what the sources have that is new or contradicts it.",
    ),
]
Instructions = Annotated[
    bool, typer.Option("--instructions", help="Print instructions for a language model.")
]
Given = Annotated[
    Path | None,
    typer.Option(
        "--answer",
        metavar="FILE",
        help="Build the draft from a language model's answer (- for standard input).",
    ),
]


def draft(
    sources: Sources,
    name: Id = None,
    out: options.Folder = None,
    language: Language = None,
    to: Reader = "",
    desk: Writer = "",
    interactive: Interactive = False,
    xlsx: Xlsx = False,
    add_to: AddTo = None,
    instructions: Instructions = False,
    answer: Given = None,
) -> int:
    """Draft a brief from its sources, each item proven and marked."""
    _refuse_together(
        interactive=interactive, xlsx=xlsx, add_to=add_to, instructions=instructions, answer=answer
    )
    incoming.refuse_twice(*sources, *filter(None, (STANDARD if interactive else answer,)))
    with incoming.as_files(sources, incoming.source_name) as files:
        shelf = drafting.read_sources(files)
        if add_to:
            return draft_adding.add(shelf, language, add_to)
        drafted = drafting.drafted(shelf, language)
        if instructions:
            return _instruct(drafted)
        options = drafting.DraftOptions(name or "", out or briefs_folder(), to, desk)
        if answer:
            return drafting.write_answer(drafted, shelf, options, answer)
        ask, table = draft_asking.ask, drafting.write_workbook
        return (ask if interactive else table if xlsx else drafting.write)(drafted, shelf, options)


def _refuse_together(**given: object) -> None:
    """Refuse two ways at once.

    Raises:
        typer.BadParameter: More than one was given.
    """
    chosen = [f"--{name.replace('_', '-')}" for name, value in given.items() if value]
    if len(chosen) > 1:
        message = f"choose one of {' and '.join(chosen)}"
        raise typer.BadParameter(message)


def _instruct(drafted: Draft) -> int:
    from bluf.draft import instructions

    text = instructions(drafted)
    printer.answer("instructions", text, text.rstrip("\n"))
    return 0
