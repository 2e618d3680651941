"""Pictures without what they tell besides: who took them, when, where, with what.

`without_metadata` rewrites a picture so that it shows the same and carries nothing else: no EXIF,
GPS or XMP data, no comment, no preview, no byte behind its end. No pixel is changed.
"""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

from octavo.ooxml.images import bmp, emf, gif, jpeg, png, svg, tiff, webp

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["without_metadata"]

_KINDS: tuple[tuple[bytes, Callable[[bytes], bytes]], ...] = (
    (b"\x89PNG\r\n\x1a\n", png.stripped),
    (b"\xff\xd8", jpeg.stripped),
    (b"GIF8", gif.stripped),
    (b"BM", bmp.stripped),
    (b"II*\0", tiff.stripped),
    (b"MM\0*", tiff.stripped),
    (b"\x01\0\0\0", emf.stripped),
    (b"RIFF", webp.stripped),
    (b"<", svg.stripped),
    (b"\xef\xbb\xbf<", svg.stripped),
)
"""How a picture begins, and what takes its metadata out."""


def without_metadata(picture: bytes) -> bytes | None:
    """The picture without metadata; None where it is of another kind, or not whole."""
    strip = next((each for start, each in _KINDS if picture.startswith(start)), None)
    if strip is None:
        return None
    try:
        return strip(picture)
    except (ValueError, IndexError, struct.error, zlib.error):
        return None
