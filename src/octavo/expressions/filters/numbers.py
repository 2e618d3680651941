"""Filters on numbers, some of them by language."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from jinja2 import pass_context
from jinja2.filters import FILTERS as _JINJA

from octavo.expressions.describe import describe
from octavo.expressions.fault import unfit
from octavo.expressions.filters.guard import once, steps
from octavo.expressions.filters.language import locale_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.runtime import Context

    from octavo.expressions.filters.guard import Cost

    Number = int | float | Decimal

_MOST_DECIMALS: Final = 20


def _number_of(value: object) -> Number:
    """A number, also one that is written as text, as values of data files are."""
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        return value
    try:
        return Decimal(value) if isinstance(value, str) else _refuse(value)
    except ArithmeticError:
        return _refuse(value)


def _refuse(value: object) -> Decimal:
    raise unfit(f"this needs a number, not {describe(value)}")


def _pattern(decimals: int | None) -> str | None:
    if decimals is None:
        return None
    if not 0 <= decimals <= _MOST_DECIMALS:
        raise unfit(f"there can be 0 to {_MOST_DECIMALS} decimals, not {decimals}")
    return "#,##0" + ("." + "0" * decimals if decimals else "")


@pass_context
def _number(
    context: Context, value: object, decimals: int | None = None, language: str | None = None
) -> str:
    if value is None:
        return ""
    from babel.numbers import format_decimal  # of all that starts, this takes long to load

    locale = locale_of(context, language)
    return format_decimal(_number_of(value), format=_pattern(decimals), locale=locale)


@pass_context
def _percent(
    context: Context, value: object, decimals: int | None = None, language: str | None = None
) -> str:
    if value is None:
        return ""
    from babel.numbers import format_percent  # as above

    pattern = _pattern(decimals)
    locale = locale_of(context, language)
    pattern = None if pattern is None else pattern + "%"
    return format_percent(_number_of(value), format=pattern, locale=locale)


@pass_context
def _currency(context: Context, value: object, code: str, language: str | None = None) -> str:
    if value is None:
        return ""
    from babel.numbers import format_currency  # as above

    return format_currency(_number_of(value), code, locale=locale_of(context, language))


def _round(value: object, precision: int = 0, method: str = "common") -> object:
    if not -_MOST_DECIMALS <= precision <= _MOST_DECIMALS:
        raise unfit(f"there can be up to {_MOST_DECIMALS} decimals, not {precision}")
    return _JINJA["round"](_number_of(value), precision, method)


def _absolute(value: object) -> Number:
    number = _number_of(value)
    return -number if number < 0 else number


TABLE: Final[dict[str, Callable[..., object]]] = {
    "number": _number,
    "percent": _percent,
    "currency": _currency,
    "round": _round,
    "abs": _absolute,
    "int": _JINJA["int"],
    "float": _JINJA["float"],
    "filesizeformat": _JINJA["filesizeformat"],
}
COST: Final[Cost] = once
COSTS: Final[dict[str, Cost]] = dict.fromkeys(("number", "percent", "currency"), steps(40))
"""What the filters cost; those that are not named take ``COST``."""
