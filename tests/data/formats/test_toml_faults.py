from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import SimpleNamespace


CASES = "toml.txt"


def test_a_fault_of_grammar_is_said_in_plain_words(
    said_of_tree: Callable[..., list[str]], case: SimpleNamespace
) -> None:
    end = "" if "at the end" in case.name else "\n"
    assert said_of_tree("\n".join(case.file) + end, "brief.toml") == case.said


def test_a_list_of_tables_that_was_a_table_is_a_duplicate(
    said_of_tree: Callable[..., list[str]],
) -> None:
    assert said_of_tree("[a]\n[[a]]\n", "brief.toml") == [
        "2:4 duplicate-key: this is set a second time; keep one of the two"
    ]
