"""The record of a meeting as frozen data: the vocabulary every other room speaks."""

from __future__ import annotations

from bluf.model.brief import (
    Brief,
    Change,
    Event,
    Evidence,
    FollowUp,
    Item,
    Outcome,
    Participant,
    Party,
    Request,
    Source,
    SourcedDate,
)
from bluf.model.due import Due
from bluf.model.proof import Account, Difference, Proof
from bluf.model.words import (
    EventKind,
    FollowUpStatus,
    RequestState,
    Response,
    SourceKind,
    Strength,
)

__all__ = [
    "Account",
    "Brief",
    "Change",
    "Difference",
    "Due",
    "Event",
    "EventKind",
    "Evidence",
    "FollowUp",
    "FollowUpStatus",
    "Item",
    "Outcome",
    "Participant",
    "Party",
    "Proof",
    "Request",
    "RequestState",
    "Response",
    "Source",
    "SourceKind",
    "SourcedDate",
    "Strength",
]
