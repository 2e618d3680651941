from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.draft.record import DeskInput

if TYPE_CHECKING:
    from bluf.draft.drafting import Draft


def test_a_record_names_sides_people_and_owners(both: Draft) -> None:
    brief = both.record(DeskInput(title="Ferries", bottom_line="They met.")).brief
    assert (brief.title, brief.bottom_line) == ("Ferries", "They met.")
    assert set(brief.parties) == {"rs", "be"}
    assert (brief.requests[0].from_, brief.requests[0].to) == ("be", "rs")
    assert brief.follow_ups[0].owner == "both sides"
    assert brief.follow_ups[0].follows == ("O1",)
    assert [person.name for person in brief.events[0].participants] == ["Ann Harbour", "Piet Haven"]
    assert both.record(DeskInput(id="x"), ()).brief.bottom_line.startswith("Nothing was found")


def test_a_bottom_line_says_who_differs(both: Draft) -> None:
    """One source says that they agreed on the talks, the other that they discussed them."""
    line = both.record(DeskInput(id="x")).brief.bottom_line
    assert line.startswith("Agreed (two differs): ")
