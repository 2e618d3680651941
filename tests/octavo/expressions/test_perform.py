from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

import pytest

from octavo.expressions import LIMITS, RunError

if TYPE_CHECKING:
    from collections.abc import Callable

    Render = Callable[..., str]


@pytest.mark.parametrize(
    ("text", "data", "printed"),
    [
        (
            "{% macro m(a, b=2) %}<{{ a }}{{ b }}>{% endmacro m %}{{ m(1) }}{{ m(3, b=4) }}",
            {},
            "<12><34>",
        ),
        (
            "{% macro m(n) %}{% if n %}{{ n }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(3) }}",
            {},
            "321",
        ),
        ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(a='x')|upper }}", {}, "X"),
        (
            (
                "{% set n = namespace(t=0) %}{% for x in xs %}{% set n.t = n.t + x %}"
                "{% endfor %}{{ n.t }}"
            ),
            {"xs": [1, 2]},
            "3",
        ),
        ("{% for i in range(3) %}{{ i }}{% endfor %}{{ range(1, 7, 2)|join }}", {}, "012135"),
        ("{% for x in xs %}{{ loop.cycle('a', 'b') }}{% endfor %}", {"xs": [1, 2, 3]}, "aba"),
        (
            "{% for x in xs %}{% if loop.changed(x) %}{{ x }}{% endif %}{% endfor %}",
            {"xs": [1, 1, 2]},
            "12",
        ),
        (
            "{% for x in xs %}{% if x == 2 %}{% break %}{% endif %}{{ x }}{% endfor %}!",
            {"xs": [1, 2, 3]},
            "1!",
        ),
        (
            (
                "{% for x in xs %}{% if x == 2 %}{% continue %}{% endif %}{{ x }}"
                "{{ loop.index }}{% endfor %}"
            ),
            {"xs": [1, 2, 3]},
            "1133",
        ),
        (
            (
                "{% for x in xs %}{% with y = x %}{% if y == 2 %}{% break %}{% endif %}{{ y }}"
                "{% endwith %}{{ loop.last }}{% endfor %}"
            ),
            {"xs": [1, 2]},
            "1False",
        ),
        (
            "{% for x in xs %}{% for y in xs %}{% break %}{% endfor %}{{ x }}{% endfor %}",
            {"xs": [1, 2]},
            "12",
        ),
        ("{% filter upper|replace('A', n) %}a{{ b }}{% endfilter %}", {"n": "x", "b": "c"}, "xC"),
        ("{% set x | upper %}a{{ b }}{% endset %}{{ x }}", {"b": "c"}, "AC"),
        ("{{ 'a,b'|split(',')|last }}{{ 'a b'|split|first }}", {}, "ba"),
        ("{{ '%s %.1f'|format(x, 2) }}", {"x": None}, " 2.0"),
        ("{{ rows|sum(attribute='n') }}", {"rows": [{"n": 1}, {"n": 2}]}, "3"),
        (
            "{{ rows|sort(attribute='n')|map(attribute='n')|join }}",
            {"rows": [{"n": 2}, {"n": 1}]},
            "12",
        ),
        (
            "{{ (1, 2) in {(1, 2): 3} }}{{ {(1, 2): 3}[(1, 2)] }}{{ 'b' in 'abc' }}{{ 1 in xs }}",
            {"xs": {1}},
            "True3TrueTrue",
        ),
        ("{{ xs|sum(start=[])|join }}", {"xs": [[1], [2]]}, "12"),
        ("{{ 2 in range(3) }}{{ xs|first }}{{ xs|last }}", {"xs": {1: 2}}, "True11"),
        (
            "{{ {'a': [1, 'b']} == {'a': [1, 'b']} }}{{ xs[1:]|join }}{{ 'abc'[1:] }}",
            {"xs": [1, 2]},
            "True2bc",
        ),
    ],
)
def test_a_template_says(text: str, data: dict[str, object], printed: str, render: Render) -> None:
    assert render(text, **data) == printed


def test_a_loop_of_pairs_can_be_left(render: Render) -> None:
    text = "{% for k, v in m|items %}{% if v == 2 %}{% break %}{% endif %}{{ k }}{% endfor %}"
    assert render(text, m={"a": 1, "b": 2}) == "a"
    counted = "{% for k in m %}{{ loop.index }}{% break %}{% endfor %}"
    assert render(counted, m=[1, 2]) == "1"


def test_a_loop_without_a_known_end_is_refused_not_cut(render: Render) -> None:
    text = "{% for x in xs %}{{ x }}{% endfor %}"
    assert len(render(text, xs=repeat("a", LIMITS.items))) == LIMITS.items
    with pytest.raises(RunError, match="runs over more than 100,000 items"):
        render(text, xs=repeat("a", LIMITS.items + 1))
