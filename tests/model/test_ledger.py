"""The ledger counts what became of claims."""

from __future__ import annotations

from bluf.model import Claim, ClaimKind, Ledger, Verdict
from octavo.location import FileLocation


def test_the_desks_own_is_held_to_nothing() -> None:
    verdicts = (Verdict.BORNE_OUT, Verdict.BORNE_OUT, Verdict.NOT_FOUND, Verdict.OWN)
    place = FileLocation("brief.yaml")
    ledger = Ledger(tuple(Claim(ClaimKind.FIGURE, ("x",), "4", each, place) for each in verdicts))
    assert ledger.held == 3
    assert ledger.count(Verdict.BORNE_OUT) == 2
    assert ledger.count(Verdict.NOT_FOUND, Verdict.OWN) == 2
