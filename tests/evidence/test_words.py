"""A passage never cuts a word or a number in two."""

from __future__ import annotations

import pytest

from bluf.evidence.normal import LINE_HYPHEN
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


def edges(text: str, *, dash: bool = False) -> tuple[bool, bool]:
    """Whether a word is cut where a passage begins, and where one ends, at the bar."""
    offset, whole = text.index("|"), text.replace("|", "")
    starts = starts_inside_word(whole, offset, dash=dash)
    return starts, ends_inside_word(whole, offset, dash=dash)


@pytest.mark.parametrize(
    "text",
    [
        "1 |000", "1| 000", "12 345| 678", "3| million", "3 |million", "5|%", "5| %", "2| ½",
        "3|/4", "minus| 5", "minus |5", "a -|5", "10|-12", "1:|30", "三|分之二", "三分|之二",
        "三分之|二", "五|点三", "五点|三", "十|二", "a|_b", f"{'1,000,' * 6}000|,000",
    ],
)  # fmt: skip
def test_a_place_in_a_number_is_in_a_word(text: str) -> None:
    assert edges(text) == edges(text, dash=True) == (True, True)


@pytest.mark.parametrize(
    "text",
    [
        "2025| 100", "a |-5", "5| January", "点|三", "pre- |and", "pre- |War", "5- |war",
        "o'|clock", "the '|s", "we'|l", "dogs|' t", "5|'s", "ex|- x", "-|minister", "ex-| x",
        "双-|方", "双|-方", "1 |word",
    ],
)  # fmt: skip
def test_a_place_between_words_is_in_none(text: str) -> None:
    assert edges(text) == (False, False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pre- |war", (True, False)),
        ("it'|s", (True, False)),
        ("can'|T", (True, False)),
        ("we'|ll", (True, False)),
        ("can|'t", (False, True)),
        (f"co|{LINE_HYPHEN}st", (False, True)),
        (f"co{LINE_HYPHEN}|st", (True, False)),
    ],
)
def test_what_belongs_to_a_word_is_known_from_one_side(
    text: str, expected: tuple[bool, bool]
) -> None:
    assert edges(text) == edges(text, dash=True) == expected


@pytest.mark.parametrize(("text", "side"), [("ex-|minister", 0), ("ex|-minister", 1)])
def test_a_hyphen_joins_words_and_a_dash_does_not(text: str, side: int) -> None:
    assert edges(text) == (side == 0, side == 1)
    assert edges(text, dash=True) == (False, False)


def test_a_word_that_goes_on_in_the_next_line_is_one() -> None:
    assert cut_into_words(f"the co{LINE_HYPHEN}st is") == (["the", "cost", "is"], [0, 4, 10])
    assert cut_into_words(f"双co{LINE_HYPHEN}st") == (["双", "cost"], [0, 1])
