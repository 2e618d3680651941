"""A record without what an audience may not see."""

from __future__ import annotations

from typing import Any

import pytest

from bluf.data import read_mapping
from bluf.markings import Clearance, schemes
from bluf.redaction import Audience, lacking_versions, redacted, relinked

PARTNERS = Audience("partners", Clearance(("CONFIDENTIAL",)))
HEAD: dict[str, Any] = {
    "id": "case",
    "title": "A visit to the " + "ministry and " * 9,
    "date": "2025-08-07",
    "to": "Minister",
    "from": "Desk",
    "marking": "SECRET",
    "portions": {"title": "U", "head": "U", "bottom_line": "C"},
    "bottom_line": "They met.",
    "parties": {"a": {"name": "A"}, "b": {"name": "B"}, "c": {"name": "C"}},
}


def _cut(**more: object) -> Any:  # noqa: ANN401 - a brief, of which each test asks other fields
    found = redacted(read_mapping({**HEAD, **more}), PARTNERS, schemes())
    return found.data.brief


def test_a_brief_is_called_by_its_day_and_title() -> None:
    assert _cut().id == "2025-08-07-a-visit-to-the-ministry-and-ministry-and-ministry-and"
    assert _cut(title="Посета министру!").id == "2025-08-07-посета-министру"


def test_the_banner_is_that_of_what_is_left() -> None:
    assert _cut().marking == "CONFIDENTIAL"
    assert _cut(portions={"title": "U", "head": "U", "bottom_line": "U"}).marking == "UNCLASSIFIED"


@pytest.mark.parametrize(
    ("due", "left"),
    [
        ({"after": "F1"}, None),
        ({"after": "F1", "latest": "2025-12-31"}, {"latest": "2025-12-31"}),
        ({"after": "F3"}, {"after": "F2"}),
        ({"after": "the ratification"}, {"after": "the ratification"}),
    ],
)
def test_what_has_to_come_first_is_not_told_where_it_is_hidden(
    due: dict[str, str], left: dict[str, str] | None
) -> None:
    follow_ups = [
        {"action": "Hide", "marking": "SECRET"},
        {"action": "Wait", "marking": "U", "due": due, "owner": "a"},
        {"action": "Write", "marking": "U"},
    ]
    shown = _cut(follow_ups=follow_ups).follow_ups
    assert [each.id for each in shown] == ["F1", "F2"]
    brief = read_mapping({**HEAD, "follow_ups": [{"action": "x", "due": left or {"after": "y"}}]})
    expected = brief.brief.follow_ups[0].due if left else None
    assert shown[0].due == expected


def test_links_within_a_brief_lead_to_what_is_left() -> None:
    shown = _cut(
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


def test_a_brief_that_begins_no_version_lacks_none() -> None:
    data = read_mapping({**HEAD, "portions": {}})
    assert lacking_versions(data, [PARTNERS], schemes()) == ()


def test_labels_of_no_scheme_are_read_as_they_are() -> None:
    audience = Audience("us", Clearance(("For us",)))
    record = {
        **HEAD,
        "marking": "For them",
        "portions": {"title": "For us", "head": "For us"},
        "bottom_line": {"all": "They met.", "us": "They did."},
    }
    brief = redacted(read_mapping(record), audience, schemes()).data.brief
    assert (brief.bottom_line, brief.portions.bottom_line) == ("They did.", "For us")
