"""Lines put together from signs that are ten points high: their spaces, and what turns round."""

from __future__ import annotations

import pytest

from bluf.evidence.formats.pdf.writing import rewritten

Sign = tuple[str, float, float]
"""A character, and where its box begins and ends."""


def read(*signs: Sign) -> tuple[str, list[int]]:
    text = "".join(sign for sign, _, _ in signs)
    boxes = [(left, 0.0, right, 10.0) for _, left, right in signs]
    found, order = rewritten(text, range(len(signs)), boxes.__getitem__)
    return found, list(order)


def word(signs: str, right: float, wide: float = 5) -> list[Sign]:
    """A word whose letters follow each other to the left."""
    return [(sign, right - wide * (at + 1), right - wide * at) for at, sign in enumerate(signs)]


def test_a_line_of_latin_letters_stays() -> None:
    assert read(("a", 0, 5), ("b", 5, 10)) == ("ab", [0, 1])


def test_a_word_that_was_drawn_from_the_left_is_turned_round() -> None:
    assert read(*word("אבג", 50)) == ("אבג", [0, 1, 2])
    assert read(*word("אבג", 50)[::-1]) == ("אבג", [2, 1, 0])


@pytest.mark.parametrize(
    ("gap", "expected"), [(1.1, "אבגד"), (1.3, "אב גד"), (-2, "אבגד"), (30, "אב גד")]
)
def test_words_are_parted_by_more_than_an_eighth_of_their_height(gap: float, expected: str) -> None:
    signs = [*word("אב", 50), (" ", 40 - gap / 2, 40 - gap / 2), *word("גד", 40 - gap)]
    assert read(*signs)[0] == expected


@pytest.mark.parametrize(("gap", "expected"), [(2.5, "אבגד"), (2.6, "אב גד")])
def test_letters_of_a_word_are_parted_by_a_quarter_of_their_height(
    gap: float, expected: str
) -> None:
    assert read(*word("אב", 50), *word("גד", 40 - gap))[0] == expected


def test_a_space_that_is_put_in_has_no_number() -> None:
    assert read(*word("אב", 50), *word("ג", 30)) == ("אב ג", [0, 1, -1, 2])


def test_words_of_other_scripts_keep_their_order_among_themselves() -> None:
    right, left = word("אב", 100), word("גד", 20)
    latin = [("a", 50, 55), ("b", 55, 60), (" ", 60, 65), ("c", 65, 70)]
    assert read(*left, (" ", 30, 30), *latin, (" ", 80, 80), *right)[0] == "אב ab c גד"


def test_a_full_stop_stands_at_its_word() -> None:
    signs = [*word("אב", 50), (".", 32, 34), (" ", 31, 31), *word("גד", 30)]
    assert read(*signs)[0] == "אב. גד"


@pytest.mark.parametrize(
    ("foreign", "expected"),
    [
        (".ab", "אב ab. גד"),
        ("،ab c", "אב ab c، גד"),
        ("%10", "אב 10% גד"),
        (".)ab(", "אב (ab). גד"),
        (".(ab)", "אב (ab). גד"),
        ("a, b", "אב a, b גד"),
    ],
)
def test_signs_at_the_ends_of_foreign_words_belong_to_the_line(foreign: str, expected: str) -> None:
    latin = [(sign, 50 + 5 * at, 55 + 5 * at) for at, sign in enumerate(foreign)]
    assert read(*word("אב", 100), (" ", 80, 80), *latin, (" ", 45, 45), *word("גד", 40))[0] == (
        expected
    )


@pytest.mark.parametrize(
    ("first", "left", "right", "expected"),
    [
        (45, 41, 43, "אב\u064f"),
        (45, 46, 48, "א\u064fב"),
        (45, 42, 44.5, "אב\u064f"),
        (43, 42, 44.5, "א\u064fב"),
    ],
)
def test_a_mark_follows_the_letter_it_stands_over(
    first: float, left: float, right: float, expected: str
) -> None:
    drawn = [("ג", 50, 55), ("א", first, 50), ("\u064f", left, right), ("ב", 40, 45)]
    assert read(*drawn)[0] == f"ג{expected}"
    assert read(*drawn[1:])[0] == expected


def test_brackets_of_a_line_take_turns() -> None:
    signs = [("(", 50, 52), *word("אב", 50), ("(", 38, 40), *word("ג", 38)]
    assert read(*signs)[0] == "(אב)ג"
    assert read(*word("אב", 50), (")", 38, 40), *word("ג", 38), ("(", 31, 33))[0] == "אב(ג)"
    assert read(*word("אב", 50), ("(", 38, 40))[0] == "אב("
    odd = [("(", 50, 52), *word("אב", 50), ("(", 38, 40), *word("ג", 38), (")", 31, 33)]
    assert read(*odd)[0] == "(אב(ג)"


def test_brackets_open_before_they_close() -> None:
    assert read((")", 50, 52), *word("אב", 50), ("(", 38, 40))[0] == "(אב)"
    assert read(("(", 50, 52), *word("אב", 50), (")", 38, 40))[0] == "(אב)"


@pytest.mark.parametrize(("right", "expected"), [(48.7, "אב דג"), (48.9, "אבדג")])
def test_a_letter_that_reaches_under_the_one_before_may_fill_a_space(
    right: float, expected: str
) -> None:
    signs = [("א", 55, 60), ("ב", 50, 55), ("ג", 40, 47), ("ד", 38, right)]
    assert read(*signs)[0] == expected


@pytest.mark.parametrize(("right", "expected"), [(51, "אבג"), (51.1, "אגב")])
def test_a_letter_reaches_under_the_one_before(right: float, expected: str) -> None:
    signs = [("א", 45, 55), ("ב", 40, 50), ("ג", 35, right)]
    assert read(*signs)[0] == expected


def test_a_ligature_of_two_letters_is_turned_back() -> None:
    assert read(("ا", 40, 45), ("ل", 40, 45), ("م", 35, 40))[0] == "لام"


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        ([("a", 0, 5), ("´", 2, 3)], ("á", [0])),
        ([("´", 2, 3), ("a", 0, 5)], ("á", [1])),
        ([("e", 0, 5), ("¸", 2, 3), ("x", 5, 9)], ("ȩx", [0, 2])),
        ([("a", 0, 5), ("´", 5, 6)], ("a´", [0, 1])),
        ([("a", 0, 5), ("´", 4, 6)], ("a´", [0, 1])),
        ([("a", 0, 5), ("´", -1, 1)], ("a´", [0, 1])),
        ([("a", 0, 5), ("´", 0, 1)], ("á", [0])),
        ([("´", 2, 3), (" ", 3, 3), ("a", 0, 5)], ("á", [2])),
        ([("1", 0, 5), ("´", 2, 3)], ("1´", [0, 1])),
        ([("o", 0, 5), ("b", 5, 9), ("¨", 2, 3)], ("öb", [0, 1])),
    ],
)
def test_accents_join_the_letters_they_stand_over(
    signs: list[Sign], expected: tuple[str, list[int]]
) -> None:
    assert read(*signs) == expected


def test_bars_that_lengthen_a_word_of_arabic_leave_it_whole() -> None:
    """They are drawn from the left, whatever the word does."""
    bars = [("ـ", 30, 35), ("ـ", 35, 40), ("ـ", 40, 45)]
    assert read(("س", 45, 50), *bars, ("ع", 25, 30)) == ("سع", [0, 4])


def test_a_bar_that_lengthens_no_letter_stays() -> None:
    assert read(*word("ـ سع", 50))[0] == "ـ سع"
