from __future__ import annotations

import datetime as dt

import pytest

from bluf.model import Due

DAY = dt.date(2025, 12, 31)


@pytest.mark.parametrize(
    ("value", "field"),
    [
        ("2025-12-31", "date"),
        (" 2025-12-31 ", "date"),
        ("later this year", "wording"),
        ("2025-12-31T10:00", "wording"),
        ({"wording": "soon"}, None),
    ],
)
def test_a_day_is_a_date_and_all_else_a_wording(value: object, field: str | None) -> None:
    assert Due.in_short(value) == field


def test_a_wording_has_no_last_day_but_that_of_its_bounds() -> None:
    assert Due(wording="soon").last_day is None
    assert Due(wording="soon", latest=DAY).last_day == Due(date=DAY).last_day == DAY


def test_a_due_date_says_something() -> None:
    with pytest.raises(ValueError, match="a due date needs a wording, a date, or bounds"):
        Due()


def test_a_due_date_begins_before_it_ends() -> None:
    message = "earliest .2026-01-01. lies after latest .2025-12-31."
    with pytest.raises(ValueError, match=message):
        Due(earliest=dt.date(2026, 1, 1), latest=DAY)
