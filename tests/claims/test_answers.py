"""An answer stands in the evidence of its request, or of the outcome that answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.claims.conftest import REQUEST

from bluf.model import ClaimKind, Verdict

if TYPE_CHECKING:
    from tests.claims.conftest import Held

OUTCOME = """\
outcomes:
  - id: O1
    statement: Support
    strength: agreed
    answers: [R1]
    evidence: [{source: a, quote: They agreed on support}]
"""


@pytest.mark.parametrize(
    ("response", "source", "broken"),
    [
        ("not reported", "Serbia asked for support.", []),
        ("accepted", "Serbia asked for support, and the U.S. accepted it.", []),
        ("accepted", "Serbia asked for support.", ["answer-not-in-source"]),
        ("accepted", "Serbia asked for support, of which they took note.", ["answer-differs"]),
        ("accepted", "Serbia asked for support, which they did not accept.", ["answer-differs"]),
        ("refused", "Serbia asked for support, which they did not accept.", []),
        ("noted", "Serbia asked for support, which they refused.", ["answer-differs"]),
        ("deferred", "Serbia asked for support; it was postponed.", []),
        ("withdrawn", "Serbia asked for support, and withdrew it.", []),
        ("withdrawn", "Serbia asked for support, which they refused.", ["answer-not-in-source"]),
        ("partly accepted", "Serbia asked for support, granted in part.", []),
        ("partly accepted", "Serbia asked for support, at first refused, then accepted.", []),
    ],
)
def test_an_answer_is_held_to_the_words(
    held: Held, response: str, source: str, broken: list[str]
) -> None:
    record = REQUEST.format(
        language="en", response=response, more="", quote="Serbia asked for support", outcome=""
    )
    _, findings = held(record, a=source)
    assert [finding.rule for finding in findings] == broken


@pytest.mark.parametrize(
    "source",
    ["Serbia asked them to accept it.", "Serbia asked for it, which they did not refuse."],
)
def test_an_answer_that_is_left_open_cannot_be_told(held: Held, source: str) -> None:
    record = REQUEST.format(
        language="en", response="accepted", more="", quote="Serbia asked", outcome=""
    )
    claims, findings = held(record, a=source)
    assert findings == []
    told = [claim.verdict for claim in claims if claim.kind is ClaimKind.ANSWER]
    assert told == [Verdict.UNDECIDED]


def test_an_outcome_may_answer(held: Held) -> None:
    record = REQUEST.format(
        language="en", response="accepted", more="", quote="Serbia asked", outcome=OUTCOME
    )
    _, findings = held(record, a="Serbia asked for it. They agreed on support.")
    assert findings == []
    own_words = record.replace("They agreed on support", "Money is on its way")
    claims, findings = held(own_words, a="Serbia asked for it. Money is on its way.")
    told = [claim.verdict for claim in claims if claim.kind is ClaimKind.ANSWER]
    assert told == [Verdict.UNDECIDED]
    _, findings = held(
        record.replace("response: accepted", "response: refused"),
        a="Serbia asked for it. They agreed on support.",
    )
    assert [finding.rule for finding in findings] == ["answer-differs"]


def test_the_answer_of_a_quotation_is_held_to_it(held: Held) -> None:
    record = REQUEST.format(
        language="en",
        response="not reported",
        more="",
        quote="Serbia asked, response: refused",
        outcome="",
    )
    _, findings = held(record, a="Serbia asked for it, and they accepted.")
    assert [finding.rule for finding in findings] == ["answer-differs"]


def test_an_answer_in_an_unknown_language_cannot_be_told(held: Held) -> None:
    record = REQUEST.format(
        language="ja", response="accepted", more="", quote="支援を求めた", outcome=""
    )
    claims, findings = held(record, a="彼らは支援を求めた。")
    assert [finding.rule for finding in findings] == ["language-unknown"]
    assert [claim.verdict for claim in claims if claim.kind == "answer"] == ["cannot be told"]


def test_a_request_may_be_made_to_somebody_who_is_no_party_or_to_nobody(held: Held) -> None:
    record = REQUEST.format(
        language="en", response="not reported", more="", quote="Serbia asked", outcome=""
    )
    source = "Serbia asked the Envoy for it."
    _, findings = held(record.replace("to: us", "to: the Envoy"), a=source)
    assert findings == []
    _, findings = held(record.replace("to: us", "to: [us, the Envoi]"), a=source)
    assert [finding.rule for finding in findings] == ["name-misspelt"]
