from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.model import Proof
from bluf.views import view, with_annex

if TYPE_CHECKING:
    from collections.abc import Callable

    from bluf.model import Brief
    from bluf.views import BriefView

    MakeBrief = Callable[..., Brief]


@pytest.fixture
def shown(make_brief: MakeBrief) -> BriefView:
    return view(
        make_brief(
            requests=[{"id": f"R{n}", "ask": "A", "from": "aa", "to": "bb"} for n in (1, 2, 3)],
            outcomes=[{"id": "O1", "statement": "A pact", "strength": "agreed"}],
            follow_ups=[{"id": "F1", "action": "Write", "owner": "aa"}],
            background="Long ago.",
        ),
        Proof({}),
    )


def test_what_moves_is_in_the_annex_and_no_longer_on_the_page(shown: BriefView) -> None:
    moved = with_annex(shown, [("outcomes", 0), ("follow_ups", 0), ("background",)])
    assert (moved.outcomes, moved.follow_ups, moved.background) == ((), (), "")
    assert moved.annex.outcomes == shown.outcomes
    assert moved.annex.follow_ups == shown.follow_ups
    assert moved.annex.background == "Long ago."
    assert moved.annex.note == "3 further items in the annex"


def test_every_item_keeps_its_number(shown: BriefView) -> None:
    moved = with_annex(shown, [("requests", 1)])
    assert [(row.number, row.id) for row in moved.requests] == [(1, "R1"), (3, "R3")]
    assert [(row.number, row.id) for row in moved.annex.requests] == [(2, "R2")]
    assert moved.annex.note == "1 further item in the annex"


def test_without_an_annex_nothing_is_said_of_one(shown: BriefView) -> None:
    assert with_annex(shown, []) == shown
    assert shown.annex.note == ""
