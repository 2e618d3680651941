from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.ooxml import read_package, write_package
from octavo.ooxml.names import DOCUMENT_TYPE, TEMPLATE_TYPE
from octavo.ooxml.write import as_document

if TYPE_CHECKING:
    from collections.abc import Callable

    Docx = Callable[..., bytes]


def test_a_template_becomes_a_document_and_a_document_stays_one(docx: Docx) -> None:
    template = read_package(docx(types_of={"word/document.xml": TEMPLATE_TYPE}), "a.dotx")
    document = as_document(template)
    again = read_package(write_package(document, {}), "b.docx").parts["word/document.xml"]
    assert again.content_type == document.parts[again.name].content_type == DOCUMENT_TYPE
    assert again.data == document.parts[again.name].data == template.parts[again.name].data
    assert as_document(document) is document
