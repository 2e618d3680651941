"""What every filter and test goes through: bounded work, bounded arguments, faults in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import DecimalException
from functools import wraps
from itertools import islice
from typing import Any, Final

from jinja2 import Undefined, UndefinedError, pass_context

from octavo.expressions.context import RenderContext
from octavo.expressions.describe import describe
from octavo.expressions.fault import LIMITS, FaultError, exceeded, unfit, unsafe
from octavo.expressions.reasons import in_words
from octavo.expressions.weigh import copied, length

_TAKES_MISSING: Final = frozenset({"default", "d"})

Cost = Callable[..., int]
"""The steps of a filter, from what it is given."""


def guard(name: str, function: Callable[..., object], cost: Cost) -> Callable[..., object]:
    """The filter with its work counted, its arguments checked, its faults in words."""
    first = _PASSED[getattr(getattr(function, "jinja_pass_arg", None), "name", "")]
    takes_missing = name in _TAKES_MISSING
    worded = faults_in_words(f"the filter “{name}”", function, skip=len(first(None)))

    @pass_context
    @wraps(function)
    def guarded(context: RenderContext, value: object, *args: object, **kwargs: object) -> object:
        if isinstance(value, Undefined) and not takes_missing:
            str(value)  # fails, and says which name is missing
        if hasattr(value, "__iter__") and not hasattr(value, "__len__"):
            value = listed(value, f"“{name}” is given")  # such a value may never end
        for argument in (*args, *kwargs.values()):
            check_argument(name, argument)
        context.spend(cost(value, *args, **kwargs))
        result = worded(*first(context), value, *args, **kwargs)
        if isinstance(result, str):
            if len(result) > LIMITS.text:
                raise exceeded(f"“{name}” makes a text of more than {LIMITS.text:,} characters")
            context.spend(copied(result))
        return result

    return guarded


def guard_test(
    name: str, function: Callable[..., object], cost: Callable[[object, object, int], int]
) -> Callable[..., object]:
    """A test that holds a value against another one, with its work counted."""

    @pass_context
    @wraps(function)
    def guarded(context: RenderContext, value: object, *args: object) -> object:
        for other in args:
            context.spend(cost(value, other, LIMITS.work))
        return worded(value, *args)

    worded = faults_in_words(f"the test “is {name}”", function)
    return guarded


def faults_in_words(
    what: str, function: Callable[..., object], *, skip: int = 0
) -> Callable[..., object]:
    """The function with the usual errors of Python as faults; ``skip`` arguments are no values."""

    def worded(*args: object, **kwargs: object) -> object:
        try:
            result = function(*args, **kwargs)
            return list(result) if isinstance(result, Iterator) else result
        except (FaultError, UndefinedError):
            raise
        except (TypeError, ValueError, LookupError, ArithmeticError, AttributeError) as error:
            words = in_words(error)
            if isinstance(error, DecimalException):
                words = "it is not a number of a usual size"
            value = f" with {describe(args[skip])}" if len(args) > skip else ""
            raise unfit(f"{what} cannot work{value}: {words}") from error

    return worded


def listed(items: Iterable[object], what: str) -> list[object]:
    """The items of what has no length, and may have no end.

    Raises:
        FaultError: There are too many; ``what`` begins the sentence.
    """
    found = list(islice(items, LIMITS.items + 1))
    if len(found) > LIMITS.items:
        raise exceeded(f"{what} more than {LIMITS.items:,} items")
    return found


_PASSED: Final[dict[str, Callable[[Any], tuple[object, ...]]]] = {
    "": lambda _: (),
    "context": lambda context: (context,),
    "eval_context": lambda context: (getattr(context, "eval_ctx", None),),
    "environment": lambda context: (getattr(context, "environment", None),),
}
"""What a filter of Jinja's is given before the value."""


def steps(count: int) -> Cost:
    """The same work, whatever the value."""
    return lambda *_, **__: count


def once(value: object, *_: object, **__: object) -> int:
    """Each item of a list, or each letter of a text, is looked at once."""
    return length(value)


def copying(value: object, *_: object, **__: object) -> int:
    """A list is copied."""
    return copied(value)


def slowly(value: object, *_: object, **__: object) -> int:
    """A text is looked at letter by letter."""
    return 1 + (len(value) >> 2 if isinstance(value, str) else 0)


def check_argument(name: str, argument: object) -> None:
    """Refuse a width or count that is too large.

    Raises:
        FaultError: It is.
    """
    if isinstance(argument, int) and abs(argument) > LIMITS.width:
        raise unsafe(f"“{name}” is given {argument:,}, which is more than {LIMITS.width:,}")


def check_attribute(name: object) -> None:
    """Refuse the name of an attribute that is not a field of data.

    Raises:
        FaultError: It is not.
    """
    if isinstance(name, str) and any(part.startswith("_") for part in name.split(".")):
        raise unsafe(f"“{name}” is not a field of the data")
