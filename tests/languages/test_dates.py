"""Dates are read in any usual way of writing."""

from __future__ import annotations

import datetime as dt

import pytest

from bluf.languages import Day, dates_in, relative_days, relative_years, weekdays_in


@pytest.mark.parametrize(
    ("tag", "text", "day"),
    [
        ("en", "2025-08-06", (6, 8, 2025)),
        ("en", "6 August 2025", (6, 8, 2025)),
        ("en", "August 6, 2025", (6, 8, 2025)),
        ("en", "on the 6th of August", (6, 8, None)),
        ("en", "August 2025", (None, 8, 2025)),
        ("en", "since 2025", (None, None, 2025)),
        ("en", "06.08.2025", (6, 8, 2025)),
        ("en", "08/26/2025", (26, 8, 2025)),
        ("en", "26/08/2025", (26, 8, 2025)),
        ("fr", "le 1er mai 2024", (1, 5, 2024)),
        ("de", "am 6. August 2025", (6, 8, 2025)),
        ("es", "el 6 de agosto de 2025", (6, 8, 2025)),
        ("pt", "6 de agosto de 2025", (6, 8, 2025)),
        ("ru", "6 августа 2025 года", (6, 8, 2025)),
        ("sr-Latn", "24. septembar 2025", (24, 9, 2025)),
        ("sr-Cyrl", "24. септембра 2025", (24, 9, 2025)),
        ("ar", "6 أغسطس 2025", (6, 8, 2025)),
        ("zh", "2025年8月6日", (6, 8, 2025)),
        ("zh", "8月6日", (6, 8, None)),
        ("zh", "2025年", (None, None, 2025)),
        ("es", "el día 6 vino", (6, None, None)),
        ("pt", "nesta terça-feira (21)", (21, None, None)),
        ("es", "el martes 13 con ellos", (13, None, None)),
        ("de", "betrug 2017 6,63 Mrd.", (None, None, 2017)),
        ("ja", "2025-08-06", (6, 8, 2025)),
        ("en", "the third of May 2026", (3, 5, 2026)),
        ("en", "on the twenty-first of May", (21, 5, None)),
        ("en", "25.05.22", (25, 5, 2022)),
        ("en", "2025/8/6", (6, 8, 2025)),
        ("fr", "le premier mars 2026", (1, 3, 2026)),
        ("fr", "le vingt-sept mars", (27, 3, None)),
        ("de", "am einundzwanzigsten Mai", (21, 5, None)),
        ("es", "a veintiocho de marzo de 2.012", (28, 3, 2012)),
        ("pt", "aos vinte e cinco de abril de 1825", (25, 4, 1825)),
        ("ru", "двадцать пятого мая 2026 года", (25, 5, 2026)),
        ("sr-Latn", "dvadeset petog maja", (25, 5, None)),
        ("sr-Cyrl", "двадесет и петог маја", (25, 5, None)),
        ("ar", "الثالث والعشرين من مايو 2026", (23, 5, 2026)),
        ("zh", "二〇二六年五月三日", (3, 5, 2026)),
        ("zh", "十二月二十三日", (23, 12, None)),
    ],
)
def test_a_date_is_read(tag: str, text: str, day: tuple[int | None, ...]) -> None:
    (found,) = dates_in(text, tag)
    assert (found.day, found.month, found.year) == day


@pytest.mark.parametrize(
    ("tag", "text", "days"),
    [
        ("de", "21./22. Mai", [21, 22]),
        ("de", "vom 13. bis zum 15. Mai", [13, 15]),
        ("es", "entre el 4 y el 7 de abril", [4, 7]),
        ("fr", "les 3 et 4 juin", [3, 4]),
        ("en", "3 May", [3]),
    ],
)
def test_two_days_may_share_their_month(tag: str, text: str, days: list[int]) -> None:
    assert [day.day for day in dates_in(text, tag)] == days


def test_a_number_like_a_date_that_no_calendar_has_is_none() -> None:
    assert [day.exact for day in dates_in("file 2026-13-40 of the year", "en")] in ([], [False])


def test_years_from_one_to_another_are_both_dates() -> None:
    assert [day.year for day in dates_in("the plan for 2017-2020", "en")] == [2017, 2020]


def test_days_from_one_to_another_are_both_dates() -> None:
    first, last = dates_in("from March 28 to 31, 2006", "en")
    assert (first.day, first.month) == (28, 3)
    assert last.means(dt.date(2006, 3, 31))
    assert len(dates_in("March 28 to 310 people", "en")) == 1


def test_a_day_that_may_be_a_month_is_either() -> None:
    (day,) = dates_in("06/08/2025", "en")
    assert day.means(dt.date(2025, 8, 6))
    assert day.means(dt.date(2025, 6, 8))
    assert not day.means(dt.date(2025, 7, 7))
    assert not day.means(dt.date(2026, 8, 6))
    (other,) = dates_in("8 June 2025", "en")
    assert other.agrees(day)


@pytest.mark.parametrize("text", ["and he may", "31/31/2025", "400 2025", "1,2025"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert [day for day in dates_in(text, "en") if day.month] == []


@pytest.mark.parametrize(
    ("text", "tag", "months"),
    [("hacia el mar", "es", []), ("el 3 mar", "es", [3]), ("en mai", "fr", [5])],
)
def test_a_short_form_alone_names_no_month(text: str, tag: str, months: list[int]) -> None:
    assert [day.month for day in dates_in(text, tag)] == months


@pytest.mark.parametrize(
    ("one", "other", "agrees"),
    [
        ("6 August", "6 August 2025", True),
        ("August", "6 August 2025", True),
        ("6 August", "August 2025", False),
        ("6 August 2024", "6 August 2025", False),
        ("March", "2027", False),
        ("2027", "2027", True),
    ],
)
def test_a_date_agrees_with_one_that_says_as_much(one: str, other: str, agrees: bool) -> None:
    (mine,), (theirs,) = dates_in(one, "en"), dates_in(other, "en")
    assert mine.agrees(theirs) is agrees


def test_days_of_the_week_and_days_from_today_are_found() -> None:
    assert [days for _, _, days in relative_days("Yesterday they met", "en")] == [-1]
    assert [years for _, _, years in relative_years("в будущем году", "ru")] == [1]
    assert [number for _, _, number in weekdays_in("on Wednesday", "en")] == [3]
    assert [number for _, _, number in weekdays_in("星期三", "zh")] == [3]
    (day,) = dates_in("Wednesday, 6 August 2025", "en")
    assert day.weekday == 3


def test_a_date_knows_whether_it_names_a_day() -> None:
    assert Day(0, 1, "6", 6, 8).exact
    assert not Day(0, 1, "8", None, 8).exact


@pytest.mark.parametrize(
    ("tag", "text", "day"),
    [
        ("en", "HELD ON MONDAY 13th MAY 2015", (13, 5, 2015)),
        ("en", "TUESDAY MAY 6th 2014", (6, 5, 2014)),
        ("ru", "город Королёв «25» ноября 2018 г.", (25, 11, 2018)),
    ],
)
def test_a_date_in_capitals_or_in_quotation_marks_is_one(
    tag: str, text: str, day: tuple[int, int, int]
) -> None:
    assert [(each.day, each.month, each.year) for each in dates_in(text, tag)] == [day]


def test_a_verb_in_capitals_is_no_month() -> None:
    assert dates_in("MEMBERS MAY VOTE", "en") == ()
