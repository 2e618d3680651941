from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import SimpleNamespace


CASES = "yaml.txt"


def test_a_fault_of_grammar_is_said_in_plain_words(
    said_of_tree: Callable[..., list[str]], case: SimpleNamespace
) -> None:
    assert said_of_tree("\n".join([*case.file, ""]), "brief.yaml") == case.said


def test_nesting_beyond_the_parser_is_refused(said: Callable[..., list[str]]) -> None:
    (line,) = said("a: " + "[" * 5000)
    assert "limit-exceeded: values nest more than 40 levels deep" in line
