from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.draft.drafting import Draft
from bluf.draft.record import DeskInput

if TYPE_CHECKING:
    from tests.draft.conftest import Read


def test_a_record_names_sides_people_and_owners(both: Draft) -> None:
    brief = both.record(DeskInput(title="Ferries", bottom_line="They met.")).brief
    assert (brief.title, brief.bottom_line) == ("Ferries", "They met.")
    assert set(brief.parties) == {"rs", "be"}
    assert (brief.requests[0].from_, brief.requests[0].to) == ("be", "rs")
    assert brief.follow_ups[0].owner == "both sides"
    assert brief.follow_ups[0].follows == ("O1",)
    assert [person.name for person in brief.events[0].participants] == ["Ann Harbour", "Piet Haven"]
    assert both.record(DeskInput(id="x"), ()).brief.bottom_line.startswith("Nothing was found")


def test_a_bottom_line_says_who_differs(both: Draft) -> None:
    """One source says that they agreed on the talks, the other that they discussed them."""
    line = both.record(DeskInput(id="x")).brief.bottom_line
    assert line.startswith("Agreed (two differs): ")


MINUTES = """Minutes of the Quay Club
3 March 2026
It was decided to close the old quay.
It was decided to buy a new crane.
It was decided to open the gate.
It was decided to sell the ferry.
"""
TALK = "The members discussed the colour of the crane at length.\n"


@pytest.mark.parametrize(
    ("text", "most"),
    [
        (MINUTES + TALK, 4),
        (MINUTES[:101] + TALK * 3, 4),
        (MINUTES + "The members thanked the crew of the ferry.\n", 4),
    ],
)
def test_of_minutes_talk_only_fills_up(account: Read, text: str, most: int) -> None:
    each = account(text, language="en")
    found = Draft((each,), each.candidates)
    assert found.most == most
    assert len(found.candidates) > most - 1
    assert len(found.record(DeskInput(id="x")).brief.outcomes) == min(most, len(found.candidates))


def test_a_release_keeps_its_talk(both: Draft) -> None:
    assert both.most == len(both.candidates)


def test_what_is_only_announced_is_told_once(account: Read) -> None:
    each = account(
        "3 de março de 2026\nOs ministros da Noruega e da Sérvia reuniram-se.\n"
        "Segundo a Noruega, uma reunião técnica sobre o porto será agendada nos próximos dias.\n",
        language="pt",
    )
    brief = Draft((each,), each.candidates).record(DeskInput(id="x")).brief
    actions = [action.action for action in brief.follow_ups]
    assert actions
    assert not {outcome.statement for outcome in brief.outcomes} & set(actions)


def test_words_with_we_stand_in_quotation_marks_where_nobody_says_them(account: Read) -> None:
    each = account(
        "3 March 2026\nThe ministers of Norway and Serbia met.\n"
        "“It was a long day. We discussed the trade in fish and in old ferries.”\n",
        language="en",
    )
    brief = Draft((each,), each.candidates).record(DeskInput(id="x")).brief
    said = [item.statement for item in brief.outcomes if "trade in fish" in item.statement]
    assert said == ["“We discussed the trade in fish and in old ferries”"]
