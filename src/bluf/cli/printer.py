"""The only place that prints: what was asked for on standard output, all else on standard error.

A command says what it has to say through these functions, and never asks which format is wanted:

- ``answer``: an item of what was asked for, for people as text, for programs as a value;
- ``done``: the same for what was done on the way, which ``--quiet`` leaves out;
- ``findings``: faults; ``asked`` where they are what the command is for;
- ``message``, ``detail``, ``error``: remarks, remarks for ``--verbose``, and what went wrong.

In every format but text, all answers and findings become one report when the command ends.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, TypeVar

import typer

from bluf.cli.manner import Manner
from bluf.reporters import shown

if TYPE_CHECKING:
    from typing import TextIO

    from octavo.finding import Finding


Item = TypeVar("Item")
_QUIET_SECONDS = 1.0


class _Speech:
    """What one command has said so far."""

    def __init__(self, manner: Manner) -> None:
        self.manner = manner
        self.answers: dict[str, list[object]] = {}
        self.found: list[Finding] = []
        self.pages: list[str] = []
        self.lines: list[str] = []


_SPEECH: ContextVar[_Speech] = ContextVar("speech")


def _speech() -> _Speech:
    """What is being said; in the manner for people where no command runs."""
    return _SPEECH.get(None) or _Speech(Manner())


@contextmanager
def speaking(manner: Manner) -> Iterator[None]:
    """Within it, everything is said in this manner."""
    token = _SPEECH.set(_Speech(manner))
    try:
        yield
    finally:
        _SPEECH.reset(token)


def close() -> None:
    """End what a command says: write the report for programs, and the output file.

    Raises:
        OSError: The output file could not be written.
    """
    speech = _speech()
    if speech.manner.output_format == "html":
        _out(speech.pages)
        _tell(speech.found)
    elif not speech.manner.for_people:
        from bluf.reporters import REPORTERS

        _out([REPORTERS[speech.manner.output_format](speech.found, speech.answers).rstrip("\n")])
    if speech.manner.file:
        from bluf.files import write_atomic

        text = "".join(f"{line}\n" for line in speech.lines if line)
        write_atomic(speech.manner.file, text.encode("utf-8", "backslashreplace"))


def answer(
    kind: str, value: object, text: str | Iterable[str], page: Callable[[], str] = lambda: ""
) -> None:
    """One item of what was asked for.

    Args:
        kind: Name of the list in the report that the item belongs to, such as ``briefs``.
        value: The item for programs: what JSON can hold, or what makes it where it is large.
        text: The item for people; line by line where it is long.
        page: Makes the item as a page in HTML, where the command has that format.
    """
    speech = _speech()
    if speech.manner.output_format == "html":
        speech.pages.append(page())
    elif speech.manner.for_people:
        _out([text] if isinstance(text, str) else text)
    else:
        speech.answers.setdefault(kind, []).append(value() if callable(value) else value)


def done(kind: str, value: object, text: str) -> None:
    """The same as ``answer`` for what was done; people who asked for quiet do not see it.

    Where programs read the report, people may read standard error.
    """
    speech = _speech()
    if not speech.manner.for_people:
        answer(kind, value, text)
        message(text)
    elif not speech.manner.quiet:
        answer(kind, value, text)


def wrote(path: object, *, changed: bool = True) -> None:
    """A file that was written, or that was as it should be."""
    state = "wrote" if changed else "unchanged"
    done("outputs", {"path": str(path), "state": state}, f"{state} {path}")


def raw(content: bytes) -> None:
    """What was asked for where it is a file, and the file is standard output.

    Raises:
        typer.BadParameter: A report was asked for as well, which has no place beside it.
    """
    if not _speech().manner.for_people:
        text = "“-” is the file itself; name another file, or leave out “--output-format”"
        raise typer.BadParameter(text)
    sys.stdout.flush()
    with contextlib.suppress(BrokenPipeError):
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


def message(text: str) -> None:
    """Say what the person should know besides, unless quiet is asked for."""
    if not _speech().manner.quiet:
        error(text)


def detail(text: str) -> None:
    """Say what only a person who asked for more wants to know."""
    if _speech().manner.verbose:
        error(text)


def prompt(text: str) -> None:
    """Ask for a line, on standard error."""
    sys.stderr.write(text)
    sys.stderr.flush()


def error(text: str) -> None:
    """Say what went wrong."""
    _print([text], sys.stderr)


def findings(found: Iterable[Finding], *, asked: bool = False) -> None:
    """Report findings; ``asked`` where they are what the command is for."""
    ordered, speech = tuple(found), _speech()
    if not speech.manner.for_people:
        speech.found += ordered
    else:
        _tell(ordered, asked=asked)


def _tell(found: Sequence[Finding], *, asked: bool = False) -> None:
    """Findings for people; on standard output where they are what the command is for."""
    if not found:
        return
    from bluf.reporters import REPORTERS, in_colour

    coloured = colours(sys.stdout if asked else sys.stderr)
    text = (in_colour if coloured else REPORTERS["text"])(found).rstrip("\n")
    _out([text]) if asked else error(text)


def gather(found: Iterable[Finding]) -> None:
    """Findings for the report alone: the answers tell people the same."""
    speech = _speech()
    if not speech.manner.for_people:
        speech.found += found


def shows_notes() -> bool:
    """Whether notes are shown beside what a command is for: to programs, and on ``--verbose``."""
    manner = _speech().manner
    return manner.verbose or not manner.for_people


def colours(stream: TextIO) -> bool:
    """Whether what a stream shows may be coloured; a file for standard output is plain."""
    manner = _speech().manner
    plain = stream is sys.stdout and manner.file is not None and manner.color == "auto"
    return not plain and manner.colours(stream)


def progress(products: Iterable[Item], total: int) -> Iterator[Item]:
    """Hand each product on; on a terminal, say after a second how many are done."""
    begun, is_shown = time.monotonic(), False
    wanted = sys.stderr.isatty() and not _speech().manner.quiet
    for number, product in enumerate(products, 1):
        if is_shown:
            sys.stderr.write("\r\x1b[K")  # clears the line
        yield product
        is_shown = wanted and number < total and time.monotonic() - begun > _QUIET_SECONDS
        if is_shown:
            sys.stderr.write(f"{number} of {total} briefs")
            sys.stderr.flush()


def _out(lines: Iterable[str]) -> None:
    speech = _speech()
    if speech.manner.file:
        text = "\n".join(lines)
        speech.lines.append(shown(text) if speech.manner.for_people else text)
    else:
        _print(lines, sys.stdout)


def _print(lines: Iterable[str], stream: TextIO) -> None:
    """Print lines that no encoding of the terminal can break, and no log takes for orders."""
    encoding = stream.encoding or "utf-8"
    safe = shown if _speech().manner.for_people or stream is sys.stderr else str
    with contextlib.suppress(BrokenPipeError):
        stream.writelines(
            safe(line).encode(encoding, "backslashreplace").decode(encoding) + "\n"
            for line in lines
        )
        stream.flush()
        return
    # The reader has gone, as `head` does; what is still buffered must not fail at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
