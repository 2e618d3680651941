from __future__ import annotations

import io
import struct

import pytest
from PIL import Image, ImageCms
from tests.octavo.ooxml.images.conftest import KINDS, MARK, icc, picture_of

from octavo.ooxml.images import without_metadata


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_a_colour_profile_stays_without_its_words(kind: str) -> None:
    after = without_metadata(KINDS[kind])
    assert after is not None
    with Image.open(io.BytesIO(after)) as picture:
        profile = picture.info["icc_profile"]
    assert len(profile) == len(icc())
    words = "sRGB".encode("utf-16-be")
    assert words in icc()
    assert words not in profile
    ImageCms.ImageCmsProfile(io.BytesIO(profile))


def test_a_profile_of_the_older_kind_loses_its_words() -> None:
    words = b"desc" + bytes(4) + struct.pack(">I", len(MARK)) + MARK.encode()
    body = struct.pack(">I", 2) + struct.pack(">4sII", b"desc", 156, len(words))
    profile = bytes(128) + body + struct.pack(">4sII", b"wtpt", 156, 0) + words
    after = without_metadata(picture_of("PNG", icc_profile=profile))
    assert after is not None
    with Image.open(io.BytesIO(after)) as picture:
        kept = picture.info["icc_profile"]
    assert (len(kept), MARK.encode() in kept) == (len(profile), False)
