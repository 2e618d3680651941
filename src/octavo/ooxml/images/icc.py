"""Colour profiles (ICC.1:2022): what they do to colours stays, what they tell goes."""

from __future__ import annotations

import struct

_HEADER, _ENTRY = 128, 12
_TEXTS = (b"desc", b"text", b"mluc", b"dtim")
"""Types of tags that hold words or times."""
_MACHINES = ((24, 36), (40, 44), (48, 56), (80, 100))
"""In the header: day and time, platform, device, creator and digest."""


def without_words(profile: bytes) -> bytes:
    """The profile with its words and times blanked, and as long as before."""
    kept = bytearray(profile)
    (count,) = struct.unpack_from(">I", profile, _HEADER)
    for start, end in _MACHINES:
        kept[start:end] = bytes(end - start)
    for number in range(count):
        _, offset, size = struct.unpack_from(">4sII", profile, _HEADER + 4 + number * _ENTRY)
        kind = profile[offset : offset + 4]
        if kind in _TEXTS:
            _blank(kept, kind, offset, size)
    return bytes(kept)


def _blank(profile: bytearray, kind: bytes, offset: int, size: int) -> None:
    """Blank the words of one tag; what says how long they are stays."""
    start = offset + 8
    if kind == b"desc":
        start = offset + 12
    elif kind == b"mluc":
        (records,) = struct.unpack_from(">I", profile, offset + 8)
        start = offset + 16 + records * _ENTRY
    end = min(offset + size, len(profile))
    profile[start:end] = bytes(max(0, end - start))
