"""Laws of figures and dates, in every language that has a file."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal, get_currency_name
from babel.units import format_unit
from hypothesis import given
from hypothesis import strategies as st

from bluf.languages import dates_in, figures_in, language

TAGS = ("ar", "de", "en", "es", "fr", "pt", "ru", "sr-Latn", "sr-Cyrl", "zh")
YEARS = {"min_value": dt.date(1950, 1, 1), "max_value": dt.date(2049, 12, 31)}
UNIT = {"zh": "欧元", "ar": "يورو", "ru": "евро", "sr-Latn": "evra", "sr-Cyrl": "евра"}


def written(number: int, tag: str) -> str:
    """A number as CLDR writes it in a language, with the name of a currency behind it."""
    digits = format_decimal(number, locale=Locale.parse(tag.replace("-", "_")))
    return f"{digits} {UNIT.get(tag, 'euro')}"


@pytest.mark.parametrize("tag", TAGS)
@given(number=st.integers(2, 10**12))
def test_a_number_that_a_language_writes_is_read_back(tag: str, number: int) -> None:
    (figure,) = figures_in(written(number, tag), tag)
    assert Decimal(number) in figure.values
    assert figure.unit == "EUR"


@pytest.mark.parametrize("tag", TAGS)
@given(number=st.integers(2, 10**12), other=st.integers(2, 10**12))
def test_two_figures_agree_only_where_they_are_one(tag: str, number: int, other: int) -> None:
    (one,), (two,) = figures_in(written(number, tag), tag), figures_in(written(other, "en"), "en")
    assert one.agrees(two) is (number == other)


@pytest.mark.parametrize("tag", TAGS)
@given(number=st.integers(2, 999))
def test_a_multiplier_multiplies(tag: str, number: int) -> None:
    known = language(tag)
    for factor in (Decimal(1_000_000), Decimal(10**9)):
        for word in known.multipliers.get(factor, ())[:2]:
            blank = "" if known.script == "Hani" else " "
            text = blank.join((str(number), word, UNIT.get(tag, "euro")))
            (figure,) = figures_in(text, tag)
            assert figure.values == {number * factor}


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("width", ["long", "full"])
@given(day=st.dates(**YEARS), other=st.dates(**YEARS))
def test_a_date_that_a_language_writes_is_read_back_and_no_other(
    tag: str, width: str, day: dt.date, other: dt.date
) -> None:
    words = format_date(day, width, locale=Locale.parse(tag.replace("-", "_")))
    (found,) = dates_in(words, tag)
    assert found.means(day)
    assert found.means(other) is (day == other)


UNITS = {
    "barrel": "volume-barrel",
    "cubic_metre": "volume-cubic-meter",
    "day": "duration-day",
    "degree": "temperature-celsius",
    "gigawatt": "power-gigawatt",
    "hectare": "area-hectare",
    "hour": "duration-hour",
    "kilogram": "mass-kilogram",
    "kilometre": "length-kilometer",
    "megawatt": "power-megawatt",
    "metre": "length-meter",
    "mile": "length-mile",
    "minute": "duration-minute",
    "month": "duration-month",
    "square_kilometre": "area-square-kilometer",
    "tonne": "mass-tonne",
    "week": "duration-week",
    "year": "duration-year",
}
"""The names of CLDR for our units; it has none for gigawatt hours, people and percentage points."""


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("count", [3, 5, 21, 100])
def test_units_and_currencies_are_read_as_a_language_names_them(tag: str, count: int) -> None:
    locale = Locale.parse(tag.replace("-", "_"))
    named = {name: format_unit(count, unit, "long", locale=locale) for name, unit in UNITS.items()}
    for code in language(tag).currencies:
        named[code] = f"{count} {get_currency_name(code, count, locale)}"
    found = {
        name: [figure.unit for figure in figures_in(text, tag)] for name, text in named.items()
    }
    assert found == {name: [name] for name in named}
