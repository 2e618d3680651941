from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from bluf.data.formats.json_text import parse
from bluf.data.lines import Lines
from bluf.data.tree import plain
from octavo.location import TextLocation

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import SimpleNamespace

CASES = "json.txt"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
TREES = st.recursive(
    st.none() | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


def test_a_fault_of_grammar_is_said_in_plain_words(
    said_of_tree: Callable[..., list[str]], case: SimpleNamespace
) -> None:
    assert said_of_tree("\n".join([*case.file, ""]), "brief.json") == case.said


def test_a_file_that_breaks_off_is_refused(said_of_tree: Callable[..., list[str]]) -> None:
    (line,) = said_of_tree('{"a": ', "brief.json")
    assert line.startswith("1:7 data-syntax: the file ends before the value does")


def test_a_key_that_steers_a_terminal_is_refused(
    said_of_tree: Callable[..., list[str]],
) -> None:
    (line,) = said_of_tree('{"\\u001b[2J": 1}', "brief.json")
    assert line.startswith("1:2 bad-character: this text holds U+001B")


def test_an_empty_file_is_no_mapping(said: Callable[..., list[str]]) -> None:
    (line,) = said(" \n", "brief.json")
    assert line.startswith("1:1 data-type: the file is empty")


def test_words_and_numbers_stay_as_typed_and_know_their_place() -> None:
    root = parse(Lines("x.json", '{"a": 1.10,\n "b": [true, -2e3, null, "\\u0416"]}')).root
    assert plain(root) == {"a": "1.10", "b": ["true", "-2e3", None, "Ж"]}
    assert root.entries["b"].location == TextLocation("x.json", 2, 2)  # type: ignore[union-attr]


@given(TREES, st.sampled_from([None, 2]), st.booleans())
def test_it_reads_what_the_standard_library_writes(
    tree: object, indent: int | None, ascii_only: bool
) -> None:
    text = json.dumps(tree, indent=indent, ensure_ascii=ascii_only)
    assert plain(parse(Lines("x.json", text)).root) == tree
