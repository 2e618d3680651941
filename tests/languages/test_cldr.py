"""What is kept of CLDR is what Babel says of it."""

from __future__ import annotations

import datetime as dt

import pytest
from babel import Locale
from babel.core import get_global
from babel.dates import format_date

from bluf.languages import locale_data, plural_form, territories_of_zones, written
from bluf.languages.cldr import KEPT, from_babel

PATTERNS = ("long", "medium", "dd.MM.y", "d. M. MMM", "'1er' MMMM y", "d 'o''clock'", "EEEE d")
"""Styles, fields, words between quotation marks, and a field that is left to Babel."""


@pytest.mark.parametrize("tag", KEPT)
def test_what_is_kept_of_a_language_is_what_babel_says(tag: str) -> None:
    assert locale_data(tag) == from_babel(tag)


def test_zones_lie_where_babel_says() -> None:
    assert territories_of_zones() == get_global("zone_territories")


def test_another_language_is_asked_of_babel() -> None:
    assert locale_data("it").territories["RS"] == "Serbia"
    assert (locale_data("he").direction, locale_data("it").region) == ("rtl", "IT")


def test_of_a_language_that_babel_does_not_know_nothing_is_said() -> None:
    assert locale_data("tlh").territories == {}


@pytest.mark.parametrize("tag", [*KEPT, "it", "lt"])
def test_a_plural_has_the_form_that_babel_says(tag: str) -> None:
    locale = Locale.parse(tag, sep="-")
    for count in (*range(250), 999, 1000, 1001, 1011, 2002, 45_021):
        assert plural_form(count, tag) == locale.plural_form(count)


@pytest.mark.parametrize("tag", KEPT)
def test_a_date_is_written_as_babel_writes_it(tag: str) -> None:
    locale = Locale.parse("en_001" if tag == "en" else tag.replace("-", "_"))
    for day in (dt.date(2025, month, number) for month in range(1, 13) for number in (1, 28)):
        for pattern in PATTERNS:
            assert written(day, pattern, tag) == format_date(day, pattern, locale=locale)
