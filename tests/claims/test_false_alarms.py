"""False alarms, counted on twenty-nine briefs of public releases and reports in nine languages.

Each source is a short extract, in the words of its publisher; the briefs are true to them. A
finding here is a false alarm.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bluf.claims import prove
from bluf.data import read
from bluf.languages import base
from octavo.finding import Level

if TYPE_CHECKING:
    from bluf.model import Proof
    from octavo.finding import Finding

BRIEFS = sorted((Path(__file__).parent / "briefs").glob("*/brief.yaml"))
MOST_IN_A_HUNDRED = 3


@pytest.fixture(scope="module")
def proven() -> list[tuple[Proof, tuple[Finding, ...]]]:
    return [prove(read(path)) for path in BRIEFS]


def test_there_are_twenty_nine_briefs_in_nine_languages() -> None:
    languages = {
        base(tag)
        for path in BRIEFS
        for brief in [read(path).brief]
        for tag in (brief.language, *(source.language for source in brief.sources.values()))
    }
    assert len(BRIEFS) == 29
    assert languages == {"ar", "de", "en", "es", "fr", "pt", "ru", "sr-Latn", "zh"}


def test_no_quotation_is_missed(proven: list[tuple[Proof, tuple[Finding, ...]]]) -> None:
    assert all(proof.verified == proof.quotations for proof, _ in proven)


def test_there_is_no_false_error(proven: list[tuple[Proof, tuple[Finding, ...]]]) -> None:
    raised = [finding for _, findings in proven for finding in findings]
    assert [finding for finding in raised if finding.level is Level.ERROR] == []


def test_warnings_without_cause_are_few(proven: list[tuple[Proof, tuple[Finding, ...]]]) -> None:
    claims = sum(proof.ledger.held for proof, _ in proven)
    warned = sum(each.level is Level.WARNING for _, findings in proven for each in findings)
    assert claims >= 300
    assert 100 * warned <= MOST_IN_A_HUNDRED * claims
