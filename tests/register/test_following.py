from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from bluf.data import read
from bluf.register import link, make_card, next_brief, read_card

if TYPE_CHECKING:
    from pathlib import Path

    from tests.register.conftest import WriteBrief

    from bluf.register import NextBrief

BODY = """\
    events:
      - id: E1
        title: Meeting
        participants:
          - {name: Marko, party: rs, also: [Марко]}
    requests:
      - id: R1
        event: E1
        from: rs
        to: us
        ask: "Lower: tariffs"
        evidence: [{source: mfa, quote: "We asked # for it"}]
      - {id: R2, event: E1, from: rs, to: us, ask: Visit, response: accepted}
      - {id: R3, from: us, to: rs, ask: Call, state: planned, priority: 1}
    outcomes:
      - {id: O1, statement: S, strength: agreed}
    follow_ups:
      - id: F1
        action: Launch
        owner: both sides
        due: {wording: later this year, latest: 2025-12-31, source: paper}
        follows: [O1]
        history: [{date: 2025-01-02, status: open}]
      - {id: F2, action: Write, status: dropped}
    """


def _next(path: Path, *others: Path) -> NextBrief:
    previous = read(path)
    linked = link([make_card(previous), *(read_card(other) for other in others)])
    return next_brief(previous, linked, "2025-02-01-b", dt.date(2025, 2, 1))


def test_what_is_open_is_carried_over_with_its_link(write_brief: WriteBrief) -> None:
    first = write_brief("2025-01-01-a", BODY)
    path = first.parent.parent / "next.yaml"
    path.write_text(_next(first).text, encoding="utf-8")
    brief = read(path).brief
    assert (brief.id, brief.date) == ("2025-02-01-b", dt.date(2025, 2, 1))
    assert (brief.to, brief.from_, brief.marking) == ("Minister", "Desk", "UNCLASSIFIED")
    assert list(brief.parties) == ["rs", "us"]
    assert [(r.id, r.carried_from, r.event) for r in brief.requests] == [
        ("R1", "2025-01-01-a#R1", None),
        ("R3", "2025-01-01-a#R3", None),
    ]
    assert [(f.id, f.carried_from, f.history) for f in brief.follow_ups] == [
        ("F1", "2025-01-01-a#F1", ())
    ]
    assert brief.follow_ups[0].due == read(first).brief.follow_ups[0].due
    assert brief.events[0].participants[0].also == ("Марко",)
    assert link([read_card(first), read_card(path)]).findings == ()


def test_only_the_sources_of_what_is_carried_over_come_along(write_brief: WriteBrief) -> None:
    first = write_brief("2025-01-01-a", BODY)
    following = _next(first)
    assert following.copies == (
        ("mfa.txt", first.parent / "mfa.txt"),
        ("paper.txt", first.parent / "paper.txt"),
    )


def test_what_another_brief_carries_already_is_left_out(write_brief: WriteBrief) -> None:
    first = write_brief("2025-01-01-a", BODY)
    heir = write_brief(
        "2025-01-15-x", "follow_ups: [{id: F1, action: A, carried_from: 2025-01-01-a#F1}]"
    )
    assert "follow_ups: []" in _next(first, heir).text


def test_a_brief_without_events_gives_an_event_without_people(write_brief: WriteBrief) -> None:
    text = _next(write_brief("2025-01-01-a")).text
    assert "events:\n- id: E1\n  title: Title of the next meeting\n" in text
    assert "sources: {}" in text


def test_the_text_is_the_same_twice_and_names_its_schema(write_brief: WriteBrief) -> None:
    first = write_brief("2025-01-01-a", BODY)
    text = _next(first).text
    assert text == _next(first).text
    assert text.startswith("# yaml-language-server: $schema=../brief.schema.json\n")
