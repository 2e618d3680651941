"""The filters and tests a template may use, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, cast

from jinja2.tests import TESTS as _JINJA_TESTS

from octavo.expressions.filters import lists, local, texts
from octavo.expressions.filters.guard import guard, guard_test, once
from octavo.expressions.weigh import compared, sought

_TABLES: Final = (texts, lists, local)
FILTERS: Final[Mapping[str, Callable[..., object]]] = {
    name: guard(name, function, room.COSTS.get(name, once))
    for room in _TABLES
    for name, function in room.TABLE.items()
}
_COMPARING: Final = (
    *("eq", "equalto", "ne", "lt", "lessthan", "le", "gt", "greaterthan", "ge"),
    *("==", "!=", "<", "<=", ">", ">="),
)
_PLAIN: Final = (
    *("defined", "undefined", "none", "boolean", "true", "false", "string", "number"),
    *("integer", "float", "mapping", "sequence", "iterable", "odd", "even", "divisibleby"),
    *("upper", "lower", "sameas"),
)


def _of_jinja(name: str) -> Callable[..., object]:
    return cast("Callable[..., object]", _JINJA_TESTS[name])


TESTS: Final[Mapping[str, Callable[..., object]]] = {
    **{name: _of_jinja(name) for name in _PLAIN},
    **{name: guard_test(name, _of_jinja(name), compared) for name in _COMPARING},
    "in": guard_test("in", _of_jinja("in"), sought),
}

__all__ = ["FILTERS", "TESTS"]
