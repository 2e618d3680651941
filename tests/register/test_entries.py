from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bluf.register import ItemState, Reckoning
from bluf.register.entries import make_entries
from bluf.register.standing import due_words

if TYPE_CHECKING:
    from tests.register.conftest import LinkBriefs, WriteBrief

    from bluf.register import Linked
    from bluf.register.entries import Entry


def _entries(linked: Linked, day: str) -> list[Entry]:
    assert not linked.findings
    return list(make_entries(linked.threads, Reckoning(dt.date.fromisoformat(day))))


def _follow_up(more: str) -> str:
    return f"follow_ups: [{{id: F1, action: Launch, {more}}}]"


def _request(more: str) -> str:
    return f"requests: [{{id: R1, from: rs, to: us, ask: Lower tariffs, {more}}}]"


@pytest.mark.parametrize(
    ("body", "day", "state", "words"),
    [
        (_follow_up("due: 2025-03-01"), "2025-02-01", "open", "open, 28 days left"),
        (_follow_up("due: 2025-03-01"), "2025-02-15", "due soon", "due in 14 days"),
        (_follow_up("due: 2025-03-01"), "2025-02-28", "due soon", "due in 1 day"),
        (_follow_up("due: 2025-03-01"), "2025-03-01", "due soon", "due today"),
        (_follow_up("due: 2025-03-01"), "2025-03-13", "overdue", "overdue by 12 days"),
        (
            _follow_up("due: {wording: this year, latest: 2025-12-31}"),
            "2026-01-01",
            "overdue",
            "overdue by 1 day",
        ),
        (
            _follow_up("due: very soon"),
            "2029-01-01",
            "unclear date",
            "open, no date to hold it to",
        ),
        (_follow_up("owner: us"), "2025-02-01", "unclear date", "open, no date to hold it to"),
        (_follow_up("status: done"), "2025-02-01", "done", "done on 2025-01-01"),
        (_follow_up("status: dropped"), "2025-02-01", "dropped", "dropped on 2025-01-01"),
        (_request("response: null"), "2025-01-02", "no answer", "no answer for 1 day"),
        (_request("response: not reported"), "2025-03-02", "no answer", "no answer for 60 days"),
        (_request("state: appeal"), "2025-01-11", "no answer", "no answer for 10 days"),
        (_request("state: planned"), "2025-02-01", "not yet asked", "not yet asked"),
        (_request("response: refused"), "2025-02-01", "answered", "answered: refused"),
    ],
)
def test_an_item_stands_where_its_day_puts_it(
    write_brief: WriteBrief,
    link_briefs: LinkBriefs,
    body: str,
    day: str,
    state: str,
    words: str,
) -> None:
    (entry,) = _entries(link_briefs(write_brief("2025-01-01-a", body)), day)
    assert (entry.standing.state, entry.standing.words) == (state, words)


def test_what_was_recorded_later_does_not_count(
    write_brief: WriteBrief, link_briefs: LinkBriefs
) -> None:
    first = write_brief(
        "2025-01-01-a",
        """\
        follow_ups:
          - id: F1
            action: Launch
            due: 2025-06-30
            status: done
            history:
              - {date: 2025-03-01, status: open, note: Still to come}
              - {date: 2025-05-01, status: done}
        """,
    )
    linked = link_briefs(first, write_brief("2025-02-01-b", _follow_up("status: open")))
    assert _entries(linked, "2024-12-31") == []
    assert [entry.id for entry in _entries(linked, "2025-01-31")] == ["2025-01-01-a#F1"]
    states = [_entries(linked, day)[0].standing.state for day in ("2025-04-30", "2025-05-01")]
    assert states == [ItemState.OPEN, ItemState.DONE]


