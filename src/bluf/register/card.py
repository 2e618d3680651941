"""What the register keeps of one brief: its items, where each stood when, and what they link to."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from octavo.finding import Finding, Level

if TYPE_CHECKING:
    from bluf.model import Due
    from octavo.location import Location


class ItemKind(StrEnum):
    """The two sorts of item that live on from brief to brief."""

    REQUEST = "request"
    FOLLOW_UP = "follow-up"


class Mark(StrEnum):
    """What a step in the life of an item was."""

    PLANNED = "planned"
    ASKED = "asked"
    APPEALED = "appealed"
    OUTCOME = "outcome"
    ANSWERED = "answered"
    OPEN = "open"
    CARRIED = "carried over"
    DONE = "done"
    DROPPED = "dropped"


class Place(Struct, frozen=True, gc=False):
    """A place in a data file, with the line that stands there."""

    location: Location
    line: str

    def fault(self, rule: str, message: str, hint: str, *, level: Level = Level.ERROR) -> Finding:
        """A finding at this place."""
        return Finding(rule, level, message, self.location, hint, self.line)


class Link(Struct, frozen=True, gc=False):
    """An item of another brief that is named here: ``2025-08-06-serbia-us#F3``."""

    target: str
    place: Place


class CitedWords(Struct, frozen=True, gc=False):
    """Words of a source, with all that is needed to name the source.

    ``original`` are the words as they stand in the source; ``translation`` is empty where the
    source speaks the language of the brief.
    """

    original: str
    title: str
    publisher: str
    language: str
    translation: str = ""
    translator: str = ""
    date: dt.date | None = None
    url: str = ""

    @property
    def words(self) -> str:
        """The words as they stand in the source, with their translation."""
        original = f"“{self.original}”"
        return f"{original} [“{self.translation}”]" if self.translation else original

    @property
    def source(self) -> str:
        """Publisher, title and day of the source."""
        words = f"{self.publisher}: {self.title}"
        return f"{words}, {self.date}" if self.date else words


class Step(Struct, frozen=True, gc=False):
    """One moment in the life of an item, as one brief tells it.

    ``words`` qualifies the mark (“accepted in principle”, “agreed”); ``note`` says what happened;
    ``place`` is where a change that ends the item stands, which may be at fault.
    """

    date: dt.date
    mark: Mark
    brief: str
    words: str = ""
    note: str = ""
    quotations: tuple[CitedWords, ...] = ()
    place: Place | None = None


class OwingSide(Struct, frozen=True, gc=False):
    """Who owes, or whom it is owed to.

    ``names`` are all that a filter may call this side by, folded: id, full and short name, and,
    where the words mean both sides, the names of every party.
    """

    name: str
    names: tuple[str, ...] = ()


class Mention(Struct, frozen=True, gc=False):
    """An item as one brief, the data file at ``path``, records it.

    Attributes:
        ref: Id of the brief and of the item: ``2025-08-06-serbia-us#F1``.
        what: What is asked, or what is to be done.
        owner: Who owes the answer or the action.
        to: Who asks, or whom the action is owed to.
        recorded: Day of the brief.
        since: Day of the event at which the item came up, else of the brief.
        steps: Its life as this brief tells it, oldest first.
        due: By when; a request has none.
        made: Whether a request was put to the other side by then; true of a follow-up.
        carried_from: The same item in an earlier brief.
        priority: 1 for the weightiest.
        marking: Handling label of the item, else of its brief.
    """

    ref: str
    kind: ItemKind
    what: str
    owner: OwingSide
    to: OwingSide
    recorded: dt.date
    since: dt.date
    steps: tuple[Step, ...]
    path: str
    due: Due | None = None
    made: bool = True
    carried_from: Link | None = None
    topic: str = ""
    priority: int = 2
    marking: str = ""


class AnsweringOutcome(Struct, frozen=True):
    """An outcome, as the answer to requests of this brief or an earlier one.

    ``recorded`` is the day of its brief; ``own`` are the refs of requests of the same brief,
    which need no looking up; ``links`` those of others.
    """

    ref: str
    recorded: dt.date
    step: Step
    own: tuple[str, ...]
    links: tuple[Link, ...]


class RegisteredBrief(Struct, frozen=True):
    """What the register keeps of one brief; small, frozen, and able to cross processes."""

    brief: str
    title: str
    date: dt.date
    place: Place
    mentions: tuple[Mention, ...]
    answers: tuple[AnsweringOutcome, ...]
    outcomes: frozenset[str] = frozenset()
    faults: tuple[Finding, ...] = ()
    language: str = "en"

    @property
    def path(self) -> str:
        """Path of the data file."""
        return self.place.location.path

    @property
    def earlier(self) -> tuple[str, ...]:
        """Ids of the briefs that it links to."""
        links = [mention.carried_from for mention in self.mentions if mention.carried_from]
        links += [link for answer in self.answers for link in answer.links]
        return tuple(dict.fromkeys(link.target.partition("#")[0] for link in links))
