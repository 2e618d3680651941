"""EMF (MS-EMF): what is drawn; no description and no private comments."""

from __future__ import annotations

import struct

_SIGNATURE, _HEADER, _COMMENT = b" EMF", 1, 70
_RECORD = 8
"""Bytes that a record has at least: its kind and its length."""
_DRAWN = (b"EMF+", b"GDIC")
"""Comments that programs draw from."""


def stripped(picture: bytes) -> bytes:
    """The picture with its description and private comments blanked, up to its end."""
    if picture[40:44] != _SIGNATURE:
        raise ValueError
    (size,) = struct.unpack_from("<I", picture, 48)
    letters, offset = struct.unpack_from("<II", picture, 60)
    kept = bytearray(picture[:size])
    if len(kept) < size:
        raise ValueError
    kept[offset : offset + 2 * letters] = bytes(2 * letters)
    at = 0
    while at < size:
        kind, length = struct.unpack_from("<II", kept, at)
        if length < _RECORD:
            raise ValueError
        if kind == _COMMENT and bytes(kept[at + 12 : at + 16]) not in _DRAWN:
            kept[at + 12 : at + length] = bytes(length - 12)
        at += length
    return bytes(kept)
