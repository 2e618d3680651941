from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.register.conftest import EARLIER

from octavo.location import TextLocation

if TYPE_CHECKING:
    from pathlib import Path

    from tests.register.conftest import LinkBriefs, WriteBrief

    from bluf.register import Linked
    from octavo.finding import Finding


def _only(linked: Linked) -> Finding:
    (finding,) = linked.findings
    return finding


def _stands(finding: Finding, path: Path, words: str) -> bool:
    """Whether a finding points at the words where they first stand in a file."""
    lines = path.read_text("utf-8").splitlines()
    line = next(number for number, text in enumerate(lines) if words in text)
    place = TextLocation(path.as_posix(), line + 1, lines[line].index(words) + 1)
    return finding.location == place and finding.excerpt == lines[line]


@pytest.mark.parametrize(
    ("rule", "body", "words", "message"),
    [
        (
            "link-target-missing",
            "follow_ups: [{id: F1, action: A, carried_from: 2025-01-01-aa#F1}]",
            "2025-01-01-aa#F1",
            "no brief “2025-01-01-aa” was read",
        ),
        (
            "link-target-missing",
            "follow_ups: [{id: F1, action: A, carried_from: 2025-01-01-a#F2}]",
            "2025-01-01-a#F2",
            "“F2” is no item of “2025-01-01-a”",
        ),
        (
            "link-target-missing",
            "outcomes: [{id: O1, statement: S, strength: agreed, answers: [2025-01-01-a#R9]}]",
            "2025-01-01-a#R9",
            "“R9” is no item of “2025-01-01-a”",
        ),
        (
            "link-to-another-kind",
            "follow_ups: [{id: F1, action: A, carried_from: 2025-01-01-a#R1}]",
            "2025-01-01-a#R1",
            "“2025-01-01-a#R1” is of the kind “request”, “2025-02-01-b#F1” is not",
        ),
        (
            "link-to-another-kind",
            "follow_ups: [{id: F1, action: A, carried_from: 2025-01-01-a#O1}]",
            "2025-01-01-a#O1",
            "“2025-01-01-a#O1” is of the kind “outcome”, “2025-02-01-b#F1” is not",
        ),
        (
            "link-to-another-kind",
            "outcomes: [{id: O1, statement: S, strength: agreed, answers: [2025-01-01-a#F1]}]",
            "2025-01-01-a#F1",
            "“2025-01-01-a#F1” is of the kind “follow-up”: an outcome answers requests alone",
        ),
        (
            "link-two-heirs",
            """\
            follow_ups:
              - {id: F1, action: A, carried_from: 2025-01-01-a#F1}
              - {id: F2, action: A, carried_from: "2025-01-01-a#F1"}
            """,
            '"2025-01-01-a#F1"',
            "“2025-01-01-a#F1” is carried on as “2025-02-01-b#F1” already",
        ),
        (
            "link-out-of-order",
            """\
            follow_ups:
              - {id: F1, action: A}
              - {id: F2, action: A, carried_from: 2025-02-01-b#F1}
            """,
            "2025-02-01-b#F1",
            "“2025-02-01-b#F1” is of this very brief",
        ),
        (
            "answered-before-asked",
            """\
            events: [{id: E1, title: T, date: 2024-12-24}]
            outcomes:
              - {id: O1, event: E1, statement: S, strength: agreed, answers: [2025-01-01-a#R1]}
            """,
            "2025-01-01-a#R1",
            "“2025-01-01-a#R1” was asked on 2025-01-01, after this answer of 2024-12-24",
        ),
        (
            "done-before-begun",
            """\
            follow_ups:
              - id: F1
                action: A
                status: done
                carried_from: 2025-01-01-a#F1
                history: [{date: 2024-12-31, status: done}]
            """,
            "2024-12-31",
            (
                "“2025-02-01-b#F1” is done on 2024-12-31, before it began on 2025-01-01"
                " as “2025-01-01-a#F1”"
            ),
        ),
    ],
)
def test_a_link_that_does_not_hold_is_found_where_it_stands(
    write_brief: WriteBrief,
    link_briefs: LinkBriefs,
    rule: str,
    body: str,
    words: str,
    message: str,
) -> None:
    path = write_brief("2025-02-01-b", body)
    finding = _only(link_briefs(path, write_brief("2025-01-01-a", EARLIER)))
    assert (finding.rule, finding.message) == (rule, message)
    assert _stands(finding, path, words)
    assert finding.hint


