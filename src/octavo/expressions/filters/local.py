"""Filters by language: numbers, dates, and lists as a sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from jinja2 import pass_context
from jinja2.filters import FILTERS as _JINJA

from octavo.expressions.describe import describe, text_of
from octavo.expressions.fault import LIMITS, exceeded, unfit, unsafe
from octavo.expressions.filters.guard import Cost, steps
from octavo.expressions.filters.lists import items_of
from octavo.expressions.weigh import length

if TYPE_CHECKING:
    from babel import Locale
    from jinja2.runtime import Context

    Language = str | None
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


def locale_of(context: Context, language: str | None) -> Locale:
    """The locale of a language that a filter names, else of the rendering.

    Raises:
        FaultError: No such language is known.
    """
    from babel import Locale, UnknownLocaleError  # takes long to load

    name = language or str(getattr(context, "language", "en"))
    try:
        return Locale.parse(name.replace("-", "_"))
    except (UnknownLocaleError, ValueError, TypeError) as error:
        raise unfit(
            f"“{name}” is not a language known here", "write it as “en” or “sr-Latn”"
        ) from error


def _moment_of(value: object) -> date:
    """A date or a date with time, also one that is written as ISO 8601 text."""
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return _with_time(value)
    raise unfit(f"this needs a date, not {describe(value)}")


def _with_time(value: str) -> datetime:
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        raise unfit(f"{describe(value)} is not a date", "write it as 2025-08-06") from None


def _checked(pattern: str) -> str:
    if len(pattern) > LIMITS.width:
        raise unsafe(f"a date format is longer than {LIMITS.width:,} characters")
    return pattern


@pass_context
def _date(context: Context, value: object, form: str = "long", language: Language = None) -> str:
    if value is None:
        return ""
    from babel.dates import format_date  # of all that starts, this takes long to load

    return format_date(_moment_of(value), _checked(form), locale_of(context, language))


@pass_context
def _datetime(
    context: Context, value: object, form: str = "medium", language: Language = None
) -> str:
    if value is None:
        return ""
    from babel.dates import format_datetime  # as above

    moment = _moment_of(value)
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time())
    return format_datetime(moment, _checked(form), locale=locale_of(context, language))


@pass_context
def _time(context: Context, value: object, form: str = "short", language: Language = None) -> str:
    if value is None:
        return ""
    from babel.dates import format_time  # as above

    clock = value if isinstance(value, time) else _moment_of(value)
    if not isinstance(clock, (time, datetime)):
        raise unfit(f"{describe(value)} has no time of day")
    return format_time(clock, _checked(form), locale=locale_of(context, language))


@pass_context
def _enumeration(
    context: Context, value: object, style: str = "standard", language: Language = None
) -> str:
    """``A, B and C``, as the language has it."""
    from babel.lists import format_list  # as above

    texts = [text_of(item) for item in items_of(value)]
    if len(texts) > LIMITS.width:
        raise exceeded(f"“enumeration” is given more than {LIMITS.width:,} items", "use “join”")
    return format_list(texts, style=style, locale=locale_of(context, language))  # type: ignore[arg-type]  # babel checks the style


TABLE: Final[dict[str, Callable[..., object]]] = {
    "date": _date,
    "datetime": _datetime,
    "time": _time,
    "enumeration": _enumeration,
    "number": _number,
    "percent": _percent,
    "currency": _currency,
    "round": _round,
    "abs": _absolute,
    "int": _JINJA["int"],
    "float": _JINJA["float"],
    "filesizeformat": _JINJA["filesizeformat"],
}


def _written(value: object, form: object = "", *_: object, **__: object) -> int:
    return 40 + length(value) + 4 * (len(form) if isinstance(form, str) else 0)


COSTS: Final[dict[str, Cost]] = {
    **dict.fromkeys(("date", "datetime", "time", "enumeration"), _written),
    **dict.fromkeys(("number", "percent", "currency"), steps(40)),
}
"""What the filters cost; those that are not named look at each item or letter once."""
