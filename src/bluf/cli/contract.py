"""One contract of output: every command has these options, and ends in one place."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterator, Sequence
from typing import Annotated, Any, TypeVar, get_type_hints

import typer
from msgspec import Struct
from msgspec.structs import fields
from typer.exceptions import TyperException

from bluf.cli import printer
from bluf.cli.choices import REPORT_FORMATS, completes, one_of
from bluf.cli.errors import ExitCode, exit_code_of
from bluf.cli.manner import Manner

Group = TypeVar("Group", bound=Struct)
_UNREPORTED = (ExitCode.USAGE, ExitCode.BUG, ExitCode.INTERRUPTED)
"""Endings after which a report would be taken for the whole of it."""


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

    A parameter whose type is a struct stands for the options that its fields are. The command may
    return an exit code, or raise whatever it likes: how it went is said here, and its report is
    written once, when it ends.
    """
    own = inspect.signature(command, eval_str=True)
    groups = {each.name: each.annotation for each in own.parameters.values() if _is_group(each)}

    @functools.wraps(command)
    def spoken(**given: Any) -> None:  # noqa: ANN401 - whatever its options are
        made = {name: _taken(group, given) for name, group in groups.items()}
        with printer.speaking(_taken(Manner, given)):
            code = _ended(functools.partial(command, **given, **made))
            if code not in _UNREPORTED:
                code = max(code, _ended(printer.close))
        raise typer.Exit(code)

    parameters = [each for each in own.parameters.values() if not _is_group(each)]
    parameters += (option for group in groups.values() for option in _options(group))
    parameters += (
        each.replace(annotation=_with_formats(each.annotation, formats))
        if each.name == "output_format"
        else each
        for each in _options(Manner)
    )
    # typer reads both, and would read those of the command itself
    spoken.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined]
    spoken.__annotations__ = {each.name: each.annotation for each in parameters}
    del spoken.__wrapped__
    return spoken


def _is_group(parameter: inspect.Parameter) -> bool:
    return isinstance(parameter.annotation, type) and issubclass(parameter.annotation, Struct)


def _options(group: type[Struct]) -> Iterator[inspect.Parameter]:
    """The option of each field of a group."""
    hints = get_type_hints(group, include_extras=True)
    for each in fields(group):
        yield inspect.Parameter(
            each.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=each.default,
            annotation=hints[each.name],
        )


def _taken(group: type[Group], given: dict[str, Any]) -> Group:
    """A group of options, whose values are taken out of those that were given."""
    return group(**{name: given.pop(name) for name in group.__struct_fields__})


def grouped(about: str, **commands: Callable[..., object]) -> typer.Typer:
    """Commands under one name, which alone shows their help."""

    def shown(context: typer.Context) -> None:
        if context.invoked_subcommand is None:
            typer.echo(context.get_help())

    group = typer.Typer(rich_markup_mode=None)
    group.callback(help=about, invoke_without_command=True)(shown)
    for name, command in commands.items():
        group.command(name)(under_contract(command))
    return group


def _ended(command: Callable[[], object]) -> int:
    """The exit code of a command, with what went wrong said."""
    try:
        code = command()
    except TyperException:  # typer knows the command whose usage it tells
        raise
    except BaseException as error:  # noqa: BLE001 - errors become exit codes, with their report
        return exit_code_of(error)
    return code if isinstance(code, int) else ExitCode.FINE
