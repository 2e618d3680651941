"""PNG (ISO/IEC 15948): the chunks that a picture is drawn from, and no others."""

from __future__ import annotations

import struct
import zlib

from octavo.ooxml.images.icc import without_words

_SIGNATURE = 8
_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA sBIT sRGB bKGD pHYs cICP mDCv cLLi iCCP acTL fcTL"
    b" fdAT".split()
)


def stripped(picture: bytes) -> bytes:
    """The picture without texts, times, EXIF, unknown chunks and what follows its end."""
    kept = [picture[:_SIGNATURE]]
    at, kind = _SIGNATURE, b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", picture, at)
        end = at + 12 + length
        if end > len(picture):
            raise ValueError
        if kind in _KEPT:
            chunk = picture[at:end]
            kept.append(_profile(chunk[8:-4]) if kind == b"iCCP" else chunk)
        at = end
    return b"".join(kept)


def _profile(content: bytes) -> bytes:
    """A colour profile without its name and its words."""
    packed = content[content.index(b"\0") + 2 :]
    data = b"icc\0\0" + zlib.compress(without_words(zlib.decompress(packed)), 9)
    body = b"iCCP" + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))
