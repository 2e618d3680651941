from __future__ import annotations

import pytest

from bluf.characters import code_point, masked, mixed_word, quoted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", None),
        ("Đurić is Ђурић", None),
        ("pаypal", ("pаypal", "а")),
        ("one Вoзвращение", ("Вoзвращение", "o")),
        ("Αthens", ("Αthens", "Α")),
        ("2026年 talks", None),
    ],
)
def test_a_word_of_two_scripts_is_found(text: str, expected: tuple[str, str] | None) -> None:
    assert mixed_word(text) == expected


def test_a_value_in_a_message_is_one_short_line_without_controls() -> None:
    assert quoted("a\n::error::b\x1b") == "“a ::error::b\ufffd”"
    assert quoted("word " * 40) == f"“{('word ' * 40)[:59].rstrip()}…”"


def test_a_code_point_has_its_name_where_there_is_one() -> None:
    assert code_point("é") == "U+00E9 LATIN SMALL LETTER E WITH ACUTE"
    assert code_point("\x1b") == "U+001B"


def test_a_mask_keeps_the_length() -> None:
    assert masked("a\u202eb\ud800c") == "a\ufffdb\ufffdc"
