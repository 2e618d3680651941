from __future__ import annotations

from tests.octavo.ooxml.images.conftest import MARK, _emf, _told

from octavo.ooxml.images import without_metadata


def test_a_metafile_keeps_what_is_drawn() -> None:
    after = without_metadata(_emf() + MARK.encode())
    assert after is not None
    assert len(after) == len(_emf())
    assert not _told(after)
    assert b"EMF+draw" in after
