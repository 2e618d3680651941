"""Bytes of a file, and the text in them."""

from __future__ import annotations

import codecs
import stat
import sys
from functools import cache
from pathlib import Path

from bluf.characters import BAD, code_point
from bluf.data import limits
from bluf.data.error import DataError
from bluf.data.lines import Lines
from bluf.files import leaves_its_folder
from bluf.rules import finding
from octavo.finding import Finding
from octavo.location import FileLocation, TextLocation

_WIDE_BOMS = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


SCHEMA_NAME = "brief.schema.json"
"""Name of the schema, beside the folders of the briefs."""
STANDARD_INPUT = Path("-")
"""The name that stands for standard input, wherever a data file is named."""


def schema_file() -> bytes:
    """The schema that the first line of a new data file names, as it ships."""
    return (Path(__file__).parent / SCHEMA_NAME).read_bytes()


def load_bytes(path: Path) -> bytes:
    """The bytes of an ordinary file, or of standard input, of at most `limits.BYTES` bytes.

    Raises:
        DataError: ``file-unreadable`` or ``limit-exceeded``.
    """
    place = FileLocation(path.as_posix())
    try:
        data = _standard_input() if path == STANDARD_INPUT else _read(path, place)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        message = f"the file cannot be read: {reason}"
        raise DataError([finding("file-unreadable", message, place)]) from error
    if len(data) > limits.BYTES:
        message = f"the file is larger than {limits.BYTES // 1024 // 1024} MiB"
        hint = "a data file holds one brief; long texts belong in “sources/”"
        raise DataError([finding("limit-exceeded", message, place, hint)])
    return data


@cache
def _standard_input() -> bytes:
    """What comes in, read once: a brief is read again when it is checked again."""
    return sys.stdin.buffer.read(limits.BYTES + 1)


def refuse_link(path: Path) -> None:
    """Refuse a file, or a folder of tables, that is a link to elsewhere; nothing of it is shown.

    Raises:
        DataError: ``file-unreadable``.
    """
    if leaves_its_folder(path):
        message = "this is a link out of its folder"
        hint = "replace the link with the file itself"
        raise DataError([finding("file-unreadable", message, FileLocation(path.as_posix()), hint)])


def _read(path: Path, place: FileLocation) -> bytes:
    refuse_link(path)
    if not stat.S_ISREG(path.stat().st_mode):
        raise DataError([finding("file-unreadable", "this is not a regular file", place)])
    with path.open("rb") as file:
        return file.read(limits.BYTES + 1)


def load_text(path: Path, encoding: str | None = None) -> Lines:
    """The text of a file: UTF-8, UTF-16 with a byte order mark, or the encoding that is named.

    Raises:
        DataError: ``file-unreadable``, ``limit-exceeded``, ``encoding`` or ``bad-character``.
    """
    data = load_bytes(path)
    shown = path.as_posix()
    told = next((name for bom, name in _WIDE_BOMS.items() if data.startswith(bom)), "utf-8")
    try:
        text = data.decode(encoding or told)
    except UnicodeDecodeError as error:
        raise DataError([_not_text(data, error, shown)]) from error
    lines = Lines(shown, text.removeprefix("\ufeff"))
    refuse_bad_characters(lines)
    return lines


def refuse_bad_characters(lines: Lines) -> None:
    """Refuse a text that holds control characters.

    Raises:
        DataError: ``bad-character``, one finding for each, up to `limits.REPORTED`.
    """
    found = list(BAD.finditer(lines.text))
    if found:
        listed = found[: limits.REPORTED]
        rest = len(found) - len(listed)
        raise DataError(
            _bad_character(lines, match.start(), rest if match is listed[-1] else 0)
            for match in listed
        )


def _bad_character(lines: Lines, offset: int, rest: int) -> Finding:
    more = f" ({rest:,} more follow)" if rest else ""
    message = f"the file holds {code_point(lines.text[offset])}, a control character{more}"
    hint = "delete it; no document can hold it"
    if lines.text[offset] == "\0":
        hint = "save the file as text in UTF-8"
    return lines.fault("bad-character", message, offset, hint)


def _not_text(data: bytes, error: UnicodeDecodeError, path: str) -> Finding:
    before = data[: error.start].decode(error.encoding, "replace")
    location = Lines(path, before).locate(len(before))
    name = error.encoding.upper()
    message = f"byte 0x{data[error.start]:02X} at offset {error.start} is not {name}"
    hint = "save it as UTF-8, or name it to bluf convert or render: --encoding cp1252"
    return finding("encoding", message, TextLocation(path, location.line, location.column), hint)
