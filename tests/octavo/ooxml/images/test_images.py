"""Pictures show the same and tell nothing else; another program, Pillow, reads both."""

from __future__ import annotations

import io
import struct

import pytest
from PIL import Image
from tests.octavo.ooxml.images.conftest import (
    KINDS,
    MARK,
    emf,
    picture_of,
    pixels,
    told,
)

from octavo.ooxml.images import without_metadata


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_shows_the_same_and_tells_nothing(kind: str) -> None:
    before = KINDS[kind] + MARK.encode()
    assert told(before)
    after = without_metadata(before)
    assert after is not None
    assert not told(after)
    assert pixels(after) == pixels(before)
    assert without_metadata(after) == after


@pytest.mark.parametrize("kind", ["png", "jpeg", "tiff"])
def test_density_stays(kind: str) -> None:
    after = without_metadata(KINDS[kind])
    assert after is not None
    with Image.open(io.BytesIO(after)) as picture:
        assert round(picture.info["dpi"][0]) == 144


@pytest.mark.parametrize(
    "broken",
    [
        b"no picture",
        b"\x89PNG\r\n\x1a\n",
        KINDS["png"][:60],
        b"\xff\xd8\x00\x00\x00",
        KINDS["gif"][:20],
        b"GIF89a" + bytes(7) + b"?",
        KINDS["bmp"][:40],
        KINDS["tiff"][:20],
        b"II*\0\x08\0\0\0\x01\0\x00\x01\xff\0\x01\0\0\0\0\0\0\0\0\0\0\0",
        b"II*\0\x08\0\0\0\0\0\x08\0\0\0",
        KINDS["webp"][:30],
        b"\x01\0\0\0" + bytes(60),
        emf()[:-4],
        b"\x01\0\0\0" + emf()[4:40] + b" EM?" + emf()[44:],
        emf()[:-20] + struct.pack("<II", 14, 4) + bytes(12),
        picture_of("JPEG", comment=MARK)[:20] + b"?" + picture_of("JPEG")[20:],
        b"II*\0\x08\0\0\0\x01\0\x00\x01\x04\0\xff\0\0\0\x08\0\0\0\0\0\0\0",
        b"MM*\0" + bytes(10),
        b"<svg",
        b"<html/>",
    ],
)
def test_what_is_not_whole_is_not_touched(broken: bytes) -> None:
    assert without_metadata(broken) is None
