from __future__ import annotations

import pytest
from jinja2 import nodes

from octavo.expressions.binding import binder
from octavo.expressions.fault import FaultError


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
