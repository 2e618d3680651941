"""What a template may print: one brief for one audience and language, in words."""

from __future__ import annotations

from msgspec import Struct


class Row(Struct, frozen=True, rename={"from_": "from"}):
    """A piece of a view; what is a keyword in Python has its own name in a template."""


class EventRow(Row, frozen=True):
    """An occasion."""

    id: str
    """Id of the event."""
    title: str
    """What it is called."""
    kind: str
    """Meeting, call, visit or statement, in the brief's language."""
    date: str
    """When it took place; empty where no source says."""
    place: str
    """Where it took place; empty where no source says."""
    participants: str
    """Who took part, by party, in one line."""
    summary: str
    """Title, date, place and participants in one line."""


class RequestRow(Row, frozen=True):
    """A request."""

    id: str
    """Id of the request."""
    number: int
    """Number in the brief, from 1."""
    ask: str
    """What is asked."""
    from_: str
    """Who asks, in short."""
    to: str
    """Who is asked, in short."""
    state: str
    """Planned, made or appeal; empty where it was simply made."""
    answer: str
    """What was answered."""
    said_by: str
    """Which side reports it: “Serbia only”, “both sides”."""
    sources: str
    """Numbers of its sources: “1, 2”."""
    topic: str
    """Subject by which the register groups; empty where none is given."""
    quotations: tuple[str, ...]
    """The words of the sources."""


class OutcomeRow(Row, frozen=True):
    """An outcome."""

    id: str
    """Id of the outcome."""
    number: int
    """Number in the brief, from 1."""
    strength: str
    """How firm it is: “Agreed”."""
    statement: str
    """What came of the meeting."""
    said_by: str
    """Which side reports it: “Serbia only”, “both sides”."""
    sources: str
    """Numbers of its sources: “1, 2”."""
    topic: str
    """Subject by which the register groups; empty where none is given."""
    quotations: tuple[str, ...]
    """The words of the sources."""


class AccountRow(Row, frozen=True):
    """What one side says of an item."""

    party: str
    """Which side, in short."""
    strength: str
    """How firm that side says it is; empty where it does not matter."""
    due: str
    """By when that side says it is due, in its words and in quotation marks."""
    words: str
    """Its own words, in quotation marks."""
    source: str
    """Number of the source."""
    summary: str
    """Strength and due of that side in one phrase, else its words."""


class DifferenceRow(Row, frozen=True):
    """An item that the sides put differently."""

    id: str
    """Id of the item."""
    subject: str
    """What it is about."""
    accounts: tuple[AccountRow, ...]
    """What each side says."""


class FollowUpRow(Row, frozen=True):
    """A follow-up."""

    id: str
    """Id of the follow-up."""
    number: int
    """Number in the brief, from 1."""
    action: str
    """What is to be done."""
    owner: str
    """Who owes it."""
    to: str
    """Whom it is owed to; empty where nobody is named."""
    due: str
    """By when, in words; a wording stays a wording."""
    status: str
    """Open, done or dropped."""
    carried: str
    """Which brief it was carried from; empty where it is new."""
    sources: str
    """Numbers of its sources: “1, 2”."""
    topic: str
    """Subject by which the register groups; empty where none is given."""


class OutstandingRow(Row, frozen=True):
    """What an earlier brief left open."""

    number: int
    """Number in the brief, from 1."""
    what: str
    """The request or action."""
    owner: str
    """Who owes it."""
    due: str
    """By when, in words."""
    status: str
    """Where it stands."""
    since: str
    """Day of the brief that first held it."""


class SourceRow(Row, frozen=True):
    """A source."""

    id: str
    """Id of the source."""
    number: int
    """Number in the brief, from 1."""
    title: str
    """Title of the document."""
    publisher: str
    """Who published it."""
    kind: str
    """Release, statement, extract, …"""
    date: str
    """Day of publication; empty where it gives none."""
    url: str
    """Address; empty where it has none."""
    summary: str
    """Publisher, title, kind, date and address in one line."""


class Annex(Row, frozen=True):
    """What would not fit on the page; all of it is empty where everything does."""

    note: str = ""
    """How many further items there are: “3 further items in the annex”; empty without an annex."""
    requests: tuple[RequestRow, ...] = ()
    """What else was asked, each under its number in the brief."""
    outcomes: tuple[OutcomeRow, ...] = ()
    """What else came of it."""
    follow_ups: tuple[FollowUpRow, ...] = ()
    """What else is owed."""
    background: str = ""
    """The background, where it did not fit."""


class BriefView(Row, frozen=True):
    """A brief as a template sees it, under the name `brief`."""

    id: str
    """Id of the brief."""
    title: str
    """Title."""
    date: str
    """Day of the brief, in words."""
    as_of: str
    """Day up to which the brief is true, in words."""
    to: str
    """Who reads it."""
    from_: str
    """Who wrote it."""
    contact: str
    """Whom to ask; empty where nobody is named."""
    marking: str
    """Handling label; empty where there is none."""
    language: str
    """Language, as a BCP 47 tag."""
    bottom_line: str
    """The answer first."""
    unproven: str
    """A warning for the face of the brief; empty where every line is proven."""
    events: tuple[EventRow, ...]
    """What took place."""
    outstanding: tuple[OutstandingRow, ...]
    """What earlier briefs left open."""
    requests: tuple[RequestRow, ...]
    """What was asked."""
    outcomes: tuple[OutcomeRow, ...]
    """What came of it."""
    differences: tuple[DifferenceRow, ...]
    """What the sides put differently."""
    follow_ups: tuple[FollowUpRow, ...]
    """What is owed."""
    background: str
    """What the reader should know besides; may be empty."""
    sources: tuple[SourceRow, ...]
    """The documents quoted."""
    annex: Annex = Annex()
    """What `--annex` moved off the page."""
