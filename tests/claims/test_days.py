from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.model import UNWRITTEN, ClaimKind, Verdict

if TYPE_CHECKING:
    from tests.claims.conftest import Held


FOLLOW_UP = """\
sources:
  a: {{title: A, publisher: P, file: a.txt, date: 2026-02-03}}
events:
  - {{id: E1, title: Talks, date: {{value: 2026-02-03, source: a}}}}
outcomes:
  - id: O1
    event: E1
    statement: A plan
    strength: agreed
    evidence: [{{source: a, quote: agreed on a plan}}]
follow_ups:
  - id: F1
    action: Write it
    follows: [O1]
    due: {due}
    evidence: [{{source: a, quote: to be written}}]
    history: [{history}]
"""


SOURCE = "On 3 February they agreed on a plan, to be written later this year, by 9 March 2026."


CHANGE = "{{date: {0}, status: open, evidence: [{{source: a, quote: to be written}}]}}"


@pytest.mark.parametrize(
    ("due", "history", "broken"),
    [
        ("2026-03-09", "", []),
        ("{date: 2026-03-09, source: a}", "", []),
        ("{date: 2026-03-10, source: a}", "", ["date-not-found"]),
        ("{wording: later this year, latest: 2026-12-31, source: a}", "", []),
        ("{wording: later this year, latest: 2027-12-31, source: a}", "", ["date-differs"]),
        ("{wording: later this year, latest: 2026-12-31}", "", []),
        ("{wording: to be written, latest: 2026-12-30, source: a}", "", []),
        ("{after: the talks}", "", []),
        ("{latest: 2026-01-01}", "", ["dated-before-basis"]),
        ("{date: 2026-01-01}", "", ["date-not-found", "dated-before-basis"]),
        ("{after: the talks}", "{date: 2026-02-03, status: open, note: Begun}", []),
        ("2026-03-09", CHANGE.format("2026-02-03"), []),
        ("2026-03-09", CHANGE.format("2026-02-01"), ["dated-before-basis"]),
    ],
)
def test_a_due_day_is_that_of_its_source_and_not_before_it(
    held: Held, due: str, history: str, broken: list[str]
) -> None:
    _, findings = held(FOLLOW_UP.format(due=due, history=history), a=SOURCE)
    assert [finding.rule for finding in findings] == broken


@pytest.mark.parametrize(
    ("wording", "latest", "differs"),
    [
        ("September", "2026-06-30", True),
        ("September", "2026-09-30", False),
        ("before September", "2026-08-31", False),
        ("January", "2026-12-01", True),
        ("January", "2027-01-31", False),
        ("by 9 March", "2026-03-07", True),
        ("by 9 March", "2026-03-09", False),
        ("by 03/04/2026", "2026-02-20", False),
    ],
)
def test_a_month_cannot_end_before_it_begins(
    held: Held, wording: str, latest: str, *, differs: bool
) -> None:
    due = f"{{wording: {wording}, latest: {latest}, source: a}}"
    _, findings = held(FOLLOW_UP.format(due=due, history=""), a=SOURCE)
    assert ("date-differs" in [finding.rule for finding in findings]) is differs


VISIT = """\
sources:
  a: {{title: A, publisher: P, date: {dated}, file: a.txt}}
events: [{{id: E1, title: Visit, date: 2026-03-08}}]
outcomes:
  - id: O1
    event: E1
    statement: The Mayor will come
    strength: announced
    evidence: [{{source: a, quote: The Mayor will visit}}]
"""
LATE = ["dated-before-basis"]


def test_a_change_may_be_of_a_day_that_its_source_names(held: Held) -> None:
    record = FOLLOW_UP.format(due="2026-03-09", history=CHANGE.format("2026-01-09"))
    _, findings = held(record, a=f"{SOURCE} It began on 9 January.")
    assert findings == []


def test_a_source_after_the_brief_and_a_brief_before_its_event_are_found(held: Held) -> None:
    record = FOLLOW_UP.format(due="2026-05-09", history="").replace("2026-02-03", "2026-04-03")
    _, findings = held(record, a=SOURCE.replace("February", "April").replace("9 March", "9 May"))
    assert [finding.rule for finding in findings] == ["source-after-brief", "dated-before-basis"]
    assert findings[0].hint == "update “date”"


@pytest.mark.parametrize(("dated", "expected"), [("2026-03-01", []), ("2026-03-09", LATE)])
def test_a_visit_may_be_announced_before_its_day(
    held: Held, dated: str, expected: list[str]
) -> None:
    _, findings = held(VISIT.format(dated=dated), a="The Mayor will visit on 8 and 9 March.")
    assert [each.rule for each in findings if each.level.name == "ERROR"] == expected


def test_a_day_that_is_carried_over_was_proven_in_its_brief(held: Held) -> None:
    due = "due: {date: 2026-05-09}, carried_from: talks-a#F1"
    follow_up = f"follow_ups: [{{id: F1, action: Write, owner: Desk, {due}}}]\n"
    claims, findings = held(follow_up + "sources: {}\n")
    assert [each.rule for each in findings if each.rule.startswith("date")] == []
    told = [each.verdict for each in claims if each.kind is ClaimKind.DUE]
    assert told == [Verdict.UNDECIDED]


def test_a_bottom_line_that_is_not_written_yet_claims_nothing(held: Held) -> None:
    claims, _ = held(f"bottom_line: {UNWRITTEN}\nsources: {{}}\n")
    assert [each for each in claims if each.path == ("bottom_line",)] == []
