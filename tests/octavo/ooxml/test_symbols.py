from __future__ import annotations

import pytest

from octavo.ooxml.runs import symbol


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("Symbol", "F061", "α"),
        ("Symbol", "F0AE", "→"),
        ("Symbol", "F0E5", "∑"),
        ("Symbol", "F09F", "\ufffd"),
        ("Wingdings", "F0FC", "✓"),
        ("Wingdings 2", "F021", "\ufffd"),
        ("Arial", "F061", "\ufffd"),
        ("Arial", "2713", "✓"),
        ("Arial", "0007", "\ufffd"),
        ("Arial", "zz", "\ufffd"),
        ("Arial", "FFFFFFFFFF", "\ufffd"),
    ],
)
def test_a_symbol_shows_as_its_letter_and_an_unknown_one_passes_for_none(
    font: str, code: str, shown: str
) -> None:
    assert symbol(font, code) == shown
