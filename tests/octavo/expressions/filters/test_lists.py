from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.expressions import LIMITS, RunError
from octavo.expressions.filters.lists import COSTS

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ people|join(', ', 'name.0') }}", "A, B"),
        ("{{ people|sum('age', 1) }}", "8"),
        ("{{ people|sum('age') }}", "7"),
        ("{% for row in [1, 2, 3, 4, 5]|batch(2, 0) %}{{ row|join }};{% endfor %}", "12;34;50;"),
        ("{% for row in [1, 2, 3, 4]|batch(3, 0) %}{{ row|join }};{% endfor %}", "123;400;"),
        ("{% for row in [1, 2, 3, 4]|batch(3) %}{{ row|join }};{% endfor %}", "123;4;"),
        ("{{ []|batch(3, 0)|list|length }}", "0"),
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
        ("{{ [[1, 2]]|selectattr('_' ~ name)|list }}", "__hidden"),
        ("{{ [[1, 2]]|rejectattr('a.' ~ name)|list }}", "a._hidden"),
        ("{{ [[1, 2]]|groupby(name)|list }}", "_hidden"),
        ("{{ [[1, 2]]|sort(attribute=name)|list }}", "_hidden"),
        ("{{ [[1, 2]]|join('', name) }}", "_hidden"),
    ],
)
def test_what_is_no_list_or_reaches_inside_is_refused(
    render: Callable[..., str], text: str, message: str
) -> None:
    with pytest.raises(RunError, match=message):
        render(text, name="_hidden")


@pytest.mark.parametrize(
    ("separator", "expected"), [("y", LIMITS.text), ("yy", None), ("", LIMITS.text - 2)]
)
def test_a_joined_text_has_a_longest_length(
    render: Callable[..., str], separator: str, expected: int | None
) -> None:
    texts = ["x" * (LIMITS.text - 2), ""]
    text = "{{ texts|join(between)|length }}"
    if expected is None:
        with pytest.raises(RunError, match="“join” makes a text of more than"):
            render(text, texts=texts, between=separator)
    else:
        assert int(render(text, texts=texts, between=separator)) <= expected


ROWS = ({"a": [1, 2], "b": 3}, {"a": [4, 5]})


@pytest.mark.parametrize(
    ("args", "named", "steps"),
    [
        ((3,), {}, 1),
        (("text",), {}, 1),
        (({"a": 1},), {}, 3),
        (([],), {}, 2),
        (([1, 2, 3],), {}, 8),
        (([1] * 7,), {}, 16),
        (([1] * 8,), {}, 27),
        (([1] * 128,), {}, 129 + 129 * 3),
        (([[1, 2], [3]],), {}, 9),
        ((ROWS, "a"), {}, 3 + 7),
        ((ROWS, True, "a"), {}, 3 + 7),
        ((ROWS,), {"attribute": "b"}, 3 + 3),
        ((ROWS, "a"), {"attribute": "b"}, 3 + 3),
        (([[1], [2]], 0), {"attribute": 0}, 3 + 5),
        (([[1], [2]],), {"attribute": "a"}, 3 + 5),
    ],
)
def test_comparing_takes_a_step_for_each_item_and_more_for_many(
    args: tuple[object, ...], named: dict[str, object], steps: int
) -> None:
    for name in ("sort", "unique", "groupby", "min", "max", "dictsort"):
        assert COSTS[name](*args, **named) == steps


@pytest.mark.parametrize(
    ("name", "value", "steps"),
    [
        ("list", [1] * 32, 3),
        ("reverse", [1] * 15, 1),
        ("length", [1] * 32, 1),
        ("last", "x" * 999, 1),
    ],
)
def test_a_copy_takes_little_and_a_length_nothing(name: str, value: object, steps: int) -> None:
    assert COSTS[name](value) == steps
