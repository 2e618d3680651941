"""A file that is named; “-” is what comes in through standard input."""

from __future__ import annotations

import sys
from io import BytesIO, TextIOWrapper
from typing import TYPE_CHECKING

import typer

from bluf.cli.manner import STANDARD

if TYPE_CHECKING:
    from pathlib import Path

    from octavo.inputs import Input

_MOST = 64 * 1024 * 1024
_PACKED = b"PK"
"""How every archive begins, which a Word file is."""


class _Incoming(BytesIO):
    """What came in, with the name that messages call it; read from its start each time."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.name = "-" if data.startswith(_PACKED) else "-.md"

    def read(self, size: int | None = -1) -> bytes:
        """What came in, or its first bytes."""
        self.seek(0)
        return super().read(size)


def opened(path: Path) -> Input:
    """The file of a path; of “-” what comes in: a Word file by its first letters, else Markdown."""
    return _Incoming(sys.stdin.buffer.read(_MOST + 1)) if path == STANDARD else path


def word_file() -> Input | None:
    """The Word file that comes in; None where it is something else, which is left to be read."""
    data = sys.stdin.buffer.read(_MOST + 1)
    if data.startswith(_PACKED):
        return _Incoming(data)
    sys.stdin = TextIOWrapper(BytesIO(data))
    return None


def refuse_twice(*paths: Path) -> None:
    """Refuse to read two files from the one standard input.

    Raises:
        typer.BadParameter: More than one is “-”.
    """
    if paths.count(STANDARD) > 1:
        message = "“-” stands for standard input, which holds one file: name the other one"
        raise typer.BadParameter(message)
