from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.model import Proof
from bluf.views import view
from bluf.views.memo import MOST_NAMED

if TYPE_CHECKING:
    from collections.abc import Callable

    from bluf.model import Brief
    from bluf.views.rows import EventRow


@pytest.fixture
def met(make_brief: Callable[..., Brief]) -> Callable[[int], EventRow]:
    def make(number: int) -> EventRow:
        people = [{"name": f"P{at}", "party": "ab"[at % 2] * 2} for at in range(number)]
        people[0]["role"] = "Minister"
        event = {"id": "E1", "title": "Talks", "place": "Oslo", "date": "2026-03-01"}
        (row,) = view(make_brief(events=[event | {"participants": people}]), Proof({})).events
        return row

    return make


def test_those_who_took_part_are_named_by_party(met: Callable[[int], EventRow]) -> None:
    row = met(3)
    assert row.participants == row.everybody == "A: P0 (Minister), P2; B: P1"
    assert (row.details, row.folded) == ("Oslo, 1 March 2026", 0)


def test_of_a_long_list_only_the_first_of_each_party_is_named(
    met: Callable[[int], EventRow],
) -> None:
    row = met(MOST_NAMED + 1)
    assert [each.name for each in row.leads] == ["P0", "P1"]
    assert (row.number, row.folded) == (MOST_NAMED + 1, MOST_NAMED - 1)
    assert "P2" not in row.participants
    assert "P2" in row.everybody
