"""Hostile templates end by the budget of work, at the tag that spends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from jinja2 import nodes

from octavo.expressions import LIMITS, SANDBOX, RunError, scan
from octavo.expressions.parse import check
from octavo.expressions.weigh import weigh

if TYPE_CHECKING:
    from collections.abc import Callable

    Render = Callable[..., str]


def test_a_value_is_weighed_no_further_than_asked() -> None:
    shared: list[object] = [1]
    for _ in range(50):
        shared = [shared, shared]
    assert 1000 < weigh(shared, 1000) < 1010
    assert weigh({"a": [1, "x" * 1280], "b": None}, 99) == 1 + 4 + 2 + 10


def test_a_usual_document_is_far_from_the_limit(render: Render) -> None:
    rows = [{"a": number, "b": "text"} for number in range(20_000)]
    text = "{% for r in rows %}{{ r.a }}{{ r.b|upper }}{% if r.a > 3 %}x{% endif %}{% endfor %}"
    assert len(render(text, rows=rows)) > 100_000
    assert LIMITS.work >= 500_000


def test_a_scalar_weighs_one() -> None:
    assert weigh(5, 10) == 1


def test_lists_are_not_added_up_for_nothing(render: Render) -> None:
    with pytest.raises(RunError, match="more work"):
        render("{{ xs|sum(start=[])|length }}", work=20_000, xs=[[1]] * 5_000)


def test_values_alone_spend_too(render: Render) -> None:
    with pytest.raises(RunError, match="more work"):
        render("{{ a }}{{ a }}{{ a }}", work=2, a="x")
    with pytest.raises(RunError, match="more work"):
        render("{% if a %}x{% endif %}", work=0, a="x")


PRICED: dict[str, object] = {
    "a": "a",
    "l": "x" * 130,
    "xs": list(range(20)),
    "m": {"b": {"c": 1}, "k": "x" * 130, (1, 2): 3},
    "rows": [{"n": number} for number in range(9)],
}


@pytest.mark.parametrize(
    ("template", "steps"),
    [
        ("plain", 0),
        ("{{ a }}", 1),
        ("{{ a }}{{ a }}", 2),
        ("{{ l }}", 3),
        ("{{ m.b.c }}", 1),
        ("{{ xs[1] }}", 1),
        ("{{ a ~ l }}", 5),
        ("{{ 1 + 2 * 3 }}", 2),
        ("{{ l + l }}", 9),
        ("{{ a == l }}", 2),
        ("{{ xs == xs }}", 22),
        ("{{ a in l }}", 3),
        ("{{ 3 in xs }}", 23),
        ("{{ 'b' in m }}", 2),
        ("{{ (1, 2) in m }}", 5),
        ("{{ not a }}", 1),
        ("{{ a and l }}", 3),
        ("{{ a if l else xs }}", 1),
        ("{% if a %}x{% endif %}", 1),
        ("{% if a == 'a' %}x{% elif l %}y{% else %}z{% endif %}", 2),
        ("{% for x in xs %}{% endfor %}", 20),
        ("{% for x in xs %}{{ x }}{% endfor %}", 40),
        ("{% for x in xs %}{{ loop.index }}{% endfor %}", 40),
        ("{% for x in xs if x > 3 %}{{ x }}{% endfor %}", 92),
        ("{% for x in xs %}{% for y in xs %}{{ y }}{% endfor %}{% endfor %}", 820),
        ("{% for x in xs %}{% if x > 2 %}{% break %}{% endif %}{% endfor %}", 28),
        ("{% set q = a %}{{ q }}", 2),
        ("{% set q %}{{ l }}{% endset %}{{ q }}", 7),
        ("{% with q = a %}{{ q }}{% endwith %}", 3),
        ("{% filter upper %}{{ l }}{% endfilter %}", 8),
        ("{% macro f(x) %}{{ x }}{% endmacro %}{{ f(a) }}{{ f(l) }}", 25),
        ("{{ l|upper }}", 7),
        ("{{ l|replace('x', 'yy') }}", 10),
        ("{{ l|truncate(9) }}", 4),
        ("{{ l|wordwrap(9) }}", 137),
        ("{{ l|center(200) }}", 8),
        ("{{ l|markdown }}", 6),
        ("{{ '*a*'|markdown }}", 119),
        ("{{ l|length }}", 2),
        ("{{ xs|length }}", 2),
        ("{{ xs|sum }}", 22),
        ("{{ xs|join(',') }}", 23),
        ("{{ xs|sort|first }}", 65),
        ("{{ xs|map('string')|join }}", 84),
        ("{{ xs|max }}", 64),
        ("{{ 5|number }}", 42),
        ("{{ 5|default(a) }}", 2),
        ("{{ l|urlencode }}", 38),
        ("{{ l|title }}", 38),
        ("{{ l|wordcount }}", 34),
        ("{{ l|indent }}", 7),
        ("{{ '%s'|format(l) }}", 6),
        ("{{ a is defined }}", 1),
        ("{{ l is string }}", 1),
        ("{{ xs is eq xs }}", 22),
        ("{{ (xs + xs)|length }}", 6),
        ("{{ xs[1:3]|length }}", 5),
        ("{{ [1, 2, a]|length }}", 3),
        ("{{ {'k': a}|length }}", 4),
        ("{{ xs|select('odd')|length }}", 23),
        ("{{ xs|unique|length }}", 65),
        ("{{ xs|batch(3)|length }}", 23),
        ("{{ xs|slice(3)|length }}", 23),
        ("{{ rows|groupby('n')|length }}", 32),
        ("{{ rows|sort(attribute='n')|length }}", 33),
        ("{{ rows|map(attribute='n')|sum }}", 22),
        ("{{ rows|sum(attribute='n') }}", 11),
        ("{{ rows|selectattr('n')|length }}", 12),
        ("{{ xs|reverse|length }}", 4),
        ("{{ range(30)|length }}", 10),
        ("{{ m|items|length }}", 6),
        ("{{ l|list|length }}", 4),
        ("{{ l|first }}", 3),
        ("{{ xs|last }}", 2),
        ("{{ l ~ l ~ l }}", 11),
        ("{% for x in range(5) %}{{ x }}{% endfor %}", 18),
        ("{% for x in [] %}{% else %}{{ a }}{% endfor %}", 1),
        ("{{ 2 ** 8 }}", 1),
        ("{{ 7 // 2 % 3 }}", 2),
        ("{{ -5 }}", 1),
        ("{{ 1 < 2 < 3 }}", 4),
        ("{{ xs|min }}", 64),
        ("{{ 1.5|round }}", 2),
        ("{{ 5|percent }}", 42),
        ("{{ 5|currency('EUR') }}", 42),
        ("{{ l|trim }}", 7),
        ("{{ l|lower }}", 7),
        ("{{ l|capitalize }}", 7),
        ("{{ l|split|length }}", 35),
        ("{{ l|e }}", 6),
        ("{{ l[3] }}", 1),
        ("{{ l[1:3] }}", 4),
        ("{{ '[a](b)'|markdown }}", 111),
        ("{{ '2025-01-02'|date }}", 43),
        ("{{ '3'|int }}", 2),
        ("{{ '3'|float }}", 2),
    ],
)
def test_what_a_template_takes(render: Render, template: str, steps: int) -> None:
    render(template, work=steps, **PRICED)
    if steps:
        with pytest.raises(RunError, match="more work"):
            render(template, work=steps - 1, **PRICED)


def test_a_text_has_so_many_tags() -> None:
    found = scan("{{x}}" * (LIMITS.tags + 2))
    assert "comes after 10,000 tags" in found.misread[0].fault.message


def test_what_is_on_no_list_is_refused() -> None:
    node = nodes.ContextReference()
    assert [fault.rule for fault in check(node, SANDBOX, is_long=False)] == ["template-unsafe"]
