from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

import pytest

Render = Callable[..., str]


@pytest.mark.parametrize(
    ("text", "value", "language", "expected"),
    [
        ("{{ v|date }}", "2025-08-06", "en", "August 6, 2025"),
        ("{{ v|date }}", date(2025, 8, 6), "en-GB", "6 August 2025"),
        ("{{ v|date(language='fr') }}", "2025-08-06", "en", "6 août 2025"),
        ("{{ v|date('d. MMMM y.') }}", "2025-08-06", "sr-Latn", "6. avgust 2025."),
        ("{{ v|date }}{{ v|datetime }}{{ v|time }}", None, "en", ""),
        ("{{ v|datetime('short') }}", "2025-08-06T14:30", "de", "06.08.25, 14:30"),
        ("{{ v|datetime('short') }}", "2025-08-06", "de", "06.08.25, 00:00"),
        ("{{ v|time }}", time(14, 30), "de", "14:30"),
        ("{{ v|time }}", datetime(2025, 8, 6, 14, 30), "de", "14:30"),  # noqa: DTZ001 — a clock on a wall
        ("{{ v|number }}{{ v|percent }}{{ v|currency('EUR') }}", None, "en", ""),
        ("{{ v|number }}", "1234567.5", "de", "1.234.567,5"),
        ("{{ v|number(2) }}", 1234.5, "en", "1,234.50"),
        ("{{ v|number(0) }}", 1234.5, "en", "1,234"),
        ("{{ v|percent }} {{ v|percent(1) }}", 0.125, "en", "12% 12.5%"),
        ("{{ v|currency('EUR') }}", 5, "de", "5,00\xa0€"),
        ("{{ v|enumeration }}", ["a", "b", "c"], "en-GB", "a, b and c"),
        ("{{ v|enumeration('or') }}", ["a", "b"], "de", "a oder b"),
    ],
)
def test_dates_numbers_and_lists_follow_the_language(
    text: str, value: object, language: str, expected: str, render: Render
) -> None:
    assert render(text, language=language, v=value).replace("\u202f", " ") == expected
