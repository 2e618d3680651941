from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.expressions import RunError

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ people|join(', ', 'name.0') }}", "A, B"),
        ("{{ people|sum('age', 1) }}", "8"),
        ("{{ (people|first).age }}{{ (people|last).age }}", "34"),
        ("{% for row in [1, 2, 3]|batch(2, 0) %}{{ row|join }};{% endfor %}", "12;30;"),
        ("{{ 'abc'|reverse }}{{ [1, 2]|reverse|join }}", "cba21"),
        ("{{ people|map(attribute='age')|list|length }}{{ none|join }}", "2"),
    ],
)
def test_lists_are_put_together(render: Callable[..., str], text: str, expected: str) -> None:
    people = [{"name": ["A"], "age": 3}, {"name": ["B"], "age": 4}]
    assert render(text, people=people) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ 'text'|join }}", "this needs a list"),
        ("{{ [1]|items }}", "“items” needs a mapping"),
        ("{{ [1]|map(name)|list }}", "“_hidden” is not a filter for templates"),
        ("{{ [[1, 2]]|map(attribute='_' ~ name)|list }}", "__hidden"),
    ],
)
def test_what_is_no_list_or_reaches_inside_is_refused(
    render: Callable[..., str], text: str, message: str
) -> None:
    with pytest.raises(RunError, match=message):
        render(text, name="_hidden")
