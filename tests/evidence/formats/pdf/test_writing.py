"""Lines put together from signs that are ten points high: their spaces, and what turns round."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.evidence.formats.pdf.messages import PageLine
from bluf.evidence.formats.pdf.writing import RIGHT_TO_LEFT, accented, bracketed, in_place, turned

if TYPE_CHECKING:
    from collections.abc import Sequence

Sign = tuple[str, float, float]
"""A character, and where its box begins and ends."""


def read(
    *signs: Sign, bars: str = "", empty: str = "", from_right: bool = True
) -> tuple[str, list[int]]:
    """A line as it is read, given which of its signs are no higher than a bar, or have no ink."""
    text = "".join(sign for sign, _, _ in signs)
    boxes = [(left, 0.0, right, 10.0) for _, left, right in signs]
    box = boxes.__getitem__
    order: Sequence[int] = range(len(signs))
    found = text, order

    def ink(at: int) -> tuple[float, float]:
        return 2.0, 3.0 if text[at] in bars else 2.0 if text[at] in empty else 9.0

    if RIGHT_TO_LEFT.search(text):
        found = turned(*in_place(text, order, box, ink), box, from_right=from_right)
    written, order = accented(*found, box)
    (line,) = bracketed([PageLine(written, (0,), 0, 0, 50, 10, 0)])
    return line.text, list(order)


def word(signs: str, right: float, wide: float = 5) -> list[Sign]:
    """A word whose letters follow each other to the left."""
    return [(sign, right - wide * (at + 1), right - wide * at) for at, sign in enumerate(signs)]


def test_a_line_of_latin_letters_stays() -> None:
    assert read(("a", 0, 5), ("b", 5, 10)) == ("ab", [0, 1])


def test_a_word_that_was_drawn_from_the_left_is_turned_round() -> None:
    assert read(*word("אבג", 50)) == ("אבג", [0, 1, 2])
    assert read(*word("אבג", 50)[::-1]) == ("אבג", [2, 1, 0])


@pytest.mark.parametrize(
    ("gap", "expected"), [(0.4, "אבגד"), (0.6, "אב גד"), (-2, "אבגד"), (30, "אב גד")]
)
def test_a_space_of_no_width_parts_words_with_a_gap(gap: float, expected: str) -> None:
    signs = [*word("אב", 50), (" ", 40 - gap / 2, 40 - gap / 2), *word("גד", 40 - gap)]
    assert read(*signs)[0] == expected


@pytest.mark.parametrize(("gap", "expected"), [(1.1, "אבגד"), (1.3, "אב גד")])
def test_words_are_parted_by_more_than_an_eighth_of_their_height(gap: float, expected: str) -> None:
    assert read(*word("אב", 50), *word("גד", 40 - gap))[0] == expected


def test_a_space_that_stands_in_the_place_of_another_sign_is_none() -> None:
    assert read(*word("אב.", 50), (" ", 35.2, 40.2))[0] == "אב."
    assert read(*word("אבג", 50), (" ", 41, 44))[0] == "אבג"
    assert read(*word("אב", 50), (" ", 37, 40))[0] == "אב "


def test_a_stop_that_is_drawn_over_a_space_after_all_words_follows_its_word() -> None:
    boxes = [(0.0, 0.0, 5.0, 10.0), (5.0, 0.0, 10.0, 10.0), (10.0, 0.0, 15.0, 10.0)]
    boxes.append((5.0, 0.0, 7.0, 10.0))
    assert in_place("а б,", range(4), boxes.__getitem__, lambda _: (0.0, 9.0)) == (
        "а, б",
        [0, 3, 1, 2],
    )


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


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (["(אב(ג"], ["(אב)ג"]),
        ([")אב("], ["(אב)"]),
        (["(אב)"], ["(אב)"]),
        (["אב("], ["אב("]),
        (["(אב(ג)"], ["(אב(ג)"]),
        (["(א [ב] (ג) ד)", "[א"], ["(א [ב] (ג) ד)", "[א"]),
        ([")א ]ב[ )ג( ד("], ["(א [ב] (ג) ד)"]),
        (["אב (ג", "ד) ה"], ["אב (ג", "ד) ה"]),
        (["אב )ג", "ד( ה"], ["אב (ג", "ד) ה"]),
        ([")א(", "(ב"], ["(א)", ")ב"]),
        ([")אב(", ")a("], ["(אב)", ")a("]),
    ],
)
def test_brackets_open_before_they_close(page: list[str], expected: list[str]) -> None:
    """As they stand in a line by itself, and where a pair goes over two lines or one is alone."""
    lines = [PageLine(text, (0,), 0, 0, 50, 10, 0) for text in page]
    assert [line.text for line in bracketed(lines)] == expected


@pytest.mark.parametrize(("right", "expected"), [(48.7, "אב גד"), (49.1, "אבדג")])
def test_a_letter_that_reaches_under_the_one_before_may_fill_a_space(
    right: float, expected: str
) -> None:
    signs = [("א", 55, 60), ("ב", 50, 55), ("ג", 40, 47), ("ד", 38, right)]
    assert read(*signs)[0] == expected


@pytest.mark.parametrize(("right", "expected"), [(54.9, "אבג"), (55.1, "אגב")])
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


def test_bars_are_told_by_their_shape() -> None:
    assert read(*word("س!ع", 50), bars="!")[0] == "سع"
    assert read(("س", 45, 50), (" ", 40, 43), ("ع", 35, 40), bars=" ")[0] == "سع"
    assert read(*word("س!ع", 50))[0] == "س!ع"
    assert read(*word("س.٠ع", 50), bars=".٠")[0] == "س.٠ع"
    assert read(*word("ـ سع", 50))[0] == " سع"


def test_what_is_named_a_mark_and_has_no_ink_is_a_space() -> None:
    assert read(*word("س\u064bع", 50), empty="\u064b")[0] == "س ع"
    assert read(*word("سع", 50), ("\u064b", 46, 48))[0] == "س\u064bع"
    assert read(("س", 45, 50), ("\u064b", 45, 45), ("ع", 40, 45), empty="\u064b")[0] == "س\u064bع"


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("ab-c", "אב ab-c"),
        ("2030-2026", "אב 2026-2030"),
        ("15/06/2026", "אב 15/06/2026"),
        ("%4.5", "אב 4.5%"),
        ("b 10", "אב b 10"),
    ],
)
def test_numbers_are_turned_as_unicode_lays_them_out(shown: str, expected: str) -> None:
    foreign = [(sign, 5 * at, 5 * at + 5.0) for at, sign in enumerate(shown)]
    assert read(*foreign, *word("אב", 100))[0] == expected


def test_a_line_of_mostly_latin_letters_reads_from_the_left() -> None:
    latin = [(sign, 5 * at, 5 * at + 5.0) for at, sign in enumerate("see ")]
    line = *latin, *word("אב", 30), (",", 30, 35)
    assert read(*line, from_right=False)[0] == "see אב,"
    assert read(*line)[0] == ",אב see"


def test_a_mark_belongs_to_the_letter_that_it_is_drawn_with() -> None:
    assert read(("ق", 39, 46), ("\u0651", 39, 40), ("ع", 30, 41))[0] == "قّع"
