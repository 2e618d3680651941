from __future__ import annotations

from tests.octavo.ooxml.metadata.conftest import _bytes, _document, scrubbed


def test_an_alternative_text_in_words_stays() -> None:
    document = _document()
    (shape,) = document.inline_shapes
    shape._inline.docPr.set("descr", "The flag of Serbia")
    assert b"The flag of Serbia" in scrubbed(_bytes(document))["word/document.xml"]
