from __future__ import annotations

import pytest

from bluf.languages.ordinals import ordinals_in, place_of


@pytest.mark.parametrize(
    ("tag", "text", "numbers"),
    [
        ("en", "the 31st session", [31]),
        ("en", "the twelfth session", [12]),
        ("en", "the second time", []),
        ("de", "der elften Sitzung", [11]),
        ("fr", "la 2e session", [2]),
        ("es", "la 11.ª reunión", [11]),
        ("en", "a 4x4 of 2.5th", []),
    ],
)
def test_an_ordinal_is_read_in_digits_and_as_a_word(
    tag: str, text: str, numbers: list[int]
) -> None:
    assert [number for _, number in ordinals_in(text, tag)] == numbers


def test_a_number_stands_where_it_is_written_in_either_way() -> None:
    assert place_of(12, "on the twelfth", "en") == place_of(12, "on the 12th", "en") == 7
    assert place_of(12, "in 1200 or 512", "en") is None


@pytest.mark.parametrize(
    ("number", "text", "place"),
    [
        (11, "la XI reunión", 3),
        (44, "the XLIV session", 4),
        (5, "la V Reunión", 3),
        (5, "en el punto V del acta", None),
        (11, "the XII session", None),
        (1, "I Met", None),
    ],
)
def test_a_number_may_be_roman(number: int, text: str, place: int | None) -> None:
    assert place_of(number, text, "es") == place
