from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from jinja2 import Environment

from octavo.expressions.evaluate import steps_of

Render = Callable[..., str]


@pytest.mark.parametrize(
    ("text", "data", "expected"),
    [
        ("Hi {{ name }}!", {"name": "Ada"}, "Hi Ada!"),
        ("{{ a.b.c }} {{ a['b']['c'] }}", {"a": {"b": {"c": 1}}}, "1 1"),
        ("{{ x.items }}", {"x": {"items": "field before method"}}, "field before method"),
        ("{{ xs[0] }}{{ xs[-1] }}{{ xs[1:]|join }}", {"xs": ["a", "b"]}, "abb"),
        ("{% for x in xs %}{{ loop.index }}{{ x }}{% endfor %}", {"xs": "ab"[:0].split()}, ""),
        ("{% for x in xs %}{{ loop.index }}{{ x }};{% endfor %}", {"xs": ["a", "b"]}, "1a;2b;"),
        ("{{ loophole }}{{ loop|default('-') }}", {"loophole": "a way"}, "a way-"),
        ("{% for x in xs %}{% else %}none{% endfor %}", {"xs": None}, "none"),
        ("{% for k in m %}{{ k }}{% endfor %}", {"m": {"a": 1}}, "a"),
        ("{% for k, v in m|items %}{{ k }}{{ v }}{% endfor %}", {"m": {"a": 1}}, "a1"),
        ("{% for x in xs|map('upper') %}{{ x }}{% endfor %}", {"xs": ["a"]}, "A"),
        ("{% for x in xs if x > 1 %}{{ x }}{% endfor %}", {"xs": [1, 2]}, "2"),
        ("{% for x in it %}{{ x }}{% endfor %}", {"it": iter("ab")}, "ab"),
        ("{% if n < 1 %}a{% elif n < 3 %}b{% else %}c{% endif %}", {"n": 2}, "b"),
        ("{% set a = 2 %}{{ a + 1 }}", {}, "3"),
        ("{% set a %}x{{ n }}{% endset %}{{ a }}", {"n": 1}, "x1"),
        ("{% with a = n %}{{ a }}{% endwith %}", {"n": 1}, "1"),
        ("{{ a ~ b ~ 3 }}", {"a": "x", "b": None}, "x3"),
        ("{{ a or b }}{{ (1, 2)|join }}{{ a|join }}", {"a": None, "b": "y"}, "y12"),
        ("{% for r in xs|batch(2) %}{{ r|join }};{% endfor %}", {"xs": [1, 2, 3]}, "12;3;"),
        ("{{ x|default('-') }}", {"x": "there"}, "there"),
        ("{{ 'a' + 'b' }}{{ 7 % 4 }}{{ 2 ** 3 }}{{ 2 * 3.5 }}", {}, "ab387.0"),
        ("{{ 'a}}b %}' }}", {}, "a}}b %}"),
        ("{{ {'a': 'x', 'b': 'Beta'}[k] }}", {"k": "b"}, "Beta"),
        ("{{ x if x is defined else 'no' }}", {}, "no"),
        ("{{ d.year }}", {"d": date(2025, 8, 6)}, "2025"),
        ("{{ v }}", {"v": "{{ 7*7 }} <&>"}, "{{ 7*7 }} <&>"),
        ("{_{ x }_} {_% y %_}", {}, "{{ x }} {% y %}"),
        ("{% raw %}{{ x }}{% endraw %}{# not this #}.", {}, "{{ x }}."),
        ("{{ x }}", {"x": Decimal("1.50")}, "1.50"),
    ],
)
def test_an_expression_prints_what_jinja_would(
    text: str, data: dict[str, object], expected: str, render: Render
) -> None:
    assert render(text, **data) == expected


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("a", 1),
        ("1", 1),
        ("a.b", 1),
        ("a.b.c", 1),
        ("-a", 1),
        ("a.b.c.d.e", 2),
        ("a + b * c / d", 2),
        ("[a, b, c, d, e, f, g, h]", 3),
    ],
)
def test_an_expression_takes_a_step_and_one_for_four_more_nodes(text: str, steps: int) -> None:
    (output,) = Environment(autoescape=True).parse(f"{{{{ {text} }}}}").body
    (expression,) = output.iter_child_nodes()
    assert steps_of(expression) == steps
