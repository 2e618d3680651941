from __future__ import annotations

import pytest

from bluf.data.explain import date_hint


@pytest.mark.parametrize(
    "text",
    [
        *("6 August 2025", "6 Aug. 2025", "06. August 2025", "August 6, 2025", "Aug 6 2025"),
        *("6.8.2025", "06.08.2025.", "6. 8. 2025", "2025/08/06", "2025-8-6", "2025.08.06"),
        *("20250806", "2025-08-06 00:00:00", "2025-08-06T12:00"),
    ],
)
def test_a_date_that_can_mean_one_day_only_is_written_out(text: str) -> None:
    assert date_hint(text) == "write 2025-08-06"


@pytest.mark.parametrize(
    "text", ["06/08/2025", "8-6-2025", "very soon", "6 Foo 2025", "30.2.2025", "6 Ju 2025", "1754"]
)
def test_of_anything_else_nothing_is_guessed(text: str) -> None:
    assert date_hint(text) == "write year-month-day, such as 2025-08-06"
