from __future__ import annotations

import io

from PIL import Image
from tests.octavo.ooxml.images.conftest import MARK, gradient

from octavo.ooxml.images import without_metadata


def test_a_moving_picture_moves_on() -> None:
    target = io.BytesIO()
    frames = [gradient("P"), Image.new("P", (40, 30), 3)]
    frames[0].save(target, "GIF", save_all=True, append_images=frames[1:], loop=0, comment=MARK)
    after = without_metadata(target.getvalue())
    assert after is not None
    assert MARK.encode() not in after
    with Image.open(io.BytesIO(after)) as picture:
        assert (picture.n_frames, picture.info["loop"]) == (2, 0)  # type: ignore[attr-defined]
