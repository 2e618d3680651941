"""How names compare when they are declined."""

from __future__ import annotations

import pytest

from bluf.claims.spelling import declined, forms
from bluf.languages import language

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


def test_a_vowel_that_a_name_loses_before_an_ending() -> None:
    assert declined("aleksandar", "aleksandrom", ENDINGS)
    assert declined("pavel", "pavla", ENDINGS)
    assert not declined("aleksandar", "aleksandrom", frozenset({"s"}))
    for name, other in (("oleg", "olga"), ("marat", "marta"), ("daniel", "danila")):
        assert not declined(name, other, ENDINGS)


def test_russian_names_in_the_instrumental() -> None:
    endings = frozenset(form for each in language("ru").people.endings for form in forms(each))
    assert declined(min(forms("Мединский")), min(forms("Мединским")), endings)
    assert not declined(min(forms("Коротков")), min(forms("Костюков")), endings)


def test_adjectives_of_russian_in_two_cases() -> None:
    endings = frozenset(form for each in language("ru").people.endings for form in forms(each))
    assert declined(min(forms("Чёрному")), min(forms("Чёрного")), endings)
    assert not declined(min(forms("Чёрному")), min(forms("Красного")), endings)
    assert not declined("cernomu", "cernogo", ENDINGS)
