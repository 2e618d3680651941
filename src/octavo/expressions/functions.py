"""What a template may call: ``range``, ``namespace``, and what a program adds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from octavo.expressions.fault import unsafe
from octavo.expressions.filters.guard import faults_in_words
from octavo.expressions.limits import LIMITS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


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
