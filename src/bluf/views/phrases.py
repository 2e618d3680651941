"""Small phrases of a brief: dates, dues, lists of sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.dates import format_date

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from bluf.model import Due
    from bluf.views.labels import Labels


def long_date(day: dt.date | None, labels: Labels) -> str:
    """``6 August 2025``; empty for no day."""
    return format_date(day, "long", locale=labels.locale) if day else ""


def short_date(day: dt.date, labels: Labels) -> str:
    """``31 Dec 2025``."""
    return format_date(day, "medium", locale=labels.locale)


def quoted(words: str, labels: Labels) -> str:
    """The words in the quotation marks of the language."""
    return f"{labels.words['quote_open']}{words}{labels.words['quote_close']}"


def due_text(due: Due | None, labels: Labels) -> str:
    """By when something is owed; a wording is quoted and never turned into a date."""
    if due is None:
        return ""
    bounds = _bounds(due, labels)
    if due.wording and due.latest and not due.earliest:
        wording = quoted(due.wording, labels)
        return labels.say("latest", wording=wording, date=short_date(due.latest, labels))
    if due.wording:
        return (
            f"{quoted(due.wording, labels)} ({bounds})" if bounds else quoted(due.wording, labels)
        )
    after = labels.say("after", what=due.after) if due.after else ""
    return "; ".join(filter(None, [bounds, after]))


def _bounds(due: Due, labels: Labels) -> str:
    if due.date:
        return short_date(due.date, labels)
    if due.earliest and due.latest:
        first, last = short_date(due.earliest, labels), short_date(due.latest, labels)
        return labels.say("between", first=first, last=last)
    if due.latest:
        return labels.say("by", date=short_date(due.latest, labels))
    return labels.say("from_day", date=short_date(due.earliest, labels)) if due.earliest else ""


def unique(values: Iterable[str]) -> list[str]:
    """Each value once, in the order in which it first comes."""
    return list(dict.fromkeys(values))
