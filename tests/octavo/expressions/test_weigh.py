from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.expressions import RunError
from octavo.expressions.weigh import compared, copied, hashed, length, sought, weigh

if TYPE_CHECKING:
    from collections.abc import Callable

    Render = Callable[..., str]


DOUBLED = "{% set x = [1] %}" + "{% set x = [x, x] %}" * 40


OTHER = "{% set y = [1] %}" + "{% set y = [y, y] %}" * 40


TUPLE = "{% set x = (1,) %}" + "{% set x = (x, x) %}" * 40


DATA = {
    "xs": list(range(300)),
    "rows": [{"a": number, "b": "x" * 9} for number in range(500)],
    "text": "lorem ipsum " * 6_000,
    "words": ["word"] * 5_000,
    "marks": "**a_" * 500,
}


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        (DOUBLED + "{% if x == x %}{% endif %}", "{% if x == x %}"),
        (DOUBLED + OTHER + "{% if x < y %}{% endif %}", "{% if x < y %}"),
        (DOUBLED + OTHER + "{% if x in [y] %}{% endif %}", "{% if x in [y] %}"),
        (DOUBLED + "{{ [x, x]|sort|length }}", "{{ [x, x]|sort|length }}"),
        (
            DOUBLED + OTHER + "{{ [x]|select('eq', y)|list|length }}",
            "{{ [x]|select('eq', y)|list|length }}",
        ),
        (
            DOUBLED + OTHER + "{{ [[x, y]]|map('sort')|list|length }}",
            "{{ [[x, y]]|map('sort')|list|length }}",
        ),
        (TUPLE + "{{ [x]|unique|list|length }}", "{{ [x]|unique|list|length }}"),
        (TUPLE + "{% set d = {x: 1} %}", "{% set d = {x: 1} %}"),
        (TUPLE + "{{ rows[x] }}", "{{ rows[x] }}"),
        *(
            ("{% for a in xs %}" + tag + "{% endfor %}", tag)
            for tag in (
                "{% for b in xs %}",
                "{% set q = text|upper %}",
                "{% set q = text|wordwrap(10) %}",
                "{% set q = text|urlencode %}",
                "{% set q = rows|sort(attribute='b') %}",
                "{% set q = rows|groupby('b') %}",
                "{% set q = rows|selectattr('a', 'eq', 3)|list %}",
                "{% set q = words|join(' ') %}",
                "{% set q = words|map('upper')|list %}",
                "{% set q = words|batch(2) %}",
                "{% set q = words[1:] %}",
                "{% set q = {'a': words}|dictsort %}",
                "{% set q = text ~ a %}",
                "{% if 'zz' in text %}",
                "{% set q = words + words %}",
                "{% set q = marks|markdown %}",
                "{% set q = words|map('string')|join(',') %}",
                "{% set q = words|unique|list %}",
                "{% set q = text|title %}",
                "{% set q = text|split(' ') %}",
                "{% set q = text|truncate(900) %}",
                "{% set q = rows|map(attribute='b')|list %}",
                "{% set q = words|slice(1000, 'y') %}",
                "{% set q = words|reverse|list %}",
                "{% set q = '2025-01-01'|date('EEEE d MMMM yyyy', 'fr') %}",
                "{% set q = loop.cycle(words, text ~ a) %}",
            )
        ),
        (
            (
                "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}"
                "{{ m(18) }}"
            ),
            "",
        ),
    ],
)
def test_it_ends_at_the_tag_that_spends(text: str, tag: str, render: Render) -> None:
    closed = {"{% for b": "{% endfor %}", "{% if 'zz'": "{% endif %}"}
    for start, end in closed.items():
        if tag.startswith(start):
            text = text.replace(tag, tag + end)
    with pytest.raises(RunError) as caught:
        render(text, work=20_000, **DATA)
    assert "limit-exceeded" in [fault.rule for _, fault in caught.value.faults]


LONG = "x" * 2048


@pytest.mark.parametrize(
    ("steps", "values", "expected"),
    [
        (weigh, (LONG, 99), 17),
        (weigh, ("x" * 127, 99), 1),
        (weigh, ("x" * 128, 99), 2),
        (weigh, ("x" * 128 * 3, 99), 4),
        (weigh, ({"a": 1, "b": 2}, 99), 5),
        (weigh, ([1, [2, 3]], 99), 5),
        (weigh, ({"a": LONG}, 99), 19),
        (weigh, ({1, 2}, 99), 3),
        (weigh, (object(), 99), 1),
        (weigh, ([[1], [2], [3]], 3), 4),
        (weigh, ([[1], [2], [3]], 4), 5),
        (length, (LONG,), 17),
        (length, ("x" * 128 * 3,), 4),
        (length, ("x" * 127,), 1),
        (length, ([1, 2],), 3),
        (length, (range(9),), 10),
        (length, (None,), 1),
        (copied, (LONG,), 17),
        (copied, ([1] * 15,), 1),
        (copied, ([1] * 32,), 3),
        (copied, ([1] * 48,), 4),
        (copied, ("x" * 128 * 3,), 4),
        (copied, (range(48),), 4),
        (copied, ({"a": 1},), 1),
        (compared, (1, [1, 2], 99), 1),
        (compared, ([1, 2], 1, 99), 1),
        (compared, (LONG, LONG, 99), 3),
        (compared, ("x" * 1023, "", 99), 1),
        (compared, ("x" * 1024 * 3, "", 99), 4),
        (compared, ([1], LONG, 99), 1),
        (compared, ([1, 2], [1, 2], 99), 3),
        (sought, ("x", LONG, 99), 17),
        (sought, (1, range(999), 99), 1),
        (sought, (1, {1: 2}, 99), 1),
        (sought, ((1, 2), {1, 2}, 99), 3),
        (sought, ([1], [1, 2], 99), 5),
        (hashed, ("x", 99), 1),
        (hashed, ((1, (2, 3)), 99), 5),
    ],
)
def test_work_is_counted_in_steps(
    steps: Callable[..., int], values: tuple[object, ...], expected: int
) -> None:
    assert steps(*values) == expected
