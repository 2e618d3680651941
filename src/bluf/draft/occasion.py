"""What took place: the kind of occasion, its day and its place."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.draft.baseform import place_form
from bluf.draft.dates import days_in, published_on, weekday_before, weekday_in
from bluf.model import EventKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bluf.draft.dates import Day
    from bluf.draft.sentences import Sentence
    from bluf.draft.vocabulary import Vocabulary

_RANGE = re.compile(r"\d{1,2}\s?[-–]\s?\d\Z")
"""A day that ends a span of days, as of a conference."""
_HEAD = 8
"""The head of minutes ends after so many sentences."""
_UPPER = "A-ZÀ-ÞŠĐŽČĆА-ЯЁЂЈЉЊЋЏ"
_NAME = rf"[{_UPPER}][\w’'-]+(?:\s+(?:de\s+|do\s+|of\s+)?[{_UPPER}][\w’'-]+)*"
_DATELINES = (
    re.compile(
        r"^(?:\W*date \d{4}-\d{2}(?:-\d{2})? )?([A-Z]{3,}(?:[ -][A-Z]{2,})*)(?:,|:| \()",
        re.MULTILINE,
    ),
    re.compile(
        rf"^({_NAME})(?:[.,] \d{{1,2}}\W| (?:l|\||–|—) | \(\w{{2,6}}(?:/\w+)?\))", re.MULTILINE
    ),
)
_DATELINE_ENDS = 40
"""A day this near the beginning of a sentence is that of its dateline."""
_AHEAD = dt.timedelta(days=60)
"""An occasion is announced at most so long before."""
_SIGNS_OF_SESSION = 2
"""So many different words of minutes: a release may speak of “the session” too."""
_PREPOSITION = 8
_FIRST = 3
"""The place stands in one of the first so many sentences that tell of the meeting."""


class Occasion(Struct, frozen=True):
    """What took place, as far as the text says it.

    Attributes:
        kind: What sort of occasion.
        day: On which day; None where the text does not say, or gives no year.
        reckoned: The words that the day was reckoned from; empty where it stands there in full.
        place: Where; empty where the text does not say.
    """

    kind: EventKind = EventKind.MEETING
    day: dt.date | None = None
    reckoned: str = ""
    place: str = ""


def is_session(text: str, words: Vocabulary) -> bool:
    """Whether a text is the minutes of a council, a board or a committee."""
    found = words.pattern("event", "session").finditer(text)
    return len({match.group().lower() for match in found}) >= _SIGNS_OF_SESSION


def occasion_in(text: str, found: Sequence[Sentence], words: Vocabulary) -> Occasion:
    """What took place, by the sentences that tell of it."""
    session = is_session(text, words)
    telling = [sentence.text for sentence in _telling(found, words, session=session)]
    written = published_on(text, words)
    kind = _kind(" ".join(telling[:3]), words, session=session)
    opening = [sentence.text for sentence in found[:_FIRST]]
    day, reckoned = _day(telling, words, written, session=session)
    if day is None:
        relative = (_relative(text, words, written) for text in opening)
        day, reckoned = next(filter(None, relative), (None, ""))
    place = "" if kind is EventKind.CALL else _place(text, telling, words, session=session)
    return Occasion(kind, day, reckoned, place)


def _telling(found: Sequence[Sentence], words: Vocabulary, *, session: bool) -> Iterator[Sentence]:
    """The sentences that say when and where: the head of minutes, else those on a meeting."""
    for sentence in found:
        is_head = session and sentence.number <= _HEAD
        meets = any(
            words.pattern("event", name).search(sentence.text)
            for name in ("meeting", "call", "visit")
        )
        is_aside = any(
            words.pattern("aside", name).search(sentence.text)
            for name in ("boilerplate", "background")
        )
        if is_head or (meets and not is_aside):
            yield sentence


def _kind(text: str, words: Vocabulary, *, session: bool) -> EventKind:
    if session:
        return EventKind.SESSION
    if words.pattern("event", "call").search(text):
        return EventKind.CALL
    return EventKind.MEETING


def _day(
    telling: Sequence[str], words: Vocabulary, written: dt.date | None, *, session: bool
) -> tuple[dt.date | None, str]:
    """The day of the occasion, and what it was reckoned from."""
    for text in telling:
        found = _named(text, words, written, session=session)
        found = found or (None if session else _relative(text, words, written))
        if found:
            return found
    return (written, "") if session else (None, "")


def _relative(text: str, words: Vocabulary, written: dt.date | None) -> tuple[dt.date, str] | None:
    """The day that a sentence counts from the day on which the text was written."""
    if written is None:
        return None
    if match := words.pattern("time", "yesterday").search(text):
        return written - dt.timedelta(days=1), match.group()
    if match := words.pattern("time", "today").search(text):
        return written, match.group()
    weekday = weekday_in(text, words)
    if weekday is None:
        return None
    return weekday_before(written, weekday), words.calendar.findall(text)[0]


def _named(
    text: str, words: Vocabulary, written: dt.date | None, *, session: bool
) -> tuple[dt.date, str] | None:
    """A day that a sentence names, of the year that it or the head of the text gives.

    The day on which the text was written says when the meeting was for minutes alone.
    """
    days = [day for day in days_in(text, words) if not _RANGE.search(text[: day.start + 1])]
    years = {day.year for day in days if day.year}
    year = written.year if written else next(iter(years)) if len(years) == 1 else None
    for day in sorted(days, key=lambda day: day.year is not None):
        when = day.in_year(year)
        is_heading = when == written and not session and _heads(text, day, words)
        if when and not is_heading and _may_be(when, text, words, written):
            return when, text[day.start : day.end] if day.year is None else ""
    return None


def _heads(text: str, day: Day, words: Vocabulary) -> bool:
    """Whether a day stands at the head of a sentence, as in a dateline, without “on”."""
    near = text[max(0, day.start - _PREPOSITION) : day.start].strip()
    on = [match.end() for match in words.pattern("time", "on").finditer(near)]
    return day.start < _DATELINE_ENDS and len(near) not in on


def _may_be(when: dt.date, text: str, words: Vocabulary, written: dt.date | None) -> bool:
    """Whether an occasion can have been on a day: before the text was written, or announced."""
    if written is None or when <= written:
        return True
    is_ahead = words.pattern("says", "future").search(text) is not None
    return is_ahead and when <= written + _AHEAD


def _place(text: str, telling: Sequence[str], words: Vocabulary, *, session: bool) -> str:
    if not words.is_cased:
        return _place_unspaced(telling, words)
    head = " | ".join(telling)  # a name ends where a line does
    if session and (body := _behind("body", words).search(head)):
        return _spelt(body[1])
    found = (
        match[1]
        for before in words.words("place", "before")
        for sentence in telling[:_FIRST]
        for match in re.finditer(rf"(?<!\w)(?i:{before})\s+({_NAME})", sentence)
        if not _is_institution(match[1], words)
    )
    place = next(found, "")
    return place_form(place, words) if place else _dateline(text)


def _dateline(text: str) -> str:
    """The place that a text was sent from; empty where it has no dateline."""
    found = (match for pattern in _DATELINES if (match := pattern.search(text)))
    match = next(found, None)
    return _spelt(match[1]) if match else ""


def _behind(name: str, words: Vocabulary) -> re.Pattern[str]:
    """A name behind one of a list of words."""
    return re.compile(rf"(?i:{words.pattern('place', name).pattern})\s+({_NAME})")


def _place_unspaced(telling: Sequence[str], words: Vocabulary) -> str:
    before = words.pattern("place", "before").pattern
    name = r"\s+(\w+)" if words.is_spaced else r"([\u4e00-\u9fff]{2,4}?)(?=举行|會|会|，|,)"
    for sentence in telling[:_FIRST]:
        for match in re.finditer(f"(?:{before}){name}", sentence):
            if not _is_institution(match[1], words):
                return match[1]
    return ""


def _spelt(place: str) -> str:
    return place.title() if place.isupper() else place


def _is_institution(place: str, words: Vocabulary) -> bool:
    small = place.lower()
    first = small.split()[0]
    return (
        any(words.pattern("place", "institutions").fullmatch(part) for part in (small, first))
        or words.calendar.fullmatch(first) is not None
        or words.pattern("people", "roles").fullmatch(first) is not None
    )
