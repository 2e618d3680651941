"""False alarms, counted on twenty-nine briefs of public releases and reports in nine languages.

Each source is a short extract, in the words of its publisher; the briefs are true to them. A
finding here is a false alarm.
"""

from __future__ import annotations

import shutil
import textwrap
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


def test_lines_that_are_wrapped_change_no_claim(
    proven: list[tuple[Proof, tuple[Finding, ...]]], tmp_path: Path
) -> None:
    for path, (proof, _) in zip(BRIEFS, proven, strict=True):
        folder = shutil.copytree(path.parent, tmp_path / path.parent.name)
        for source in folder.glob("*.txt"):
            lines = source.read_text(encoding="utf-8").split("\n")
            wrapped = "\n".join(textwrap.fill(line, 76, break_on_hyphens=False) for line in lines)
            source.write_text(wrapped, encoding="utf-8")
        again, _ = prove(read(folder / path.name))
        assert [(claim.words, claim.verdict) for claim in again.ledger.claims] == [
            (claim.words, claim.verdict) for claim in proof.ledger.claims
        ]
