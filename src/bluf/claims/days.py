"""Days of the record: of events and dues, in the sources; and none before what it rests on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bluf.claims.dates import days_in
from bluf.claims.judgement import Basis, ClaimSubject, Judgement
from bluf.claims.texts import Path, is_own
from bluf.languages import Day, dates_in, pattern, relative_days
from bluf.model import ClaimKind, Due, FollowUp
from octavo.shortening import quoted

if TYPE_CHECKING:
    from bluf.claims.passages import ClaimContext, SourceSpan


_WEEK = 7


def day_claims(desk: ClaimContext) -> Iterator[Judgement | None]:
    """A judgement for each day of an event, each due day, and each order of days."""
    for index, event in enumerate(desk.brief.events):
        if event.date:
            long: Path = ("events", index, "date", "value")
            day = long if desk.file.places.find(*long) else long[:-1]
            yield _in_source(desk, day, event.date.value, event.date.source)
    for path, item in desk.brief.placed_items():
        if isinstance(item, FollowUp) and item.due and not is_own(item):
            yield from _due(desk, (*path, "due"), item, item.due)
    yield from _order(desk)


def _in_source(desk: ClaimContext, path: Path, day: dt.date, key: str | None) -> Judgement:
    """Whether a source gives a day: the one that is named, else any."""
    subject = _day(desk, path, day)
    spans = [span for span in desk.sources.values() if key in {None, span.key}]
    basis = next((found for span in spans if (found := _gives(desk, span, day))), None)
    if basis and not basis.offset and any(_tells_of_before(desk, span, day) for span in spans):
        return subject.undecided()
    if basis:
        return subject.borne_out(basis)
    others = {
        (other.day, other.month): Basis(span, offset, other.words)
        for span in spans
        for other, offset in days_in(desk, span)
        if other.exact
    }
    if key and len(others) == 1:
        (other,) = others.values()
        return subject.contradicted(
            "date-differs",
            f"source “{key}” does not say {day}, but {quoted(other.words)}",
            f"correct the date, or name the source that says {day}",
            other,
        )
    where = f"source “{key}”" if key else "any source"
    return subject.not_found(
        "date-not-found", f"{day} does not stand in {where}", "name the source that gives the day"
    )


def _gives(desk: ClaimContext, span: SourceSpan, day: dt.date) -> Basis | None:
    """Where a source gives a day: in words, or as its own."""
    exact = [(other, offset) for other, offset in days_in(desk, span) if other.exact]
    for other, offset in exact:
        if other.means(day):
            return Basis(span, offset, other.words)
    published = desk.brief.sources[span.key].date
    if published == day:
        return Basis(span, 0, f"the source is dated {published}")
    return None


def _tells_of_before(desk: ClaimContext, span: SourceSpan, day: dt.date) -> bool:
    """Whether a source of that day tells of “yesterday”, or of a date of the week before."""
    week = {day - dt.timedelta(days) for days in range(1, _WEEK)}
    told = {day + dt.timedelta(days) for _, _, days in relative_days(span.text, span.tag)}
    dates = [each for each in dates_in(span.text, span.tag) if each.exact]
    found = not week.isdisjoint(told) or any(each.means(past) for each in dates for past in week)
    return found and desk.brief.sources[span.key].date == day


def _due(desk: ClaimContext, path: Path, item: FollowUp, due: Due) -> Iterator[Judgement | None]:
    if due.date:
        key = due.source or next((entry.source for entry in item.evidence), None)
        where = path if isinstance(desk.file.places.values(*path), str) else (*path, "date")
        if item.carried_from and not key:  # the brief that it comes from proves it
            yield ClaimSubject(desk, ClaimKind.DUE, where, str(due.date)).undecided()
        else:
            yield _in_source(desk, where, due.date, key)
    if due.wording and due.latest:
        yield _bound(desk, (*path, "latest"), due)


def _bound(desk: ClaimContext, path: Path, due: Due) -> Judgement | None:
    """“Later this year” ends with the last day of the year of the source that says so."""
    source = desk.brief.sources.get(due.source or "")
    span = desk.sources.get(due.source or "")
    known = span.language if span else desk.language
    if not source or not source.date or not due.wording or not due.latest:
        return None
    if not pattern(known.calendar.this_year, known.script).search(due.wording):
        return _named(desk, path, due, source.date)
    subject = ClaimSubject(desk, ClaimKind.DUE, path, str(due.latest))
    if due.latest == source.date.replace(month=12, day=31):
        return subject.borne_out(Basis(span, 0, f"the source is dated {source.date}"))
    return subject.contradicted(
        "date-differs",
        f"{quoted(due.wording)} was said in {source.date.year}, and cannot mean {due.latest}",
        "correct “latest”",
        Basis(span, 0, str(source.date)),
    )


def _named(desk: ClaimContext, path: Path, due: Due, published: dt.date) -> Judgement | None:
    """The last day that “September” can mean lies in no earlier month than September."""
    span = desk.sources.get(due.source or "")
    days = dates_in(due.wording or "", span.tag if span else desk.brief.language)
    first = _first(days[0], published) if len(days) == 1 else None
    if not first or not due.latest or due.latest >= first - dt.timedelta(days=1):
        return None
    return ClaimSubject(desk, ClaimKind.DUE, path, str(due.latest)).contradicted(
        "date-differs",
        f"{quoted(due.wording or '')} was said on {published}, and cannot mean {due.latest}",
        "correct “latest”",
        Basis(span, 0, str(published)),
    )


def _first(day: Day, published: dt.date) -> dt.date | None:
    """The first day that a month or a date to come can mean; None where months may be days."""
    if not day.month or day.swapped:
        return None
    year = day.year or published.year + (day.month < published.month)
    return dt.date(year, day.month, min(day.day or 1, 28))


def _order(desk: ClaimContext) -> Iterator[Judgement]:
    """Days that lie before what they rest on."""
    brief = desk.brief
    for key, source in brief.sources.items():
        if source.date and source.date > brief.date:
            yield _day(desk, ("sources", key, "date"), source.date).contradicted(
                "source-after-brief",
                f"source “{key}” is dated {source.date}, after the brief ({brief.date})",
                "update “date”",
            )
    for index, event in enumerate(brief.events):
        if event.date and event.date.value > brief.date and _is_past(desk, index, event.date.value):
            yield _day(desk, ("events", index, "date"), event.date.value).contradicted(
                "dated-before-basis",
                f"the brief is dated {brief.date}, before its event “{event.id}” "
                f"({event.date.value})",
                "correct one of the two dates",
            )
    for path, item in brief.placed_items():
        if isinstance(item, FollowUp):
            yield from _follow_up(desk, path, item)


def _is_past(desk: ClaimContext, index: int, day: dt.date) -> bool:
    """Whether an event has outcomes, and not all of their sources are dated before its day."""
    event = desk.brief.events[index]
    keys = {
        entry.source
        for outcome in desk.brief.outcomes
        if outcome.event == event.id
        for entry in outcome.evidence
    }
    days = {desk.brief.sources[key].date for key in keys}
    return any(each is None or each >= day for each in days)


def _follow_up(desk: ClaimContext, path: Path, item: FollowUp) -> Iterator[Judgement]:
    begun = max(_days_of_basis(desk, item), default=None)
    last = item.due.last_day if item.due else None
    if begun and last and last < begun:
        name = "date" if item.due and item.due.date else "latest"
        yield _day(desk, (*path, "due", name), last).contradicted(
            "dated-before-basis",
            f"follow-up “{item.id}” is due {last}, before what it follows from ({begun})",
            "correct the due date",
        )
    for index, change in enumerate(item.history):
        said = [day for entry in change.evidence if (day := desk.brief.sources[entry.source].date)]
        early = said and change.date < min(said) and change.date != max(said)
        where = (*path, "history", index)
        if early and not _reported(desk, where, change.date):
            yield _day(desk, (*where, "date"), change.date).contradicted(
                "dated-before-basis",
                f"this change is dated {change.date}, before the source that reports it "
                f"({min(said)})",
                "give the day of the source, or of what it reports",
            )


def _reported(desk: ClaimContext, path: Path, day: dt.date) -> bool:
    """Whether a source of a change names its day."""
    keys = {entry.source for place, entry in desk.cited.items() if place[: len(path)] == path}
    spans = [desk.sources[key] for key in keys if key in desk.sources]
    return any(other.means(day) for span in spans for other, _ in days_in(desk, span))


def _days_of_basis(desk: ClaimContext, item: FollowUp) -> Iterator[dt.date]:
    events = {event.id: event.date.value for event in desk.brief.events if event.date}
    for _, other in desk.brief.placed_items():
        event = getattr(other, "event", None)
        if other.id in item.follows and event in events:
            yield events[event]


def _day(desk: ClaimContext, path: Path, day: dt.date) -> ClaimSubject:
    return ClaimSubject(desk, ClaimKind.DATE, path, str(day))
