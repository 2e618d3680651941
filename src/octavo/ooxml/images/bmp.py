"""BMP: as many bytes as it says it has."""

from __future__ import annotations

import struct


def stripped(picture: bytes) -> bytes:
    """The picture without what follows its end."""
    (size,) = struct.unpack_from("<I", picture, 2)
    if not 14 < size <= len(picture):  # noqa: PLR2004 - the size of its header
        raise ValueError
    return picture[:size]
