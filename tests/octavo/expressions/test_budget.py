"""Hostile templates end by the budget of work, at the tag that spends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from jinja2 import nodes

from octavo.expressions import LIMITS, SANDBOX, RunError, scan
from octavo.expressions.allow import check
from octavo.expressions.weigh import weigh

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


def test_a_text_has_so_many_tags() -> None:
    found = scan("{{x}}" * (LIMITS.tags + 2))
    assert "comes after 10,000 tags" in found.misread[0].fault.message


def test_what_is_on_no_list_is_refused() -> None:
    node = nodes.ContextReference()
    assert [fault.rule for fault in check(node, SANDBOX, is_long=False)] == ["template-unsafe"]
