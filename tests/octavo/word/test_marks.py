from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.expressions import LIMITS, SYNTAX, Fault, Sandbox
from octavo.finding import Level
from octavo.ooxml import read_package
from octavo.word.marks import EnoughError, Flaw, Locator, Register, TagPlace

if TYPE_CHECKING:
    from collections.abc import Callable

FAULT = Fault(SYNTAX, "it collides with", "take it out")


def test_a_flaw_is_told_at_its_place_in_the_order_of_the_template(
    word_file: Callable[..., bytes], p: Callable[..., str]
) -> None:
    register = Register(Sandbox())
    for paragraph, source in ((1, "{{ b }}"), (0, "{{ a }}")):
        register.add(TagPlace("word/document.xml", paragraph), source)
    package = read_package(word_file(p("x") + p("y")), "t.docx")
    found = Locator(package, tuple(register.marks)).findings([Flaw(1, FAULT), Flaw(0, FAULT, 1)])
    assert [(one.location.place, one.message) for one in found] == [  # type: ignore[union-attr]  # in Word
        ("body, paragraph 2", "in “{{ b }}”, it collides with “{{ a }}” (body, paragraph 1)"),
        ("body, paragraph 1", "in “{{ a }}”, it collides with"),
    ]


def test_faults_without_end_help_nobody() -> None:
    register = Register(Sandbox())
    register.add(TagPlace("word/document.xml"), "{{")
    for _ in range(LIMITS.flaws):
        register.refuse(0, FAULT, level=Level.WARNING)
    for _ in range(LIMITS.flaws - 1):
        register.refuse(0, FAULT)
    with pytest.raises(EnoughError):
        register.refuse(0, FAULT)
    assert "no more are sought" in register.flaws[-1].fault.message
