"""What a program hands over: a path, the name of a file, its bytes, or an open file."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import IO, Any

from msgspec import Struct

Input = str | os.PathLike[str] | bytes | bytearray | memoryview | IO[Any]
"""A file: a ``str`` is its path; an open file is read from where it stands to its end."""


class Content(Struct, frozen=True):
    """The bytes of a file, and what messages call it; bytes have no name of their own."""

    name: str
    data: bytes


def read_input(given: Input, most: int) -> Content:
    """The bytes of what was handed over: at most one more than ``most``.

    Raises:
        OSError: It cannot be read, or is not a regular file.
        TypeError: An open file is one of text.
    """
    if isinstance(given, (str, os.PathLike)):
        return Content(Path(given).as_posix(), _read_file(Path(given), most))
    if isinstance(given, (bytes, bytearray, memoryview)):
        return Content("", bytes(given[: most + 1]))
    data = given.read(most + 1)
    if not isinstance(data, bytes):
        message = "an open file has to be one of bytes: open it with mode “rb”"
        raise TypeError(message)
    return Content(name_of(given), data)


def name_of(given: Input) -> str:
    """What messages call it."""
    if isinstance(given, (str, os.PathLike)):
        return Path(given).as_posix()
    name = getattr(given, "name", "")
    return name if isinstance(name, str) else ""


def reason_of(error: OSError) -> str:
    """Why a file cannot be read, to stand after a colon."""
    return (error.strerror or str(error)).lower()


def _read_file(path: Path, most: int) -> bytes:
    about = path.stat()
    if not stat.S_ISREG(about.st_mode):
        message = "it is not a regular file"
        raise OSError(message)
    with path.open("rb") as file:
        size = min(about.st_size or most, most)  # room for ``most`` bytes takes time to make
        return file.read(size + 1)
