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


def test_a_text_has_so_many_tags() -> None:
    found = scan("{{x}}" * (LIMITS.tags + 2))
    assert "comes after 10,000 tags" in found.misread[0].fault.message


def test_what_is_on_no_list_is_refused() -> None:
    node = nodes.ContextReference()
    assert [fault.rule for fault in check(node, SANDBOX, is_long=False)] == ["template-unsafe"]
