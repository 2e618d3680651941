"""The record of one meeting or decision: what a brief is made from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta, field

from bluf.model.record import BriefId, ForeignRef, Id, ItemRef, Record, Text
from bluf.model.source import Due, Evidence, Source, SourcedDate
from bluf.model.words import Decision, EventKind, FollowUpStatus, RequestState, Response, Strength

UNWRITTEN = "Write here what came of the meeting, in at most three sentences."
"""What stands for a bottom line until somebody writes one."""
ALL_SIDES = frozenset({"both", "both sides", "both parties", "all sides", "all parties"})
"""What stands for every party, in small letters, where a party is asked for."""
UNNAMED = "unnamed"
"""What stands for a party where no words of a source say who asks, or whom."""
SEVERAL = "\n"
"""What parts names in a field that takes a list of them in place of one."""
_SEVERAL = Meta(extra={"several": True}, extra_json_schema={"several": True})
Side = Annotated[Id, _SEVERAL]
"""A party, or several."""
Name = Annotated[Text, _SEVERAL]
"""A party, name or office, or several."""


class Party(Record, frozen=True, kw_only=True):
    """A side of the meeting."""

    name: Text
    """Full name, as the brief prints it where there is room."""
    short: str | None = None
    """Short name for tables; the full name where it is left out."""


class Participant(Record, frozen=True, kw_only=True):
    """Somebody who took part."""

    name: Text
    """Name, as the brief prints it."""
    role: str | None = None
    """Office held on the day."""
    party: Id | None = None
    """Id of the party he or she spoke for."""
    also: tuple[Text, ...] = ()
    """Other spellings that sources use."""
    source: Id | None = None
    """Id of the source that names him or her."""
    marking: str | None = None
    """Handling label of this name alone, where it differs from its event’s."""


class Event(Record, frozen=True, kw_only=True):
    """An occasion on which requests were made or outcomes reached."""

    id: Id
    """Id within the brief, such as E1."""
    kind: EventKind = EventKind.MEETING
    """What sort of occasion it was."""
    title: Text
    """What it is called in the brief."""
    date: SourcedDate | None = None
    """When it took place."""
    place: str | None = None
    """Where it took place."""
    participants: tuple[Participant, ...] = ()
    """Who took part."""
    marking: str | None = None
    """Handling label of this event alone, where it differs from the brief’s."""


class Item(Record, frozen=True, kw_only=True):
    """What requests, outcomes and follow-ups have in common."""

    id: Id
    """Id within the brief; it never changes, so that later briefs can name it."""
    priority: Annotated[int, Meta(ge=1)] = 2
    """1 for the weightiest; what has the highest number is cut first."""
    topic: str | None = None
    """Subject by which the register groups, such as energy or Kosovo."""
    marking: str | None = None
    """Handling label of this item alone, where it differs from the brief's."""
    basis: str | None = None
    """Who knows this, and whence, where it is the desk's own knowledge and is in no source."""
    draft: bool = False
    """Whether nobody has looked at it yet; a brief with drafts says so on its face."""
    evidence: tuple[Evidence, ...] = ()
    """Where the sources say so."""


class Request(Item, frozen=True, kw_only=True):
    """What one side asks of the other."""

    event: Id | None = None
    """Id of the event at which it was made."""
    from_: Side
    """Id of the party that asks, or a list of them."""
    to: Name
    """Id of the party that is asked, or a name where it is no party; or a list of them."""
    ask: Text
    """What is asked, in one phrase."""
    state: RequestState = RequestState.MADE
    """Whether it was made yet."""
    response: Response | None = None
    """What was answered; “not reported” where no source says."""
    carried_from: ForeignRef | None = None
    """The same request in an earlier brief: other-brief-id#R1."""


class Outcome(Item, frozen=True, kw_only=True):
    """What came of the meeting."""

    event: Id | None = None
    """Id of the event at which it was reached."""
    statement: Text
    """What came of it, in one phrase."""
    strength: Strength
    """How firm it is; no stronger than the strongest evidence."""
    answers: tuple[ItemRef, ...] = ()
    """Ids of the requests it answers, of this brief or an earlier one."""


class Change(Record, frozen=True, kw_only=True):
    """A step in the life of a follow-up."""

    date: dt.date
    """When it changed, or when it was looked at."""
    status: FollowUpStatus
    """Where it stood then."""
    note: str | None = None
    """What happened, in one phrase."""
    evidence: tuple[Evidence, ...] = ()
    """Where the sources say so."""
    marking: str | None = None
    """Handling label of this step alone, where it differs from its follow-up’s."""


class FollowUp(Item, frozen=True, kw_only=True):
    """An action that is owed."""

    action: Text
    """What is to be done, beginning with a verb."""
    owner: Name | None = None
    """Who owes it: id of a party, or a name or office; or a list of them."""
    to: Name | None = None
    """Whom it is owed to: id of a party, or a name or office; or a list of them."""
    due: Due | None = None
    """By when: a date, a wording, or a wording with bounds."""
    status: FollowUpStatus = FollowUpStatus.OPEN
    """Where it stands."""
    follows: tuple[Id, ...] = ()
    """Ids of the outcomes and requests it follows from."""
    own: bool = False
    """Whether it is our own idea, which no source has to bear out."""
    carried_from: ForeignRef | None = None
    """The same follow-up in an earlier brief: other-brief-id#F3."""
    history: tuple[Change, ...] = ()
    """What became of it so far, oldest first."""


