"""BMP: as many bytes as it says it has."""

from __future__ import annotations

import struct

_HEADER = 14
"""Bytes."""


def stripped(picture: bytes) -> bytes:
    """The picture without what follows its end."""
    (size,) = struct.unpack_from("<I", picture, 2)
    if not _HEADER < size <= len(picture):
        raise ValueError
    return picture[:size]