def test_a_missing_target_suggests_the_one_that_was_meant(
    write_brief: WriteBrief, link_briefs: LinkBriefs
) -> None:
    body = "follow_ups: [{id: F1, action: A, carried_from: 2025-01-01-aa#F1}]"
    linked = link_briefs(write_brief("2025-02-01-b", body), write_brief("2025-01-01-a", EARLIER))
    assert _only(linked).hint == "did you mean “2025-01-01-a”?"
    alone = link_briefs(write_brief("2025-03-01-c", body))
    assert _only(alone).hint == "read the folder of that brief as well"


def test_a_circle_is_one_finding_and_still_one_thread(
    write_brief: WriteBrief, link_briefs: LinkBriefs
) -> None:
    body = "follow_ups: [{{id: F1, action: A, carried_from: {}#F1}}]"
    first = write_brief("2025-01-01-a", body.format("2025-02-01-b"))
    linked = link_briefs(first, write_brief("2025-02-01-b", body.format("2025-01-01-a")))
    finding = _only(linked)
    assert finding.rule == "link-circle"
    assert finding.message == (
        "carried in a circle: “2025-01-01-a#F1” from “2025-02-01-b#F1” from “2025-01-01-a#F1”"
    )
    assert _stands(finding, first, "2025-02-01-b#F1")
    assert [[m.ref for m in thread.mentions] for thread in linked.threads] == [
        ["2025-01-01-a#F1", "2025-02-01-b#F1"]
    ]


def test_an_item_cannot_be_carried_from_a_later_brief(
    write_brief: WriteBrief, link_briefs: LinkBriefs
) -> None:
    body = "requests: [{id: R1, from: rs, to: us, ask: A, carried_from: 2025-02-01-b#R1}]"
    early = write_brief("2025-01-01-a", body)
    late = write_brief("2025-02-01-b", "requests: [{id: R1, from: rs, to: us, ask: A}]")
    finding = _only(link_briefs(early, late))
    assert finding.rule == "link-out-of-order"
    assert finding.message == ("“2025-02-01-b#R1” is of 2025-02-01, this brief of 2025-01-01")
    assert _stands(finding, early, "2025-02-01-b#R1")


def test_what_was_done_is_not_carried_over(
    write_brief: WriteBrief, link_briefs: LinkBriefs
) -> None:
    first = write_brief("2025-01-01-a", "follow_ups: [{id: F1, action: A, status: done}]")
    later = write_brief(
        "2025-02-01-b", "follow_ups: [{id: F1, action: A, carried_from: 2025-01-01-a#F1}]"
    )
    finding = _only(link_briefs(first, later))
    assert (finding.rule, finding.level) == ("carried-after-done", "warning")
    assert finding.message == "“2025-01-01-a#F1” was done on 2025-01-01, and is carried over still"
    assert _stands(finding, later, "2025-01-01-a#F1")


def test_two_data_files_of_one_id_are_told_apart(
    write_brief: WriteBrief, link_briefs: LinkBriefs
) -> None:
    first = write_brief("2025-01-01-a", EARLIER)
    again = write_brief("2025-01-01-a", EARLIER, folder="z")
    finding = _only(link_briefs(again, first))
    assert finding.rule == "brief-id-twice"
    assert finding.message == f"“2025-01-01-a” is the id of {first.as_posix()} already"
    assert _stands(finding, again, "2025-01-01-a")
