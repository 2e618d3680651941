from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.ooxml import read_package, write_package
from octavo.ooxml.edit import as_document, edit_package
from octavo.ooxml.names import DOCUMENT_TYPE, TEMPLATE_TYPE

if TYPE_CHECKING:
    from collections.abc import Callable

    Docx = Callable[..., bytes]
    Rels = Callable[..., str]

_RELS = "word/_rels/document.xml.rels"


def test_a_removed_part_takes_what_points_to_it_along(docx: Docx, rels: Rels) -> None:
    package = read_package(
        docx(
            parts={
                "word/styles.xml": "<a/>",
                "word/theme.xml": "<a/>",
                "word/_rels/styles.xml.rels": rels(("image", "a.xml")),
                _RELS: rels(("styles", "styles.xml"), ("theme", "theme.xml")),
            }
        ),
        "a.docx",
    )
    edited = edit_package(package, {}, ["word/styles.xml"], lambda _: True)
    again = read_package(write_package(edited, {}), "b.docx")
    assert "word/styles.xml" not in again.parts
    assert "word/_rels/styles.xml.rels" not in again.parts
    assert [pointer.target for pointer in again.relationships(again.main)] == ["word/theme.xml"]
    assert edited.relationships(edited.main) == again.relationships(again.main)
    assert edited.parts["word/theme.xml"] is package.parts["word/theme.xml"]


def test_nothing_changes_where_nothing_is_asked(docx: Docx) -> None:
    package = read_package(docx(), "a.docx")
    assert edit_package(package, {}, (), lambda _: True) == package


def test_a_template_becomes_a_document_and_a_document_stays_one(docx: Docx) -> None:
    template = read_package(docx(types_of={"word/document.xml": TEMPLATE_TYPE}), "a.dotx")
    document = as_document(template)
    again = read_package(write_package(document, {}), "b.docx").parts["word/document.xml"]
    assert again.content_type == document.parts[again.name].content_type == DOCUMENT_TYPE
    assert again.data == document.parts[again.name].data == template.parts[again.name].data
    assert as_document(document) is document
