from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.pipeline import Home, home_of, pull

if TYPE_CHECKING:
    from tests.roundtrip.conftest import Sent


def test_a_file_without_its_digest_is_known_by_its_text(sent: Sent) -> None:
    path = sent.came_back(name="x.docx")
    bare = path.read_bytes().replace(b"bluf.digest", b"else.digest")
    path.write_bytes(bare)
    stripped = sent.data.parent / "stripped.docx"
    from tests.roundtrip.office import without_digest  # used here alone

    stripped.write_bytes(without_digest(sent.word.read_bytes()))
    assert home_of(stripped, [sent.data]) == Home(sent.data, is_certain=False)
    assert pull(stripped, sent.data, accept=True).is_whole
