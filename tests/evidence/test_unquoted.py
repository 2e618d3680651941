"""Each item has a source, a basis, or another item that it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.evidence import proven
from octavo.finding import Level

if TYPE_CHECKING:
    from tests.evidence.conftest import MakeBrief


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
        ("outcomes: [{id: O1, statement: A, strength: agreed, basis: the duty officer}]", []),
        ("follow_ups: [{id: F1, action: A}]", [Level.ERROR]),
        ("follow_ups: [{id: F1, action: A, own: true}]", []),
        ("follow_ups: [{id: F1, action: A, carried_from: b#F1}]", []),
        (f"{FOLLOW_UP} history: [{{date: 2026-01-01, status: open}}]}}]", [Level.ERROR]),
        (f"{FOLLOW_UP} history: [{{date: 2026-01-01, status: open, {EVIDENCE}}}]}}]", []),
    ],
)
def test_an_item_without_evidence_is_a_finding(
    make_brief: MakeBrief, record: str, levels: list[Level]
) -> None:
    findings = proven(make_brief(f"{record}\n", a="We met.")).findings
    assert [finding.level for finding in findings] == levels
    assert all(finding.rule == "evidence-missing" for finding in findings)
