"""Dates in running text: each is a day of the record, or stands in a source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bluf.claims.binding import MarkedText, bound, differs, judged, the_only_one
from bluf.claims.judgement import Basis, ClaimSubject, Judgement
from bluf.claims.reckoning import days_of, dues_of
from bluf.languages import Day, dates_in, figures_in, relative_days, relative_years, weekdays_in
from bluf.model import ClaimKind
from octavo.shortening import quoted

if TYPE_CHECKING:
    from bluf.claims.passages import ClaimContext, SourceSpan
    from bluf.claims.texts import Text

_DAY = dt.timedelta(1)
_WEEK = 7


def date_claims(desk: ClaimContext, text: Text) -> Iterator[Judgement | None]:
    """A judgement for each date of a text."""
    dates = dates_in(text.words, desk.brief.language)
    row = MarkedText(text.words, desk.brief.language, dates)
    for day in dates:
        yield _judged(desk, text, day, row)
    for start, end, number in weekdays_in(text.words, desk.brief.language):
        if not any(day.start <= start < day.end for day in dates):
            yield _named_weekday(desk, text, text.words[start:end], number)


def _named_weekday(desk: ClaimContext, text: Text, words: str, number: int) -> Judgement | None:
    """A day of the week that no source names, where they name others; a day of the record may."""
    recorded = {day.isoweekday() for day in days_of(desk.brief)}
    named = [
        (other, Basis(span, start, words))
        for span in desk.sources.values()
        for start, _, other in weekdays_in(span.text, span.tag)
    ]
    if not named:
        return None
    subject = ClaimSubject(desk, ClaimKind.DATE, text.path, words)
    basis = next((each for other, each in named if other == number), None)
    if basis:
        return subject.borne_out(basis)
    if number in recorded:
        return subject.undecided()
    return subject.not_found(
        "date-not-found",
        f"no source names {quoted(words)}, and no day of the record is one",
        "give the day that a source names, or leave it out",
    )


def _judged(desk: ClaimContext, text: Text, day: Day, row: MarkedText[Day]) -> Judgement:
    subject = ClaimSubject(desk, ClaimKind.DATE, text.path, day.words)
    real = _weekday(day)
    if real:
        return subject.contradicted(
            "date-differs",
            f"{quoted(day.words)} falls on another day of the week",
            real,
            Basis(words=real),
        )
    passages = desk.passages(text.evidence)
    spans = passages or list(desk.sources.values())
    found = bound(desk, row, day, _standing(desk, day, spans), dates_in)
    if found:
        return judged(subject, found)
    basis = _recorded(desk, day) or _elsewhere(desk, day)
    if basis and not _has_another(row, day, passages):
        return subject.borne_out(basis)
    other = the_only_one(passages, dates_in, lambda each: each.exact == day.exact)
    is_bare = day.day and not day.month and other
    if (basis and not is_bare) or any(_may_mean(desk, day, span) for span in spans):
        return subject.undecided()
    if other:
        return differs(subject, other)
    return subject.not_found(
        "date-not-found",
        f"{quoted(day.words)} is no day of the record, and is in no source",
        "give the date of a source, or leave it out",
    )


def _may_mean(desk: ClaimContext, day: Day, span: SourceSpan) -> bool:
    """Whether a source has a day without its month, or may: “next year” of no recorded date."""
    days = (each for each, _ in days_in(desk, span) if day.day)
    if any(each.day == day.day and not each.month for each in days):
        return True
    if desk.brief.sources[span.key].date:
        return False
    if day.is_year:
        return any(relative_years(span.text, span.tag))
    told = next(
        (
            dt.date(each.year, each.month, 1) + (each.day - 1) * _DAY
            for each in dates_in(span.text, span.tag)
            if each.year and each.month and each.day
        ),
        None,
    )
    return told is not None and any(map(day.agrees, _reckoned(span, told)))


def _weekday(day: Day) -> str:
    """The remedy where the day of the week before a date is not its own."""
    if not (day.weekday and day.day and day.month and day.year):
        return ""
    real = dt.date(day.year, day.month, day.day).isoweekday()
    return "" if real == day.weekday else "correct the day of the week, or the date"


def _recorded(desk: ClaimContext, day: Day) -> Basis | None:
    """A day of the record; the day after a due one too, since “late from” it is said."""
    late = (due + _DAY for due in dues_of(desk.brief) if day.exact)
    recorded = next((each for each in (*days_of(desk.brief), *late) if day.means(each)), None)
    return Basis(words=str(recorded)) if recorded else None


def _standing(
    desk: ClaimContext, day: Day, spans: Iterable[SourceSpan]
) -> Iterator[tuple[SourceSpan, Day]]:
    return ((span, each) for span in spans for each, _ in days_in(desk, span) if day.agrees(each))


def _has_another(row: MarkedText[Day], day: Day, passages: list[SourceSpan]) -> bool:
    """Whether the evidence has other days, and the text none of them: then one may be for one."""
    others = [each for span in passages for each in dates_in(span.text, span.tag)
              if day.is_like(each)]  # fmt: skip
    return bool(others) and not any(own.agrees(each) for own in row.marks for each in others)


def _elsewhere(desk: ClaimContext, day: Day) -> Basis | None:
    """Another place that gives a day: in another sentence, as a bare number, in a translation."""
    for span in desk.sources.values():
        for _, other in _standing(desk, day, [span]):
            return Basis(span, other.start, other.words)
        bare = figures_in(span.text, span.tag) if day.is_year else ()
        figure = next((each for each in bare if not each.unit and day.year in each.values), None)
        if figure:
            return Basis(span, figure.start, figure.words)
    for _, words in desk.translated:
        for each in dates_in(words, desk.brief.language):
            if day.agrees(each):
                return Basis(words=each.words)
    return None


def days_in(desk: ClaimContext, span: SourceSpan) -> Iterator[tuple[Day, int]]:
    """The dates of a piece; “yesterday”, “next year” and days of the week by its own date."""
    published = desk.brief.sources[span.key].date
    for day in dates_in(span.text, span.tag):
        yield from ((each, day.start) for each in _dated(day, published))
    if published:
        yield from ((each, each.start) for each in _reckoned(span, published))


def _reckoned(span: SourceSpan, published: dt.date) -> Iterator[Day]:
    """What a piece says of days and years by the day it was published."""
    for start, end, days in relative_days(span.text, span.tag):
        yield _day(published + days * _DAY, start, span.text[start:end])
    for start, end, years in relative_years(span.text, span.tag):
        yield Day(start, end, span.text[start:end], year=published.year + years)
    for start, end, number in weekdays_in(span.text, span.tag):
        ahead = (number - published.isoweekday()) % _WEEK or _WEEK
        for days in (-((published.isoweekday() - number) % _WEEK), ahead):
            yield _day(published + days * _DAY, start, span.text[start:end])


def _dated(day: Day, published: dt.date | None) -> Iterator[Day]:
    """A day; where it leaves out its month, that of its source, or the one before."""
    if day.month or not day.day or not published:
        yield day
        return
    for first in (published.replace(day=1), published.replace(day=1) - _DAY):
        yield replace(day, month=first.month, year=first.year)


def _day(day: dt.date, start: int, words: str) -> Day:
    return Day(start, start + len(words), words, day.day, day.month, day.year)
