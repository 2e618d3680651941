"""A file that is named; “-” is what comes in through standard input."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bluf.cli.manner import STANDARD

if TYPE_CHECKING:
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


@contextmanager
def as_files(paths: Sequence[Path], name: Callable[[bytes], str]) -> Iterator[list[Path]]:
    """The files of some paths; of “-” one that holds for as long what comes in, under a name."""
    refuse_twice(*paths)
    from tempfile import TemporaryDirectory  # little comes in through standard input

    with TemporaryDirectory(prefix="bluf-") as folder:
        yield [_saved(Path(folder), name) if path == STANDARD else path for path in paths]


def _saved(folder: Path, name: Callable[[bytes], str]) -> Path:
    data = sys.stdin.buffer.read(_MOST + 1)
    path = folder / name(data)
    path.write_bytes(data)
    return path


def source_name(data: bytes) -> str:
    """What a source is called that comes in: its kind is told by how it begins."""
    start = data[:_START].lstrip().lower()
    endings = (end for begin, end in _KINDS.items() if start.startswith(begin))
    return f"source{next(endings, '.txt')}"


_START = 1024
_KINDS = {b"%pdf": ".pdf", b"pk": ".docx", b"<!doctype html": ".html", b"<html": ".html"}


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
