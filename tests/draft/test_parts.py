"""Small parts: joining, answers of a model, late sources, sheets, sessions, sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.draft.addition import addition_to
from bluf.draft.answer import AnswerError, answer_of
from bluf.draft.baseform import is_same, place_form, role_form
from bluf.draft.candidate import CandidateKind
from bluf.draft.drafting import Draft
from bluf.draft.joining import joined, likeness
from bluf.draft.record import DeskInput
from bluf.draft.session import Session
from bluf.draft.sheet import SheetError, kept_of
from bluf.draft.vocabulary import vocabulary
from bluf.model import Strength

if TYPE_CHECKING:
    from tests.draft.conftest import Read

ONE = """3 March 2026
The Foreign Minister of Serbia, Ann Harbour, met the Ambassador of Belgium, Piet Haven, on Monday.
They agreed to hold a second round of ferry talks next month in Porthaven.
Ambassador Haven asked for a new berth at the northern quay.
"""
TWO = """3 March 2026
The Ambassador of Belgium, Mr. Piet Haven, met Minister Harbour on Monday.
They discussed holding a second round of ferry talks soon.
They discussed the price of fish for the coming winter season.
"""


@pytest.fixture
def both(account: Read) -> Draft:
    accounts = (account(ONE, "one"), account(TWO, "two"))
    return Draft(accounts, joined(accounts))


def test_two_accounts_of_one_matter_are_one_item(both: Draft) -> None:
    first = both.candidates[0]
    assert [quoted.source for quoted in first.evidence] == ["one", "two"]
    assert [quoted.strength for quoted in first.evidence] == [Strength.AGREED, Strength.DISCUSSED]


def test_a_record_names_sides_people_and_owners(both: Draft) -> None:
    brief = both.record(DeskInput(title="Ferries", bottom_line="They met.")).brief
    assert (brief.title, brief.bottom_line) == ("Ferries", "They met.")
    assert set(brief.parties) == {"rs", "be"}
    assert (brief.requests[0].from_, brief.requests[0].to) == ("be", "rs")
    assert brief.follow_ups[0].owner == "both sides"
    assert brief.follow_ups[0].follows == ("O1",)
    assert [person.name for person in brief.events[0].participants] == ["Ann Harbour", "Piet Haven"]
    assert both.record(DeskInput(id="x"), ()).brief.bottom_line.startswith("Nothing was found")


def test_nothing_stands_there_twice(account: Read) -> None:
    twice = account(ONE + "They agreed to hold a second round of ferry talks in Porthaven.\n")
    assert len(joined([twice])) == len(twice.candidates) - 1


def test_signs_without_blanks_are_compared_by_pairs() -> None:
    assert likeness("双方同意恢复夜间渡轮航线", "双方讨论恢复夜间渡轮航线") > 0.5
    assert likeness("one", "two") == 0.0


ANSWER = """
- kind: outcome
  statement: To hold a second round
  strength: agreed
  due: next month
  quotes:
    - {source: one, quote: They agreed to hold a second round of ferry talks next month}
    - They discussed holding a second round of ferry talks soon
- {kind: follow_up, statement: To meet, due: in May, quotes: [{source: two, sentence: "[3]"}]}
- {kind: outcome, statement: Fish, strength: decided, quotes: [{source: two, sentence: 4}]}
- {kind: outcome, statement: Who met, quotes: [{source: one, sentence: 2}]}
- {kind: outcome, statement: Much, quotes: [{source: one, sentence: 99}, {}]}
- kind: outcome
  statement: Berth
  quotes: [{quote: Ambassador Haven asked for new berths at the northern quay}]
- {kind: opinion, statement: Nice}
- text
"""


def test_an_answer_is_kept_as_far_as_it_stands(both: Draft) -> None:
    answer = answer_of(ANSWER, both)

    assert [each.statement for each in answer.candidates] == [
        "To hold a second round", "To meet", "Fish", "Who met", "Berth",
    ]  # fmt: skip
    first = answer.candidates[0]
    assert [quoted.source for quoted in first.evidence] == ["one", "two"]
    assert first.evidence[0].due is not None
    assert answer.candidates[1].kind is CandidateKind.FOLLOW_UP
    assert answer.candidates[2].strength is Strength.DISCUSSED
    said = "\n".join(answer.remarks)
    for words in (
        "too strong",
        "has no sentence 99",
        "item 5: left out",
        "taken instead",
        "item 7",
    ):
        assert words in said


def test_who_asks_whom_of_what_is_as_an_answer_says(both: Draft) -> None:
    answer = (
        "items:\n- {kind: request, statement: A berth, from: FROM, to: TO, topic: berths, quotes: "
        "[{quote: Ambassador Haven asked for a new berth at the northern quay}]}\n"
    )
    for given, to in (("Serbia", "be"), ("Ann Harbour", "Belgium"), ("rs", "nobody")):
        kept = answer_of(answer.replace("FROM", given).replace("TO", to), both).candidates
        (request,) = both.record(DeskInput(), kept).brief.requests
        assert (request.from_, request.to, request.topic) == ("rs", "be", "berths")


def test_a_sloppy_answer_is_read(both: Draft) -> None:
    answer = answer_of(
        """Here it is:
