from __future__ import annotations

import datetime as dt

import pytest
from pydantic import ValidationError

from bluf.model import Due

DAY = dt.date(2025, 12, 31)


@pytest.mark.parametrize(
    ("value", "due"),
    [
        ("2025-12-31", Due(date=DAY)),
        (DAY, Due(date=DAY)),
        ("later this year", Due(wording="later this year")),
        ({"wording": "soon", "latest": "2025-12-31"}, Due(wording="soon", latest=DAY)),
    ],
)
def test_a_day_is_a_date_and_all_else_a_wording(value: object, due: Due) -> None:
    assert Due.model_validate(value) == due


def test_a_wording_has_no_last_day_but_that_of_its_bounds() -> None:
    assert Due(wording="soon").last_day is None
    assert Due(wording="soon", latest=DAY).last_day == Due(date=DAY).last_day == DAY


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({}, "a due date needs a wording, a date, or bounds"),
        (
            {"earliest": "2026-01-01", "latest": "2025-12-31"},
            "earliest .2026-01-01. lies after latest .2025-12-31.",
        ),
        ({"date": 20251231}, "a date is written year-month-day"),
        ({"date": "2025-12-31T10:00"}, "a date is written year-month-day"),
    ],
)
def test_what_is_no_due_date_is_refused(value: object, message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Due.model_validate(value)
