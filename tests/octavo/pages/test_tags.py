from __future__ import annotations

import pytest

from octavo.pages.tags import twips, whole


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("720", 720),
        ("1in", 1440),
        ("2.54cm", 1440),
        ("12.5pt", 250),
        ("-1pc", -240),
        ("1e999", 7),
        ("10mm", 567),
        ("1cm", 567),
        ("2pi", 480),
    ],
)
def test_a_measure_is_twips_or_a_number_and_a_unit(text: str, expected: int) -> None:
    assert twips(text, 7) == expected
    assert twips("wide", 7) == twips(None, 7) == 7


def test_a_whole_number_is_nothing_else() -> None:
    assert [whole("12"), whole("1.5", 3), whole(None, 3)] == [12, 3, 3]
