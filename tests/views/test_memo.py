from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.model import Proof
from bluf.views import OutstandingRow, view

if TYPE_CHECKING:
    from collections.abc import Callable

    from bluf.model import Brief

    MakeBrief = Callable[..., Brief]

NOTHING = Proof({})


def test_a_recommendation_says_what_is_to_be_decided_by_when_and_how(
    make_brief: MakeBrief,
) -> None:
    brief = make_brief(
        recommendations=[
            {"text": "Approve the mandate.", "by": "2026-09-15"},
            {"text": "Choose a day.", "decision": "discuss", "options": ["May", "June"]},
        ]
    )
    first, second = view(brief, NOTHING).recommendations
    assert first.decision == "for approval by 15 September 2026"
    assert first.options == ("Approve", "Disapprove", "Discuss")
    assert (second.number, second.decision) == (2, "for discussion")
    assert second.boxes == "☐ May\u2003☐ June"


@pytest.mark.parametrize(
    ("decision", "options"),
    [("note", ("Noted", "Discuss")), ("sign", ("Signed", "Discuss")), ("discuss", ("Discuss",))],
)
def test_each_decision_has_its_own_choices(
    make_brief: MakeBrief, decision: str, options: tuple[str, ...]
) -> None:
    brief = make_brief(recommendations=[{"text": "It.", "decision": decision}])
    assert view(brief, NOTHING).recommendations[0].options == options


def test_what_is_next_says_where_and_when(make_brief: MakeBrief) -> None:
    planned = {"title": "Talks", "date": "2026-05-01", "place": "Geneva"}
    shown = view(make_brief(next=[planned, "A call"]), NOTHING)
    assert [row.summary for row in shown.next] == ["Talks, Geneva, 1 May 2026", "A call"]


def test_the_head_of_a_memo_has_what_there_is(make_brief: MakeBrief) -> None:
    plain = view(make_brief(), NOTHING)
    assert plain.memo == ("To: Minister", "From: Desk", "Date: 1 March 2026")
    assert plain.colophon == ("As of 1 March 2026",)
    brief = make_brief(
        through=["Head of Cabinet"], cc=["Legal", "Press"], reference="A/1", contact="Desk, 214"
    )
    shown = view(brief, NOTHING)
    assert shown.memo[1] == "Through: Head of Cabinet"
    assert shown.memo[3:] == ("Cc: Legal, Press", "Date: 1 March 2026", "Reference: A/1")
    assert shown.colophon == ("Contact: Desk, 214", "As of 1 March 2026")


def test_what_nobody_has_looked_at_is_told_on_the_face(make_brief: MakeBrief) -> None:
    brief = make_brief(follow_ups=[{"id": "F1", "action": "Pay", "draft": "true"}])
    assert view(brief, NOTHING).unproven == "DRAFT: nobody has looked at 1 item yet."
    both = view(brief, NOTHING, open_findings=2).unproven
    assert both.startswith("Unproven: ")
    assert both.endswith(" item yet.")


def test_what_is_settled_stands_apart_from_what_is_open(make_brief: MakeBrief) -> None:
    done = OutstandingRow(
        number=1, what="Pay", owner="A", due="", status="Done", since="1 May", settled=True
    )
    left = OutstandingRow(number=2, what="Go", owner="B", due="", status="Open", since="1 May")
    shown = view(make_brief(), NOTHING, outstanding=[done, left])
    assert [(row.number, row.what) for row in shown.outstanding] == [(1, "Go")]
    assert [(row.number, row.what) for row in shown.settled] == [(1, "Pay")]


def test_a_foreign_title_is_given_in_translation(make_brief: MakeBrief) -> None:
    sources = {
        "ours": {
            "title": "Saopštenje",
            "translation": "Release",
            "publisher": "Ministry",
            "file": "a.txt",
        }
    }
    (row,) = view(make_brief(sources=sources), NOTHING).sources
    assert row.summary == "Ministry, “Release”, release"


def test_a_long_list_of_participants_is_folded_and_whole_in_the_annex(
    make_brief: MakeBrief,
) -> None:
    people = [{"name": f"Mr {n}", "party": "aa" if n % 2 else "bb"} for n in range(1, 31)]
    event = {"id": "E1", "title": "Talks", "participants": people}
    shown = view(make_brief(events=[event]), NOTHING)
    (row,) = shown.events
    assert row.participants == "A: Mr 1; B: Mr 2, and 28 others"
    assert (row.number, row.folded, len(row.others)) == (30, 28, 28)
    assert shown.annex.note == "All 30 participants in the annex"
    assert shown.annex.events == (row,)
    assert row.everybody.count("Mr ") == 30
