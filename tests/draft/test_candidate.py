from __future__ import annotations

import pytest

from bluf.draft.candidate import Candidate, CandidateKind, Quoted
from bluf.model import Strength

FOUND = Candidate(
    CandidateKind.OUTCOME, "To meet", (Quoted("one", "they will meet", 3),), Strength.AGREED, 2.0
)


@pytest.mark.parametrize(
    ("kind", "given", "kept"),
    [
        (CandidateKind.REQUEST, Strength.AGREED, None),
        (CandidateKind.OUTCOME, None, Strength.CONVEYED),
        (CandidateKind.OUTCOME, Strength.AGREED, Strength.AGREED),
        (CandidateKind.FOLLOW_UP, None, None),
    ],
)
def test_a_request_has_no_strength_and_an_outcome_has_one(
    kind: CandidateKind, given: Strength | None, kept: Strength | None
) -> None:
    taken = FOUND.kept_as(kind, "To meet again", given, looked=True)
    assert (taken.kind, taken.statement, taken.strength, taken.looked) == (
        kind,
        "To meet again",
        kept,
        True,
    )
    assert taken.evidence == FOUND.evidence
