from __future__ import annotations

import datetime as dt

import pytest

from bluf.draft.dates import days_in, in_year, published_on
from bluf.draft.vocabulary import vocabulary

DAY = dt.date(2026, 3, 5)


@pytest.mark.parametrize(
    ("tag", "text", "count"),
    [("en", "03/05/2026", 0), ("en", "03/25/2026", 1), ("fr", "03/05/2026", 1)],
)
def test_a_day_that_may_be_two_is_none(tag: str, text: str, count: int) -> None:
    assert len(days_in(text, vocabulary(tag))) == count


@pytest.mark.parametrize(
    ("text", "days"),
    [("Sitzung am 3.6.22", [dt.date(2022, 6, 3)]), ("Punkt 3.6.22", []), ("am 3.6.22.1", [])],
)
def test_a_day_in_few_figures_stands_behind_on(text: str, days: list[dt.date]) -> None:
    assert [in_year(day, None) for day in days_in(text, vocabulary("de"))] == days


def test_a_day_has_its_own_year_or_the_one_given() -> None:
    whole, bare = days_in("On 5 March 2026 and on 29 February.", vocabulary("en"))
    assert in_year(whole, 2000) == DAY
    assert (in_year(bare, 2028), in_year(bare, 2026)) == (dt.date(2028, 2, 29), None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5 March 2026\n\nThe ministers met.", DAY),
        ("The ministers met.\n\nPorthaven, 5 March 2026", DAY),
        ((f"The ministers, who have known each other since {'a ' * 40}day, met on 5 March 2026 "
         f"and spoke {'at great length ' * 5}of the ferry."), None),
    ],
)  # fmt: skip
def test_a_text_was_published_on_the_day_of_its_head_or_foot(
    text: str, day: dt.date | None
) -> None:
    assert published_on(text, vocabulary("en")) == day


@pytest.mark.parametrize(
    ("tag", "text", "year"),
    [
        ("es", "el día VEINTIUNO DE JULIO DE DOS MIL DIECISIETE", 2017),
        ("es", "el veintiuno de julio de dos personas", None),
        ("pt", "vinte e cinco dias do mês de abril do ano de dois mil e vinte e dois", 2022),
    ],
)
def test_a_year_may_stand_in_words(tag: str, text: str, year: int | None) -> None:
    assert [day.year for day in days_in(text, vocabulary(tag)) if day.day] == [year]
