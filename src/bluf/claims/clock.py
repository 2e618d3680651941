"""Times of day in running text: each stands in a source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from bluf.claims.binding import MarkedText, bound, judged
from bluf.claims.judgement import ClaimSubject, Judgement
from bluf.languages import figures_in, times_in
from bluf.model import ClaimKind
from octavo.shortening import quoted

if TYPE_CHECKING:
    from bluf.claims.passages import ClaimContext, SourceSpan
    from bluf.claims.texts import Text
    from bluf.languages import ClockTime

_HOUR, _NEAR = 60, 15


def clock_claims(desk: ClaimContext, text: Text) -> Iterator[Judgement]:
    """A judgement for each time of day of a text."""
    tag = desk.tag(text)
    row = MarkedText(text.words, tag, times_in(text.words, tag))
    for time in row.marks:
        yield _judged(desk, text, time, row)


def _judged(
    desk: ClaimContext, text: Text, time: ClockTime, row: MarkedText[ClockTime]
) -> Judgement:
    subject = ClaimSubject(desk, ClaimKind.DATE, text.path, time.words)
    spans = desk.passages(text.evidence) or list(desk.sources.values())
    found = bound(desk, row, time, _standing(time, spans), times_in)
    if found:
        return judged(subject, found)
    told = [each for span in desk.sources.values() for each in times_in(span.text, span.tag)]
    near = time.minutes % _HOUR == 0 and (
        _is_hour(time, desk.sources.values())
        or any(abs(time.minutes - other.minutes) <= _NEAR for other in told)
    )
    if near or any(time.may_be(other) or time.agrees(other) for other in told):
        return subject.undecided()  # “at 7” may be 19:00; “shortly before 22:00”
    return subject.not_found(
        "date-not-found",
        f"{quoted(time.words)} is a time of day that is in no source",
        "give the time of a source, or leave it out",
    )


def _standing(
    time: ClockTime, spans: Iterable[SourceSpan]
) -> Iterator[tuple[SourceSpan, ClockTime]]:
    return ((span, each) for span in spans for each in times_in(span.text, span.tag)
            if time.agrees(each))  # fmt: skip


def _is_hour(time: ClockTime, spans: Iterable[SourceSpan]) -> bool:
    """Whether a source has the hour as a figure alone, or a language without words for times."""
    return any(
        not span.language.calendar.length
        or any(time.minutes // _HOUR in each.values for each in figures_in(span.text, span.tag))
        for span in spans
    )
