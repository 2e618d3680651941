"""Minutes: roll calls, motions whose vote stands apart, headings, places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.draft.candidate import CandidateKind
from bluf.model import EventKind, SourceKind, Strength

if TYPE_CHECKING:
    from tests.draft.conftest import Read

MINUTES = """MINUTES OF THE CITY OF PORTHAVEN
REGULAR SESSION
March 3, 2026
The City Council met in the Council Chambers of City Hall, Porthaven, at 7 p.m.
PRESENT: Mayor Ann Harbour, Council members Piet Haven, Lou QUAY-
Rivers, A. B. Stone and Mr. Berth.
- Eve Dock
ABSENT: Council member Tom Away.
It was moved by Haven, seconded by Stone, to buy a new ferry for the northern line.
The clerk read the bill aloud.
Motion carried 4-0.
Councilmember Stone moved to close the old quay.
Motion failed.
Haven made a motion to thank the crew.
Stone made a motion to adjourn the meeting until May.
Passed.
The Council approved the budget:
Next steps for the quay:
"""


def test_minutes_are_read_as_minutes(account: Read) -> None:
    found = account(MINUTES)

    assert (found.kind, found.occasion.kind) == (SourceKind.MINUTES, EventKind.SESSION)
    assert str(found.occasion.day) == "2026-03-03"
    assert found.occasion.place == "Porthaven"
    names = [person.name for person in found.people]
    assert names[:2] == ["Ann Harbour", "Piet Haven"]
    assert "Tom Away" not in names
    assert "Eve Dock" in names


def test_a_motion_is_decided_by_the_vote_behind_it(account: Read) -> None:
    found = account(MINUTES).candidates
    decided = [each for each in found if each.strength is Strength.DECIDED]
    lost = [each for each in found if each.strength is Strength.DISAGREED]

    assert "[…] Motion carried 4-0" in decided[0].evidence[0].quote
    assert decided[0].statement.startswith("Buy a new ferry")
    assert decided[0].kind is CandidateKind.OUTCOME
    assert lost[0].evidence[0].quote.endswith("Motion failed.")


def test_a_motion_and_its_end_in_one_sentence_are_no_item_of_the_agenda(account: Read) -> None:
    text = (
        "Minutes of the parish council meeting held on 3 March 2026\n4. To approve the minutes\n"
        "Proposed by Councillor Stone and seconded by Councillor Quay and RESOLVED to buy a boat.\n"
    )
    (found,) = account(text).candidates
    assert (found.kind, found.strength) == (CandidateKind.OUTCOME, Strength.DECIDED)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Mayor Ann Lee met Regional Vice President Lou Quay.", ["Ann Lee", "Lou Quay"]),
        ("The Minister of Labour and Social Welfare, Ann Lee, met the Mayor.", ["Ann Lee"]),
        ("Mayor Ann Lee met President J. K., the press said.", ["Ann Lee"]),
        ("The spokesperson Ann Lee met the Mayor, Lou Quay.", ["Lou Quay"]),
        ("They met. Governor Ann Lee asked for a new pier.", ["Ann Lee"]),
        ('They met. "We hope so", said Governor Ann Lee.', ["Ann Lee"]),
        ("They met. The pier belongs to Ann Lee, an heiress of the town.", []),
        ("Following a talk with President Lou Quay, Mayor Ann Lee met the crew.", ["Ann Lee"]),
    ],
)
def test_who_took_part_and_who_is_only_named(text: str, people: list[str], account: Read) -> None:
    assert [person.name for person in account(text, language="en").people] == people


def test_one_person_has_one_spelling(account: Read) -> None:
    text = (
        "Ministar Marko Obalić razgovarao je sa ambasadorom Petrom Morićem. "
        "Ministar Obalić sastao se i sa predsednikom Srbije Stefanom Ilićem."
    )
    found = account(text, language="sr-Latn").people
    assert [person.name for person in found] == ["Marko Obalić", "Petar Morić", "Stefan Ilić"]
    assert found[1].also == ("Petrom Morićem",)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3 March 2026\nThe ministers met today.\n", "2026-03-03"),
        ("3 March 2026\nThe ministers met on 28 February.\n", "2026-02-28"),
        ("3 March 2026\nThe ministers will hold a meeting on 9 March.\n", "2026-03-09"),
        ("3 March 2026\nThe ministers met on 9 March.\n", "None"),
        ("The ministers met on 30 February 2026.\n", "None"),
        ("The ministers met on 3 March 2026.\n", "2026-03-03"),
        ("The ministers met on 3 March.\n", "None"),
        ("They met at the summit of 1-2 March.\n", "None"),
        ("Posted 26 1 12/31/25\nThe ministers met yesterday.\n", "2025-12-30"),
    ],
)
def test_the_day_is_reckoned_or_not_said(text: str, day: str, account: Read) -> None:
    assert str(account(text, language="en").occasion.day) == day


def test_a_call_has_no_place_and_a_dateline_gives_one(account: Read) -> None:
    call = account("The ministers spoke by phone in Porthaven.", language="en").occasion
    assert (call.kind, call.place) == (EventKind.CALL, "")
    sent = account("PORTHAVEN, March 3 (Wire) The ministers met for an hour.", language="en")
    assert sent.occasion.place == "Porthaven"
    assert account("The ministers met in the Ministry.", language="en").occasion.place == ""


def test_a_tally_is_a_vote_however_short(account: Read) -> None:
    found = account(
        "MINUTES\nMarch 3, 2026\nThe council met. Roll call was taken.\n"
        "Ordinance 7 passed 5-2.\nThe amendment failed 2–5.\n"
        "A plan failed 1-6.\nThe pier opened at 10-12.\n"
        "Motion by Stone to paint the quay.\nVote: 7 ayes, 0 nays.\nMotion carried.\n",
        language="en",
    ).candidates
    assert [(each.strength, each.evidence[0].quote) for each in found] == [
        (Strength.DECIDED, "Ordinance 7 passed 5-2"),
        (Strength.DISAGREED, "The amendment failed 2–5"),
        (Strength.CONVEYED, "A plan failed 1-6"),
        (Strength.DECIDED, "Motion by Stone to paint the quay. […] Motion carried."),
    ]


def test_who_published_a_text_is_no_candidate(account: Read) -> None:
    found = account(
        "Ministry of Ferries, statement of the spokesperson on what the Minister said.\n"
        "They agreed to open a second berth at the quay.\n",
        language="en",
    ).candidates
    assert [each.strength for each in found] == [Strength.AGREED]


@pytest.mark.parametrize(
    ("formal", "weighty"),
    [
        (
            "The minutes of May were agreed as a true record.",
            "The council agreed to buy a ferry.",
        ),
        ("The agenda was approved by the members.", "It was decided to close the old quay."),
        ("Das Protokoll der letzten Sitzung wurde genehmigt.", "Der Rat hat den Kai beschlossen."),
        ("El acta de la sesión anterior fue aprobada.", "El pleno acordó comprar un ferry nuevo."),
    ],
)
def test_what_every_meeting_does_weighs_little(account: Read, formal: str, weighty: str) -> None:
    text = f"Minutes, Protokoll, acta de la sesión\n3 March 2026\n{formal}\n{weighty}\n"
    language = "de" if "Rat" in weighty else "es" if "pleno" in weighty else "en"
    weights = {
        each.evidence[0].quote: each.weight for each in account(text, language=language).candidates
    }
    assert weights[formal.rstrip(".")] < weights[weighty.rstrip(".")]


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        (
            "Cllr Reed proposed that the mooring fee be cut. The proposal was rejected 2–5.",
            [(Strength.DISAGREED, "Cllr Reed proposed that the mooring fee be cut")],
        ),
        ("Could we mention in our report that the crane can now lift a ferry?", []),
        (
            "Cllr Reed will write to the county council.",
            [(None, "Write to the county council")],
        ),
        (
            "Bo: I agree with the plan for the old crane.",
            [(Strength.CONVEYED, "Bo: I agree with the plan for the old crane")],
        ),
        ("AR to inform the owner of the quay.", [(None, "Inform the owner of the quay")]),
        (
            "The proposed committee looks after the old crane.",
            [(Strength.CONVEYED, "The proposed committee looks after the old crane")],
        ),
    ],
)
def test_what_minutes_offer(
    account: Read, line: str, offered: list[tuple[Strength | None, str]]
) -> None:
    head = "Meeting notes\n\nPresent: Cllr A.Reed (AR), Cllr Bo Quay\n\n1. Harbour\n"
    found = account(f"{head}{line}\n", language="en").candidates
    assert [(each.strength, each.statement) for each in found] == offered


@pytest.mark.parametrize(
    ("language", "line", "strength"),
    [
        ("de", "Die Ordnung wird vom Vorstand einstimmig genehmigt.", Strength.DECIDED),
        ("de", "Es wird darüber gesprochen ob der Kran gekauft werden sollte.", Strength.DISCUSSED),
        ("fr", "Anne Quai est élue vice-présidente du conseil à l’unanimité.", Strength.DECIDED),
        ("pt", "Foram eleitos por aclamação Ana Cais e Rui Porto.", Strength.DECIDED),
        ("es", "Ana Muelle fue elegida por unanimidad presidenta.", Strength.DECIDED),
    ],
)
def test_how_firm_a_line_of_minutes_is(
    account: Read, language: str, line: str, strength: Strength
) -> None:
    heads = {"de": "Protokoll", "fr": "Procès-verbal", "pt": "Ata da reunião", "es": "Acta"}
    (found,) = account(f"{heads[language]}\n3.3.2026\n\n{line}\n", language=language).candidates
    assert found.strength is strength
