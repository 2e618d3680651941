"""The record of a meeting as frozen data: the vocabulary every other room speaks."""

from __future__ import annotations

from bluf.model.answer import answer, answer_by
from bluf.model.brief import (
    ALL_SIDES,
    SEVERAL,
    UNNAMED,
    UNWRITTEN,
    VERSIONED,
    Brief,
    Change,
    Event,
    Extra,
    FollowUp,
    Item,
    Next,
    Outcome,
    Participant,
    Party,
    PortionMarkings,
    Recommendation,
    Request,
    sides_named,
)
from bluf.model.portions import Portion, portions
from bluf.model.proof import Account, Claim, ClaimKind, Difference, Ledger, Proof, Verdict
from bluf.model.record import BriefId, Record
from bluf.model.source import Due, Evidence, Seen, Source, SourcedDate
from bluf.model.words import (
    Decision,
    EventKind,
    FollowUpStatus,
    RequestState,
    Response,
    SourceKind,
    Strength,
)
