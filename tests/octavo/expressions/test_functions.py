from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from jinja2 import nodes

from octavo.expressions import RunError
from octavo.expressions.fault import FaultError
from octavo.expressions.functions import binder

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_template_may_count(render: Callable[..., str]) -> None:
    assert render("{% for n in range(2, 9, 3) %}{{ n }}{% endfor %}") == "258"


def test_nobody_counts_without_end(render: Callable[..., str]) -> None:
    with pytest.raises(RunError, match="“range” counts more than 10,000 numbers"):
        render("{{ range(n)|length }}", n=10001)
    assert render("{{ range(10000)|length }}") == "10000"


def test_several_names_take_the_members_of_a_value() -> None:
    names: dict[str, object] = {}
    pair = nodes.Tuple([nodes.Name("key", "store"), nodes.Name("value", "store")], "store")
    binder(pair)(names, ("cost", 5))
    assert names == {"key": "cost", "value": 5}
    with pytest.raises(ValueError, match="longer"):
        binder(pair)(names, (1, 2, 3))


def test_only_a_namespace_can_be_changed() -> None:
    with pytest.raises(FaultError, match="“total” is not a namespace"):
        binder(nodes.NSRef("total", "sum"))({"total": {"sum": 1}}, 3)
