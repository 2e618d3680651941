"""What a draft offers: one sentence of a source as a request, an outcome or a follow-up."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from bluf.model import Strength


class CandidateKind(StrEnum):
    """As what an item stands in the brief."""

    REQUEST = "request"
    OUTCOME = "outcome"
    FOLLOW_UP = "follow-up"


class When(Struct, frozen=True):
    """When something is due, as the source words it.

    Attributes:
        wording: Its words.
        latest: The last day they can mean; None where no day can be reckoned.
    """

    wording: str
    latest: dt.date | None = None


class Quoted(Struct, frozen=True):
    """The words of one source that an item rests on.

    Attributes:
        source: Id of the source.
        quote: The words, exactly.
        start: Offset at which they begin in the text of the source.
        strength: How firm they are.
        due: When it is due by them.
    """

    source: str
    quote: str
    start: int
    strength: Strength | None = None
    due: When | None = None


class Candidate(Struct, frozen=True):
    """One item that is offered.

    Attributes:
        kind: As what.
        statement: What it says, in short, in words of the sentence.
        evidence: The words it rests on, of one source or of several.
        strength: How firm an outcome is.
        weight: How much it weighs; the heaviest comes first.
        who: Name of a person or party that asks, decides or owes, as it stands there.
        whom: Name of the one that is asked.
        topic: What it is about.
        looked: Whether a person took it, or changed it.
        action: What is to be done, where the statement says who agreed on it.
        voice: Who says “we” or “I” in the statement: a name, or nothing for the side whose
            account it is; None where nobody does.
    """

    kind: CandidateKind
    statement: str
    evidence: tuple[Quoted, ...]
    strength: Strength | None = None
    weight: float = 0.0
    who: str = ""
    whom: str = ""
    topic: str = ""
    looked: bool = False
    action: str = ""
    voice: str | None = None

    def kept_as(
        self, kind: CandidateKind, statement: str, strength: Strength | None, *, looked: bool
    ) -> Candidate:
        """The candidate as a person keeps it; a request has no strength, an outcome has one."""
        if kind is CandidateKind.REQUEST:
            strength = None
        elif kind is CandidateKind.OUTCOME:
            strength = strength or Strength.CONVEYED
        told = replace(self, kind=kind, statement=statement, strength=strength, looked=looked)
        return told if statement == self.statement else replace(told, action="", voice=None)
