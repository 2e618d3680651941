"""What minutes give somebody to do is a follow-up, with who owes it and by when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.draft.actions import Action, actions_in
from bluf.draft.candidate import CandidateKind
from bluf.draft.drafting import Draft
from bluf.draft.joining import joined
from bluf.draft.record import DeskInput
from bluf.draft.sentences import sentences
from bluf.draft.vocabulary import vocabulary

if TYPE_CHECKING:
    from tests.draft.conftest import Read

    from bluf.model import Brief

HEAD = """Quay Partnership
Minutes of the meeting held on 14 October 2025
Present: Ann Harbour (Chair), Piet Haven (Rail Trust)
Apologies: Lou Quay

1. Flood wall
"""


def told(text: str, tag: str = "en") -> list[tuple[str, str]]:
    found = actions_in(sentences(text), vocabulary(tag))
    return [(action.who, action.task) for action in found.values()]


@pytest.mark.parametrize(
    ("text", "who", "task"),
    [
        ("ACTION: PH to call the owner.", "PH", "call the owner."),
        ("Action 3 – AH/PH to call the owner", "AH/PH", "call the owner"),
        ("Actions: Piet Haven: call the owner", "Piet Haven", "call the owner"),
        ("To do: the Chair will call the owner", "the Chair", "call the owner"),
        ("Action: a request to call the owner", "", "a request to call the owner"),
        ("Action: call the owner of the quay", "", "call the owner of the quay"),
        ("Action: lamps, and owners will be called", "", "lamps, and owners will be called"),
    ],
)
def test_a_mark_says_who_is_to_do_what(text: str, who: str, task: str) -> None:
    assert told(text) == [(who, task)]


@pytest.mark.parametrize(
    ("text", "who", "task"),
    [
        ("The lamps are to be cleaned.\n(Action Ann and Bo).", "Ann and Bo", "The lamps are to"),
        ("Buy five lamps for the pier (Action: Ann).", "Ann", "Buy five lamps"),
    ],
)
def test_a_bracket_behind_a_task_names_who_does_it(text: str, who: str, task: str) -> None:
    ((named, done),) = told(text)
    assert named == who
    assert done.startswith(task)


@pytest.mark.parametrize("text", ["The action: was good for all", "Actionable: call the owner now"])
def test_no_other_word_is_a_mark(text: str) -> None:
    assert told(text) == []


def test_a_mark_behind_a_sentence_names_who_does_it() -> None:
    found = sentences("The owner is to be called.\nAction: PH\nThey met.")
    assert actions_in(found, vocabulary("en")) == {
        1: Action("The owner is to be called.", "PH", found[1])
    }
    assert told("Action: PH") == []


@pytest.mark.parametrize(
    ("tag", "text", "tasks"),
    [
        ("en", "Actions\n- PH to call the owner\n- AH to paint the lamps\nNext meeting: 3 May",
         ["call the owner", "paint the lamps"]),
        ("en", "3. Next steps:\nThe Trust will call the owner.\n4. Closing words:\nAll met again.",
         ["call the owner."]),
        ("en", "Tasks:\n- PH to call the owner. He is in town today.\nThe quay",
         ["call the owner."]),
        ("en", "Actions\n1. PH to call the owner\n2. too short\nAny other business",
         ["call the owner"]),
        ("es", "Compromisos:\n- La arquitecta entregará el informe.\nPróxima reunión: 9 de junio.",
         ["La arquitecta entregará el informe."]),
        ("de", "Aufgaben:\n- Frau Kai wird den Eigner anrufen.",
         ["den Eigner anrufen."]),
        ("de", "Aufgaben:\n- Punkt Kai wird vorgezogen, weil Gäste da sind.",
         ["Punkt Kai wird vorgezogen, weil Gäste da sind."]),
        ("zh", "待办事项：\n- 港务局负责修复码头的灯具护栏。", ["修复码头的灯具护栏。"]),
    ],
)  # fmt: skip
def test_the_lines_below_a_heading_are_actions(tag: str, text: str, tasks: list[str]) -> None:
    assert [task for _, task in told(text, tag)] == tasks


def brief_of(account: Read, text: str) -> Brief:
    accounts = (account(HEAD + text, "minutes"),)
    return Draft(accounts, joined(accounts)).record(DeskInput(id="b")).brief


def test_an_action_is_a_follow_up_that_a_person_owes(account: Read) -> None:
    brief = brief_of(
        account, "PH spoke of the wall.\nACTION: PH to call the owner by 31 October.\n"
    )
    (owed,) = brief.follow_ups
    assert (owed.owner, owed.action) == ("Piet Haven", "Call the owner by 31 October")
    assert owed.due is not None
    assert str(owed.due.latest) == "2025-10-31"
    assert owed.evidence[0].quote == "ACTION: PH to call the owner by 31 October"
    assert [person.also for person in brief.events[0].participants] == [(), ("PH",)]


def test_what_the_mark_behind_it_names_is_quoted_with_it(account: Read) -> None:
    (owed,) = brief_of(account, "The owner is to be called soon.\nAction: Haven\n").follow_ups
    assert owed.owner == "Piet Haven"
    assert owed.evidence[0].quote == "The owner is to be called soon. Action: Haven"


def test_who_is_not_there_is_named_as_the_text_does(account: Read) -> None:
    (owed,) = brief_of(account, "Action: Rail Trust to call the owner.\n").follow_ups
    assert owed.owner == "Rail Trust"


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("Date of next meeting: 11 November 2025", [("Next meeting", "2025-11-11")]),
        ("5. Next meeting\nTuesday 11 November, Town Hall", [("Next meeting", "2025-11-11")]),
        ("The next meeting is open.\nOn 11 November they dine.", []),
        ("The next meeting was on 1 October 2025.", []),
    ],
)
def test_minutes_say_when_the_next_meeting_is(
    account: Read, text: str, planned: list[tuple[str, str]]
) -> None:
    brief = brief_of(account, text)
    assert [(each.title, str(each.date)) for each in brief.next] == planned


def test_an_action_weighs_more_than_talk(account: Read) -> None:
    found = account(
        f"{HEAD}The Chair discussed the wall at length.\nAction: PH to call the owner.\n"
    )
    weights = {each.kind: each.weight for each in found.candidates}
    assert weights[CandidateKind.FOLLOW_UP] > weights[CandidateKind.OUTCOME]


def test_those_who_took_part_are_known_by_their_first_names(account: Read) -> None:
    owed = brief_of(
        account,
        "Next steps\n- [ ] Ann and Piet to call the owner\n- [ ] Lamps to be painted soon\n"
        "- [ ] @quay to paint the lamps\n",
    ).follow_ups
    assert [(each.owner, each.action) for each in owed] == [
        ("Ann Harbour and Piet Haven", "Call the owner"),
        ("body", "Lamps to be painted soon"),
        ("quay", "Paint the lamps"),
    ]
    assert owed[0].evidence[0].quote == "Ann and Piet to call the owner"


PEOPLE = ("Ann", "Harbour", "Piet", "Haven", "PH")


@pytest.mark.parametrize(
    ("text", "who", "task"),
    [
        ("PH to write to the owner of the quay.", "PH", "write to the owner of the quay."),
        ("The lamps need paint – Action: PH", "PH", "The lamps need paint"),
        (
            "Actions\nCall the owner of the quay (Ann, Piet)",
            "Ann, Piet",
            "Call the owner of the quay",
        ),
        (
            "Actions\nCall the owner of the quay (by phone)",
            "",
            "Call the owner of the quay (by phone)",
        ),
    ],
)
def test_who_is_known_may_stand_anywhere(text: str, who: str, task: str) -> None:
    (action,) = actions_in(sentences(text), vocabulary("en"), PEOPLE).values()
    assert (action.who, action.task) == (who, task)


@pytest.mark.parametrize(
    "text", ["PH to be thanked for all his work.", "Lou to write to the owner of the quay."]
)
def test_nobody_else_is_given_anything(text: str) -> None:
    assert actions_in(sentences(text), vocabulary("en"), PEOPLE) == {}


def test_the_cells_of_a_table_say_who_and_by_when(account: Read) -> None:
    rows = "Action\nOwner\nDue\nCall the owner of the quay\nPiet Haven\n15 March 2026\n"
    (owed,) = brief_of(
        account, f"Action items\n{rows}Paint the lamps of the quay\nAH\n"
    ).follow_ups[:1]
    assert (owed.owner, owed.action) == ("Piet Haven", "Call the owner of the quay")
    assert [each.quote for each in owed.evidence] == [
        "Call the owner of the quay", "Piet Haven", "15 March 2026",
    ]  # fmt: skip
    assert owed.due is not None
    assert str(owed.due.latest) == "2026-03-15"
