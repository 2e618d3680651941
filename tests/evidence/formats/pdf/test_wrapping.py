"""A line goes on in the next one where it left no room for its first word."""

from __future__ import annotations

import pytest

from bluf.evidence.formats.pdf.messages import PageLine
from bluf.evidence.formats.pdf.wrapping import going_on

WIDE = ("The two ministers agreed to share the", "cost of the crossing in equal parts, and")


def lines(
    *texts: str,
    lefts: tuple[float, ...] = (),
    drops: tuple[float, ...] = (),
    size: float = 10,
    page: int = 1,
) -> list[tuple[int, int, PageLine]]:
    """Lines of letters of five points each, twelve points below each other."""
    found, bottom = [], 700.0
    for at, text in enumerate(texts):
        left = lefts[at] if lefts else 70.0
        bottom -= drops[at] if drops else 12
        line = PageLine(text, (0,), left, bottom, left + 5 * len(text), size, at)
        found.append((page, at + 1, line))
    return found


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((*WIDE, "to begin."), {0, 1}),
        ((*WIDE, "- to begin"), {0}),
        ((*WIDE, "3. to begin"), {0}),
        ((WIDE[0], f"{WIDE[1][:-5]}s are:", "to begin"), {0}),
        ((WIDE[1], "They met.", "Then they spoke."), {0}),
        (
            ("Ana Kovač, Minister", "Tom Berg, Minister of Works of Highland", "Eva Ruiz", "Ivo"),
            set(),
        ),
        (("A heading",), set()),
        ((), set()),
    ],
)
def test_full_lines_go_on(texts: tuple[str, ...], expected: set[int]) -> None:
    assert going_on(lines(*texts)) == expected


@pytest.mark.parametrize(
    ("drop", "expected"), [(12.0, {0, 1}), (15.5, {0, 1}), (15.7, {0}), (29.9, {0}), (31.0, {0, 1})]
)
def test_a_line_further_down_begins_a_paragraph(drop: float, expected: set[int]) -> None:
    """Beyond three heights it is of another block: what stands behind a picture, say."""
    assert going_on(lines(*WIDE, "to begin soon", drops=(0, 12, drop))) == expected


def test_a_sentence_that_ended_goes_on_in_no_line_that_is_indented() -> None:
    ended = ("The two ministers agreed to share it.", "They met in the town on the river, and")
    assert going_on(lines(*ended, "spoke.", lefts=(70, 81, 70))) == {1}
    assert going_on(lines(*ended, "spoke.", lefts=(70, 80, 70))) == {0, 1}
    assert going_on(lines(*WIDE[::-1], "spoke.", lefts=(70, 90, 90))) == {0, 1}


@pytest.mark.parametrize(
    ("second", "size", "expected"),
    [
        ("and on the next page.", 10, {0, 1}),
        ("and in a note.", 8, {0}),
        ("and so on.", 8.1, {0, 1}),
    ],
)
def test_a_sentence_goes_on_over_a_page_in_letters_of_its_size(
    second: str, size: float, expected: set[int]
) -> None:
    assert going_on([*lines(*WIDE), *lines(second, size=size, page=2)]) == expected


def test_a_sentence_that_ends_a_page_ends() -> None:
    whole = (WIDE[0], "cost of the crossing in equal parts now.")
    assert going_on([*lines(*whole), *lines("They met.", page=2)]) == {0}


def test_a_line_from_the_right_is_full_at_the_left() -> None:
    arabic = ("اتفق الوزيران على فتح الجسر في عام", "وعلى عقد حوار")
    left = 100.0 + 5 * (len(arabic[0]) - len(arabic[1]))
    assert going_on(lines(*arabic, lefts=(100, left))) == {0}
    assert going_on(lines(*arabic[::-1], lefts=(left, 100))) == set()


def test_a_line_of_chinese_has_room_for_a_sign_or_has_not() -> None:
    chinese = ("双方商定在明年迎来建交三十周年之际", "增进了解和友谊")
    assert going_on(lines(*chinese)) == {0}
    assert going_on(lines(*chinese[::-1])) == set()


@pytest.mark.parametrize(("short", "expected"), [(6, {0}), (7, set())])
def test_a_line_is_full_without_room_for_a_word_and_a_blank(short: int, expected: set[int]) -> None:
    second = "costs of the crossing in equal parts and"
    first = "the two of them agreed to share between them"[: len(second) - short]
    assert going_on(lines(first, second)) == expected
