"""What a template may print: one brief for one audience and language, in words."""

from __future__ import annotations

from msgspec import Struct


class Row(Struct, frozen=True, rename={"from_": "from"}):
    """A piece of a view; what is a keyword in Python has its own name in a template."""


class ParticipantRow(Row, frozen=True):
    """Somebody who took part."""

    name: str
    """Name."""
    role: str
    """Office held on the day; empty where none is named."""
    party: str
    """Party he or she spoke for, in short; empty where none is named."""
    summary: str
    """Name and office in one phrase."""


class EventRow(Row, frozen=True):
    """An occasion."""

    id: str
    """Id of the event."""
    portion: str
    """Portion mark before the event, such as “(U)”; empty where there is none."""
    title: str
    """What it is called."""
    kind: str
    """Meeting, call, visit or statement, in the brief's language."""
    date: str
    """When it took place; empty where no source says."""
    place: str
    """Where it took place; empty where no source says."""
    participants: str
    """Who took part, by party, in one line; of a long list the leads “and 27 others”."""
    everybody: str
    """All who took part, by party, in one line."""
    leads: tuple[ParticipantRow, ...]
    """The first of each party."""
    others: tuple[ParticipantRow, ...]
    """Everybody else."""
    number: int
    """How many took part."""
    folded: int
    """How many “participants” leaves out; 0 where it has all."""
    details: str
    """Place and date in one phrase; empty where neither is known."""
    account: str
    """Place, date and participants in one line."""
    summary: str
    """Title, date, place and participants in one line."""


class ItemRow(Row, frozen=True):
    """A request, an outcome or a follow-up."""

    id: str
    """Id of the item."""
    at: int
    """Place in the record, from 0."""
    number: int
    """Number in the brief, from 1; the weightiest come first."""
    portion: str
    """Portion mark before the item, such as “(U)”; empty where there is none."""
    sources: str
    """Numbers of its sources: “1, 2”."""
    topic: str
    """Subject by which the register groups; empty where none is given."""


class RequestRow(ItemRow, frozen=True):
    """A request."""

    ask: str
    """What is asked."""
    text: str
    """What is asked, with its state where that matters: “A visit (planned)”."""
    parties: str
    """Who asks whom: “Serbia → U.S.”; one name where a body asks of its own."""
    from_: str
    """Who asks, in short."""
    to: str
    """Who is asked, in short."""
    side: str
    """Whose it is: “ours”, “theirs”, “others”; empty where the record does not name our side."""
    state: str
    """Planned, made or appeal; empty where it was simply made."""
    answer: str
    """What was answered, with the outcome that gives it: “Accepted (outcome 2)”."""
    answered: bool
    """Whether an answer is on record."""
    said_by: str
    """Which side reports it: “Serbia only”, “both sides”."""
    quotations: tuple[str, ...]
    """The words of the sources."""


class OutcomeRow(ItemRow, frozen=True):
    """An outcome."""

    strength: str
    """How firm it is: “Agreed”."""
    rank: int
    """How firm it is, as a number: 3 binds both sides, 1 is talk alone."""
    statement: str
    """What came of the meeting."""
    said_by: str
    """Which side reports it: “Serbia only”, “both sides”, “U.S.; Serbia differs”."""
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
    """Its own words, in quotation marks; in translation where the record has one."""
    decisive: str
    """The part of its words that decides, the very verb and date **bold**; for “markdown”."""
    source: str
    """Number of the source."""
    summary: str
    """Strength and due of that side in one phrase, else its words."""


class DifferenceRow(Row, frozen=True):
    """An item that the sides put differently."""

    id: str
    """Id of the item."""
    portion: str
    """Portion mark before the subject, such as “(U)”; empty where there is none."""
    subject: str
    """What it is about."""
    accounts: tuple[AccountRow, ...]
    """What each side says."""


class FollowUpRow(ItemRow, frozen=True):
    """A follow-up."""

    heading: str
    """Whose follow-ups begin here: “Ours”; empty on all but the first of a side."""
    side: str
    """Whose it is: ours, both, theirs or others; empty where the record names no side of ours."""
    action: str
    """What is to be done."""
    text: str
    """What is to be done, with what is to be said of it: “Propose a date (our proposal)”."""
    owner: str
    """Who owes it."""
    to: str
    """Whom it is owed to; empty where nobody is named."""
    due: str
    """By when, in words; a wording stays a wording."""
    status: str
    """Open, done or dropped."""
    closed: str
    """Done or dropped; empty where it is open."""
    carried: str
    """Which brief it was carried from; empty where it is new."""


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
    sources: str = ""
    """Numbers of its sources: “1, 2”."""
    answer: str = ""
    """What was answered or what came of it, where it is settled."""
    portion: str = ""
    """Portion mark before the item, such as “(U)”; empty where there is none."""
    settled: bool = False
    """Whether nothing is owed any more."""


