"""What every filter goes through: bounded arguments, and faults in words."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import DecimalException
from functools import wraps
from typing import TYPE_CHECKING, Final

from jinja2 import UndefinedError

from octavo.expressions.describe import describe
from octavo.expressions.fault import FaultError, exceeded, unfit, unsafe
from octavo.expressions.limits import LIMITS

if TYPE_CHECKING:
    from collections.abc import Callable

_PASSED: Final = "jinja_pass_arg"


def guard(name: str, function: Callable[..., object]) -> Callable[..., object]:
    """The filter with its arguments checked, its faults in words and its result bounded."""
    first = 1 if hasattr(function, _PASSED) else 0

    @wraps(function)
    def guarded(*args: object, **kwargs: object) -> object:
        for argument in (*args[first + 1 :], *kwargs.values()):
            check_argument(name, argument)
        try:
            result = function(*args, **kwargs)
            if isinstance(result, Iterator):
                result = list(result)
        except (FaultError, UndefinedError):
            raise
        except (TypeError, ValueError, LookupError, ArithmeticError, AttributeError) as error:
            value, words = describe(args[first]), str(error)
            if isinstance(error, DecimalException):
                words = "it is no number of a usual size"
            raise unfit(f"the filter “{name}” cannot work with {value}: {words}") from error
        if isinstance(result, str) and len(result) > LIMITS.text:
            raise exceeded(f"“{name}” makes a text of more than {LIMITS.text:,} characters")
        return result

    return guarded


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
