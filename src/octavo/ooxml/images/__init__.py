"""Pictures without what they tell besides: who took them, when, where, with what.

`without_metadata` rewrites a picture so that it shows the same and carries nothing else: no EXIF,
GPS or XMP data, no comment, no preview, no byte behind its end. No pixel is changed.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from typing import Final

from octavo.ooxml.images import blocks, jpeg, tiff

__all__ = ["without_metadata"]

_KINDS: Final[tuple[tuple[bytes, Callable[[bytes], bytes]], ...]] = (
    (b"\x89PNG\r\n\x1a\n", blocks.png),
    (b"\xff\xd8", jpeg.stripped),
    (b"GIF8", blocks.gif),
    (b"BM", blocks.bmp),
    (b"II*\0", tiff.stripped),
    (b"MM\0*", tiff.stripped),
    (b"\x01\0\0\0", blocks.emf),
    (b"RIFF", blocks.webp),
    (b"<", blocks.svg),
    (b"\xef\xbb\xbf<", blocks.svg),
)
"""How a picture begins, and what takes its metadata out."""


def without_metadata(picture: bytes) -> bytes | None:
    """The picture without metadata; None where it is of another kind, or not whole."""
    stripped = next((each for start, each in _KINDS if picture.startswith(start)), None)
    if stripped is None:
        return None
    try:
        return stripped(picture)
    except (ValueError, IndexError, struct.error, zlib.error):
        return None
