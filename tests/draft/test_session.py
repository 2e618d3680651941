from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.draft.candidate import CandidateKind
from bluf.draft.session import Session
from bluf.model import Strength

if TYPE_CHECKING:
    from bluf.draft.drafting import Draft


def test_a_session_keeps_what_was_decided(both: Draft) -> None:
    first, second, third = both.candidates
    session = Session().decided(first, CandidateKind.REQUEST).decided(second, CandidateKind.OUTCOME)
    session = session.decided(third, CandidateKind.FOLLOW_UP).decided(third, None).undone()
    assert all(each.looked for each in session.kept(both))
    assert [(each.kind, each.strength) for each in session.kept(both)] == [
        (CandidateKind.REQUEST, None),
        (CandidateKind.OUTCOME, Strength.CONVEYED),
        (CandidateKind.FOLLOW_UP, Strength.DISCUSSED),
    ]
