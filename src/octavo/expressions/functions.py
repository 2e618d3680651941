"""What a template may call: ``range``, ``namespace``, and what a program adds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from jinja2 import nodes

from octavo.expressions.fault import LIMITS, exceeded, unfit, unsafe
from octavo.expressions.filters.guard import faults_in_words

Bind = Callable[[dict[str, object], Any], None]


class Namespace(dict[str, object]):
    """Names that a template may change from within a loop: ``{% set total.sum = 3 %}``."""


def _range(*bounds: int) -> range:
    found = range(*bounds)
    if len(found) > LIMITS.range:
        raise unsafe(f"“range” counts more than {LIMITS.range:,} numbers")
    return found


FUNCTIONS: Final[Mapping[str, Callable[..., object]]] = {
    "range": faults_in_words("the function “range”", _range),
    "namespace": faults_in_words("the function “namespace”", Namespace),
}
"""The functions that every template may call."""
LOOP_METHODS: Final = frozenset({"cycle", "changed"})
"""What may be called of ``loop``."""


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