class Recommendation(Record, frozen=True, kw_only=True):
    """What the reader is asked to do."""

    text: Text
    """What to do, beginning with a verb."""
    decision: Decision = Decision.APPROVE
    """What kind of decision it needs."""
    by: dt.date | None = None
    """Day by which the decision is needed."""
    options: tuple[Text, ...] = ()
    """The choices there are, where there is more than yes and no."""
    marking: str | None = None
    """Handling label of this recommendation alone, where it differs from the brief’s."""

    @classmethod
    def in_short(cls, value: object) -> str | None:
        """Read a bare text as what to do."""
        return "text" if isinstance(value, str) else None


class Next(Record, frozen=True, kw_only=True):
    """An occasion that is planned."""

    title: Text
    """What it is."""
    date: dt.date | None = None
    """Day on which it is planned."""
    place: str | None = None
    """Where it is planned."""
    marking: str | None = None
    """Handling label of this occasion alone, where it differs from the brief’s."""

    @classmethod
    def in_short(cls, value: object) -> str | None:
        """Read a bare text as what it is."""
        return "title" if isinstance(value, str) else None


class Extra(Record, frozen=True, kw_only=True):
    """A field of one's own: a text or a list of texts, for templates of one's own."""

    text: Text | None = None
    """The text."""
    items: tuple[Text, ...] = ()
    """The texts of a list."""
    marking: str | None = None
    """Handling label of this field alone, where it differs from the brief’s."""

    @classmethod
    def in_short(cls, value: object) -> str | None:
        """Read a bare text as a text, and a bare list as a list."""
        if isinstance(value, str):
            return "text"
        return "items" if isinstance(value, list) else None


VERSIONED = (
    *("title", "to", "through", "from", "cc", "reference", "contact", "bottom_line", "comment"),
    *("lines_to_take", "background"),
)
"""Texts of a brief that may have a version for an audience, by their names in a data file."""


class PortionMarkings(Record, frozen=True, kw_only=True):
    """Handling labels of the texts of a brief, where they differ from the brief's."""

    head: str | None = None
    """That of whom it is to and from, the reference and the contact."""
    title: str | None = None
    """That of the title."""
    bottom_line: str | None = None
    """That of the bottom line."""
    comment: str | None = None
    """That of the comment."""
    lines_to_take: str | None = None
    """That of the lines to take."""
    background: str | None = None
    """That of the background."""


class Brief(Record, frozen=True, kw_only=True):
    """The record of one meeting or decision."""

    id: BriefId
    """Id of the brief, the same as the name of its folder."""
    title: Text
    """Title, as the brief prints it."""
    date: dt.date
    """Day of the brief itself; checks that depend on today take this day."""
    to: Text
    """Who reads it."""
    through: tuple[Text, ...] = ()
    """Whose desk it crosses on its way."""
    from_: Text
    """Who wrote it."""
    cc: tuple[Text, ...] = ()
    """Who else gets it."""
    reference: str | None = None
    """File number or other reference."""
    contact: str | None = None
    """Whom to ask."""
    marking: str | None = None
    """Handling label, printed at top and bottom of the page and in the text."""
    portions: PortionMarkings = PortionMarkings()
    """Handling labels of its texts, where they differ from that of the whole."""
    language: Id = "en"
    """Language of the brief, as a BCP 47 tag."""
    draft: bool = False
    """Whether nobody has looked at its title, bottom line and participants yet."""
    bottom_line: Text
    """The answer first: at most three sentences."""
    recommendations: tuple[Recommendation, ...] = ()
    """What the reader is asked to do."""
    our_side: Id | None = None
    """Id of the party that the reader belongs to."""
    parties: dict[Id, Party] = field(default_factory=dict)
    """The sides, by id."""
    sources: dict[Id, Source] = field(default_factory=dict)
    """The documents quoted, by id, in the order in which the brief numbers them."""
    events: tuple[Event, ...] = ()
    """What took place."""
    requests: tuple[Request, ...] = ()
    """What was asked."""
    outcomes: tuple[Outcome, ...] = ()
    """What came of it."""
    follow_ups: tuple[FollowUp, ...] = ()
    """What is owed."""
    comment: str | None = None
    """What the desk thinks of it, set apart from what the sources say."""
    lines_to_take: tuple[Text, ...] = ()
    """What to say when it comes up."""
    next: tuple[Next, ...] = ()
    """What is planned next."""
    background: str | None = None
    """What the reader should know besides."""
    extra: dict[Id, Extra] = field(default_factory=dict)
    """Fields of one's own, by name; templates print them as `brief.extra.NAME`."""

    def placed_items(self) -> Iterator[tuple[tuple[str | int, ...], Item]]:
        """Requests, outcomes and follow-ups with their paths, in the order of the page."""
        for name in ("requests", "outcomes", "follow_ups"):
            for index, item in enumerate(getattr(self, name)):
                yield (name, index), item

    @property
    def drafts(self) -> int:
        """How many of its parts nobody has looked at: items, and the brief around them."""
        return sum(item.draft for _, item in self.placed_items()) + self.draft

    @property
    def earlier(self) -> frozenset[str]:
        """Ids of the briefs that its items are carried on from, or answer."""
        items: tuple[Request | FollowUp, ...] = (*self.requests, *self.follow_ups)
        carried = (item.carried_from for item in items)
        answered = (name for outcome in self.outcomes for name in outcome.answers)
        links = (name for name in (*carried, *answered) if name and "#" in name)
        return frozenset(name.partition("#")[0] for name in links)


def sides_named(brief: Brief, names: str | None) -> tuple[str, ...]:
    """Ids of the parties that a field names; all where it says “both sides”."""
    entries = (names or "").split(SEVERAL)
    if any(name.casefold() in ALL_SIDES for name in entries):
        return tuple(brief.parties)
    return tuple(name for name in entries if name in brief.parties)
