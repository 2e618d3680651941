from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.ooxml import read_package
from octavo.ooxml.relationships import relationships_name, resolve, source_of

if TYPE_CHECKING:
    from collections.abc import Callable

    Docx = Callable[..., bytes]
    Rels = Callable[..., str]

_MAIN = "word/document.xml"


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("", "_rels/.rels"),
        (_MAIN, "word/_rels/document.xml.rels"),
        ("a.xml", "_rels/a.xml.rels"),
    ],
)
def test_a_part_and_its_relationships_find_each_other(part: str, name: str) -> None:
    assert relationships_name(part) == name
    assert source_of(name) == part


@pytest.mark.parametrize("name", ["word/document.xml", "word/_rels/a.xml", "rels/a.rels"])
def test_other_parts_hold_no_relationships(name: str) -> None:
    assert source_of(name) is None


@pytest.mark.parametrize(
    ("target", "part"),
    [
        ("styles.xml", "word/styles.xml"),
        ("./media/a%20b.png", "word/media/a b.png"),
        ("/customXml/item1.xml", "customXml/item1.xml"),
        ("../customXml/item1.xml", "customXml/item1.xml"),
        ("../../../etc/passwd", "etc/passwd"),
        ("media\\a.png", "word/media/a.png"),
        ("styles.xml#part", "word/styles.xml"),
        ("#place", _MAIN),
    ],
)
def test_a_target_names_a_part(target: str, part: str) -> None:
    assert resolve(_MAIN, target) == part


def test_a_target_is_found_whatever_its_case(docx: Docx, rels: Rels) -> None:
    package = read_package(
        docx(
            parts={
                "word/styles.xml": "<a/>",
                "word/_rels/document.xml.rels": rels(("styles", "Styles.xml")),
            }
        ),
        "a.docx",
    )
    assert [pointer.target for pointer in package.relationships(_MAIN)] == ["word/styles.xml"]
    assert package.relationships("word/none.xml") == ()
