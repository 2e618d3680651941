from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.ooxml import RELATIONSHIP_BASE, read_package
from octavo.word.parts import left_behind, parts_of

if TYPE_CHECKING:
    from collections.abc import Callable


def test_the_parts_of_a_template_are_sorted_by_what_they_are_for(
    word_file: Callable[..., bytes], p: Callable[..., str]
) -> None:
    data = word_file(p("x"), core="<dc:title/>", header1=p("h"), footnotes="", styles="")
    found = parts_of(read_package(data, "t.docx"))
    assert found.stories == ("word/document.xml", "word/header1.xml")
    assert found.notes == {"footnote": "word/footnotes.xml"}
    assert (found.core, found.styles) == ("docProps/core.xml", "word/styles.xml")
    assert (found.numbering, found.custom, found.drawn) == ("", (), ())


def test_ids_of_comments_do_not_travel(
    word_file: Callable[..., bytes], p: Callable[..., str]
) -> None:
    package = read_package(word_file(p("x"), comments="", commentsIds=""), "t.docx")
    ((source, pointer),) = left_behind(package)
    assert source == "word/document.xml"
    assert pointer.type == f"{RELATIONSHIP_BASE}commentsIds"
