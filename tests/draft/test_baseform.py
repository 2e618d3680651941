from __future__ import annotations

import pytest

from bluf.draft.baseform import is_declined, is_same, place_form, role_form
from bluf.draft.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Đurić", "Marko Đurić", True),
        ("Marka Đurića", "Marko Đurić", True),
        ("H.M. Ali", "Hussain Ali", True),
        ("Ana Luz", "Ana Luz Maré", True),
        ("Ann Reed", "Bo Reed", False),
        ("Reed", "Stone", False),
    ],
)
def test_two_spellings_can_be_of_one_person(one: str, other: str, *, same: bool) -> None:
    assert is_same(one, other) is same is is_same(other, one)


def test_what_is_declined_is_put_into_its_base_form() -> None:
    words = vocabulary("sr-Latn")
    assert is_declined("ministrom", words)
    assert not is_declined("ministar", words)
    assert role_form("ministrom spoljnih poslova", words) == "ministar spoljnih poslova"


def test_a_language_without_cases_leaves_words_as_they_are() -> None:
    assert (role_form("minister", vocabulary("en")), place_form("Oslo", vocabulary("en"))) == (
        "minister",
        "Oslo",
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Rubio", "Marco Rubio", True),
        ("António Patriota", "Antonio Patriota", True),
        ("Gutereš", "Guterešom", True),
        ("Ann Lee", "Tom Lee", False),
        ("Ann Lee", "Ann Quay", False),
    ],
)
def test_spellings_of_one_person(one: str, other: str, same: bool) -> None:
    assert is_same(one, other) is same


def test_base_forms() -> None:
    assert role_form("министром транспорта", vocabulary("ru")) == "министр транспорта"
    assert role_form("Mayor", vocabulary("en")) == "Mayor"
    assert place_form("", vocabulary("en")) == ""
    assert place_form("Beogradu", vocabulary("sr-Latn")) == "Beograd"
