from __future__ import annotations

import pytest

from octavo.expressions import (
    SANDBOX,
    Branch,
    Close,
    Jump,
    Open,
    Print,
    TagError,
    called_name,
    read,
    read_expression,
    scan,
    stand_in,
    unknown_calls,
)
from octavo.expressions.syntax import Assign


@pytest.mark.parametrize(
    ("text", "kind", "word"),
    [
        ("{% if a %}", Open, "if"),
        ("{% elif a %}", Branch, "elif"),
        ("{% endif %}", Close, "endif"),
        ("{% break %}", Jump, "break"),
        ("{% endmacro greet %}", Close, "endmacro"),
    ],
)
def test_a_tag_is_the_step_of_its_word(text: str, kind: type, word: str) -> None:
    step = read(scan(text).tags[0], 3)
    assert type(step) is kind
    assert (step.mark, getattr(step, "word", None)) == (3, word)


def test_a_value_knows_whether_it_asks_for_the_loop() -> None:
    assert [read_expression(text, 0).asks_loop for text in ("loop.index", "title")] == [True, False]
    assert isinstance(read(scan("{% set a = 1 %}").tags[0], 0), Assign)


@pytest.mark.parametrize("text", ["{% endif now %}", "{% else if %}", "{% if %}"])
def test_a_word_takes_what_it_takes_and_no_more(text: str) -> None:
    with pytest.raises(TagError):
        read(scan(text).tags[0], 0)


def test_a_broken_tag_still_has_its_partner() -> None:
    assert isinstance(stand_in("for", "{% for %}", 0), Open)
    assert stand_in("set", "{% set a = %}", 0) is None


def test_a_call_of_nothing_known_is_told_with_the_name_that_is_near() -> None:
    tags = scan("{% macro greet() %}{% endmacro %}{{ greet() }}{{ gret() }}").tags
    steps = [read(tag, mark) for mark, tag in enumerate(tags)]
    assert isinstance(steps[2], Print)
    assert called_name(steps[2].expression) == "greet"
    ((mark, fault),) = unknown_calls(steps, SANDBOX)
    assert (mark, "greet" in fault.hint) == (3, True)
