from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.draft.candidate import CandidateKind
from bluf.draft.sheet import SheetError, kept_of
from bluf.model import Strength

if TYPE_CHECKING:
    from bluf.draft.drafting import Draft


def test_a_row_can_be_kept_as_something_else(both: Draft) -> None:
    quotes = [each.evidence[0].quote for each in both.candidates]
    rows = [
        {"no": "1", "keep as": "request", "quote": quotes[0]},
        {"no": "2", "keep as": "outcome", "quote": quotes[1], "statement": "A berth"},
        {"no": "3", "keep as": "follow-up", "quote": quotes[2], "strength": "decided"},
        {"no": "3", "keep as": "skip"},
    ]
    kept = kept_of({"Candidates": {"rows": rows}}, both)
    assert [(each.kind, each.strength) for each in kept] == [
        (CandidateKind.REQUEST, None),
        (CandidateKind.OUTCOME, Strength.CONVEYED),
        (CandidateKind.FOLLOW_UP, Strength.DECIDED),
    ]
    with pytest.raises(SheetError):
        kept_of({"Candidates": {"rows": [{"no": "x", "keep as": "request"}]}}, both)
    assert kept_of({"Candidates": None}, both) == ()


def test_a_row_that_nobody_touched_is_still_a_draft(both: Draft) -> None:
    rows = [
        {"no": str(number), "keep as": each.kind.value, "quote": each.evidence[0].quote}
        for number, each in enumerate(both.candidates, 1)
    ]
    rows[1]["statement"] = "A new berth"
    assert [each.looked for each in kept_of({"Candidates": {"rows": rows}}, both)] == [
        False,
        True,
        False,
    ]
