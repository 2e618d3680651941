"""Members of a zip archive: inflating them with a count, and writing them the same every time."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from functools import cached_property
from typing import Final

from deflate import crc32, deflate_compress
from msgspec import Struct

from octavo.ooxml.directory import (
    CENTRAL_HEADER,
    CENTRAL_SIGNATURE,
    END_RECORD,
    END_SIGNATURE,
    LOCAL_HEADER,
    LOCAL_SIGNATURE,
    UTF8_FLAG,
)
from octavo.ooxml.errors import DEFAULT_LIMITS

STORED: Final = 0
DEFLATED: Final = 8
LEVEL: Final = 6
"""Of libdeflate; docs/decisions.md has what the others take and give."""

_VERSION: Final = 20
_MIDNIGHT: Final = 0
_DAY: Final = 0x0021
"""1980-01-01, the first day an archive can name (APPNOTE, 4.4.6)."""
_OFFSET: Final = struct.Struct("<L")


class Member(Struct, frozen=True, dict=True):
    """A member as it lies in an archive; ``packed`` are its bytes there."""

    name: str
    method: int
    crc: int
    size: int
    packed: bytes

    @cached_property
    def written(self) -> tuple[bytes, bytes, bytes]:
        """Its block; its central header up to the offset of that, and from there on."""
        name = self.name.encode("utf-8")
        flags = 0 if self.name.isascii() else UTF8_FLAG
        sizes = (self.crc, len(self.packed), self.size, len(name))
        fields = (_VERSION, flags, self.method, _MIDNIGHT, _DAY, *sizes, 0)
        local = LOCAL_HEADER.pack(LOCAL_SIGNATURE, *fields)
        central = CENTRAL_HEADER.pack(CENTRAL_SIGNATURE, _VERSION, *fields, 0, 0, 0, 0, 0)
        return local + name + self.packed, central[: -_OFFSET.size], name


def packed(name: str, data: bytes) -> Member:
    """A member as small as libdeflate makes it: the same bytes whichever Python is at hand.

    One that would inflate as a bomb does stays as it is, so that its file is read again.
    """
    small = bytes(deflate_compress(data, LEVEL))
    if len(small) < len(data) <= DEFAULT_LIMITS.inflated(len(small)):
        return Member(name, DEFLATED, crc32(data), len(data), small)
    return Member(name, STORED, crc32(data), len(data), data)


def write_archive(members: Iterable[Member]) -> bytes:
    """The archive of these members in this order."""
    blocks: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for member in members:
        block, central, name = member.written
        blocks.append(block)
        directory += (central, _OFFSET.pack(offset), name)
        offset += len(block)
    count = len(blocks)
    index = b"".join(directory)
    end = END_RECORD.pack(END_SIGNATURE, 0, 0, count, count, len(index), offset, 0)
    return b"".join((*blocks, index, end))


class InflateError(ValueError):
    """Packed bytes are no deflate stream, or inflate to more than was allowed."""

    def __init__(self, message: str, *, too_large: bool = False) -> None:
        super().__init__(message)
        self.too_large = too_large


def inflate(packed: bytes, most: int) -> bytes:
    """Inflate a raw deflate stream, never beyond ``most`` bytes.

    Raises:
        InflateError: the stream is broken, cut off, followed by more bytes, or too large.
    """
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        data = stream.decompress(packed, most + 1)
    except zlib.error:
        raise InflateError("its compressed bytes are damaged") from None
    if len(data) > most:
        raise InflateError("it is too large", too_large=True)
    if not stream.eof:
        raise InflateError("its compressed bytes are cut off")
    if stream.unused_data:
        raise InflateError("it has bytes after its compressed data")
    return data
