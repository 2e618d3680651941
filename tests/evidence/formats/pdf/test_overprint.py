from __future__ import annotations

from typing import TYPE_CHECKING

from pypdfium2 import PdfDocument

from bluf.evidence.formats.pdf.overprint import texts

if TYPE_CHECKING:
    from tests.evidence.formats.conftest import MakePdf


def test_every_text_that_is_drawn_on_a_page_is_known(make_pdf: MakePdf) -> None:
    document = PdfDocument(make_pdf([(70, 700, "one"), (70, 700, "two")], []))
    assert list(texts(document[0]).values()) == [False, False]
    assert texts(document[1]) == {}
