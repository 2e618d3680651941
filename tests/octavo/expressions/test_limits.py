"""Each limit of what an expression may make: what lies at it is made, one past it is refused."""

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


@pytest.mark.parametrize(("text", "data", "past"), PAST, ids=[text for text, _, _ in PAST])
def test_what_is_made_has_a_limit(
    render: Render, text: str, data: dict[str, object], past: dict[str, object]
) -> None:
    assert render(text, work=10**9, **data)
    with pytest.raises(RunError):
        render(text, work=10**9, **(data | past))
