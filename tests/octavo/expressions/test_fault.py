from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.expressions import RunError

if TYPE_CHECKING:
    from collections.abc import Callable

    Render = Callable[..., str]


@pytest.mark.parametrize(
    ("text", "data", "words"),
    [
        ("{% macro m(a) %}{% endmacro %}{{ m() }}", {}, "without its “a”"),
        ("{% macro m(a) %}{% endmacro %}{{ m(1, 2) }}", {}, "takes 1 arguments, not 2"),
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
    ],
)
def test_a_fault_says_what_is_wrong(
    text: str, data: dict[str, object], words: str, render: Render
) -> None:
    with pytest.raises(RunError, match=words):
        render(text, **data)
