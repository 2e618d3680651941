"""Who met, when and where; a long list of participants is folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.views.phrases import long_date
from bluf.views.rows import EventRow, ParticipantRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bluf.model import Event, Participant
    from bluf.views.citations import Citations

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
