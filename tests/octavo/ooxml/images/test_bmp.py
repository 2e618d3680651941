from __future__ import annotations

import pytest
from tests.octavo.ooxml.images.conftest import KINDS

from octavo.ooxml.images.blocks import bmp as stripped


def test_a_picture_ends_where_it_says() -> None:
    assert stripped(KINDS["bmp"] + b"more") == KINDS["bmp"]
    with pytest.raises(ValueError, match=r"^$"):
        stripped(KINDS["bmp"][:-1])
