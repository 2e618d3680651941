from __future__ import annotations

from tests.octavo.ooxml.metadata.conftest import bytes_of, new_document, scrubbed


def test_an_alternative_text_in_words_stays() -> None:
    document = new_document()
    (shape,) = document.inline_shapes
    shape._inline.docPr.set("descr", "The flag of Serbia")
    assert b"The flag of Serbia" in scrubbed(bytes_of(document))["word/document.xml"]
