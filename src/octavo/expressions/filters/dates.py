"""Filters on dates, and on lists as a sentence, by language."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Final

from jinja2 import pass_context

from octavo.expressions.describe import describe, text_of
from octavo.expressions.fault import LIMITS, exceeded, unfit, unsafe
from octavo.expressions.filters.language import locale_of
from octavo.expressions.filters.lists import items_of
from octavo.expressions.weigh import length

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.runtime import Context

    from octavo.expressions.filters.guard import Cost

    Language = str | None


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
}


def _written(value: object, form: object = "", *_: object, **__: object) -> int:
    return 40 + length(value) + 4 * (len(form) if isinstance(form, str) else 0)


COST: Final[Cost] = _written
COSTS: Final[dict[str, Cost]] = {}
"""What the filters cost; those that are not named take ``COST``."""
