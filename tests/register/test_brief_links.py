from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.data import read
from bluf.register import BriefLinks, entangled, links_of

if TYPE_CHECKING:
    from tests.register.conftest import WriteBrief


def test_a_brief_is_tied_by_its_id_and_by_what_it_carries_on(write_brief: WriteBrief) -> None:
    path = write_brief(
        "2025-02-01-b",
        """\
        follow_ups:
          - {id: F1, action: Reply, owner: rs, due: soon, carried_from: 2025-01-01-a#F1}
          - {id: F2, action: Call, owner: rs, due: soon}
        requests:
          - {id: R1, from: rs, to: us, ask: Lower tariffs, carried_from: 2025-01-01-a#R1}
        """,
    )
    carries = ("2025-01-01-a#R1", "2025-01-01-a#F1")
    assert links_of(read(path)) == BriefLinks(str(path), "2025-02-01-b", carries)


def test_briefs_that_are_carried_on_once_need_not_be_read_together() -> None:
    found = [
        BriefLinks("a", "1", ()),
        BriefLinks("b", "2", ("1#F1",)),
        BriefLinks("c", "3", ("2#F1", "1#F2")),
    ]
    assert entangled(found) == ()


def test_two_briefs_that_carry_on_one_item_are_read_with_the_one_that_has_it() -> None:
    found = [
        BriefLinks("a", "1", ()),
        BriefLinks("b", "2", ("1#F1",)),
        BriefLinks("c", "3", ("1#F1",)),
    ]
    assert entangled([*found, BriefLinks("d", "4", ("1#F2",))]) == ("a", "b", "c")


def test_briefs_of_one_id_are_read_together() -> None:
    assert entangled(
        [BriefLinks("a", "1", ()), BriefLinks("b", "2", ()), BriefLinks("c", "1", ())]
    ) == ("a", "c")
