"""What frames the account of a meeting: who met, recommendations, what is next, sources."""

from __future__ import annotations

from collections.abc import Iterable

from bluf.model import Decision, Event, Next, Participant, Recommendation
from bluf.views.citations import Citations
from bluf.views.phrases import date_in_phrase, long_date, unique
from bluf.views.rows import EventRow, NextRow, ParticipantRow, RecommendationRow, SourceRow

MOST_NAMED = 10
"""Participants of one occasion that the page names; of more it names the first of each party."""


def event_row(event: Event, citations: Citations) -> EventRow:
    """An occasion in words."""
    labels = citations.labels
    day = long_date(event.date.value, labels) if event.date else ""
    details = labels.listed([event.place or "", day])
    people = [_person(person, citations) for person in event.participants]
    leads = tuple(sorted({each.party: each for each in people[::-1]}.values(), key=people.index))
    others = tuple(person for person in people if person not in leads)
    folded = len(others) if len(people) > MOST_NAMED else 0
    named = _by_party(leads if folded else people, citations)
    named += labels.counted("people", folded) if folded else ""
    summary = labels.aside(event.title, details)
    return EventRow(
        id=event.id,
        portion=citations.marks.before(event.marking),
        title=event.title,
        kind=labels.word("events", event.kind),
        date=day,
        place=event.place or "",
        participants=named,
        everybody=_by_party(people, citations),
        leads=leads,
        others=others,
        number=len(people),
        folded=folded,
        details=details,
        account=labels.chained([details, named]),
        summary=f"{summary}{labels.words['colon']}{named}" if named else summary,
    )


def _person(person: Participant, citations: Citations) -> ParticipantRow:
    return ParticipantRow(
        name=person.name,
        role=person.role or "",
        party=citations.party(person.party),
        summary=citations.labels.aside(person.name, person.role or ""),
    )


def _by_party(people: Iterable[ParticipantRow], citations: Citations) -> str:
    """``Serbia: Marko Đurić (Minister …); U.S.: …``, each party once."""
    labels = citations.labels
    by_party: dict[str, list[str]] = {}
    for person in people:
        by_party.setdefault(person.party, []).append(person.summary)
    return labels.chained(
        f"{party}{labels.words['colon']}{labels.listed(names)}" if party else labels.listed(names)
        for party, names in by_party.items()
    )


_CHOICES = {
    Decision.APPROVE: ("approve", "disapprove", "discuss"),
    Decision.NOTE: ("note", "discuss"),
    Decision.DISCUSS: ("discuss",),
    Decision.SIGN: ("sign", "discuss"),
}
"""What can be answered to a recommendation that names no options."""


def recommendation_rows(citations: Citations) -> tuple[RecommendationRow, ...]:
    """The recommendations in words, numbered from 1."""
    advised = enumerate(citations.brief.recommendations, 1)
    return tuple(_recommendation(number, each, citations) for number, each in advised)


def _recommendation(
    number: int, advised: Recommendation, citations: Citations
) -> RecommendationRow:
    labels = citations.labels
    decision = labels.word("decisions_for", advised.decision)
    if advised.by:
        day = date_in_phrase(advised.by, labels, "long")
        decision = labels.say("decided_by", decision=decision, date=day)
    choices = (labels.word("choices", name) for name in _CHOICES[advised.decision])
    options = advised.options or tuple(choices)
    return RecommendationRow(
        number=number,
        portion=citations.marks.before(advised.marking),
        text=advised.text,
        decision=decision,
        options=options,
        boxes="\u2003".join(labels.words["box"] + option for option in options),
    )


def next_row(planned: Next, citations: Citations) -> NextRow:
    """An occasion that is planned, in words."""
    labels = citations.labels
    day, place = long_date(planned.date, labels), planned.place or ""
    return NextRow(
        portion=citations.marks.before(planned.marking),
        title=planned.title,
        date=day,
        place=place,
        summary=labels.listed([planned.title, place, day]),
    )


def source_rows(citations: Citations) -> tuple[SourceRow, ...]:
    """The documents quoted, as the brief numbers them."""
    labels, rows = citations.labels, []
    for key, source in citations.brief.sources.items():
        kind, day = labels.word("kinds", source.kind), long_date(source.date, labels)
        title = source.translation or source.title
        details = labels.listed(unique([kind, day]))
        rows.append(
            SourceRow(
                id=key,
                number=citations.numbers[key],
                portion=citations.marks.before(source.marking),
                title=title,
                publisher=source.publisher,
                kind=kind,
                date=day,
                url=source.url or "",
                details=details,
                summary=labels.listed([source.publisher, labels.quoted(title), details]),
            )
        )
    return tuple(rows)
