"""The sandbox expressions run in: data only, no calls, no attribute that is not data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, Undefined, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from msgspec import Struct

from octavo.expressions.context import RenderContext
from octavo.expressions.describe import describe
from octavo.expressions.fault import LIMITS, FaultError, exceeded, unfit, unsafe
from octavo.expressions.filters import FILTERS, TESTS
from octavo.expressions.filters.guard import faults_in_words, guard, once
from octavo.expressions.functions import FUNCTIONS
from octavo.expressions.weigh import copied
from octavo.suggest import did_you_mean

if TYPE_CHECKING:
    from jinja2.runtime import Context


class MissingNameError(UndefinedError):
    """A name that the data does not have.

    Attributes:
        name: The name.
        is_root: It was asked of the data itself, not of a value within.
    """

    def __init__(self, name: str, holder: object, message: str | None, *, is_root: bool) -> None:
        super().__init__(message)
        self.name = name
        self.is_root = is_root
        self._holder = holder

    @property
    def hint(self) -> str:
        """What was probably meant; for a root name the caller knows more."""
        return _suggestion(self._holder, self.name)


class Missing(StrictUndefined):
    """Stands for a name that is not there; anything but ``default`` and ``is defined`` fails."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: object = missing,
        name: str | None = None,
        exc: type[UndefinedError] = UndefinedError,  # noqa: ARG002 — Jinja passes it by position
    ) -> None:
        is_root = obj is missing and hint is None
        raising: Any = partial(MissingNameError, str(name), obj, is_root=is_root)
        super().__init__(hint, obj, name, raising)

    def is_of(self, obj: object) -> bool:
        """Whether a value was asked for the name."""
        return self._undefined_obj is obj

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        if self._undefined_obj is missing:
            return f"“{self._undefined_name}” is not in the data"
        return f"{describe(self._undefined_obj)} has no “{self._undefined_name}”"


def _suggestion(obj: object, name: str) -> str:
    if isinstance(obj, Mapping):
        return did_you_mean(name, map(str, obj))
    if isinstance(obj, Sequence) and not isinstance(obj, str):
        return "loop over the list, or take one of its items: “[0]”, “|first”"
    return ""


class Own(Struct, frozen=True):
    """What a program adds to the language of its templates, at its own risk.

    Attributes:
        filters: Functions of a value and arguments, by name.
        tests: Functions of a value and arguments that say yes or no, by name.
        globals: Values, and functions that templates may call, by name.
    """

    filters: Mapping[str, Callable[..., object]] = {}
    tests: Mapping[str, Callable[..., bool]] = {}
    globals: Mapping[str, object] = {}


