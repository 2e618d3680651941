from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.draft.answer import AnswerError, answer_of
from bluf.draft.candidate import CandidateKind
from bluf.draft.record import DeskInput
from bluf.model import Strength

if TYPE_CHECKING:
    from bluf.draft.drafting import Draft


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
