"""A data file to its card: the unit of work that the register does once for each brief."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bluf import model
from bluf.data import DataFile, read
from bluf.model import ALL_SIDES, Brief, FollowUp, FollowUpStatus, RequestState
from bluf.register.card import (
    AnsweringOutcome,
    CitedWords,
    ItemKind,
    Link,
    Mark,
    Mention,
    OwingSide,
    Place,
    RegisteredBrief,
    Step,
)
from octavo.finding import Finding

if TYPE_CHECKING:
    Placer = Callable[..., Place]


_ASKED = {
    RequestState.PLANNED: Mark.PLANNED,
    RequestState.MADE: Mark.ASKED,
    RequestState.APPEAL: Mark.APPEALED,
}

_STOOD = {
    FollowUpStatus.OPEN: Mark.OPEN,
    FollowUpStatus.DONE: Mark.DONE,
    FollowUpStatus.DROPPED: Mark.DROPPED,
}


def read_card(path: Path) -> RegisteredBrief:
    """Read one data file and keep what the register needs of it.

    Raises:
        bluf.data.DataError: The file is refused; carries every fault of it.
    """
    return make_card(read(path))


def make_card(data_file: DataFile) -> RegisteredBrief:
    """What the register needs of a brief that has been read."""
    return _CardReader(data_file).card()


class _CardReader:
    """Reads one brief; knows where each of its items stands."""

    def __init__(self, data_file: DataFile) -> None:
        self._file = data_file
        self._brief: Brief = data_file.brief
        self._sides: dict[str | None, OwingSide] = {}
        self._events = {event.id: event for event in self._brief.events}
        self._outcomes = {o.id: (i, o) for i, o in enumerate(self._brief.outcomes)}
        self._requests = {r.id: (i, r) for i, r in enumerate(self._brief.requests)}

    def card(self) -> RegisteredBrief:
        brief = self._brief
        return RegisteredBrief(
            brief=brief.id,
            title=brief.title,
            date=brief.date,
            language=brief.language,
            place=self._place("id"),
            mentions=(
                *(self._request(i, r) for i, r in self._requests.values()),
                *(self._follow_up(i, f) for i, f in enumerate(brief.follow_ups)),
            ),
            answers=tuple(self._answer(i, o) for i, o in self._outcomes.values() if o.answers),
            outcomes=frozenset(self._ref(name) for name in self._outcomes),
            faults=history_faults(brief, self._place),
        )

    def _place(self, *path: str | int) -> Place:
        location = self._file.places.at(*path)
        return Place(location, self._file.excerpt(location))

    def _ref(self, item: str) -> str:
        return item if "#" in item else f"{self._brief.id}#{item}"

    def _day(self, event: str | None) -> dt.date:
        date = self._events[event].date if event in self._events else None
        return date.value if date else self._brief.date

    def _side(self, name: str | None) -> OwingSide:
        """The side of a name, of which the items of a brief share one."""
        if name not in self._sides:
            self._sides[name] = self._new_side(name)
        return self._sides[name]

    def _new_side(self, name: str | None) -> OwingSide:
        if name is None:
            return OwingSide("")
        names = name.split(model.SEVERAL)
        if len(names) > 1:
            several = [self._side(each) for each in names]
            shown = ", ".join(side.name for side in several)
            return OwingSide(shown, _once(name for side in several for name in side.names))
        parties = self._brief.parties
        named = [name] if name in parties else list(parties) if name.casefold() in ALL_SIDES else []
        known = [text for key in named for text in (key, parties[key].name, parties[key].short)]
        shown = (parties[name].short or parties[name].name) if name in parties else name
        return OwingSide(shown, _once(text.casefold() for text in (name, *known) if text))

    def _quotations(self, evidence: tuple[model.Evidence, ...]) -> tuple[CitedWords, ...]:
        return tuple(self._quotation(each) for each in evidence)

    def _quotation(self, evidence: model.Evidence) -> CitedWords:
        source = self._brief.sources[evidence.source]
        return CitedWords(
            original=evidence.quote,
            title=source.title,
            publisher=source.publisher,
            language=source.language,
            translation=evidence.translation or "",
            translator=evidence.translator or "",
            date=source.date,
            url=source.url or "",
        )

    def _link(self, target: str | None, *path: str | int) -> Link | None:
        return Link(target, self._place(*path)) if target else None

    def _request(self, number: int, request: model.Request) -> Mention:
        path = ("requests", number)
        since = self._day(request.event)
        return Mention(
            ref=self._ref(request.id),
            kind=ItemKind.REQUEST,
            what=request.ask,
            owner=self._side(request.to),
            to=self._side(request.from_),
            recorded=self._brief.date,
            since=since,
            steps=self._asked(request),
            path=self._file.path,
            made=request.state is not RequestState.PLANNED,
            carried_from=self._link(request.carried_from, *path, "carried_from"),
            topic=request.topic or "",
            priority=request.priority,
            marking=request.marking or self._brief.marking or "",
        )

    def _asked(self, request: model.Request) -> tuple[Step, ...]:
        day = self._day(request.event)
        carried = request.carried_from is not None and request.event is None
        mark = Mark.CARRIED if carried else _ASKED[request.state]
        quotations = self._quotations(request.evidence)
        asked = Step(day, mark, self._brief.id, "", request.ask, quotations)
        if request.response in {None, model.Response.NOT_REPORTED}:
            return (asked,)
        return (asked, Step(day, Mark.ANSWERED, self._brief.id, str(request.response)))

    def _answer(self, number: int, outcome: model.Outcome) -> AnsweringOutcome:
        open_ones = {
            request.id
            for request in self._brief.requests
            if request.response in {None, model.Response.NOT_REPORTED}
        }
        own = tuple(self._ref(name) for name in outcome.answers if name in open_ones)
        links = tuple(
            Link(name, self._place("outcomes", number, "answers", i))
            for i, name in enumerate(outcome.answers)
            if "#" in name
        )
        step, said = self._reached(outcome), model.answer_by(outcome.strength)
        if said:
            step = replace(step, mark=Mark.ANSWERED, words=str(said))
        return AnsweringOutcome(self._ref(outcome.id), self._brief.date, step, own, links)

    def _reached(self, outcome: model.Outcome) -> Step:
        return Step(
            date=self._day(outcome.event),
            mark=Mark.OUTCOME,
            brief=self._brief.id,
            words=str(outcome.strength),
            note=outcome.statement,
            quotations=self._quotations(outcome.evidence),
        )

    def _follow_up(self, number: int, follow_up: FollowUp) -> Mention:
        path = ("follow_ups", number)
        roots = self._roots(follow_up)
        since = min((step.date for step in roots), default=self._brief.date)
        return Mention(
            ref=self._ref(follow_up.id),
            kind=ItemKind.FOLLOW_UP,
            what=follow_up.action,
            owner=self._side(follow_up.owner),
            to=self._side(follow_up.to),
            recorded=self._brief.date,
            since=since,
            steps=(*roots, *self._life(number, follow_up, since)),
            path=self._file.path,
            due=self._due(follow_up.due),
            carried_from=self._link(follow_up.carried_from, *path, "carried_from"),
            topic=follow_up.topic or "",
            priority=follow_up.priority,
            marking=follow_up.marking or self._brief.marking or "",
        )

    def _due(self, due: model.Due | None) -> model.Due | None:
        """By when; an id of another follow-up of the brief is followed by what that one is."""
        known = {each.id: each.action for each in self._brief.follow_ups}
        if due is None or due.after not in known:
            return due
        return replace(due, after=f"{due.after}, {known[due.after]}")

    def _roots(self, follow_up: FollowUp) -> tuple[Step, ...]:
        """The outcomes and requests that a follow-up follows from."""
        asked = [self._asked(self._requests[each][1])[0] for each in follow_up.follows
                 if each in self._requests]  # fmt: skip
        reached = [self._reached(self._outcomes[each][1]) for each in follow_up.follows
                   if each in self._outcomes]  # fmt: skip
        return (*asked, *reached)

    def _life(self, number: int, follow_up: FollowUp, since: dt.date) -> tuple[Step, ...]:
        carried = follow_up.carried_from is not None
        begun = Step(
            date=self._brief.date if carried else since,
            mark=Mark.CARRIED if carried else Mark.OPEN,
            brief=self._brief.id,
            note=follow_up.action,
            quotations=self._quotations(follow_up.evidence),
        )
        changes = [self._changed(number, i, each) for i, each in enumerate(follow_up.history)]
        if not changes and follow_up.status is not FollowUpStatus.OPEN:
            place = self._place("follow_ups", number, "status")
            day, mark = self._brief.date, _STOOD[follow_up.status]
            changes = [Step(day, mark, self._brief.id, place=place)]
        return tuple(sorted([begun, *changes], key=lambda step: step.date))

    def _changed(self, number: int, index: int, change: model.Change) -> Step:
        path, mark = ("follow_ups", number, "history", index, "date"), _STOOD[change.status]
        return Step(
            date=change.date,
            mark=mark,
            brief=self._brief.id,
            note=change.note or "",
            quotations=self._quotations(change.evidence),
            place=None if mark is Mark.OPEN else self._place(*path),
        )


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def history_faults(brief: Brief, place: Placer) -> tuple[Finding, ...]:
    """Everything wrong with the histories of a brief; ``place`` finds a path in its file."""
    began = first_day(brief)
    return tuple(
        fault
        for number, follow_up in enumerate(brief.follow_ups)
        for check in (_out_of_order, _done_before_begun, _status_differs)
        for fault in check(follow_up, began, lambda *path, n=number: place("follow_ups", n, *path))
    )


def first_day(brief: Brief) -> dt.date:
    """The day of the earliest dated event of a brief, else of the brief itself."""
    return min((e.date.value for e in brief.events if e.date), default=brief.date)


def _out_of_order(follow_up: FollowUp, _began: dt.date, place: Placer) -> Iterator[Finding]:
    for index, (before, after) in enumerate(pairwise(follow_up.history), start=1):
        if after.date < before.date:
            yield place("history", index, "date").fault(
                "history-out-of-order",
                f"“{after.date}” stands after “{before.date}” in the history of “{follow_up.id}”",
                "put the changes in order, oldest first",
            )


def _done_before_begun(follow_up: FollowUp, began: dt.date, place: Placer) -> Iterator[Finding]:
    if follow_up.carried_from:  # it began in an earlier brief, which is not at hand here
        return
    for index, change in enumerate(follow_up.history):
        if change.status is not FollowUpStatus.OPEN and change.date < began:
            yield place("history", index, "date").fault(
                "done-before-begun",
                f"“{follow_up.id}” is {change.status} on {change.date}, before it began on {began}",
                "correct the date, or name the earlier brief in “carried_from”",
            )


def _status_differs(follow_up: FollowUp, _began: dt.date, place: Placer) -> Iterator[Finding]:
    if follow_up.history and follow_up.history[-1].status is not follow_up.status:
        last = follow_up.history[-1]
        yield place("status").fault(
            "status-not-in-history",
            f"“{follow_up.id}” is {follow_up.status}, but its history ends with"
            f" {last.status} on {last.date}",
            f"write “status: {last.status}”, or add the change that made it {follow_up.status}",
        )