def _guarded(filters: Mapping[str, Callable[..., object]]) -> dict[str, Callable[..., object]]:
    return {name: guard(name, function, once) for name, function in filters.items()}


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja with our filters and tests, and values as plain data.

    A value whose class says ``is_opaque`` has no fields, such as a picture from a file.

    Attributes:
        functions: What a template may call.
        values: What it finds where neither itself nor the data has a name.
    """

    intercepted_binops = frozenset({"*", "**", "+", "%"})
    context_class: type[Context] = RenderContext

    def __init__(self, own: Own | None = None) -> None:
        super().__init__(undefined=Missing, optimized=False, cache_size=0, autoescape=False)
        own = own or Own()
        self.globals.clear()
        self.filters.clear()
        self.filters.update({**FILTERS, **_guarded(own.filters)})
        self.tests.clear()
        self.tests.update({**TESTS, **own.tests})
        callable_ones = {name: one for name, one in own.globals.items() if callable(one)}
        self.functions = {
            **FUNCTIONS,
            **{
                name: faults_in_words(f"the function “{name}”", one)
                for name, one in callable_ones.items()
            },
        }
        self.values = {name: one for name, one in own.globals.items() if name not in callable_ones}

    def getattr(self, obj: object, attribute: str) -> object:
        """A field of a mapping, else a public attribute that is data."""
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self._missing(obj, attribute)
        if isinstance(obj, Undefined):
            return getattr(obj, attribute)
        return self._attribute(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> object:  # noqa: ANN401 — Jinja's own signature
        """An item of a mapping, a list or a text, never an attribute."""
        if isinstance(obj, Mapping):
            return obj[argument] if argument in obj else self._missing(obj, str(argument))
        try:
            return obj[argument]
        except (TypeError, LookupError, ValueError):
            if isinstance(argument, slice):
                raise _no_slice(obj) from None
            if isinstance(argument, str) and not isinstance(obj, (str, Sequence)):
                return self._attribute(obj, argument)
            return self._missing(obj, str(argument))

    def field(self, obj: object, attribute: str, label: str) -> object:
        """A field of a value that the template calls ``label``."""
        value = self.getattr(obj, attribute)
        if label and isinstance(value, Missing) and value.is_of(obj):
            what = "has" if isinstance(obj, Mapping) else f"is {describe(obj)} and has"
            return Missing(f"“{label}” {what} no “{attribute}”", obj, attribute)
        return value

    def item(self, obj: object, key: Any, label: str) -> object:  # noqa: ANN401 — whatever is asked for
        """An item of a value that the template calls ``label``."""
        value = self.getitem(obj, key)
        if label and isinstance(value, Missing) and value.is_of(obj) and isinstance(obj, Mapping):
            return Missing(f"“{label}” has no “{key}”", obj, str(key))
        return value

    def _attribute(self, obj: object, name: str) -> object:
        if name.startswith("_"):
            raise unsafe(f"“{name}” is not a field of the data")
        if getattr(type(obj), "is_opaque", False):
            return self._missing(obj, name)
        value = getattr(obj, name, missing)
        if isinstance(value, Undefined):
            return value
        if value is missing or callable(value):
            return self._missing(obj, name)
        return value

    def _missing(self, obj: object, name: str) -> Undefined:
        return self.undefined(obj=obj, name=name)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> object:  # noqa: ANN401 — Jinja's own signature
        """Work out an operator that could make a huge value.

        Raises:
            FaultError: The values are not numbers, or the result would be too large.
        """
        if operator == "+" and type(left) is type(right) and isinstance(left, (str, list, tuple)):
            _check_length(
                len(left) + len(right), LIMITS.text if type(left) is str else LIMITS.items
            )
            context.spend(copied(left) + copied(right))
            return left + right
        _check_numbers(operator, left, right)
        result = self.binop_table[operator](left, right)
        if isinstance(result, complex):
            raise unfit(f"“{operator}” gives no number for {describe(left)} and {describe(right)}")
        return result


def _no_slice(obj: object) -> FaultError:
    if isinstance(obj, (str, Sequence)):
        return unfit("a part is given by whole numbers, as in “[1:3]”, and its step is not 0")
    return unfit(f"“[…:…]” takes a part of a text or a list, not of {describe(obj)}")


def _check_numbers(operator: str, left: object, right: object) -> None:
    for side in (left, right):
        if isinstance(side, Undefined):
            str(side)
        if not isinstance(side, (int, float, Decimal)):
            hint = "join texts with “~”" if operator == "+" else ""
            raise unfit(f"“{operator}” needs numbers, not {describe(side)}", hint)
    if isinstance(left, int) and isinstance(right, int):
        _check_bits(operator, left, right)


def _check_bits(operator: str, left: int, right: int) -> None:
    bits = left.bit_length()
    size = bits * max(right, 0) if operator == "**" else bits + right.bit_length()
    if size > LIMITS.bits:
        raise exceeded(f"“{operator}” makes a number that is too large")


def _check_length(length: int, most: int = LIMITS.text) -> None:
    if length > most:
        raise exceeded(f"the expression makes a text or list of more than {most:,} members")


def joined(parts: Iterable[str]) -> str:
    """Texts one after another.

    Raises:
        FaultError: The result would be too long.
    """
    texts = list(parts)
    _check_length(sum(map(len, texts)))
    return "".join(texts)
