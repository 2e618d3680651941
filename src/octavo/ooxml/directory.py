"""The central directory of a zip archive, read strictly.

Source of the format: APPNOTE.TXT 6.3.10 of PKWARE, sections 4.3.7 (local header), 4.3.12 (central
directory), 4.3.14 to 4.3.16 (end records), 4.5.3 (zip64 extra field).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

LOCAL_HEADER: Final = struct.Struct("<4s5H3L2H")
CENTRAL_HEADER: Final = struct.Struct("<4s6H3L5H2L")
END_RECORD: Final = struct.Struct("<4s4H2LH")
_ZIP64_LOCATOR: Final = struct.Struct("<4sLQL")
_ZIP64_END: Final = struct.Struct("<4sQ2H2L4Q")
_EXTRA_HEADER: Final = struct.Struct("<2H")

LOCAL_SIGNATURE: Final = b"PK\x03\x04"
CENTRAL_SIGNATURE: Final = b"PK\x01\x02"
END_SIGNATURE: Final = b"PK\x05\x06"
_ZIP64_LOCATOR_SIGNATURE: Final = b"PK\x06\x07"
_ZIP64_END_SIGNATURE: Final = b"PK\x06\x06"
_ZIP64_EXTRA: Final = 0x0001
_IN_ZIP64: Final = 0xFFFFFFFF
_MOST_COMMENT: Final = 0xFFFF

UTF8_FLAG: Final = 0x0800


class DirectoryError(ValueError):
    """The archive's directory cannot be read; the text says why."""


class Entry(Struct, frozen=True):
    """One member as the central directory describes it; ``start`` is where its header begins."""

    name: str
    flags: int
    method: int
    crc: int
    packed_size: int
    size: int
    start: int


class Directory(Struct, frozen=True):
    """All members in the order of the directory, and where the directory begins in the file."""

    entries: tuple[Entry, ...]
    start: int


class _End(Struct, frozen=True):
    count: int
    size: int
    start: int
    record: int


def read_directory(data: bytes, most_entries: int) -> Directory:
    """The members of the archive; at most one more than ``most_entries`` are read.

    Raises:
        DirectoryError: there is no directory, or it does not hold together.
    """
    end = _find_end(data)
    if end.start + end.size != end.record:
        raise DirectoryError("its directory is not where its end record says")
    view = data[end.start : end.record]
    entries = tuple(_entries(view, min(end.count, most_entries + 1)))
    return Directory(entries, end.start)


def _find_end(data: bytes) -> _End:
    """The end record; what follows it has to be its own comment and nothing else."""
    lowest = max(0, len(data) - END_RECORD.size - _MOST_COMMENT)
    at = data.rfind(END_SIGNATURE, lowest)
    if at < 0 or at + END_RECORD.size > len(data):
        raise DirectoryError("its end is missing: the file was cut off or has bytes after the end")
    fields = END_RECORD.unpack_from(data, at)
    _, disk, directory_disk, here, count, size, start, comment = fields
    if at + END_RECORD.size + comment != len(data):
        raise DirectoryError("it has bytes after its end")
    if disk or directory_disk or here != count:
        raise DirectoryError("it is one of several volumes")
    located = _zip64_end(data, at)
    return located if located is not None else _End(count, size, start, at)


def _zip64_end(data: bytes, end: int) -> _End | None:
    at = end - _ZIP64_LOCATOR.size
    if at < 0 or not data.startswith(_ZIP64_LOCATOR_SIGNATURE, at):
        return None
    _, _, record, _ = _ZIP64_LOCATOR.unpack_from(data, at)
    if record + _ZIP64_END.size > at or not data.startswith(_ZIP64_END_SIGNATURE, record):
        raise DirectoryError("its zip64 end record is missing")
    *_, count, size, start = _ZIP64_END.unpack_from(data, record)
    return _End(count, size, start, record)


def _entries(view: bytes, count: int) -> Iterator[Entry]:
    at = 0
    for _ in range(count):
        if not view.startswith(CENTRAL_SIGNATURE, at) or at + CENTRAL_HEADER.size > len(view):
            raise DirectoryError("its directory names more members than it lists")
        fields = CENTRAL_HEADER.unpack_from(view, at)
        _, _, _, flags, method, _, _, crc, packed, size = fields[:10]
        name_length, extra_length, comment_length = fields[10:13]
        name_at = at + CENTRAL_HEADER.size
        extra_at = name_at + name_length
        name = _decode(view[name_at:extra_at], flags)
        extra = view[extra_at : extra_at + extra_length]
        size, packed, start = _wide(extra, size, packed, fields[-1])
        yield Entry(name, flags, method, crc, packed, size, start)
        at = extra_at + extra_length + comment_length


def _decode(raw: bytes, flags: int) -> str:
    """The name; bit 11 says it is UTF-8, else it is code page 437 (APPNOTE, appendix D)."""
    if raw.isascii():
        return raw.decode("ascii")
    try:
        return raw.decode("utf-8" if flags & UTF8_FLAG else "cp437")
    except UnicodeDecodeError:
        raise DirectoryError("the name of a member is not UTF-8") from None


def _wide(extra: bytes, *narrow: int) -> tuple[int, ...]:
    """Sizes and offset, each from the zip64 extra field where the narrow field defers to it."""
    if _IN_ZIP64 not in narrow:
        return narrow
    numbers = _zip64_numbers(extra)
    wide = tuple(next(numbers, _IN_ZIP64) if number == _IN_ZIP64 else number for number in narrow)
    if _IN_ZIP64 in wide:
        raise DirectoryError("a member's zip64 sizes are missing")
    return wide


def _zip64_numbers(extra: bytes) -> Iterator[int]:
    field = _zip64_field(extra)
    return (int.from_bytes(field[at : at + 8], "little") for at in range(0, len(field) - 7, 8))


def _zip64_field(extra: bytes) -> bytes:
    """The zip64 field among the extra fields (APPNOTE, 4.5.3); empty where there is none."""
    at = 0
    while at + _EXTRA_HEADER.size <= len(extra):
        kind, length = _EXTRA_HEADER.unpack_from(extra, at)
        at += _EXTRA_HEADER.size
        if kind == _ZIP64_EXTRA:
            return extra[at : at + length]
        at += length
    return b""
