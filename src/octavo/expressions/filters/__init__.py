"""The filters and tests a template may use, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from jinja2.tests import TESTS as _JINJA_TESTS

from octavo.expressions.filters import dates, lists, numbers, texts
from octavo.expressions.filters.guard import guard

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_TABLES: Final[tuple[dict[str, Callable[..., object]], ...]] = (
    texts.TABLE,
    lists.TABLE,
    numbers.TABLE,
    dates.TABLE,
)
FILTERS: Final[Mapping[str, Callable[..., object]]] = {
    name: guard(name, function) for table in _TABLES for name, function in table.items()
}
TESTS: Final[Mapping[str, Callable[..., object]]] = {
    name: cast("Callable[..., object]", _JINJA_TESTS[name])
    for name in (
        *("defined", "undefined", "none", "boolean", "true", "false", "string", "number"),
        *("integer", "float", "mapping", "sequence", "iterable", "odd", "even", "divisibleby"),
        *("upper", "lower", "in", "eq", "equalto", "ne", "lt", "lessthan", "le", "gt"),
        *("greaterthan", "ge", "==", "!=", "<", "<=", ">", ">=", "sameas"),
    )
}

__all__ = ["FILTERS", "TESTS"]
