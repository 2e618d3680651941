"""Figures are read as people of each language write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.languages.test_firmness import forms

from bluf.languages import figures_in, language, languages


@pytest.mark.parametrize(
    ("tag", "text", "value", "unit"),
    [
        ("en", "about 1.5bn euros", "1500000000", "EUR"),
        ("en", "US$ 5 million", "5000000", "USD"),
        ("en", "1,200 troops", "1200", "counted"),
        ("en", "1,200.50 troops", "1200.50", "counted"),
        ("en", "a duty of 39%", "39", "percent"),
        ("en", "5 million additional euros", "5000000", "EUR"),
        ("en", "one billion dollars", "1000000000", "USD"),
        ("en", "twenty-five people", "25", "person"),
        ("en", "two hundred and five days", "205", "day"),
        ("en", "resolution 1244", "1244", ""),
        ("en", "on № 12", "12", ""),
        ("en", "twelve hundred euros", "1200", "EUR"),
        ("en", "in all 12", "12", ""),
        ("fr", "1 200,5 millions d’euros", "1200500000", "EUR"),
        ("fr", "DOUZE MD D’EUROS", "12000000000", "EUR"),
        ("fr", "quatre-vingt-dix jours", "90", "day"),
        ("fr", "vingt et un jours", "21", "day"),
        ("fr", "cent millions d’euros", "100000000", "EUR"),
        ("fr", "290 millions et plus", "290000000", ""),
        ("de", "400 Mio. Euro", "400000000", "EUR"),
        ("de", "fünfundzwanzig Staaten", "25", "counted"),
        ("es", "400 mil millones de dólares", "400000000000", "USD"),
        ("es", "dos mil millones de dólares", "2000000000", "USD"),
        ("es", "dos mil quinientos millones de dólares", "2500000000", "USD"),
        ("pt", "R$ 5 bilhões", "5000000000", "BRL"),
        ("pt", "5 missões empresariais", "5", "counted"),
        ("pt", "dez milhões de euros", "10000000", "EUR"),
        ("pt", "1.234.567 toneladas", "1234567", "tonne"),
        ("ru", "400 млн долларов", "400000000", "USD"),
        ("ru", "25 тыс. человек", "25000", "person"),
        ("ru", "двадцать пять стран", "25", "counted"),
        ("sr-Latn", "dvadeset pet zemalja", "25", "counted"),
        ("sr-Cyrl", "400 милиона евра", "400000000", "EUR"),
        ("ar", "٤٠٠ مليون يورو", "400000000", "EUR"),
        ("ar", "خمسة وعشرون دولة", "25", "counted"),
        ("zh", "4亿美元", "400000000", "USD"),
        ("zh", "50日圆", "50", "JPY"),
        ("zh", "50千克", "50", "kilogram"),
        ("zh", "3千公里", "3000", "kilometre"),
        ("zh", "0.25个百分点", "0.25", "percentage_point"),
        ("zh", "2兆日元", "2000000000000", "JPY"),
        ("zh", "三亿五千万元", "350000000", "CNY"),
        ("zh", "3亿5000万欧元", "350000000", "EUR"),
        ("zh", "二〇名", "20", "person"),
        ("zh", "约25%", "25", "percent"),
        ("ja", "3.5", "3.5", ""),
        ("en", "a million and a half euros", "1500000", "EUR"),
        ("en", "1 and a half million euros", "1500000", "EUR"),
        ("en", "a quarter of a million euros", "250000", "EUR"),
        ("fr", "cent euros", "100", "EUR"),
        ("fr", "mille euros", "1000", "EUR"),
        ("fr", "cent pour cent", "100", "percent"),
        ("fr", "un million et demi d’euros", "1500000", "EUR"),
        ("fr", "1 million et demi d’euros", "1500000", "EUR"),
        ("fr", "trois heures et demie", "3.5", "hour"),
        ("fr", "3 heures et demie", "3.5", "hour"),
        ("fr", "un demi-million d’euros", "500000", "EUR"),
        ("de", "hundert Euro", "100", "EUR"),
        ("de", "anderthalb Millionen Euro", "1500000", "EUR"),
        ("de", "zwei und eine halbe Million Euro", "2500000", "EUR"),
        ("de", "eine halbe Million Euro", "500000", "EUR"),
        ("es", "cien euros", "100", "EUR"),
        ("es", "un millón y medio de euros", "1500000", "EUR"),
        ("pt", "um milhão e meio de euros", "1500000", "EUR"),
        ("ru", "полтора миллиона евро", "1500000", "EUR"),
        ("ru", "один с половиной миллиона евро", "1500000", "EUR"),
        ("ru", "2 с половиной миллиона евро", "2500000", "EUR"),
        ("sr-Latn", "milion i po evra", "1500000", "EUR"),
        ("ar", "مليون ونصف المليون يورو", "1500000", "EUR"),
        ("zh", "投资RMB500万", "5000000", "CNY"),
        ("zh", "约US$5亿", "500000000", "USD"),
        ("zh", "购买35架F35战机", "35", ""),
    ],
)
def test_a_figure_has_its_value_and_unit(tag: str, text: str, value: str, unit: str) -> None:
    (figure,) = figures_in(text, tag)
    assert Decimal(value) in figure.values
    assert figure.unit == unit


@pytest.mark.parametrize("tag", languages())
def test_each_unit_and_each_number_of_a_list_is_read(tag: str) -> None:
    known = language(tag)
    blank, euro = ("", "欧元") if known.script == "Hani" else (" ", "EUR")
    for unit, words in {**known.currencies, **known.units}.items():
        for text in (f"50{blank}{form}" for word in words for form in forms(word)):
            assert unit in {figure.unit for figure in figures_in(text, tag)}, text
    below_a_hundred = ((number, words) for number, words in known.numbers.items() if number < 100)
    for number, words in below_a_hundred:  # “cent” may stand in “pour cent”
        for text in (f"{form}{blank}{euro}" for word in words for form in forms(word)):
            assert any(number in figure.values for figure in figures_in(text, tag)), text


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "the one thing"),
        ("en", "the G20, 5G, F-35 and COVID-19"),
        ("en", "the 12th of them, at 14:30"),
        ("en", "millions of people"),
        ("en", "of the two."),
        ("en", "1. Health\n2) Roads"),
        ("en", "on 6 August 2025, since 2024"),
        ("en", "see https://example.org/123"),
        ("zh", "第3次，一致"),
        ("zh", "G20"),
        ("ja", "何も"),
        ("fr", "mille fois merci"),
        ("fr", "pour cent euros"),
        ("fr", "plusieurs millions d’euros"),
        ("de", "mehrere hundert Euro"),
        ("de", "ein paar tausend Euro"),
        ("sr-Latn", "i po drugi put"),
        ("zh", "F35战机和F-16战机"),
    ],
)
def test_what_is_no_figure_is_none(tag: str, text: str) -> None:
    assert figures_in(text, tag) == ()


def test_numbers_that_do_not_add_up_are_two() -> None:
    found = figures_in("two three days", "en")
    assert [sorted(figure.values) for figure in found] == [[2], [3]]


@pytest.mark.parametrize(
    ("text", "values", "unit"),
    [
        ("3–5 million euros", (3_000_000, 5_000_000), "EUR"),
        ("from $3 to 5 million", (3_000_000, 5_000_000), "USD"),
        ("3 million and 5 million euros", (3_000_000, 5_000_000), "EUR"),
    ],
)
def test_the_ends_of_a_range_have_one_unit(text: str, values: tuple[int, int], unit: str) -> None:
    one, other = figures_in(text, "en")
    assert (values[0] in one.values, values[1] in other.values) == (True, True)
    assert one.unit == other.unit == unit


def test_a_bound_may_be_elided() -> None:
    (figure,) = figures_in("un entretien de près d'une heure", "fr")
    assert figure.bound == -1


def test_a_preposition_behind_a_figure_sets_no_bound() -> None:
    (figure,) = figures_in("70 bilhões de reais até agora", "pt")
    assert figure.bound == 0


@pytest.mark.parametrize(
    ("claimed", "stands", "agrees"),
    [
        ("about 400 euros", "413 euros", True),
        ("400 euros", "413 euros", False),
        ("about 400 euros", "460 euros", False),
        ("about 0 euros", "1 euro", False),
        ("400 euros", "400 dollars", False),
        ("400 euros", "400", True),
        ("57.3 euros", "57.29 euros", True),
        ("57.3 euros", "57.21 euros", False),
        ("57.29 euros", "57.3 euros", False),
        ("57.3 euros", "more than 57.29 euros", False),
        ("57.3 euros", "57.29 dollars", False),
    ],
)
def test_a_rounded_figure_bears_rounding(claimed: str, stands: str, agrees: bool) -> None:
    (one,), (other,) = figures_in(claimed, "en"), figures_in(stands, "en")
    assert one.agrees(other) is agrees
