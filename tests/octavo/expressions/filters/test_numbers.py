from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.expressions import RunError

if TYPE_CHECKING:
    from collections.abc import Callable


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
