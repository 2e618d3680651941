from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.expressions import Sandbox
from octavo.ooxml import read_package
from octavo.word.draft import draft
from octavo.word.gather import gather
from octavo.word.marks import Register

if TYPE_CHECKING:
    from collections.abc import Callable

    from octavo.word.draft import Draft


def story(data: bytes) -> Draft:
    package = read_package(data, "t.docx")
    return draft(package.parts[package.main], Register(Sandbox()))


def test_the_tags_of_a_box_match_among_themselves(
    word_file: Callable[..., bytes], p: Callable[..., str]
) -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('{{ b }}')}</w:txbxContent></v:textbox>"
    body = f"<w:p>{box}</w:pict></w:r><w:r><w:t>{{{{ a }}}}</w:t></w:r></w:p>"
    found = gather(story(word_file(body)))
    assert [[one.tag.body.strip() for one in each.tags] for each in found] == [["a"], ["b"]]


def test_what_a_paragraph_says_beside_its_tags_is_known(
    word_file: Callable[..., bytes], p: Callable[..., str]
) -> None:
    made = story(word_file(p("Dear {{ who }},") + p("plain")))
    gather(made)
    assert list(made.beside.values()) == ["Dear ,", "plain"]


def test_a_picture_in_a_tag_is_named(refusal: Callable[..., list[str]]) -> None:
    split = "<w:p><w:r><w:t>{{ a</w:t><w:drawing/><w:t> }}</w:t></w:r></w:p>"
    (told,) = refusal(split)
    assert "a picture, a note, a field or a page break stands within the tag" in told
    assert "type the tag again" in told
