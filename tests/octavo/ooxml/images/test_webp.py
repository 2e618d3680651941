from __future__ import annotations

import struct

import pytest

from octavo.ooxml.images.blocks import webp as stripped


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack("<4sI", kind, len(content)) + content + b"\0" * (len(content) % 2)


def picture(*chunks: bytes) -> bytes:
    body = b"WEBP" + b"".join(chunks)
    return struct.pack("<4sI", b"RIFF", len(body)) + body


def test_words_go_and_are_no_longer_announced() -> None:
    drawn = chunk(b"VP8L", b"odd")
    told = [chunk(b"EXIF", b"camera"), chunk(b"XMP ", b"author")]
    before = picture(chunk(b"VP8X", b"\xff" + bytes(9)), drawn, *told) + b"behind the end"
    assert stripped(before) == picture(chunk(b"VP8X", b"\xf3" + bytes(9)), drawn)


def test_another_kind_of_file_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^$"):
        stripped(struct.pack("<4sI4s", b"RIFF", 4, b"WAVE"))
