"""Small phrases of a brief: dates, dues, lists of sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from bluf.languages import written
from bluf.model import Due
from bluf.views.labels import Labels


def long_date(day: dt.date | None, labels: Labels) -> str:
    """``6 August 2025``; empty for no day."""
    return _dated(day, "long", labels) if day else ""


def short_date(day: dt.date, labels: Labels) -> str:
    """``31 Dec 2025``."""
    return _dated(day, "medium", labels)


def date_in_phrase(day: dt.date, labels: Labels, style: str = "medium") -> str:
    """A date behind a word such as “by”: ``31 Dec 2025``, but Serbian ``31. decembra 2025.``."""
    return _dated(day, "phrase" if "phrase" in labels.dates else style, labels)


def _dated(day: dt.date, style: str, labels: Labels) -> str:
    """A date by the catalogue's pattern where it has one, else by CLDR's.

    The first of a month may have a pattern of its own: ``1er avril``.
    """
    first = f"{style}_first" if day.day == 1 else style
    pattern = labels.dates.get(first) or labels.dates.get(style) or style
    if labels.months:
        pattern = pattern.replace("{month}", labels.months[day.month - 1])
    return written(day, pattern, labels.language)


def due_text(due: Due | None, labels: Labels, *, sourced: bool = True) -> str:
    """By when something is owed; a wording is never turned into a date.

    It stands in quotation marks where it is that of a source.
    """
    if due is None:
        return ""
    bounds = _bounds(due, labels)
    words = due.translation or due.wording if due.wording else ""
    wording = labels.quoted(words) if words and sourced else words or ""
    if wording and due.latest and not due.earliest:
        return labels.say("latest", wording=wording, date=date_in_phrase(due.latest, labels))
    if wording:
        return labels.aside(wording, bounds)
    after = labels.say("after", what=due.after) if due.after else ""
    return labels.chained([bounds, after])


def _bounds(due: Due, labels: Labels) -> str:
    if due.date:
        return short_date(due.date, labels)
    if due.earliest and due.latest:
        first, last = (date_in_phrase(day, labels) for day in (due.earliest, due.latest))
        return labels.say("between", first=first, last=last)
    if due.latest:
        return labels.say("by", date=date_in_phrase(due.latest, labels))
    if due.earliest:
        return labels.say("from_day", date=date_in_phrase(due.earliest, labels))
    return ""


def unique(values: Iterable[str]) -> list[str]:
    """Each value once, in the order in which it first comes."""
    return list(dict.fromkeys(values))
