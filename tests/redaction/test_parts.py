from __future__ import annotations

from tests.redaction.conftest import HEAD, PARTNERS, cut

from bluf.data import read_mapping
from bluf.markings import schemes
from bluf.redaction import redacted, relinked


def test_links_within_a_brief_lead_to_what_is_left() -> None:
    shown = cut(
        events=[{"id": "E5", "title": "T", "marking": "U"}, {"id": "E6", "title": "S"}],
        requests=[
            {"id": "R7", "from": "c", "to": "a", "ask": "Hide"},
            {"id": "R9", "from": "a", "to": "b", "ask": "Help", "marking": "U", "event": "E5"},
        ],
        outcomes=[
            {
                "id": "O4",
                "event": "E6",
                "statement": "Yes",
                "strength": "agreed",
                "marking": "U",
                "answers": ["R7", "R9", "other#R1"],
            }
        ],
        follow_ups=[{"action": "Write", "marking": "U", "follows": ["O4", "R7"]}],
        our_side="c",
    )
    assert [each.id for each in (*shown.events, *shown.requests, *shown.outcomes)] == [
        "E1",
        "R1",
        "O1",
    ]
    assert shown.requests[0].event == "E1"
    assert shown.outcomes[0].event is None
    assert shown.outcomes[0].answers == ("R1", "other#R1")
    assert shown.follow_ups[0].follows == ("O1",)
    assert list(shown.parties) == ["a", "b"]
    assert shown.our_side is None


def test_links_to_other_briefs_are_those_of_the_audience() -> None:
    follow_ups = [
        {"action": "Write", "marking": "U", "carried_from": "other#F3"},
        {"action": "Call", "marking": "U", "carried_from": "gone#F1"},
    ]
    data = redacted(read_mapping({**HEAD, "follow_ups": follow_ups}), PARTNERS, schemes()).data
    shown = relinked(data, {"other#F3": "2025-08-01-talks#F1"}).brief.follow_ups
    assert [each.carried_from for each in shown] == ["2025-08-01-talks#F1", None]
