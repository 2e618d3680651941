"""A passage never cuts a word or a number in two."""

from __future__ import annotations

import pytest

from bluf.evidence.words import cut_into_words, ends_inside_word, starts_inside_word


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("un|do", True),
        ("x|\u0302", True),
        ("1,|000", True),
        ("1|,000", True),
        ("10|.5", True),
        ("-|5", True),
        ("(-|5)", True),
        ("can|'t", True),
        ("a |word", False),
        ("a| word", False),
        ("2020-|2025", True),
        ("word-|5", True),
        ("word|. 5", False),
        ("the word|' ", False),
        ("双方|同意", False),
        ("of 双|word", False),
    ],
)
def test_an_edge_within_a_word_is_known(text: str, cut: bool) -> None:
    offset = text.index("|")
    whole = text.replace("|", "")
    assert (starts_inside_word(whole, offset) or ends_inside_word(whole, offset)) is cut


def test_the_ends_of_a_text_cut_nothing() -> None:
    assert not starts_inside_word("word", 0)
    assert not ends_inside_word("word", 4)


def test_a_han_character_is_a_word_for_itself() -> None:
    assert cut_into_words("In 2027 双方。") == (["In", "2027", "双", "方"], [0, 3, 8, 9])
