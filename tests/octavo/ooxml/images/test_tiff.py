from __future__ import annotations

import io

from PIL import Image
from tests.octavo.ooxml.images.conftest import (
    picture_of,
)

from octavo.ooxml.images import without_metadata


def test_pixels_beyond_the_end_are_not_whole() -> None:
    data = bytearray(picture_of("TIFF"))
    with Image.open(io.BytesIO(bytes(data))) as picture:
        (start,) = picture.tag_v2[273]  # type: ignore[attr-defined]
    assert without_metadata(bytes(data[: start + 10])) is None or start < len(data) - 10
