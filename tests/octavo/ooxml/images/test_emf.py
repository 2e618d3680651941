from __future__ import annotations

from tests.octavo.ooxml.images.conftest import MARK, emf, told

from octavo.ooxml.images import without_metadata


def test_a_metafile_keeps_what_is_drawn() -> None:
    after = without_metadata(emf() + MARK.encode())
    assert after is not None
    assert len(after) == len(emf())
    assert not told(after)
    assert b"EMF+draw" in after
