"""What is offered, as what, and how it is put."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.draft.candidate import CandidateKind
from bluf.draft.candidates import borne_out
from bluf.draft.vocabulary import vocabulary
from bluf.model import Strength

if TYPE_CHECKING:
    from tests.draft.conftest import Read

NIGHT = (
    "discussed the timetable of the ferry and of the night boats that go to the islands of the "
    "far north"
)
HEAD = "3 March 2026\nThe ministers met in Porthaven.\n"


def offered(account: Read, sentence: str) -> list[tuple[CandidateKind, Strength | None, str]]:
    found = account(HEAD + sentence + "\n", language="en").candidates
    return [(each.kind, each.strength, each.statement) for each in found]


@pytest.mark.parametrize(
    ("sentence", "kind", "strength", "statement"),
    [
        (
            "They agreed to open a second berth at the quay.",
            CandidateKind.OUTCOME,
            Strength.AGREED,
            "They agreed to open a second berth at the quay",
        ),
        (
            "The Minister pointed out that the quay is expected to be safe.",
            CandidateKind.OUTCOME,
            Strength.CONVEYED,
            "The Minister pointed out that the quay is expected to be safe",
        ),
        (
            "The Minister hopes that the ferry will be faster.",
            CandidateKind.OUTCOME,
            Strength.CONVEYED,
            "The Minister hopes that the ferry will be faster",
        ),
        (
            "1. The ferry will be painted white and blue, the Minister said.",
            CandidateKind.OUTCOME,
            Strength.CONVEYED,
            "The ferry will be painted white and blue",
        ),
        (
            "Given the weather of the last few weeks, the Mayor urged the crew to repair the pier.",
            CandidateKind.REQUEST,
            None,
            "Repair the pier",
        ),
        (
            "The Mayor asked for a bridge, rejected continued support to rebuild the port.",
            CandidateKind.REQUEST,
            None,
            "The Mayor asked for a bridge, rejected continued support to rebuild the port",
        ),
        (
            "While thanking the people of Goa, the Mayor requested continued aid to mend the pier.",
            CandidateKind.REQUEST,
            None,
            "Continued aid to mend the pier",
        ),
        (
            "The Mayor called on the Minister to mend the northern pier.",
            CandidateKind.REQUEST,
            None,
            "Mend the northern pier",
        ),
        (
            f"They {NIGHT}, including the boats that the old crew of the harbour runs.",
            CandidateKind.OUTCOME,
            Strength.DISCUSSED,
            f"They {NIGHT}",
        ),
        (
            f"They {NIGHT}, provided that the crew of the harbour is paid in time for it.",
            CandidateKind.OUTCOME,
            Strength.DISCUSSED,
            f"They {NIGHT}, provided that the crew of the harbour is paid in time for it",
        ),
        (
            "They discussed “the fares of the night ferries of the north”, adds the paper.",
            CandidateKind.OUTCOME,
            Strength.DISCUSSED,
            "They discussed “the fares of the night ferries of the north”",
        ),
        (
            "The crew demanded better pay for the nights.",
            CandidateKind.REQUEST,
            None,
            "Better pay for the nights",
        ),
        (
            "The Ambassador called on the Mayor and discussed ways to mend the northern pier.",
            CandidateKind.OUTCOME,
            Strength.DISCUSSED,
            "The Ambassador called on the Mayor and discussed ways to mend the northern pier",
        ),
        (
            "The two sides discussed the state of the northern pier, including:",
            CandidateKind.OUTCOME,
            Strength.DISCUSSED,
            "The two sides discussed the state of the northern pier",
        ),
        (
            "Agreed the towns of Quay and Pier would hold a second round of talks.",
            CandidateKind.FOLLOW_UP,
            Strength.AGREED,
            "The towns of Quay and Pier would hold a second round of talks",
        ),
        (
            "He stressed that the Mayor conveyed the message that Quay is committed to a new pier.",
            CandidateKind.OUTCOME,
            Strength.CONVEYED,
            "The Mayor conveyed the message that Quay is committed to a new pier",
        ),
        (
            "“The harbour of the old town is a place where all of us have grown up”.",
            CandidateKind.OUTCOME,
            Strength.CONVEYED,
            "The harbour of the old town is a place where all of us have grown up",
        ),
    ],
)
def test_a_sentence_is_offered_as_what_it_does(
    account: Read, sentence: str, kind: CandidateKind, strength: Strength | None, statement: str
) -> None:
    assert offered(account, sentence) == [(kind, strength, statement)]


@pytest.mark.parametrize(
    "sentence",
    [
        "All rights reserved by the port, it was decided.",
        "The port was founded by fishermen, as they hoped to do.",
        "The weather is fine.",
        "[x] The Mayor discussed the price of the ferry with the crew.",
        "The situation in the north calls for patience by all the ferry crews.",
    ],
)
def test_background_and_boilerplate_stay_out(account: Read, sentence: str) -> None:
    assert offered(account, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "kind", "strength"),
    [
        (
            "They did not agree on the price of fish for the winter.",
            CandidateKind.OUTCOME,
            Strength.DISAGREED,
        ),
        (
            "The Reports of the Port, and We Hope So, will be published.",
            CandidateKind.OUTCOME,
            Strength.CONVEYED,
        ),
        (
            "They agreed that it is expected that the ministers will meet next month.",
            CandidateKind.OUTCOME,
            Strength.AGREED,
        ),
    ],
)
def test_a_verb_that_is_denied_or_a_name_says_nothing(
    account: Read, sentence: str, kind: CandidateKind, strength: Strength
) -> None:
    assert [each[:2] for each in offered(account, sentence)] == [(kind, strength)]


def test_what_nobody_asks_for_is_no_request(account: Read) -> None:
    found = offered(account, "No new berths were asked for by the members of the crew.")
    assert [kind for kind, *_ in found] != [CandidateKind.REQUEST]


def test_what_stands_behind_a_heading_of_background_stays_out(account: Read) -> None:
    text = "The ministers agreed to open the port.\n\n{}\n\nThey agreed to build it in 2001."
    assert len(account(text.format("Background:"), language="en").candidates) == 1
    assert len(account(text.format("Foreground:"), language="en").candidates) == 2


def test_background_that_decides_is_offered(account: Read) -> None:
    assert offered(account, "The port was founded and it was decided to keep it open.")


@pytest.mark.parametrize(
    ("words", "latest"),
    [
        ("later this year", "2026-12-31"),
        ("next year", "2027-12-31"),
        ("next month", "2026-04-30"),
        ("this month", "2026-03-31"),
        ("next week", "2026-03-15"),
        ("this week", "2026-03-08"),
        ("very soon", "None"),
        ("on 9 May", "2026-05-09"),
        ("on 9 January", "2027-01-09"),
        ("on 9 May 2026", "2026-05-09"),
    ],
)
def test_a_due_date_is_reckoned_from_the_source(account: Read, words: str, latest: str) -> None:
    text = f"{HEAD}The next meeting will be held {words} in the town hall.\n"
    (found,) = account(text, language="en").candidates
    due = found.evidence[0].due
    assert due is not None
    assert due.wording == words.removeprefix("on ")
    assert str(due.latest) == latest


def test_without_a_day_of_its_own_a_source_gives_the_wording_alone(account: Read) -> None:
    text = "The next meeting will be held next month in the town hall of Porthaven.\n"
    (found,) = account(text, language="en").candidates
    assert found.evidence[0].due is not None
    assert found.evidence[0].due.latest is None
    late = "3 March 2026\nThe next meeting will be held as on 9 January 2020 in the hall.\n"
    (found,) = account(late, language="en").candidates
    assert found.evidence[0].due is None


def test_long_sentences_are_cut_where_a_clause_ends(account: Read) -> None:
    clause = "they discussed the timetable of the ferry that goes to the islands in the north"
    (found,) = account(HEAD + ", ".join([clause] * 7) + ".\n", language="en").candidates
    assert len(found.evidence[0].quote) <= 420
    assert found.evidence[0].quote.endswith("north")
    assert found.statement == "T" + found.evidence[0].quote.removeprefix("t")

    (found,) = account(HEAD + "They discussed " + "the ferry and " * 40 + "ice.\n").candidates
    assert len(found.evidence[0].quote) <= 420
    assert found.statement.lower() in found.evidence[0].quote.lower()


def test_what_goes_before_a_meeting_says_nothing_of_it(account: Read) -> None:
    found = offered(account, "Following a call that was agreed on, the crew painted the pier.")
    assert found == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The Ambassador called on the Mayor, Mr. Bo Pier, on 27th May 2014 in Porthaven."),
        (
            "en",
            "Bo Pier, newly appointed Ambassador of Norland, paid a courtesy call on Ann Quay.",
        ),
        ("en", "Mayor Ann Quay and Mayor Bo Pier met in Porthaven on Monday, the office said."),
        (
            "fr",
            (
                "Le ministre des Ports et des Quais de la Norlande, Luc Quai, a reçu un appel "
                "téléphonique de son homologue costarien, Jean Phare, indique un communiqué."
            ),
        ),
    ],
)
def test_who_called_on_whom_is_no_item(account: Read, language: str, sentence: str) -> None:
    assert account(HEAD + sentence + "\n", language=language).candidates == ()


def test_another_clause_that_disagrees_makes_nothing_of_a_quotation_without_a_verb() -> None:
    text = "The new pier, on which they could not agree, was on the table."
    known = [
        borne_out(each, "The new pier", text, vocabulary("en"))
        for each in (Strength.ANNOUNCED, Strength.DISAGREED)
    ]
    assert known == [Strength.CONVEYED, Strength.DISAGREED]
