"""From candidates to the record of a brief, with a comment where a choice was made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.draft.bookkeeping import BODY, DraftedSides, event_title, sides_of
from bluf.draft.candidate import Candidate, CandidateKind, Quoted
from bluf.draft.topics import topic_of
from bluf.draft.vocabulary import vocabulary
from bluf.model import (
    UNNAMED,
    Brief,
    Due,
    Event,
    Evidence,
    FollowUp,
    Next,
    Outcome,
    Participant,
    Party,
    Request,
    RequestState,
    Response,
    Source,
    SourcedDate,
    SourceKind,
    Strength,
)
from bluf.views import labels_for, long_date
from octavo.shortening import capital

if TYPE_CHECKING:
    from bluf.draft.source import SourceAccount

Steps = tuple[str | int, ...]

_FIRST, FIRM = 5.0, 2.5
"""Weights from which an item has priority 1, and priority 2: more than talk."""
_LONGEST_TITLE = 110
_PAIR = 2
_LONGEST_BOTTOM_LINE = 60
"""Words of two items together that a reader takes in at once."""
_HEADS = 3
"""Of so many of the weightiest items, two are proposed as the bottom line."""


class DeskInput(Struct, frozen=True):
    """What no source says of a brief; what is empty is made from them.

    Attributes:
        files: Where each source lies beside the data file, by id.
        looked: Whether a person looked at all of this.
    """

    id: str = ""
    to: str = ""
    from_: str = ""
    day: dt.date | None = None
    language: str = ""
    files: Mapping[str, str] = {}
    title: str = ""
    bottom_line: str = ""
    looked: bool = False


class DraftedRecord(Struct, frozen=True):
    """A brief that was drafted, and what is said of it in comments, by path."""

    brief: Brief
    comments: Mapping[Steps, str]


def record_of(
    accounts: Sequence[SourceAccount], chosen: Sequence[Candidate], desk: DeskInput
) -> DraftedRecord:
    """The brief that the chosen candidates make up, the first account the main one."""
    return _Maker(accounts, desk).record(chosen)


class _Maker:
    """Makes one record; holds what its parts need of each other."""

    def __init__(self, accounts: Sequence[SourceAccount], desk: DeskInput) -> None:
        self._accounts = accounts
        self._desk = desk
        self._language = desk.language or accounts[0].language
        self._labels = labels_for(self._language)
        self._words = self._labels.words
        self._sides: DraftedSides = sides_of(accounts, self._language)
        self._by_id = {account.id: account for account in accounts}
        self._is_session = accounts[0].kind is SourceKind.MINUTES
        self._comments: dict[Steps, str] = {}

    def record(self, chosen: Sequence[Candidate]) -> DraftedRecord:
        event = self._event()
        plans = (each.occasion.planned for each in self._accounts)
        requests = [each for each in chosen if each.kind is CandidateKind.REQUEST]
        outcomes = [each for each in chosen if _is_outcome(each)]
        actions = [each for each in chosen if each.kind is CandidateKind.FOLLOW_UP]
        if not self._desk.looked:
            self._comments["bottom_line",] = "proposed from the weightiest items: write your own"
            self._comments["to",] = "who reads it, and who writes it"
        asked = tuple(self._request(*row) for row in enumerate(requests))
        parties = dict(self._sides.parties)
        if any(each.from_ == UNNAMED for each in asked):
            parties[UNNAMED] = Party(name=self._words["unnamed"])
            said = "no words say who asks: write it, or delete the item"
            self._comments["parties", UNNAMED] = said
        return DraftedRecord(
            Brief(
                id=self._id(event),
                title=self._title(event),
                date=self._day(event),
                to=self._desk.to or self._words["reader"],
                from_=self._desk.from_ or self._words["writer"],
                draft=not self._desk.looked,
                language=self._language,
                bottom_line=self._desk.bottom_line or self._bottom_line(chosen),
                parties=parties,
                sources={account.id: self._source(account) for account in self._accounts},
                events=(event,),
                requests=asked,
                outcomes=tuple(self._outcome(*row) for row in enumerate(outcomes)),
                follow_ups=tuple(
                    self._follow_up(index, each, outcomes) for index, each in enumerate(actions)
                ),
                next=tuple(Next(title=each.title, date=each.day) for each in plans if each)[:1],
            ),
            self._comments,
        )

    def _bottom_line(self, chosen: Sequence[Candidate]) -> str:
        """The two weightiest items, the outcomes first, each behind the word for how firm it is.

        One is enough where two would be long.
        """
        heads = sorted(chosen[:_HEADS], key=lambda each: each.kind is CandidateKind.REQUEST)
        words = sum(len(self._statement(each).split()) for each in heads[:2])
        heads = heads[: 1 if words > _LONGEST_BOTTOM_LINE else 2]
        lines: list[tuple[str, str]] = []
        for each in heads:
            is_said = (each.voice is not None or self._tells(each)) and not self._others(each)
            lead = "" if is_said else f"{self._head(each)}{self._words['colon']}"
            statement = self._statement(each).rstrip(".。")
            if lead and lines and lines[-1][0] == lead:
                statement = f"{lines.pop()[1]}{self._words['semicolon']}{statement}"
            lines.append((lead, statement))
        stop, space = ("。", "") if self._language.startswith("zh") else (".", " ")
        said = space.join(f"{lead}{statement}{stop}" for lead, statement in lines)
        return said or "Nothing was found that belongs on a page."

    def _head(self, candidate: Candidate) -> str:
        """How firm an item is and who says otherwise, or who asks for it."""
        if candidate.strength:
            word = self._labels.word("strengths", candidate.strength)
            others = (self._labels.say("differs", party=name) for name in self._others(candidate))
            return self._labels.aside(word, *others)
        asker = self._sides.parties.get(self._sides.asker(candidate, self._account(candidate)))
        return self._labels.aside(self._words["ask"], asker.name if asker else "")

    def _others(self, candidate: Candidate) -> list[str]:
        """The sides, or the publishers, whose accounts of an item are less firm than it is."""
        rank = candidate.strength.rank if candidate.strength else 0
        less = (q.source for q in candidate.evidence if q.strength and q.strength.rank < rank)
        names = (self._side(each) or self._by_id[each].publisher or each for each in less)
        return [*dict.fromkeys(names)]

    def _side(self, source: str) -> str:
        """The name of the party whose account a source is; empty where none is known."""
        party = self._sides.parties.get(self._sides.of_source.get(source, ""))
        return party.name if party else ""

    def _account(self, candidate: Candidate) -> SourceAccount:
        return self._by_id[candidate.evidence[0].source]

    def _tells(self, candidate: Candidate) -> bool:
        """Whether a statement has the verb that says how firm it is."""
        words = vocabulary(self._account(candidate).language)
        verbs = words.pattern("says", candidate.strength.value) if candidate.strength else None
        return verbs is not None and verbs.search(candidate.statement) is not None

    def _event(self) -> Event:
        dated = next((each for each in self._accounts if each.occasion.day), None)
        places = (each.occasion.place for each in self._accounts)
        day = None
        if not dated:
            self._comments["events", 0] = "no source says the day plainly: add “date: …”"
        if dated and dated.occasion.day:
            day = SourcedDate(value=dated.occasion.day, source=dated.id)
            if dated.occasion.reckoned:
                self._comments["events", 0, "date"] = (
                    f"reckoned from “{dated.occasion.reckoned}” in “{dated.id}”"
                )
        return Event(
            id="E1",
            kind=(dated or self._accounts[0]).occasion.kind,
            title=event_title(self._accounts, self._sides),
            date=day,
            place=next(filter(None, places), None),
            participants=tuple(
                Participant(
                    name=person.name,
                    role=person.role or None,
                    party=self._sides.of_person.get(person.name),
                    also=person.also,
                    source=source if source != self._accounts[0].id else None,
                )
                for person, source in self._sides.people
            ),
        )

    def _day(self, event: Event) -> dt.date:
        written = [account.written for account in self._accounts if account.written]
        held = [event.date.value] if event.date else []  # an event may have been announced
        known = self._desk.day or max((*written, *held), default=None)
        return known or dt.datetime.now().astimezone().date()

    def _id(self, event: Event) -> str:
        if self._desk.id:
            return self._desk.id
        day = event.date.value if event.date else self._day(event)
        sides = [*self._sides.slugs][:2] or [self._accounts[0].id]
        return "-".join([day.isoformat(), *sides])

    def _title(self, event: Event) -> str:
        if self._desk.title:
            return self._desk.title
        names = [party.short or party.name for party in self._sides.parties.values()]
        title = self._accounts[0].title
        if BODY in self._sides.parties and event.date:
            return f"{event.title}, {long_date(event.date.value, self._labels)}"
        if len(title) > _LONGEST_TITLE or not self._accounts[0].is_titled:
            title = event.title
        is_named = all(name.lower() in title.lower() for name in names)
        has_names = len(names) < _PAIR or is_named
        if len(names) > _PAIR and not has_names:
            return title if self._accounts[0].is_titled else "–".join(names)
        return title if has_names else f"{'–'.join(names)}{self._words['colon']}{title}"

    def _source(self, account: SourceAccount) -> Source:
        path = self._desk.files.get(account.id, account.text.path)
        if not account.publisher:
            self._comments["sources", account.id] = "no line says who published it: name it below"
        body = BODY if account.kind is SourceKind.MINUTES else ""
        party = self._sides.parties.get(self._sides.of_source.get(account.id, body))
        unknown = self._words["no_publisher"]
        people = (each for each, _ in self._sides.people)
        others = {account.id, *(word for each in people for word in (each.name, each.role))}
        bodies = vocabulary(account.language).pattern("event", "body").finditer(account.title)
        if all(each.end() < len(account.title) for each in bodies):
            others.add(account.title)  # it is of something else than who sat
        own = party.name if party and party.name not in others else unknown
        return Source(
            title=capital(account.title.removeprefix(f"{account.publisher}, ")),
            publisher=account.publisher or own,
            party=self._sides.of_source.get(account.id),
            kind=account.kind,
            language=account.language,
            date=account.written,
            file=path,
        )

    def _request(self, index: int, candidate: Candidate) -> Request:
        self._say_place(("requests", index), candidate)
        account = self._account(candidate)
        told = self._sides.asker(candidate, account)
        to = self._sides.asked(candidate, account, told)
        asker = told or self._sides.other(to) or (UNNAMED if candidate.who else self._body())
        if not told:
            person = candidate.who or self._sides.speaker(candidate, account)
            who = f"{person} asks, for no party above" if person else "who asks is not said there"
            self._comments["requests", index] += f"; {who}: check “from”"
        return Request(
            id=f"R{index + 1}",
            event="E1",
            from_=asker,
            to=self._asked(to if to != asker else "all sides", asker),
            ask=self._statement(candidate),
            state=_state(candidate, account),
            response=Response.NOT_REPORTED,
            draft=not candidate.looked,
            priority=_priority(candidate),
            topic=self._topic(candidate),
            evidence=tuple(self._evidence(quoted, outcome=False) for quoted in candidate.evidence),
        )

    def _asked(self, to: str, asker: str) -> str:
        """Whom a request goes to; nobody named where one body sat, or nobody knows who asks."""
        return UNNAMED if to == "all sides" and asker in {UNNAMED, BODY} else to

    def _owed(self, owner: str) -> str | None:
        """Who owes an action; None where of several sides one alone is known."""
        is_open = owner == "all sides" and len(self._sides.parties) == 1
        return None if is_open else owner

    def _body(self) -> str:
        """Who asks where no words say so: the body that sat, else nobody who is named."""
        return BODY if BODY in self._sides.parties and self._is_session else UNNAMED

    def _outcome(self, index: int, candidate: Candidate) -> Outcome:
        self._say_place(("outcomes", index), candidate)
        return Outcome(
            id=f"O{index + 1}",
            event="E1",
            statement=self._statement(candidate),
            strength=candidate.strength or Strength.CONVEYED,
            draft=not candidate.looked,
            priority=_priority(candidate),
            topic=self._topic(candidate),
            evidence=tuple(self._evidence(quoted, outcome=True) for quoted in candidate.evidence),
        )

    def _follow_up(
        self, index: int, candidate: Candidate, outcomes: Sequence[Candidate]
    ) -> FollowUp:
        self._say_place(("follow_ups", index), candidate)
        dues = ((quoted.due, quoted.source) for quoted in candidate.evidence if quoted.due)
        when, source = next(dues, (None, ""))
        follows = (f"O{outcomes.index(candidate) + 1}",) if candidate in outcomes else ()
        return FollowUp(
            id=f"F{index + 1}",
            action=candidate.action or self._statement(candidate),
            owner=self._owed(self._sides.owner(candidate, self._account(candidate))),
            due=Due(wording=when.wording, latest=when.latest, source=source) if when else None,
            draft=not candidate.looked,
            priority=_priority(candidate),
            topic=self._topic(candidate),
            follows=follows,
            evidence=tuple(self._evidence(quoted, outcome=False) for quoted in candidate.evidence),
        )

    def _statement(self, candidate: Candidate) -> str:
        """What an item says; in the words of a side or a person, where one says “we” or “I”."""
        account, labels = self._account(candidate), self._words
        they = vocabulary(account.language).pattern("look", "plural").match(candidate.statement)
        if they and len(self._sides.parties) > 1:
            together = "all" if len(self._sides.parties) > _PAIR else "both"
            labels = labels_for(account.language).words
            return labels[together] + candidate.statement[they.end() :]
        name = candidate.voice or self._side(account.id)
        if candidate.voice is None or (name and name in candidate.statement):
            return candidate.statement
        said = f"{labels['quote_open']}{candidate.statement}{labels['quote_close']}"
        if not name:  # nobody knows who says it; in minutes it is their writer
            return candidate.statement if self._is_session else said
        return f"{name}{labels['colon']}{said}"

    def _topic(self, candidate: Candidate) -> str | None:
        if candidate.topic:
            return candidate.topic
        told = self._by_id[candidate.evidence[0].source].language
        texts = " ".join(each.text.text for each in self._accounts if each.language == told)
        return (
            topic_of(candidate.statement, texts, vocabulary(told), vocabulary(self._language))
            or None
        )

    def _evidence(self, quoted: Quoted, *, outcome: bool) -> Evidence:
        return Evidence(
            source=quoted.source,
            quote=quoted.quote,
            strength=quoted.strength if outcome else None,
            due=quoted.due.wording if quoted.due else None,
        )

    def _say_place(self, path: Steps, candidate: Candidate) -> None:
        """Say where the words of an item stand, by the paths that the data file gives."""
        places: dict[str, None] = {}
        for quoted in candidate.evidence:
            text = self._by_id[quoted.source].text
            file = self._desk.files.get(quoted.source, text.path)
            places[file + str(text.place(quoted.start)).removeprefix(text.path)] = None
        self._comments[path] = ", ".join(places)


def _is_outcome(candidate: Candidate) -> bool:
    """Whether an item is an outcome, too: an action that is no more than announced says it all."""
    binds = candidate.strength in {Strength.AGREED, Strength.DECIDED}
    says_more = binds or (candidate.strength is not None and candidate.action)
    return candidate.kind is CandidateKind.OUTCOME or bool(says_more)


def _priority(candidate: Candidate) -> int:
    return 1 if candidate.weight >= _FIRST else 2 if candidate.weight >= FIRM else 3


def _state(candidate: Candidate, account: SourceAccount) -> RequestState:
    """A request that somebody says will be made is planned."""
    words = vocabulary(account.language)
    quote = candidate.evidence[0].quote
    future = words.pattern("says", "future").search(quote)
    asks = words.pattern("says", "request").search(quote)
    gap = asks.start() - future.start() if future and asks else 0
    is_planned = future and 0 < gap <= 2 * len(future.group()) + 2
    return RequestState.PLANNED if is_planned else RequestState.MADE
