"""Names for values: in a loop, in ``set`` and ``with``, and of a namespace."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import nodes

from octavo.expressions.fault import exceeded, unfit
from octavo.expressions.functions import Namespace
from octavo.expressions.limits import LIMITS

Bind = Callable[[dict[str, object], Any], None]


def binder(target: nodes.Node) -> Bind:
    """The function that gives a value its name, or the members of a value theirs."""
    if isinstance(target, nodes.Name):
        name = target.name
        return lambda names, value: names.__setitem__(name, value)
    if isinstance(target, nodes.NSRef):
        return _field_binder(target.name, target.attr)
    binds = [binder(one) for one in target.iter_child_nodes()]

    def bind(names: dict[str, object], value: Any) -> None:  # noqa: ANN401 — whatever it is
        for one, member in zip(binds, value, strict=True):
            one(names, member)

    return bind


def _field_binder(name: str, field: str) -> Bind:
    """The function that gives a name of a namespace its value."""

    def bind(names: dict[str, object], value: Any) -> None:  # noqa: ANN401 — as above
        space = names.get(name)
        if not isinstance(space, Namespace):
            hint = f"write “{{% set {name} = namespace() %}}” before"
            raise unfit(
                f"“{name}” is not a namespace, and a template can change nothing else", hint
            )
        if len(space) > LIMITS.width:
            raise exceeded(f"a namespace has more than {LIMITS.width:,} names")
        space[field] = value

    return bind
