from __future__ import annotations

import pytest

from octavo.expressions import breaks, is_plain
from octavo.expressions.straight import strong_pieces


@pytest.mark.parametrize(
    ("text", "plain", "breaking"),
    [
        ("Đurić, 50 %", True, False),
        ("R&D", False, False),
        ("a\\b", False, False),
        ("a\tb", False, True),
        ("a\ud800", False, True),
    ],
)
def test_markup_is_not_plain_and_what_is_no_text_breaks(
    text: str,
    plain: bool,
    breaking: bool,
) -> None:
    assert (is_plain(text), breaks(text)) == (plain, breaking)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("“**agreed** to **meet**”", ["“", "agreed", " to ", "meet", "”"]),
        ("**a**", ["", "a", ""]),
        ("so **it is**, here", ["so ", "it is", ", here"]),
        ("no marks", ["no marks"]),
    ],
)
def test_strong_words_are_each_second_piece(text: str, pieces: list[str]) -> None:
    assert strong_pieces(text) == pieces


@pytest.mark.parametrize("text", ["a**b**", "**a** *", "** a **", "**a\\***", "**a** [x](y) **"])
def test_what_can_be_read_in_two_ways_is_not_cut(text: str) -> None:
    assert strong_pieces(text) is None
