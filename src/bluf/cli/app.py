"""The table of commands, and the way from arguments to an exit code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Annotated

import typer

import bluf
from bluf.cli.contract import under_contract
from bluf.cli.epilog import laid_out
from bluf.cli.errors import exit_code_of

COMMANDS = (
    *("new", "draft", "build", "check", "show", "explain", "register", "thread", "sources"),
    *("pull", "send", "verify", "quote", "convert", "diff", "render", "schema", "doctor"),
    *("template", "fonts", "mcp", "help"),
)
"""Every command, in the order in which ``--help`` lists them. Each is a module of this room that
has a function of its name, or a ``group`` of commands, and mostly an ``EPILOG``: the examples that
its help ends with."""

_EPILOG = """Examples:

  bluf draft release.txt         draft a brief from its source

  bluf new 2026-03-01-talks      start one from nothing

  bluf build                     build every brief below briefs/

  bluf check --strict            what CI runs

Exit codes: 0 fine, 1 findings, 2 usage, 3 input refused, 4 not written, 70 a bug of ours.
"""


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"bluf {bluf.__version__}")
        raise typer.Exit


def _root(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option(
            "--version", "-V", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Make one-page policy briefs in Word and Markdown, every line proven against its source."""
    del version  # its callback has answered
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def make_app(commands: Iterable[str] = COMMANDS) -> typer.Typer:
    """The command with these of its subcommands, ready to be run."""
    app = typer.Typer(
        name="bluf",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(epilog=laid_out(_EPILOG), invoke_without_command=True)(_root)
    for name in commands:
        module = import_module(f"bluf.cli.{name}")
        epilog = laid_out(getattr(module, "EPILOG", None))
        if hasattr(module, "group"):
            app.add_typer(module.group(), name=name, epilog=epilog)
        else:
            command = under_contract(getattr(module, name), getattr(module, "FORMATS", ()))
            app.command(name, epilog=epilog)(command)
    return app


def run(arguments: Sequence[str]) -> int:
    """Run one command line and say how it went, as an exit code."""
    try:
        _refuse_empty(arguments)
        app = make_app(_needed(arguments))
        result = app(args=list(arguments), prog_name="bluf", standalone_mode=False)
    except BaseException as error:  # noqa: BLE001 - the one place where errors become exit codes
        return exit_code_of(error)
    return result if isinstance(result, int) else 0


def _refuse_empty(arguments: Sequence[str]) -> None:
    """An empty path would be the folder one stands in, and build all of it."""
    for number, argument in enumerate(arguments, 1):
        if not argument or (argument.startswith("--") and argument.endswith("=")):
            message = f"argument {number} is empty: is a variable of your script unset?"
            raise typer.BadParameter(message)


def _needed(arguments: Sequence[str]) -> Sequence[str]:
    """The command that is named, so that no other is loaded; all, for help and for mistakes."""
    first = arguments[0] if arguments else ""
    if first in {"--version", "-V"}:
        return ()
    return (first,) if first in COMMANDS else COMMANDS
