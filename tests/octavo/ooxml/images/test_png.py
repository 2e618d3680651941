from __future__ import annotations

import struct
import zlib

import pytest

from octavo.ooxml.images.blocks import png as stripped

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(kind: bytes, content: bytes = b"") -> bytes:
    body = kind + content
    return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))


def test_only_what_a_picture_is_drawn_from_stays() -> None:
    kept = [chunk(kind, b"1") for kind in (b"IHDR", b"pHYs", b"IDAT")] + [chunk(b"IEND")]
    told = [chunk(kind, b"words") for kind in (b"tEXt", b"tIME", b"eXIf", b"prVt")]
    before = SIGNATURE + b"".join((kept[0], *told, *kept[1:])) + b"behind the end"
    assert stripped(before) == SIGNATURE + b"".join(kept)


def test_a_picture_that_ends_too_early_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^$"):
        stripped(SIGNATURE + chunk(b"IHDR", b"12345")[:-1])