def test_a_carried_item_keeps_its_first_day_its_id_and_its_due_date(
    write_brief: WriteBrief, link_briefs: LinkBriefs
) -> None:
    first = write_brief(
        "2025-01-05-a",
        """\
        events: [{id: E1, title: Meeting, date: 2025-01-03}]
        outcomes:
          - id: O1
            event: E1
            statement: Hold it
            strength: agreed
            evidence: [{source: mfa, quote: agreed to hold it}]
        follow_ups:
          - {id: F1, action: Launch, owner: us, to: rs, due: 2025-02-01, follows: [O1], topic: T}
        """,
    )
    later = write_brief(
        "2025-02-05-b",
        """\
        follow_ups:
          - id: F9
            action: Launch it at last
            carried_from: 2025-01-05-a#F1
            evidence: [{source: paper, quote: uskoro, translation: soon, translator: ours}]
        """,
    )
    (entry,) = _entries(link_briefs(first, later), "2025-02-06")
    assert (entry.id, entry.ref, entry.carried) == ("2025-01-05-a#F1", "2025-02-05-b#F9", 1)
    assert (entry.what, entry.owner.name, entry.to.name) == (
        "Launch it at last",
        "United States",
        "Serbia",
    )
    assert (entry.since, entry.topic) == (dt.date(2025, 1, 3), "T")
    assert entry.standing.words == "overdue by 5 days"
    assert entry.evidence
    assert entry.evidence.date == dt.date(2025, 2, 5)
    assert entry.evidence.quotation.translation == "soon"
    assert [str(step.mark) for step in entry.steps] == ["outcome", "open", "carried over"]


def test_an_answer_in_a_later_brief_ends_the_waiting(
    write_brief: WriteBrief, link_briefs: LinkBriefs
) -> None:
    outcome = "outcomes: [{id: O1, statement: S, strength: agreed, answers: [2025-01-01-a#R1]}]"
    linked = link_briefs(
        write_brief("2025-01-01-a", _request("state: made")), write_brief("2025-02-01-b", outcome)
    )
    words = [_entries(linked, day)[0].standing.words for day in ("2025-01-31", "2025-02-01")]
    assert words == ["no answer for 30 days", "answered: accepted"]


def test_a_planned_request_waits_from_the_day_it_was_made(
    write_brief: WriteBrief, link_briefs: LinkBriefs
) -> None:
    body = """\
        events: [{id: E1, title: Meeting, date: 2025-02-01}]
        requests:
          - {id: R1, event: E1, from: rs, to: us, ask: A, carried_from: 2025-01-01-a#R1}
        """
    linked = link_briefs(
        write_brief("2025-01-01-a", _request("state: planned")),
        write_brief("2025-02-03-b", body),
    )
    (entry,) = _entries(linked, "2025-02-11")
    assert entry.standing.words == "no answer for 10 days"
    assert entry.since == dt.date(2025, 1, 1)


def test_a_request_carried_over_without_a_new_event_waits_on(
    write_brief: WriteBrief, link_briefs: LinkBriefs
) -> None:
    linked = link_briefs(
        write_brief("2025-01-01-a", _request("state: made")),
        write_brief("2025-02-01-b", _request("carried_from: 2025-01-01-a#R1")),
    )
    (entry,) = _entries(linked, "2025-02-01")
    assert entry.standing.words == "no answer for 31 days"
    assert [str(step.mark) for step in entry.steps] == ["asked", "carried over"]


def test_a_follow_up_shows_the_request_it_follows(
    write_brief: WriteBrief, link_briefs: LinkBriefs
) -> None:
    body = _request("state: made") + "\n" + _follow_up("follows: [R1]")
    request, follow_up = _entries(link_briefs(write_brief("2025-01-01-a", body)), "2025-01-01")
    assert [str(step.mark) for step in follow_up.steps] == ["asked", "open"]
    assert (request.brief, request.evidence) == ("2025-01-01-a", None)


@pytest.mark.parametrize(
    ("due", "words"),
    [
        ("due: 2025-03-01", "2025-03-01"),
        ("due: very soon", "“very soon”"),
        ("due: {wording: this year, latest: 2025-12-31}", "“this year” (by 2025-12-31)"),
        ("due: {earliest: 2025-03-01, after: ratification}", "from 2025-03-01, after ratification"),
        ("owner: us", "no date"),
    ],
)
def test_a_due_wording_is_printed_as_it_stands(
    write_brief: WriteBrief, link_briefs: LinkBriefs, due: str, words: str
) -> None:
    path = write_brief("2025-01-01-a", _follow_up(due))
    (entry,) = _entries(link_briefs(path), "2025-01-01")
    assert due_words(entry.due) == words


def test_another_follow_up_that_comes_first_is_named(
    write_brief: WriteBrief, link_briefs: LinkBriefs
) -> None:
    body = """\
        follow_ups:
          - {id: F1, action: Send the draft}
          - {id: F2, action: Sign it, due: {after: F1}}
        """
    _, entry = _entries(link_briefs(write_brief("2025-01-01-a", body)), "2025-01-01")
    assert due_words(entry.due) == "after F1, Send the draft"
