"""Read a source: one door for every kind of file."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Mapping
from importlib import import_module
from io import BufferedReader, FileIO
from pathlib import Path
from typing import TYPE_CHECKING, cast

from bluf.evidence.error import refusal
from octavo.location import FileLocation

if TYPE_CHECKING:
    from bluf.evidence.memory import SourceMemory
    from bluf.evidence.text import SourceText

_MOST_MIB = 64
MOST_BYTES = _MOST_MIB << 20
"""A larger source is refused: a release or a transcript is never this long."""

READERS: Mapping[str, str] = {
    ".txt": "text",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
    ".eml": "mail",
    ".vtt": "subtitles",
    ".srt": "subtitles",
    ".docx": "docx",
    ".odt": "odt",
    ".rtf": "rtf",
    ".pptx": "pptx",
    ".pdf": "pdf",
}
"""The module of `bluf.evidence.formats` that reads each kind of file, by the ending of its name.

A module is imported when its first file comes, so that a brief of plain text waits for no reader
of PDF.
"""


_OTHERS = {
    ".msg": "open it in Outlook, and save it as .eml or as text",
    ".doc": "open it in Word or LibreOffice, and save it as .docx",
    ".ppt": "open it in PowerPoint or LibreOffice, and save it as .pptx",
}
"""How to give what no reader here can read."""
_ENCODED = frozenset({"text", "markdown", "html", "subtitles"})
"""Readers of files that may not say in which encoding they are written."""
_LONG = frozenset({"pdf"})
"""Readers that take so long that what they read is worth keeping."""


def read_source(path: Path | str, name: str | None = None) -> SourceText:
    """The visible text of the source at ``path`` and the place of every character in it.

    Args:
        path: The file; the ending of its name says of which kind it is.
        name: What findings and places call it; ``path`` as it is where left out.

    Raises:
        SourceError: With every fault: ``source-file-missing``, ``source-unreadable``,
            ``limit-exceeded``, ``encoding``, and for a Word file those of its package.
    """
    return decode_source(source_bytes(path, name), str(name or path))


def decode_source(
    data: bytes, name: str, encoding: str | None = None, memory: SourceMemory | None = None
) -> SourceText:
    """The visible text of the source called ``name``, from its bytes.

    Args:
        data: The file.
        name: What findings and places call it; its ending says of which kind it is.
        encoding: What its characters are written in, where the file does not say so itself.
        memory: Where to keep what takes long to read.

    Raises:
        SourceError: As `read_source` does.
    """
    ending = Path(name).suffix.lower()
    reader = READERS.get(ending)
    if reader is None:
        raise refusal(
            "source-unreadable",
            f"“{ending or Path(name).name}” is not a supported source type",
            FileLocation(name),
            _OTHERS.get(ending, f"sources can be {', '.join(READERS)}"),
        )
    module = import_module(f"bluf.evidence.formats.{reader}")
    if encoding and reader in _ENCODED:
        return cast("SourceText", module.read(data, name, encoding))
    if memory is not None and reader in _LONG:
        return cast("SourceText", module.read(data, name, memory))
    read: Callable[[bytes, str], SourceText] = module.read
    return read(data, name)


def source_bytes(path: Path | str, name: str | None = None) -> bytes:
    """The bytes of the regular file at ``path``, at most `MOST_BYTES` of them.

    Raises:
        SourceError: ``source-file-missing``, ``source-unreadable`` or ``limit-exceeded``.
    """
    place = FileLocation(str(name or path))
    try:
        with BufferedReader(FileIO(os.fspath(path), opener=_without_waiting)) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                message = "the source is not a regular file"
                raise refusal("source-unreadable", message, place, "save its text in a file")
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        hint = f"correct its path, or put the file there: “{os.path.abspath(path)}”"  # noqa: PTH100
        raise refusal("source-file-missing", "there is no such file", place, hint) from None
    except IsADirectoryError:
        hint = "name the files in it, one by one"
        raise refusal("source-unreadable", "this is a folder", place, hint) from None
    except OSError as error:
        message = f"the source cannot be read: {error.strerror or 'unknown fault'}"
        raise refusal("source-unreadable", message, place, "check that you may read it") from None
    if len(data) > MOST_BYTES:
        message = f"the source is larger than {_MOST_MIB} MiB"
        raise refusal("limit-exceeded", message, place, "give the part that is quoted as a file")
    return data


def _without_waiting(path: str, flags: int) -> int:
    """Open a named pipe too at once; its reader would else wait for a writer."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
