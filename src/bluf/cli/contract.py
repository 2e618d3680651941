"""One contract of output: every command has these options, and ends in one place."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from msgspec.structs import fields
from typer.exceptions import TyperException

from bluf.cli import printer
from bluf.cli.choices import REPORT_FORMATS, completes, one_of
from bluf.cli.errors import ExitCode, exit_code_of
from bluf.cli.manner import COLOURS, Manner

OutputFormat = Annotated[
    str,
    typer.Option(
        parser=one_of("report format", REPORT_FORMATS),
        autocompletion=completes(REPORT_FORMATS),
        metavar="FORMAT",
        help=f"Report format: {', '.join(REPORT_FORMATS)}.",
    ),
]
OutputFile = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Write the report to this file instead of standard output."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print only findings and results.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Also print notes and details.")]
Color = Annotated[
    str,
    typer.Option(
        parser=one_of("choice of colour", COLOURS),
        autocompletion=completes(COLOURS),
        metavar="WHEN",
        help=f"Colour output: {', '.join(COLOURS)}.",
    ),
]

_UNREPORTED = (ExitCode.USAGE, ExitCode.BUG, ExitCode.INTERRUPTED)
"""Endings after which a report would be taken for the whole of it."""


def _spoken(
    output_format: OutputFormat = "text",
    output_file: OutputFile = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    color: Color = "auto",
) -> None:
    """The options of every command, in the order in which its help ends with them."""


def _with_formats(annotation: object, more: Sequence[str]) -> object:
    """The option of the format, with those formats that a command has besides."""
    if not more:
        return annotation
    known = (*REPORT_FORMATS, *more)
    option = typer.Option(
        parser=one_of("report format", known),
        autocompletion=completes(known),
        metavar="FORMAT",
        help=f"Report format: {', '.join(known)}.",
    )
    return Annotated[str, option]


def under_contract(
    command: Callable[..., object], formats: Sequence[str] = ()
) -> Callable[..., None]:
    """The command with the options of every command; ``formats`` are reports it has besides.

    It may return an exit code, or raise whatever it likes: how it went is said here, and its
    report is written once, when it ends.
    """
    own = inspect.signature(command, eval_str=True)
    ours = inspect.signature(_spoken, eval_str=True)
    names = [field.name for field in fields(Manner)]

    @functools.wraps(command)
    def spoken(**given: Any) -> None:  # noqa: ANN401 - whatever its options are
        manner = Manner(**{name: given.pop(name) for name in names})
        with printer.speaking(manner):
            code = _ended(functools.partial(command, **given))
            if code not in _UNREPORTED:
                code = max(code, _ended(printer.close))
        raise typer.Exit(code)

    parameters = [
        *own.parameters.values(),
        *(
            each.replace(annotation=_with_formats(each.annotation, formats))
            if each.name == "output_format"
            else each
            for each in ours.parameters.values()
        ),
    ]
    # typer reads both, and would read those of the command itself
    spoken.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined]
    spoken.__annotations__ = {each.name: each.annotation for each in parameters}
    del spoken.__wrapped__
    return spoken


def _ended(command: Callable[[], object]) -> int:
    """The exit code of a command, with what went wrong said."""
    try:
        code = command()
    except TyperException:  # typer knows the command whose usage it tells
        raise
    except BaseException as error:  # noqa: BLE001 - errors become exit codes, with their report
        return exit_code_of(error)
    return code if isinstance(code, int) else ExitCode.FINE
