from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.expressions import LIMITS, Sandbox, scan
from octavo.ooxml import qn, read_package
from octavo.word.draft import draft
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
