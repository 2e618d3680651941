from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from types import SimpleNamespace
from typing import Any

import pytest

from octavo.expressions import FaultError, RunError
from octavo.expressions.filters.local import locale_of

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


def test_a_filter_names_a_language_or_takes_that_of_the_rendering() -> None:
    context: Any = SimpleNamespace(language="fr")
    assert locale_of(context, None).language == "fr"
    assert locale_of(context, "sr-Latn").script == "Latn"


def test_a_language_that_is_not_known_is_refused() -> None:
    context: Any = SimpleNamespace(language="en")
    with pytest.raises(FaultError, match="“xx-yy” is not a language known here"):
        locale_of(context, "xx-yy")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ '1234.5'|number }}", "1,234.5"),
        ("{{ 1234.5|number(0) }}", "1,234"),
        ("{{ 1234.5|number(2, 'de') }}", "1.234,50"),
        ("{{ 0.125|percent(1) }}", "12.5%"),
        ("{{ 5|currency('EUR') }}", "€5.00"),
        ("{{ none|number }}{{ none|percent }}{{ none|currency('EUR') }}", ""),
        ("{{ '-3'|abs }}{{ '2.46'|round(1) }}", "32.5"),
    ],
)
def test_numbers_are_written_as_a_language_does(
    render: Callable[..., str], text: str, expected: str
) -> None:
    assert render(text) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ 'many'|number }}", "this needs a number"),
        ("{{ true|number }}", "this needs a number"),
        ("{{ 1|number(21) }}", "there can be 0 to 20 decimals, not 21"),
    ],
)
def test_what_is_no_number_is_refused(render: Callable[..., str], text: str, message: str) -> None:
    with pytest.raises(RunError, match=message):
        render(text)
