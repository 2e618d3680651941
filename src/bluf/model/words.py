"""The closed vocabularies of the record, each in the words of the field."""

from __future__ import annotations

from enum import StrEnum


class SourceKind(StrEnum):
    """What sort of document a source is."""

    RELEASE = "release"
    STATEMENT = "statement"
    READOUT = "readout"
    TRANSCRIPT = "transcript"
    COMMUNIQUE = "communique"
    LETTER = "letter"
    ARTICLE = "article"
    EXTRACT = "extract"
    NOTE = "note"
    MINUTES = "minutes"
    HEARING = "hearing"
    DECISION = "decision"


class EventKind(StrEnum):
    """What sort of occasion an event was."""

    MEETING = "meeting"
    CALL = "call"
    VISIT = "visit"
    STATEMENT = "statement"
    SESSION = "session"
    HEARING = "hearing"
    VOTE = "vote"
    DECISION = "decision"


class Decision(StrEnum):
    """What kind of decision a recommendation needs."""

    APPROVE = "approve"
    NOTE = "note"
    DISCUSS = "discuss"
    SIGN = "sign"


class RequestState(StrEnum):
    """Whether a request was put to the other side yet.

    A *planned* request was announced and not yet made; an *appeal* is addressed to nobody who
    could answer it alone, such as the international community.
    """

    PLANNED = "planned"
    MADE = "made"
    APPEAL = "appeal"


class Response(StrEnum):
    """What the other side answered, as far as the sources report it."""

    ACCEPTED = "accepted"
    ACCEPTED_IN_PRINCIPLE = "accepted in principle"
    PARTLY_ACCEPTED = "partly accepted"
    NOTED = "noted"
    NONCOMMITTAL = "noncommittal"
    DEFERRED = "deferred"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    NOT_REPORTED = "not reported"


class Strength(StrEnum):
    """How firm an outcome is; `rank` orders the words."""

    AGREED = "agreed"
    DECIDED = "decided"
    WELCOMED = "welcomed"
    DISCUSSED = "discussed"
    ANNOUNCED = "announced"
    DISAGREED = "disagreed"
    CONVEYED = "conveyed"

    @property
    def rank(self) -> int:
        """3 for what binds both sides, 2 for what one side took up, 1 for talk alone."""
        return _RANKS[self]


_RANKS = {
    Strength.AGREED: 3,
    Strength.DECIDED: 3,
    Strength.ANNOUNCED: 2,
    Strength.WELCOMED: 2,
    Strength.DISAGREED: 1,
    Strength.DISCUSSED: 1,
    Strength.CONVEYED: 1,
}


class FollowUpStatus(StrEnum):
    """Where a follow-up stands."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"