```yaml
items:
  - kind: Follow up
    statement: Second round of ferry talks
    quotes:
      - {source: one.txt, quote: "“They agreed to hold a second round of ferry talks”"}
      - {source: two, sentence: 4}
  - kind: Decision
    statement: No source
    quotes:
      - {sentence: 2}
      - {quote: was Monday. They discussed a second round of the ferry talks soon}
```
""",
        both,
    )
    assert [each.kind for each in answer.candidates] == [
        CandidateKind.FOLLOW_UP,
        CandidateKind.OUTCOME,
    ]
    said = "\n".join(answer.remarks)
    assert "They share no word" in said
    assert "sentence 2 of which source? One of “one”, “two”" in said
    assert not answer.candidates[1].evidence[0].quote.startswith("Monday")


def test_an_answer_too_long_to_read_is_refused(both: Draft) -> None:
    with pytest.raises(AnswerError, match="longer than"):
        answer_of("x" * 1_000_001, both)
    with pytest.raises(AnswerError, match="no list"):
        answer_of("title: x", both)
    with pytest.raises(AnswerError, match="neither YAML nor JSON"):
        answer_of("*talk* alone", both)


def test_an_answer_that_breaks_off_is_told(both: Draft) -> None:
    answer = answer_of(
        '{"items": [{"kind": "outcome", "statement": "Fish", '
        '"strength": "decided", "quotes": [{"source": "two", "sentence": 4}]},\n{"kind": "out',
        both,
    )
    assert [(each.statement, each.strength) for each in answer.candidates] == [
        ("Fish", Strength.DISCUSSED)
    ]
    assert "breaks off" in answer.remarks[0]


def test_a_late_source_is_told_apart(account: Read, both: Draft) -> None:
    late = account(TWO, "late")
    brief = both.record(DeskInput(id="x"), both.candidates[:1]).brief
    addition = addition_to(brief, Draft((late,), late.candidates))
    assert [path for path, _ in addition.otherwise] == [("outcomes", 0)]
    assert len(addition.new) == 1

    same = account(ONE, "same")
    again = addition_to(both.record(DeskInput(id="x")).brief, Draft((same,), same.candidates))
    assert again.same == 2
    assert (again.new, again.otherwise) == ((), ())


def test_a_row_can_be_kept_as_something_else(both: Draft) -> None:
    quotes = [each.evidence[0].quote for each in both.candidates]
    rows = [
        {"no": "1", "keep as": "request", "quote": quotes[0]},
        {"no": "2", "keep as": "outcome", "quote": quotes[1], "statement": "A berth"},
        {"no": "3", "keep as": "follow-up", "quote": quotes[2], "strength": "decided"},
        {"no": "3", "keep as": "skip"},
    ]
    kept = kept_of({"Candidates": {"rows": rows}}, both)
    assert [(each.kind, each.strength) for each in kept] == [
        (CandidateKind.REQUEST, None),
        (CandidateKind.OUTCOME, Strength.CONVEYED),
        (CandidateKind.FOLLOW_UP, Strength.DECIDED),
    ]
    with pytest.raises(SheetError):
        kept_of({"Candidates": {"rows": [{"no": "x", "keep as": "request"}]}}, both)
    assert kept_of({"Candidates": None}, both) == ()


def test_a_row_that_nobody_touched_is_still_a_draft(both: Draft) -> None:
    rows = [
        {"no": str(number), "keep as": each.kind.value, "quote": each.evidence[0].quote}
        for number, each in enumerate(both.candidates, 1)
    ]
    rows[1]["statement"] = "A new berth"
    assert [each.looked for each in kept_of({"Candidates": {"rows": rows}}, both)] == [
        False,
        True,
        False,
    ]


def test_a_session_keeps_what_was_decided(both: Draft) -> None:
    first, second, third = both.candidates
    session = Session().decided(first, CandidateKind.REQUEST).decided(second, CandidateKind.OUTCOME)
    session = session.decided(third, CandidateKind.FOLLOW_UP).decided(third, None).undone()
    assert all(each.looked for each in session.kept(both))
    assert [(each.kind, each.strength) for each in session.kept(both)] == [
        (CandidateKind.REQUEST, None),
        (CandidateKind.OUTCOME, Strength.CONVEYED),
        (CandidateKind.FOLLOW_UP, Strength.DISCUSSED),
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Rubio", "Marco Rubio", True),
        ("António Patriota", "Antonio Patriota", True),
        ("Gutereš", "Guterešom", True),
        ("Ann Lee", "Tom Lee", False),
        ("Ann Lee", "Ann Quay", False),
    ],
)
def test_spellings_of_one_person(one: str, other: str, same: bool) -> None:
    assert is_same(one, other) is same


def test_base_forms() -> None:
    assert role_form("министром транспорта", vocabulary("ru")) == "министр транспорта"
    assert role_form("Mayor", vocabulary("en")) == "Mayor"
    assert place_form("", vocabulary("en")) == ""
    assert place_form("Beogradu", vocabulary("sr-Latn")) == "Beograd"
