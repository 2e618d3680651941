"""The only place that prints: results on standard output, everything else on standard error."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bluf.finding import Finding


def result(text: str) -> None:
    """Print what was asked for."""
    _print(text, sys.stdout)


def message(text: str) -> None:
    """Print what the person should know besides."""
    _print(text, sys.stderr)


def findings(found: Iterable[Finding], output_format: str = "text") -> None:
    """Print findings: as text for people on standard error, for machines on standard output."""
    from bluf.reporters import REPORTERS

    ordered = tuple(found)
    if output_format != "text":
        result(REPORTERS[output_format](ordered).rstrip("\n"))
    elif ordered:
        message(REPORTERS["text"](ordered).rstrip("\n"))


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
