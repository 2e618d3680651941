from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.model import SEVERAL, Proof
from bluf.views import view

if TYPE_CHECKING:
    from collections.abc import Callable

    from bluf.model import Brief

    MakeBrief = Callable[..., Brief]

NOTHING = Proof({})
ASK = {"from": "aa", "to": "bb", "ask": "Help"}


def test_an_answer_names_the_outcomes_that_give_it(make_brief: MakeBrief) -> None:
    brief = make_brief(
        requests=[
            {"id": "R1", **ASK, "response": "accepted"},
            {"id": "R2", **ASK},
            {"id": "R3", **ASK},
        ],
        outcomes=[
            {"id": "O1", "statement": "No", "strength": "conveyed", "answers": ["R2"]},
            {"id": "O2", "statement": "Yes", "strength": "agreed", "answers": ["b#R1", "R2"]},
        ],
    )
    rows = view(brief, NOTHING).requests
    assert [row.answer for row in rows] == [
        "Accepted (outcome 2)",
        "Accepted (outcomes 1, 2)",
        "None reported",
    ]
    assert [row.answered for row in rows] == [True, True, False]


def test_the_weightiest_come_first_and_are_numbered_so(make_brief: MakeBrief) -> None:
    brief = make_brief(
        requests=[
            {"id": "R1", **ASK, "priority": "3"},
            {"id": "R2", **ASK, "priority": "1", "state": "planned"},
        ]
    )
    rows = view(brief, NOTHING).requests
    assert [(row.id, row.number, row.at) for row in rows] == [("R2", 1, 1), ("R1", 2, 0)]
    assert (rows[0].text, rows[0].parties) == ("Help (planned)", "A → B")


def test_follow_ups_stand_by_side_ours_first(make_brief: MakeBrief) -> None:
    brief = make_brief(
        our_side="aa",
        follow_ups=[
            {"id": "F1", "action": "Wait", "owner": "the press"},
            {"id": "F2", "action": "Pay", "owner": "bb", "status": "done"},
            {"id": "F3", "action": "Meet", "owner": "both sides"},
            {"id": "F4", "action": "Write", "owner": "Desk", "own": "true"},
            {"id": "F5", "action": "Send", "owner": "aa", "basis": "a call of 3 May"},
        ],
    )
    rows = view(brief, NOTHING).follow_ups
    assert [(row.id, row.heading) for row in rows] == [
        ("F4", "Ours"),
        ("F5", ""),
        ("F3", "Both sides"),
        ("F2", "Theirs"),
        ("F1", "Others"),
    ]
    assert [row.number for row in rows] == [1, 2, 3, 4, 5]
    assert rows[0].text == "Write (our proposal)"
    assert rows[1].text == "Send (the desk: a call of 3 May)"
    assert [row.closed for row in rows] == ["", "", "", "Done", ""]


def test_without_a_side_of_ours_follow_ups_have_no_headings(make_brief: MakeBrief) -> None:
    brief = make_brief(follow_ups=[{"id": "F1", "action": "Pay", "owner": "aa"}])
    (row,) = view(brief, NOTHING).follow_ups
    assert (row.side, row.heading) == ("", "")


def test_what_the_desk_knows_by_itself_says_so(make_brief: MakeBrief) -> None:
    outcome = {"id": "O1", "statement": "A pact", "strength": "agreed", "basis": "our embassy"}
    (row,) = view(make_brief(outcomes=[outcome]), NOTHING).outcomes
    assert (row.said_by, row.rank) == ("the desk: our embassy", 3)


def test_talk_answers_nothing_but_is_pointed_to(make_brief: MakeBrief) -> None:
    brief = make_brief(
        requests=[{"id": "R1", **ASK}],
        outcomes=[
            {"id": "O1", "statement": "Talk", "strength": "discussed", "answers": ["R1"]},
            {"id": "O2", "statement": "More", "strength": "conveyed", "answers": ["R1"]},
        ],
    )
    (row,) = view(brief, NOTHING).requests
    assert (row.answer, row.answered) == ("Outcomes 1, 2", True)


def test_several_who_are_named_together_are_listed(make_brief: MakeBrief) -> None:
    brief = make_brief(requests=[{"id": "R1", **ASK, "to": SEVERAL.join(("bb", "the press"))}])
    assert view(brief, NOTHING).requests[0].to == "B, the press"


def test_what_a_body_asks_of_its_own_bears_one_name(make_brief: MakeBrief) -> None:
    brief = make_brief(
        parties={"aa": {"name": "A"}},
        requests=[{"id": "R1", **ASK, "from": "aa", "to": "all sides"}],
    )
    assert view(brief, NOTHING).requests[0].parties == "A"
