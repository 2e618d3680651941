"""The filters and tests a template may use, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final, cast

from jinja2 import Undefined
from jinja2.tests import TESTS as _JINJA_TESTS

from octavo.expressions.describe import describe
from octavo.expressions.fault import unfit
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
    *("integer", "float", "mapping", "sequence", "iterable", "upper", "lower", "sameas"),
)
_OF_NUMBERS: Final = ("odd", "even", "divisibleby")


def _of_jinja(name: str) -> Callable[..., object]:
    return cast("Callable[..., object]", _JINJA_TESTS[name])


def _of_numbers(name: str) -> Callable[..., object]:
    """A test of numbers: Python's ``%`` takes a text too, and writes into it."""
    test = _of_jinja(name)

    def checked(value: object, *args: object) -> object:
        for one in (value, *args):
            if isinstance(one, Undefined):
                str(one)  # fails, and says which name is missing
            if not isinstance(one, (int, float, Decimal)):
                raise unfit(f"the test “is {name}” needs numbers, not {describe(one)}")
        return test(value, *args)

    return checked


TESTS: Final[Mapping[str, Callable[..., object]]] = {
    **{name: _of_jinja(name) for name in _PLAIN},
    **{name: guard_test(name, _of_jinja(name), compared) for name in _COMPARING},
    **{name: _of_numbers(name) for name in _OF_NUMBERS},
    "in": guard_test("in", _of_jinja("in"), sought),
}

__all__ = ["FILTERS", "TESTS"]
