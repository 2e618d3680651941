from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.ooxml import read_package, write_package
from octavo.ooxml.write import edit_package

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