class SourceRow(Row, frozen=True):
    """A source."""

    id: str
    """Id of the source."""
    number: int
    """Number in the brief, from 1."""
    portion: str
    """Portion mark before the source, such as “(U)”; empty where there is none."""
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
    details: str
    """What it is and when it was published: “release, 6 August 2025”."""
    summary: str
    """Publisher, title, kind and date in one line."""


class RecommendationRow(Row, frozen=True):
    """What the reader is asked to do."""

    number: int
    """Number in the brief, from 1."""
    portion: str
    """Portion mark before the recommendation, such as “(U)”; empty where there is none."""
    text: str
    """What to do."""
    decision: str
    """What kind of decision it needs, and by when: “for approval by 15 September 2025”."""
    options: tuple[str, ...]
    """The choices there are: “Approve”, “Discuss”."""
    boxes: str
    """The choices, each with a box to tick, in one line."""


class NextRow(Row, frozen=True):
    """An occasion that is planned."""

    portion: str
    """Portion mark before the occasion, such as “(U)”; empty where there is none."""
    title: str
    """What it is."""
    date: str
    """When; empty where no day is set."""
    place: str
    """Where; empty where no place is set."""
    summary: str
    """What, when and where in one line."""


class Portions(Row, frozen=True):
    """Portion marks of what is no item of a list; each may be empty."""

    title: str = ""
    """Before the title."""
    bottom_line: str = ""
    """Before the bottom line."""
    comment: str = ""
    """Before the comment."""
    lines_to_take: str = ""
    """Before each line to take."""
    background: str = ""
    """Before the background."""


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
    events: tuple[EventRow, ...] = ()
    """The occasions of whose participants the page has only the first."""


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
    through: str
    """Whose desk it crosses on its way; empty where nobody is named."""
    from_: str
    """Who wrote it."""
    cc: str
    """Who else gets it; empty where nobody is named."""
    reference: str
    """File number or other reference; empty where there is none."""
    memo: tuple[str, ...]
    """To, through, from, cc, date and reference, each with its label: “To: Deputy Minister”."""
    contact: str
    """Whom to ask; empty where nobody is named."""
    colophon: tuple[str, ...]
    """Contact and day up to which the brief is true, each with its label."""
    marking: str
    """Handling label; empty where there is none."""
    colour: str
    """Colour of the letters of the marking, such as “#c8102e”; empty where there is none."""
    ground: str
    """Colour behind them; empty where there is none."""
    weight: int
    """How weighty the marking is: 0 for what is open, 1 for what is not, 2 for secrets."""
    portions: Portions
    """Portion marks of what is no item of a list."""
    language: str
    """Language, as a BCP 47 tag."""
    bottom_line: str
    """The answer first."""
    recommendations: tuple[RecommendationRow, ...]
    """What the reader is asked to do."""
    our_side: str
    """The party that the reader belongs to, in short; empty where none is named."""
    unproven: str
    """A warning for the face of the brief; empty where every line is proven and looked at."""
    events: tuple[EventRow, ...]
    """What took place."""
    outstanding: tuple[OutstandingRow, ...]
    """What earlier briefs left open and is open still."""
    settled: tuple[OutstandingRow, ...]
    """What earlier briefs left open and has been done, dropped or answered since."""
    requests: tuple[RequestRow, ...]
    """What was asked."""
    outcomes: tuple[OutcomeRow, ...]
    """What came of it."""
    differences: tuple[DifferenceRow, ...]
    """What the sides put differently."""
    follow_ups: tuple[FollowUpRow, ...]
    """What is owed; ours first where the record names our side."""
    comment: str
    """What the desk thinks of it; empty where it says nothing."""
    lines_to_take: tuple[str, ...]
    """What to say when it comes up."""
    next: tuple[NextRow, ...]
    """What is planned next."""
    background: str
    """What the reader should know besides; may be empty."""
    sources: tuple[SourceRow, ...]
    """The documents quoted."""
    extra: dict[str, str | tuple[str, ...]]
    """Fields of one's own, by name: each a text or a list of texts."""
    annex: Annex = Annex()
    """What `--annex` moved off the page."""
