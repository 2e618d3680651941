"""Nothing is put more firmly than its sources put it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.evidence import prove
from octavo.finding import Level

if TYPE_CHECKING:
    from tests.evidence.conftest import MakeBrief


OUTCOME = """\
sources:
  a: {{title: A, publisher: P, party: rs, file: a.txt}}
outcomes:
  - id: O1
    statement: Dialogue
    strength: {strength}
    evidence: [{evidence}]
"""


@pytest.mark.parametrize(
    ("strength", "evidence", "places"),
    [
        ("agreed", "{source: a, strength: agreed, quote: We agreed}", []),
        ("agreed", "{source: a, quote: We agreed}", []),
        ("agreed", "{source: a, quote: We met}", []),
        ("discussed", "{source: a, quote: We agreed}", []),
        ("agreed", "{source: a, quote: We discussed it}", ["15:15"]),
        ("agreed", "{source: a, strength: discussed, quote: We met}", ["15:15"]),
        ("agreed", "{source: a, strength: agreed, quote: We discussed it}", ["16:38"]),
        ("agreed", "{source: a, quote: We discussed it}, {source: a, quote: We met}", []),
        ("agreed", "{source: a, quote: We discussed it}, {source: a, quote: We agreed}", []),
    ],
)
def test_what_is_overstated_is_found_at_its_place(
    make_brief: MakeBrief, strength: str, evidence: str, places: list[str]
) -> None:
    brief = make_brief(
        OUTCOME.format(strength=strength, evidence=evidence), a="We agreed; We discussed it; We met"
    )
    _, findings = prove(brief)
    assert {finding.rule for finding in findings} <= {"strength-overstated"}
    assert [str(finding.location) for finding in findings] == [f"brief.yaml:{at}" for at in places]
    for finding in findings:
        assert "write “discussed”" in finding.hint


EVIDENCE = "evidence: [{source: a, quote: We met}]"
FOLLOW_UP = """\
sources: {a: {title: A, publisher: P, file: a.txt}}
follow_ups: [{id: F1, action: A,"""


@pytest.mark.parametrize(
    ("record", "levels"),
    [
        ("requests: [{id: R1, from: rs, to: us, ask: A}]", [Level.ERROR]),
        ("requests: [{id: R1, from: rs, to: us, ask: A, state: planned}]", [Level.WARNING]),
        ("requests: [{id: R1, from: rs, to: us, ask: A, carried_from: b#R1}]", []),
        ("outcomes: [{id: O1, statement: A, strength: agreed}]", [Level.ERROR]),
        ("follow_ups: [{id: F1, action: A}]", [Level.ERROR]),
        ("follow_ups: [{id: F1, action: A, carried_from: b#F1}]", []),
        (f"{FOLLOW_UP} history: [{{date: 2026-01-01, status: open}}]}}]", [Level.ERROR]),
        (f"{FOLLOW_UP} history: [{{date: 2026-01-01, status: open, {EVIDENCE}}}]}}]", []),
    ],
)
def test_an_item_without_evidence_is_a_finding(
    make_brief: MakeBrief, record: str, levels: list[Level]
) -> None:
    _, findings = prove(make_brief(f"{record}\n", a="We met."))
    assert [finding.level for finding in findings] == levels
    assert all(finding.rule == "evidence-missing" for finding in findings)
