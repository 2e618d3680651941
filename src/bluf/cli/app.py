"""The table of commands, and the way from arguments to an exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

import bluf
from bluf.cli import (
    build,
    check,
    convert,
    diff,
    doctor,
    explain,
    new,
    register,
    render,
    schema,
    show,
    sources,
    template,
    thread,
)
from bluf.cli.errors import exit_code_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

COMMANDS: dict[str, Callable[..., None]] = {
    "new": new.new,
    "build": build.build,
    "check": check.check,
    "show": show.show,
    "explain": explain.explain,
    "register": register.register,
    "thread": thread.thread,
    "sources": sources.sources,
    "convert": convert.convert,
    "diff": diff.diff,
    "render": render.render,
    "schema": schema.schema,
    "doctor": doctor.doctor,
}
"""Every command by name, in the order in which ``--help`` lists them."""

EPILOGS = {
    "build": build.EPILOG,
    "check": check.EPILOG,
    "convert": convert.EPILOG,
    "diff": diff.EPILOG,
    "doctor": doctor.EPILOG,
    "explain": explain.EPILOG,
    "new": new.EPILOG,
    "register": register.EPILOG,
    "render": render.EPILOG,
    "show": show.EPILOG,
    "sources": sources.EPILOG,
    "thread": thread.EPILOG,
}
"""Examples that the help of a command ends with."""

_EPILOG = """Examples:

  bluf new 2026-03-01-talks      start a brief

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
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Make one-page policy briefs in Word and Markdown, every line proven against its source."""
    del version  # its callback has answered
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def make_app() -> typer.Typer:
    """The whole command, ready to be run."""
    app = typer.Typer(
        name="bluf",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(epilog=_EPILOG, invoke_without_command=True)(_root)
    for name, command in COMMANDS.items():
        app.command(name, epilog=EPILOGS.get(name))(command)
    app.add_typer(template.group(), name="template", epilog=template.EPILOG)
    return app


def run(arguments: Sequence[str]) -> int:
    """Run one command line and say how it went, as an exit code."""
    try:
        result = make_app()(args=list(arguments), prog_name="bluf", standalone_mode=False)
    except BaseException as error:  # noqa: BLE001 - the one place where errors become exit codes
        return exit_code_of(error)
    return result if isinstance(result, int) else 0
