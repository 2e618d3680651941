from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.expressions import LIMITS, Sandbox, scan
from octavo.ooxml import qn, read_package
from octavo.word.draft import chunks, draft, inner_chunks
from octavo.word.marks import EnoughError, Register

if TYPE_CHECKING:
    from collections.abc import Callable

    from octavo.word.draft import Draft

    Make = Callable[..., bytes]


def story(data: bytes) -> Draft:
    package = read_package(data, "t.docx")
    return draft(package.parts[package.main], Register(Sandbox()))


def test_marks_stand_between_two_signs_that_the_part_does_not_hold(
    word_file: Make, p: Callable[..., str]
) -> None:
    made = story(word_file(p("\ue000\ue001")))
    assert made.sigil == "\ue002"
    assert made.token(7) == "\ue0027\ue002"
    assert made.mark_of(made.instruction(7)) == 7


def test_a_tag_too_many_ends_the_search(word_file: Make, p: Callable[..., str]) -> None:
    made = story(word_file(p("x")))
    (tag,) = scan("{{ a }}").tags
    assert made.take(tag, next(made.root.iter(qn("w:p")))) == 0
    made.register.tags = LIMITS.tags
    with pytest.raises(EnoughError):
        made.take(tag, None)


def story_of(word_file: Callable[..., bytes], body: str) -> Draft:
    package = read_package(word_file(body), "t.docx")
    return draft(package.parts[package.main], Register(Sandbox()))


def test_a_tree_is_text_and_the_marks_within_and_between_its_elements(
    word_file: Callable[..., bytes], p: Callable[..., str]
) -> None:
    made = story_of(word_file, p("x"))
    (text,) = made.root.iter(qn("w:t"))
    text.text = f"Dear {made.token(4)}!"
    paragraph = next(made.root.iter(qn("w:p")))
    paragraph.addprevious(made.instruction(12))
    before, first, between, second, behind = chunks(made)
    assert (first, second) == (12, 4)
    assert str(before).endswith("<w:body>")
    assert str(between).endswith(">Dear ")
    assert str(behind).startswith("!</w:t>")


def test_of_an_element_only_what_it_holds_is_written(
    word_file: Callable[..., bytes], p: Callable[..., str]
) -> None:
    made = story_of(word_file, p("x"))
    paragraph = next(made.root.iter(qn("w:p")))
    paragraph[:] = [made.instruction(3)]
    assert inner_chunks(made, paragraph) == ["", 3, ""]
    assert len(paragraph) == 1
