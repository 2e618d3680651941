"""Accounts differ where the sentences of their quotations do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.claims import prove
from bluf.data import read

if TYPE_CHECKING:
    from tests.claims.conftest import Held

RECORD = """\
sources:
  a: {title: A, publisher: P, party: rs, file: a.txt}
  b: {title: B, publisher: Q, party: us, file: b.txt}
outcomes:
  - id: O1
    statement: A dialogue
    strength: agreed
    evidence: [{source: a, quote: a dialogue}, {source: b, quote: a dialogue}]
"""


def test_the_rest_of_a_sentence_says_how_firm_an_account_is(held: Held) -> None:
    _, findings = held(RECORD, a="They agreed on a dialogue.", b="They discussed a dialogue.")
    assert findings == []
    proof, _ = prove(read("brief.yaml"))
    (difference,) = proof.differences
    assert [account.strength for account in difference.accounts] == ["agreed", "discussed"]


def test_a_quotation_that_is_not_there_says_nothing(held: Held) -> None:
    held(RECORD, a="They agreed on a dialogue.", b="They met.")
    assert prove(read("brief.yaml"))[0].differences == ()
