"""The short statement that is made of a sentence: whole, and no more than its words say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.draft.quoting import without_dateline

if TYPE_CHECKING:
    from tests.draft.conftest import Read

LONG = (
    "Minister Harbour, who was joined by the Secretary for Ports and the Secretary for Quays, "
    "by two engineers of the line and by its director, {verb} the night ferry will sail again."
)


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        pytest.param(
            LONG.format(verb="assured them that"),
            LONG.format(verb="assured them that").rstrip("."),
            id="never cut before its verb",
        ),
        pytest.param(
            "Before the talks Minister Harbour noted, that the night ferry is to sail again.",
            "Before the talks Minister Harbour noted, that the night ferry is to sail again",
            id="never from its “that” on",
        ),
        pytest.param(
            "They discussed the timetable of the ferry, a matter for State Minister Bo Day.",
            "They discussed the timetable of the ferry, a matter for State Minister Bo Day",
            id="a state is no verb",
        ),
        pytest.param(
            "During the talks, held in Oslo, both sides discussed the timetable of the ferry.",
            "During the talks, held in Oslo, both sides discussed the timetable of the ferry",
            id="an opening keeps what describes it",
        ),
        pytest.param(
            "They discussed the timetable of the ferry, the spokesman of the port Bo Day, said.",
            "They discussed the timetable of the ferry",
            id="no speaker whom a comma parts from the verb",
        ),
        pytest.param(
            "They discussed the long overdue work of the five groups that the two ministers had "
            "set up for the coast in the spring of this year: 1) Fares; 2) Safety; and 3) Quays.",
            "They discussed the long overdue work of the five groups that the two ministers had "
            "set up for the coast in the spring of this year",
            id="no list of which it has the first part alone",
        ),
        pytest.param(
            "PORTHAVEN - Minister Harbour discussed the timetable of the night ferry.",
            "Minister Harbour discussed the timetable of the night ferry",
            id="no place in capitals before it",
        ),
        pytest.param(
            "Porthaven, Oct 9: Minister Harbour discussed the timetable of the ferry.",
            "Minister Harbour discussed the timetable of the ferry",
            id="no place and day before it",
        ),
        pytest.param(
            "a) Minister Harbour discussed the timetable of the night ferry with us.",
            "Minister Harbour discussed the timetable of the night ferry with us",
            id="no letter of a list before it",
        ),
        pytest.param(
            "(NEWS) - Minister Harbour discussed the timetable of the night ferry with us.",
            "Minister Harbour discussed the timetable of the night ferry with us",
            id="no agency before it",
        ),
        pytest.param(
            "Members of the League of Ferry Passengers (LFP) discussed the fares of the night.",
            "Members of the League of Ferry Passengers (LFP) discussed the fares of the night",
            id="never from a bracket on",
        ),
        pytest.param(
            "Old, rusty ferries were discussed by the ministers with all the mayors of the coast.",
            "Old, rusty ferries were discussed by the ministers with all the mayors of the coast",
            id="never from the middle of a list on",
        ),
        pytest.param(
            "In this regard, Minister Harbour discussed the timetable of the night ferry.",
            "Minister Harbour discussed the timetable of the night ferry",
            id="without a link to what went before",
        ),
        pytest.param(
            "After three years of silence on both coasts, Minister Harbour discussed the ferry.",
            "Minister Harbour discussed the ferry",
            id="without a long introduction",
        ),
        pytest.param(
            "The Mayor, who came with his crew from the far north, discussed the night ferry.",
            "The Mayor, who came with his crew from the far north, discussed the night ferry",
            id="never without its subject",
        ),
        pytest.param(
            "-03/2026 : Minister Harbour discussed the timetable of the night ferry.",
            "03/2026 : Minister Harbour discussed the timetable of the night ferry",
            id="with the number of a line",
        ),
        pytest.param(
            "Porthaven, 13 of the month of May of 2026.- Minister Harbour discussed the ferry.",
            "Minister Harbour discussed the ferry",
            id="no place and long day before it",
        ),
        pytest.param(
            "The Mayor asked the crew to count the ropes, the anchors of both ferries, and to "
            "report back.",
            "Count the ropes, the anchors of both ferries, and to report back",
            id="with what is to be reported",
        ),
        pytest.param(
            "The Mayor asked the crew to carry the children of all the villages of the coast to "
            "the school of the nuns of Porthaven, Norland and to fetch them on the next day.",
            "Carry the children of all the villages of the coast to the school of the nuns of "
            "Porthaven, Norland and to fetch them on the next day",
            id="with the country of a town",
        ),
    ],
)
def test_a_statement_is_whole(account: Read, sentence: str, statement: str) -> None:
    candidates = account(f"Ferries and quays\n{sentence}\n", language="en").candidates
    assert [each.statement for each in candidates] == [statement]


@pytest.mark.parametrize(
    "dateline",
    [
        "ISLAMABAD - ",
        "Shillong, Oct 9: ",
        "MINSK (Quay Press / Agency - 23rd March, 2021) ",
        "2025-11-13 Morelia, Quay (QuayNews.com).- ",
    ],
)
def test_a_statement_has_no_dateline(dateline: str) -> None:
    assert without_dateline(f"{dateline}They met.") == "They met."


def test_a_year_in_brackets_makes_no_dateline() -> None:
    assert without_dateline("The NATO (2020) text was read.") == "The NATO (2020) text was read."
