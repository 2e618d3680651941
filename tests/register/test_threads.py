from __future__ import annotations

from typing import TYPE_CHECKING

from tests.register.conftest import EARLIER

if TYPE_CHECKING:
    from tests.register.conftest import LinkBriefs, WriteBrief


def test_an_item_lives_on_in_the_brief_that_carries_it(
    write_brief: WriteBrief, link_briefs: LinkBriefs
) -> None:
    later = write_brief(
        "2025-02-01-b",
        "follow_ups: [{id: F7, action: Launch it, carried_from: 2025-01-01-a#F1}]",
    )
    linked = link_briefs(later, write_brief("2025-01-01-a", EARLIER))
    assert linked.findings == ()
    assert [[m.ref for m in thread.mentions] for thread in linked.threads] == [
        ["2025-01-01-a#R1"],
        ["2025-01-01-a#F1", "2025-02-01-b#F7"],
    ]
    assert linked.thread("2025-02-01-b#F7") is linked.threads[1]
    assert linked.thread("2025-02-01-b#F8") is None
    assert set(linked.by_ref) == {"2025-01-01-a#R1", "2025-01-01-a#F1", "2025-02-01-b#F7"}


def test_a_later_outcome_answers_an_earlier_request(
    write_brief: WriteBrief, link_briefs: LinkBriefs
) -> None:
    outcome = "outcomes: [{id: O1, statement: S, strength: agreed, answers: [2025-01-01-a#R1]}]"
    first = write_brief("2025-01-01-a", EARLIER)
    linked = link_briefs(first, write_brief("2025-02-01-b", outcome))
    assert linked.findings == ()
    assert [answer.ref for answer in linked.threads[0].answers] == ["2025-02-01-b#O1"]


def test_an_outcome_answers_a_request_of_its_own_brief(
    write_brief: WriteBrief, link_briefs: LinkBriefs
) -> None:
    first = write_brief("2025-01-01-a", EARLIER.replace("agreed}", "agreed, answers: [R1]}"))
    linked = link_briefs(first)
    assert [answer.ref for answer in linked.threads[0].answers] == ["2025-01-01-a#O1"]


def test_a_tail_that_leads_into_a_circle_begins_a_thread_of_its_own(
    write_brief: WriteBrief, link_briefs: LinkBriefs
) -> None:
    body = "follow_ups: [{{id: F1, action: A, carried_from: {}#F1}}]"
    linked = link_briefs(
        write_brief("2025-01-01-a", body.format("2025-02-01-b")),
        write_brief("2025-02-01-b", body.format("2025-01-01-a")),
        write_brief("2025-03-01-c", body.format("2025-01-01-a")),
    )
    assert [finding.rule for finding in linked.findings] == ["link-circle", "link-two-heirs"]
    assert [thread.id for thread in linked.threads] == ["2025-01-01-a#F1", "2025-03-01-c#F1"]
