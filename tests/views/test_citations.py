from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.model import Proof
from bluf.views import view

if TYPE_CHECKING:
    from collections.abc import Callable

    from bluf.model import Brief

    MakeBrief = Callable[..., Brief]


NOTHING = Proof({})


def test_a_side_that_denies_an_outcome_is_not_among_both_sides(make_brief: MakeBrief) -> None:
    evidence = [
        {"source": "ours", "quote": "We spoke of a pact"},
        {"source": "theirs", "quote": "We did not agree on a pact"},
    ]
    outcome = {"id": "O1", "statement": "A pact", "strength": "discussed", "evidence": evidence}
    assert view(make_brief(outcomes=[outcome]), NOTHING).outcomes[0].said_by == "A; B differs"
    denied = {**outcome, "strength": "disagreed"}
    assert view(make_brief(outcomes=[denied]), NOTHING).outcomes[0].said_by == "Both sides"
