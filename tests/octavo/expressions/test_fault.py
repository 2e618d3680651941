from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from octavo.expressions import RunError

if TYPE_CHECKING:
    from collections.abc import Callable

    Render = Callable[..., str]

X, LINES = "x" * 400_000, "\n" * 100_000
PAST = [
    ("{{ xs|join(s)|length }}", {"xs": [X, X], "s": "y" * 100_000}, {"xs": [X, X + "x"]}),
    ("{{ xs|join|length }}", {"xs": [X, X, "x" * 200_000]}, {"xs": [X, X, "x" * 200_001]}),
    ("{{ t|replace('a', 'bbbb')|length }}", {"t": "a" * 200_000}, {"t": "a" * 200_000 + "b"}),
    ("{{ t|indent(4)|length }}", {"t": LINES + "x" * 500_000}, {"t": LINES + "x" * 500_001}),
    ("{{ t|split(',')|length }}", {"t": "," * 100_000}, {"t": "," * 100_001}),
    ("{{ t|split|length }}", {"t": "x" * 100_000}, {"t": "x" * 100_001}),
    ("{{ t|upper|length }}", {"t": "x" * 1_000_000}, {"t": "x" * 1_000_001}),
    ("{{ (t ~ s)|length }}", {"t": "x" * 999_999, "s": "x"}, {"s": "xx"}),
    ("{{ (t + s)|length }}", {"t": "x" * 999_999, "s": "x"}, {"s": "xx"}),
    ("{{ (xs + ys)|length }}", {"xs": [1] * 99_999, "ys": [1]}, {"ys": [1, 1]}),
    ("{{ a * b }}", {"a": 2**127, "b": 2**127}, {"b": 2**128}),
    ("{{ a + b }}", {"a": 2**127, "b": 2**127}, {"b": 2**128}),
    ("{{ xs|batch(n)|list|length }}", {"xs": [1], "n": 1000}, {"n": 1001}),
    ("{{ range(n)|length }}", {"n": 10_000}, {"n": 10_001}),
    ("{{ 2 ** n }}", {"n": 128}, {"n": 129}),
    ("{{ d|date(f) }}", {"d": date(2026, 1, 2), "f": f"'{X[:998]}'"}, {"f": f"'{X[:999]}'"}),
    ("{{ xs|enumeration|length }}", {"xs": ["a"] * 1000}, {"xs": ["a"] * 1001}),
]


@pytest.mark.parametrize(
    ("text", "data", "words"),
    [
        ("{% macro m(a) %}{% endmacro %}{{ m() }}", {}, "without its “a”"),
        ("{% macro m(a) %}{% endmacro %}{{ m(1, 2) }}", {}, "takes 1 argument, not 2"),
        ("{% macro m(a) %}{% endmacro %}{{ m(1, b=2) }}", {}, "knows no “b”"),
        ("{% macro m(a) %}{{ m(a) }}{% endmacro %}{{ m(1) }}", {}, "more than 20 deep"),
        ("{{ m(1) }}{% macro m(a) %}{% endmacro %}", {}, "is not known here"),
        ("{% set n.x = 1 %}", {"n": {}}, "is not a namespace"),
        ("{% set n = namespace(1, 2) %}", {}, "the function “namespace” cannot work"),
        ("{{ range(n) }}", {"n": 10_001}, "counts more than 10,000"),
        ("{{ range('a') }}", {}, "the function “range” cannot work"),
        ("{{ range() }}", {}, "the function “range” cannot work"),
        ("{{ loop.cycle(1) }}", {"loop": {}}, "no loop around it"),
        ("{% filter date %}soon{% endfilter %}", {}, "is not a date"),
        ("{% set x | date %}soon{% endset %}", {}, "is not a date"),
        ("{{ 'a'|split('') }}", {}, "split at nothing"),
        ("{{ s|split(',') }}", {"s": "," * 100_001}, "pieces"),
        ("{{ xs|enumeration }}", {"xs": ["a"] * 1001}, "more than 1,000 items"),
        ("{{ '%s'|format(xs) }}", {"xs": []}, "cannot be printed"),
        ("{{ c }}", {"c": {"id": 1, "name": "x"}}, "cannot be printed"),
        ("{{ xs|round }}", {}, "“xs” is not in the data"),
        ("{{ x.y|abs }}", {"x": {"z": 1}}, "“x” has no “y”"),
        ("{{ x['y z'] }}", {"x": {"z": 1}}, "“x” has no “y z”"),
        ("{{ x is eq y }}", {"x": 1}, "“y” is not in the data"),
        ("{{ x is even }}", {}, "“x” is not in the data"),
        ("{{ x is even }}", {"x": "a"}, "“is even” needs numbers, not a text"),
        ("{{ 4 is divisibleby(x) }}", {"x": None}, "needs numbers, not nothing"),
        ("{{ n[1:2] }}", {"n": 5}, "takes a part of a text or a list, not of a number"),
        ("{{ s['a':'b'] }}", {"s": "abc"}, "a part is given by whole numbers"),
        ("{{ (0 - 8) ** 0.5 }}", {}, "gives no number for a number"),
        ("{{ n|number }}", {"n": 10**5000}, "a number has too many digits|very many digits"),
    ],
)
def test_a_fault_says_what_is_wrong(
    text: str, data: dict[str, object], words: str, render: Render
) -> None:
    with pytest.raises(RunError, match=words):
        render(text, **data)


@pytest.mark.parametrize(("text", "data", "past"), PAST, ids=[text for text, _, _ in PAST])
def test_what_is_made_has_a_limit(
    render: Render, text: str, data: dict[str, object], past: dict[str, object]
) -> None:
    assert render(text, work=10**9, **data)
    with pytest.raises(RunError):
        render(text, work=10**9, **(data | past))
