"""The only place that prints: results on standard output, everything else on standard error."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from typing import TYPE_CHECKING, TextIO, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from octavo.finding import Finding


Item = TypeVar("Item")
_QUIET_SECONDS = 1.0


def result(text: str) -> None:
    """Print what was asked for."""
    _print(text, sys.stdout)


def message(text: str) -> None:
    """Print what the person should know besides."""
    _print(text, sys.stderr)


def findings(found: Iterable[Finding], output_format: str = "text") -> None:
    """Print findings: as text for people on standard error, for machines on standard output."""
    ordered = tuple(found)
    if output_format != "text":
        from bluf.reporters import REPORTERS

        result(REPORTERS[output_format](ordered).rstrip("\n"))
    elif ordered:
        from bluf.reporters.text import in_colour, report

        coloured = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
        message((in_colour if coloured else report)(ordered).rstrip("\n"))


def progress(products: Iterable[Item], total: int) -> Iterator[Item]:
    """Hand each product on; on a terminal, say after a second how many are done."""
    begun, shown = time.monotonic(), False
    for done, product in enumerate(products, 1):
        if shown:
            _clear_line()
        yield product
        shown = sys.stderr.isatty() and done < total and time.monotonic() - begun > _QUIET_SECONDS
        if shown:
            sys.stderr.write(f"{done} of {total} briefs")
            sys.stderr.flush()


def _clear_line() -> None:
    sys.stderr.write("\r\x1b[K")


def _print(text: str, stream: TextIO) -> None:
    """Print a line that no encoding of the terminal can break."""
    encoding = stream.encoding or "utf-8"
    printable = text.encode(encoding, "backslashreplace").decode(encoding)
    with contextlib.suppress(BrokenPipeError):
        stream.write(printable + "\n")
        stream.flush()
        return
    # The reader has gone, as `head` does; what is still buffered must not fail at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
