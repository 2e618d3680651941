from __future__ import annotations

import io
import struct

import pytest
from PIL import Image
from tests.octavo.ooxml.images.conftest import (
    MARK,
    exif_of,
    gradient,
    picture_of,
    pixels,
)

from octavo.ooxml.images import without_metadata


@pytest.mark.parametrize("turned", [1, 3, 6, 8])
def test_how_a_picture_is_turned_stays(turned: int) -> None:
    after = without_metadata(picture_of("JPEG", exif=exif_of(turned)))
    assert after is not None
    with Image.open(io.BytesIO(after)) as picture:
        exif = picture.getexif()
    assert exif.get(0x0112, 1) == turned
    assert set(exif) <= {0x0112}


def test_a_jpeg_that_lacks_its_end_is_read_to_its_last_byte() -> None:
    after = without_metadata(picture_of("JPEG", comment=MARK)[:-2])
    assert after is not None
    assert after.endswith(b"\xff\xd9")
    assert MARK.encode() not in after


def test_how_colours_are_coded_stays() -> None:
    """A picture for print says so in a segment of Adobe, without which it is shown in negative."""
    target = io.BytesIO()
    gradient("CMYK").save(target, "JPEG", comment=MARK)
    data = target.getvalue()
    assert b"Adobe" in data
    after = without_metadata(data[:2] + b"\xff\xff\xff\x01\xff\xed\x00\x08secret" + data[2:])
    assert after is not None
    assert b"secret" not in after
    assert pixels(after) == pixels(data)


@pytest.mark.parametrize("exif", [b"Exif\0\0??", b"Exif\0\0II*\0\xff\0\0\0"])
def test_exif_data_that_is_not_whole_is_not_touched(exif: bytes) -> None:
    data = picture_of("JPEG")
    segment = struct.pack(">BBH", 0xFF, 0xE1, len(exif) + 2) + exif
    assert without_metadata(data[:2] + segment + data[2:]) is None
