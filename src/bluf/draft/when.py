"""The day of an occasion: one that the text names, or one counted from when it was written."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from bluf.draft.dates import days_in, in_year, weekday_before, weekday_in
from bluf.languages import Day

if TYPE_CHECKING:
    from bluf.draft.vocabulary import DraftVocabulary

_RANGE = re.compile(r"\d{1,2}\s?[-–]\s?\d\Z")
"""A day that ends a span of days, as of a conference."""
_RUNS_ON = re.compile(
    r"(?:\s+(?:года|г\.|godine|године))?\s+[^\W\d_A-ZÀ-ÞА-Я]|[，,]?(?![电電讯訊])[\u4e00-\u9fff]"
)
"""Behind a day that begins a sentence its words run on; behind a dateline they do not."""
_FRONT = re.compile(r"[a-z]\w*: .* [a-z]\w*: ")
"""The head of a page of Markdown, which may say when it was put there."""
_DATELINE_ENDS = 40
"""A day this near the beginning of a sentence is that of its dateline."""
_AHEAD, _BACK = dt.timedelta(days=60), dt.timedelta(days=400)
"""An occasion is announced at most so long before, and told at most so long after."""
_SOON = dt.timedelta(days=14)
_PREPOSITION = 8
_NEAR = 14
"""A day this near a verb of telling is the day on which it was told."""
_FIRST = 3
"""A day that one of the first sentences names counts before one that is counted."""

Found = tuple[dt.date, str] | None


def day_of(
    telling: Sequence[str],
    opening: Iterable[str],
    words: DraftVocabulary,
    written: dt.date | None,
    *,
    session: bool,
) -> tuple[dt.date | None, str]:
    """The day of the occasion, and the words it was counted from; none where none is sure.

    The sentences that tell of it count before those that open the text.
    """
    others = words.pattern("event", "former", "next")
    telling = [text for text in telling if not others.search(text)]
    if session:  # a sentence on the sitting counts before the head of its page
        sitting, published = words.pattern("event", "sitting"), words.pattern("look", "published")
        telling = sorted(
            (text for text in telling if not published.search(text)),
            key=lambda text: (_FRONT.match(text) is not None, sitting.search(text) is None),
        )
    past = (
        _past(text, words, written, session=session, is_first=number == 0)
        for number, text in enumerate(telling[:_FIRST])
    )
    each = (
        _named(text, words, written, session=session)
        or (None if session else _relative(text, words, written))
        for text in telling
    )
    heads = () if session else (_relative(text, words, written) for text in opening)
    found = next(filter(None, chain(past, each, heads)), None)
    if found:
        return found
    return (written, "") if session else (None, "")


def _past(
    text: str, words: DraftVocabulary, written: dt.date | None, *, session: bool, is_first: bool
) -> Found:
    """A day that a sentence names and that is no later than the text, or bears out a weekday.

    The first sentence may announce the day: “takes part in the meeting of 27 July”.
    """
    counts = words.pattern("time", "today", "yesterday").search(text)
    announced = words.pattern("says", "announced").search(text)
    announces = is_first and not counts and announced is not None
    found = _named(text, words, written, session=session, is_announced=announces)
    if found is None or written is None or found[0] <= written:
        return found
    is_borne_out = weekday_in(text, words) == found[0].weekday()
    return found if is_borne_out or (announces and found[0] <= written + _SOON) else None


def _relative(text: str, words: DraftVocabulary, written: dt.date | None) -> Found:
    """The day that a sentence counts from the day on which the text was written."""
    if written is None:
        return None
    text = _without_told(text, words)
    if match := words.pattern("time", "yesterday").search(text):
        return written - dt.timedelta(days=1), match.group()
    match = words.pattern("time", "today").search(text)
    if match and weekday_in(match.group(), words) in {None, written.weekday()}:
        return written, match.group()
    for name in ("next_week", "this_week"):  # “nedelja” is a week and a Sunday
        text = words.pattern("time", name).sub(" ", text)
    weekday = weekday_in(text, words)
    return None if weekday is None else _of_weekday(text, words, written, weekday)


def _of_weekday(text: str, words: DraftVocabulary, written: dt.date, weekday: int) -> Found:
    """The last day of this number, or the next where the sentence looks ahead.

    A sentence that names its date as well needs no counting: “on Wednesday, 15 October”.
    """
    days = [in_year(day, written.year) for day in days_in(text, words)]
    for day in filter(None, days):
        if day.weekday() == weekday and written <= day <= written + _SOON:
            return day, ""
    if any(day and day > written + _SOON and day.weekday() == weekday for day in days):
        return None  # “on Thursday, 16 June” told in March is a day of its own
    day = weekday_before(written, weekday)
    if day != written and _is_ahead(text, words):
        day += dt.timedelta(days=7)
    return day, next(words.calendar.finditer(text)).group()


def _without_told(text: str, words: DraftVocabulary) -> str:
    """A sentence without “said on Monday”: that is the day of the telling, not of the meeting."""
    spans = (match.span() for match in words.reporting.finditer(text))
    told = [(max(0, start - _NEAR), end + _NEAR) for start, end in spans]
    met = [match.span() for match in words.pattern("event", "meeting").finditer(text)]
    for start, end in told:
        if not any(start < other_end and other < end for other, other_end in met):
            text = text[:start] + " " * (min(end, len(text)) - start) + text[end:]
    return text


def _named(
    text: str,
    words: DraftVocabulary,
    written: dt.date | None,
    *,
    session: bool,
    is_announced: bool = False,
) -> Found:
    """A day that a sentence names, of the year that it or the head of the text gives.

    The day on which the text was written says when the meeting was for minutes alone.
    """
    days = [day for day in days_in(text, words) if not _RANGE.search(text[: day.start + 1])]
    years = {day.year for day in days if day.year}
    year = written.year if written else next(iter(years)) if len(years) == 1 else None
    for day in sorted(days, key=lambda day: day.year is not None):
        if is_aside(text, day.start, words):
            continue
        when = in_year(day, year)
        is_heading = when == written and not session and _heads(text, day, words)
        if when is None or is_heading or (day.year is None and _is_far(when, text, words, written)):
            continue
        is_soon = is_announced and written is not None and written < when <= written + _SOON
        if is_soon or _may_be(when, text, words, written):
            return when, text[day.start : day.end] if day.year is None else ""
    return None


def is_aside(text: str, offset: int, words: DraftVocabulary) -> bool:
    """Whether a day or a place is in a clause on something else: “…, which he visited in May”."""
    start = text.rfind(", ", 0, offset) + 1
    clause = text[start:offset]
    return bool(start) and words.pattern("event", "relatives").match(clause.lstrip()) is not None


def _heads(text: str, day: Day, words: DraftVocabulary) -> bool:
    """Whether a day stands at the head of a sentence, as in a dateline, without “on”."""
    near = text[max(0, day.start - _PREPOSITION) : day.start].strip()
    on = [match.end() for match in words.pattern("time", "on").finditer(near)]
    runs_on = _RUNS_ON.match(text, day.end) is not None
    return day.start < _DATELINE_ENDS and len(near) not in on and not runs_on


def _is_far(when: dt.date, text: str, words: DraftVocabulary, written: dt.date | None) -> bool:
    """Whether a day without a year is of another meeting: long ago, or that of the next one."""
    if written is None or when >= written:
        return False
    ahead = words.pattern("says", "future", "scheduled").search(text)
    return ahead is not None or when < written - _AHEAD


def _may_be(when: dt.date, text: str, words: DraftVocabulary, written: dt.date | None) -> bool:
    """Whether an occasion can have been on a day: shortly before the text, or announced by it."""
    if written is None or written - _BACK <= when <= written:
        return True
    return written < when <= written + _AHEAD and _is_ahead(text, words)


def _is_ahead(text: str, words: DraftVocabulary) -> bool:
    return words.pattern("says", "future").search(text) is not None
