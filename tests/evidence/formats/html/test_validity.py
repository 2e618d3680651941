from __future__ import annotations

import pytest

from bluf.evidence.formats.html.validity import HIDING_WORDS, is_valid


@pytest.mark.parametrize(
    ("name", "value", "valid"),
    [
        ("display", "nonsense", False),
        ("color", "#fff", True),
        ("color", "whitish", False),
        ("opacity", "0", True),
        ("opacity", "none", False),
        ("font-size", "-1px", False),
        ("font-size", "calc(1px)", True),
        ("height", "auto", True),
        ("height", "tall", False),
        ("unheard-of", "anything", True),
    ],
)
def test_a_browser_passes_over_what_it_does_not_take(name: str, value: str, *, valid: bool) -> None:
    assert is_valid(name, value) is valid


def test_a_value_that_hides_is_never_passed_over() -> None:
    assert all(is_valid(name, value) for name, value in HIDING_WORDS.items())
