"""WebP (RFC 9649): the chunks that a picture is drawn from."""

from __future__ import annotations

import struct

from octavo.ooxml.images.icc import without_words

_KEPT = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_TOLD = 0b0000_1100
"""Flags that announce EXIF and XMP data."""


def stripped(picture: bytes) -> bytes:
    """The picture without EXIF, XMP, unknown chunks and what follows its end."""
    _, size, form = struct.unpack_from("<4sI4s", picture)
    if form != b"WEBP" or size + 8 > len(picture):
        raise ValueError
    kept, at = [], 12
    while at + 8 <= size + 8:
        kind, length = struct.unpack_from("<4sI", picture, at)
        content = picture[at + 8 : at + 8 + length]
        if kind in _KEPT:
            kept.append(_chunk(kind, content))
        at += 8 + length + length % 2
    body = b"WEBP" + b"".join(kept)
    return struct.pack("<4sI", b"RIFF", len(body)) + body


def _chunk(kind: bytes, content: bytes) -> bytes:
    if kind == b"VP8X":
        content = bytes([content[0] & ~_TOLD]) + content[1:]
    elif kind == b"ICCP":
        content = without_words(content)
    return struct.pack("<4sI", kind, len(content)) + content + b"\0" * (len(content) % 2)
