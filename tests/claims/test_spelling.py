"""How names compare when they are declined."""

from __future__ import annotations

import pytest

from bluf.claims.spelling import declined

ENDINGS = frozenset({"a", "i", "om"})


@pytest.mark.parametrize(
    ("base", "form", "same"),
    [
        ("vucic", "vucica", True),
        ("srbija", "srbiji", True),
        ("banjaluka", "banjaluci", True),
        ("evropi", "evropa", True),
        ("uspenskii", "uspenskom", True),
        ("prag", "prazi", False),
        ("banjaluka", "banjalu", False),
        ("vucic", "vucko", False),
    ],
)
def test_a_form_is_the_name_with_an_ending(base: str, form: str, *, same: bool) -> None:
    assert declined(base, form, ENDINGS) is same


def test_a_language_without_the_ending_softens_nothing() -> None:
    assert not declined("banjaluka", "banjaluci", frozenset({"a"}))
