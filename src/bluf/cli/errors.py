"""Where every exception becomes an exit code and a message without a traceback."""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterable
from enum import IntEnum

import typer
from typer.exceptions import TyperException

from bluf.cli import printer
from octavo.finding import Finding, FindingsError, Level
from octavo.suggest import UnknownNameError


class ExitCode(IntEnum):
    """What the command tells the program that called it."""

    FINE = 0
    FINDINGS = 1
    USAGE = 2
    REFUSED = 3
    NOT_WRITTEN = 4
    BUG = 70  # EX_SOFTWARE of sysexits.h
    INTERRUPTED = 130  # 128 + SIGINT, as shells count


def code_of(findings: Iterable[Finding]) -> ExitCode:
    """Findings of level error make the command fail; warnings and notes do not."""
    wrong = any(finding.level is Level.ERROR for finding in findings)
    return ExitCode.FINDINGS if wrong else ExitCode.FINE


_NOTHING = "brief-missing"
"""The rule by which a path leads to nothing: a person named it, no file is at fault."""


def exit_code_of(error: BaseException) -> int:
    """Say on standard error what went wrong, and give the exit code for it."""
    if isinstance(error, typer.Exit):
        return int(error.exit_code)
    if isinstance(error, SystemExit):  # typer's own, when it has answered a shell at TAB
        return error.code if isinstance(error.code, int) else ExitCode.FINE
    if isinstance(error, FindingsError):
        printer.findings(error.findings)
        looked_at_nothing = all(each.rule == _NOTHING for each in error.findings)
        return ExitCode.USAGE if looked_at_nothing else ExitCode.REFUSED
    code, message = _answer(error)
    printer.error(message)
    return code


def _answer(error: BaseException) -> tuple[ExitCode, str]:
    from bluf.pipeline import ClusterError

    match error:
        case TyperException():
            return ExitCode.USAGE, f"error: {error.format_message()}\n{_hint(error)}"
        case UnknownNameError() | ClusterError():
            return ExitCode.USAGE, f"error: {error}"
        case KeyboardInterrupt() | typer.Abort():
            return ExitCode.INTERRUPTED, "interrupted: nothing half-written was left behind"
        case OSError():
            return ExitCode.NOT_WRITTEN, _os_error(error)
        case _:
            return ExitCode.BUG, _bug(error)


def _hint(error: TyperException) -> str:
    """Where to read on: the help of the very command."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "bluf"
    return f"“{command} --help” shows what there is."


def _os_error(error: OSError) -> str:
    where = f"“{error.filename}”: " if error.filename else ""
    hint = "\nClose it in the program that has it open, or see who may write there."
    more = hint if isinstance(error, PermissionError) else ""
    return f"error: {where}{error.strerror or error}{more}"


def _bug(error: BaseException) -> str:
    if os.environ.get("BLUF_TRACEBACK"):
        return "".join(traceback.format_exception(error))
    return (
        f"internal error: {type(error).__name__}: {error}\n"
        "This is a bug of bluf, not of your files. Set BLUF_TRACEBACK=1, run the command again, "
        "and report what it prints."
    )
