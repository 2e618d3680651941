from __future__ import annotations

import pytest

from bluf.draft.parties import SideNames, counted, is_country, sides_in
from bluf.draft.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("tag", "text", "codes"),
    [
        ("en", "Belgium and Serbia met; Belgian ferries run to Belgium.", ["be", "rs"]),
        ("ru", "Министр Сербии был в Бельгии.", ["rs", "be"]),
        ("zh", "比利时与塞尔维亚会谈", ["be", "rs"]),
        ("en", "The councils met.", []),
    ],
)
def test_countries_come_in_the_order_in_which_they_are_named(
    tag: str, text: str, codes: list[str]
) -> None:
    assert sides_in(text, vocabulary(tag)) == codes


def test_sides_may_have_words_of_their_own() -> None:
    names = SideNames({"union": "the Union", "port": "the Port"})
    assert names.found("the Port met the Union", vocabulary("en")) == ["port", "union"]
    assert (names.name("union", "en"), SideNames().name("be", "fr")) == ("the Union", "Belgique")


def test_the_most_frequent_comes_first() -> None:
    assert counted(["be", "rs", "rs"]) == ["rs", "be"]
    assert is_country("Serbia", vocabulary("en"))
    assert not is_country("Porthaven", vocabulary("en"))


@pytest.mark.parametrize(
    ("tag", "text", "codes"),
    [
        ("pt", "ministros sul-americanos", []),
        ("pt", "o governo norte-americano", ["us"]),
        ("en", "South American ports and Latin America", []),
        ("en", "Armenian-American relations", ["am", "us"]),
        ("fr", "les pays latino-américains", []),
    ],
)
def test_a_continent_is_no_side(tag: str, text: str, codes: list[str]) -> None:
    assert sides_in(text, vocabulary(tag)) == codes


def test_a_part_of_a_name_is_no_country() -> None:
    assert sides_in("Riyad Al-Maliki of Norway", vocabulary("en")) == ["no"]
