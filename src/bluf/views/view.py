"""Brief → view: the only maker of what templates see, so that what is left out cannot leak."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import to_builtins

from bluf.model import RequestState
from bluf.views.citations import Citations
from bluf.views.labels import labels_for
from bluf.views.phrases import due_text, long_date, quoted, unique
from bluf.views.rows import (
    AccountRow,
    BriefView,
    DifferenceRow,
    EventRow,
    FollowUpRow,
    OutcomeRow,
    RequestRow,
    SourceRow,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bluf.model import Account, Brief, Difference, Event, FollowUp, Outcome, Proof, Request
    from bluf.views.rows import OutstandingRow


def view(
    brief: Brief,
    proof: Proof,
    *,
    outstanding: Sequence[OutstandingRow] = (),
    open_findings: int = 0,
) -> BriefView:
    """The brief in words, for its own language.

    Args:
        brief: The record.
        proof: What its sources bear out.
        outstanding: What earlier briefs left open; carried items then stand there alone, but for
            a request that was made again at an event of this brief.
        open_findings: How many findings the brief is written in spite of; more than 0 puts a
            warning on its face.

    Raises:
        UnknownLanguageError: There are no labels in the brief's language.
    """
    return _Maker(brief, proof).brief(outstanding, open_findings)


def mapping(shown: BriefView) -> dict[str, Any]:
    """What a template is rendered from: the roots ``brief`` and ``labels``."""
    return {"brief": to_builtins(shown), "labels": labels_for(shown.language).words}


class _Maker:
    """Makes the rows of one brief; holds what all of them need."""

    def __init__(self, brief: Brief, proof: Proof) -> None:
        self._brief = brief
        self._labels = labels_for(brief.language)
        self._differences = proof.differences
        self._citations = Citations(brief, proof, self._labels)

    def brief(self, outstanding: Sequence[OutstandingRow], open_findings: int) -> BriefView:
        brief = self._brief
        day = long_date(brief.date, self._labels)
        return BriefView(
            id=brief.id,
            title=brief.title,
            date=day,
            as_of=day,
            to=brief.to,
            from_=brief.from_,
            contact=brief.contact or "",
            marking=brief.marking or "",
            language=brief.language,
            bottom_line=brief.bottom_line,
            unproven=self._unproven(open_findings),
            events=tuple(self._event(event) for event in brief.events),
            outstanding=tuple(outstanding),
            requests=tuple(
                self._request(index, request)
                for index, request in enumerate(brief.requests)
                if not (outstanding and request.carried_from and request.event is None)
            ),
            outcomes=tuple(self._outcome(*row) for row in enumerate(brief.outcomes)),
            differences=tuple(self._difference(row) for row in self._differences),
            follow_ups=tuple(
                self._follow_up(index, follow_up)
                for index, follow_up in enumerate(brief.follow_ups)
                if not (outstanding and follow_up.carried_from)
            ),
            background=brief.background or "",
            sources=self._sources(),
        )

    def _unproven(self, open_findings: int) -> str:
        return self._labels.say("unproven", count=str(open_findings)) if open_findings else ""

    def _event(self, event: Event) -> EventRow:
        day = long_date(event.date.value, self._labels) if event.date else ""
        participants = self._participants(event)
        where = ", ".join(filter(None, [day, event.place or ""]))
        summary = f"{event.title} ({where})" if where else event.title
        return EventRow(
            id=event.id,
            title=event.title,
            kind=self._labels.word("events", event.kind),
            date=day,
            place=event.place or "",
            participants=participants,
            summary=f"{summary}: {participants}" if participants else summary,
        )

    def _participants(self, event: Event) -> str:
        """``Serbia: Marko Đurić (Minister …); U.S.: …``, each party once."""
        by_party: dict[str, list[str]] = {}
        for person in event.participants:
            name = f"{person.name} ({person.role})" if person.role else person.name
            by_party.setdefault(self._citations.party(person.party), []).append(name)
        return "; ".join(
            f"{self._labels.say('says', party=party)} {', '.join(names)}"
            if party
            else ", ".join(names)
            for party, names in by_party.items()
        )

    def _request(self, index: int, request: Request) -> RequestRow:
        made = request.state is RequestState.MADE
        return RequestRow(
            id=request.id,
            number=index + 1,
            ask=request.ask,
            from_=self._citations.party(request.from_),
            to=self._citations.party(request.to),
            state="" if made else self._labels.word("states", request.state),
            answer=self._labels.word("responses", request.response or "not reported"),
            said_by=self._citations.said_by(request.evidence),
            sources=self._citations.sources(request.evidence, ("requests", index, "evidence")),
            topic=request.topic or "",
            quotations=tuple(quoted(entry.quote, self._labels) for entry in request.evidence),
        )

    def _outcome(self, index: int, outcome: Outcome) -> OutcomeRow:
        return OutcomeRow(
            id=outcome.id,
            number=index + 1,
            strength=self._labels.word("strengths", outcome.strength),
            statement=outcome.statement,
            said_by=self._citations.agreed_by(outcome),
            sources=self._citations.sources(outcome.evidence, ("outcomes", index, "evidence")),
            topic=outcome.topic or "",
            quotations=tuple(quoted(entry.quote, self._labels) for entry in outcome.evidence),
        )

    def _difference(self, difference: Difference) -> DifferenceRow:
        return DifferenceRow(
            id=difference.item,
            subject=difference.subject,
            accounts=tuple(self._account(account) for account in difference.accounts),
        )

    def _account(self, account: Account) -> AccountRow:
        source = self._brief.sources[account.source]
        words = quoted(account.quote, self._labels)
        strength = self._labels.word("strengths", account.strength) if account.strength else ""
        answer = self._labels.word("responses", account.response) if account.response else ""
        due = quoted(account.due, self._labels) if account.due else ""
        return AccountRow(
            party=self._citations.party(account.party) or source.publisher,
            strength=strength,
            due=due,
            words=words,
            source=str(self._citations.numbers[account.source]),
            summary=", ".join(filter(None, [strength.lower(), answer.lower(), due])) or words,
        )

    def _follow_up(self, index: int, follow_up: FollowUp) -> FollowUpRow:
        origin = follow_up.carried_from
        return FollowUpRow(
            id=follow_up.id,
            number=index + 1,
            action=follow_up.action,
            owner=self._citations.party(follow_up.owner),
            to=self._citations.party(follow_up.to),
            due=due_text(follow_up.due, self._labels),
            status=self._labels.word("statuses", follow_up.status),
            carried=self._labels.say("carried", brief=origin.partition("#")[0]) if origin else "",
            sources=self._citations.sources(follow_up.evidence, ("follow_ups", index, "evidence")),
            topic=follow_up.topic or "",
        )

    def _sources(self) -> tuple[SourceRow, ...]:
        rows = []
        for key, source in self._brief.sources.items():
            kind = self._labels.word("kinds", source.kind)
            day = long_date(source.date, self._labels)
            url = source.url or ""
            details = unique(filter(None, [kind, day]))
            rows.append(
                SourceRow(
                    id=key,
                    number=self._citations.numbers[key],
                    title=source.title,
                    publisher=source.publisher,
                    kind=kind,
                    date=day,
                    url=url,
                    summary=f"{source.publisher}, {quoted(source.title, self._labels)}, "
                    f"{', '.join(details)}",
                )
            )
        return tuple(rows)
