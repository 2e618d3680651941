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

from bluf.claims import proven
from bluf.data import read
from bluf.languages import base
from octavo.finding import Level

if TYPE_CHECKING:
    from bluf.evidence import Proven

BRIEFS = sorted((Path(__file__).parent / "briefs").glob("*/brief.yaml"))
MOST_IN_A_HUNDRED = 3


@pytest.fixture(scope="module")
def held() -> list[Proven]:
    return [proven(read(path)) for path in BRIEFS]


def test_there_are_twenty_nine_briefs_in_nine_languages() -> None:
    languages = {
        base(tag)
        for path in BRIEFS
        for brief in [read(path).brief]
        for tag in (brief.language, *(source.language for source in brief.sources.values()))
    }
    assert len(BRIEFS) == 29
    assert languages == {"ar", "de", "en", "es", "fr", "pt", "ru", "sr-Latn", "zh"}


def test_no_quotation_is_missed(held: list[Proven]) -> None:
    assert all(each.proof.verified == each.proof.quotations for each in held)


def test_there_is_no_false_error(held: list[Proven]) -> None:
    raised = [finding for one in held for finding in one.findings]
    assert [finding for finding in raised if finding.level is Level.ERROR] == []


def test_warnings_without_cause_are_few(held: list[Proven]) -> None:
    claims = sum(each.proof.ledger.held for each in held)
    warned = sum(each.level is Level.WARNING for one in held for each in one.findings)
    assert claims >= 300
    assert 100 * warned <= MOST_IN_A_HUNDRED * claims


def test_lines_that_are_wrapped_change_no_claim(held: list[Proven], tmp_path: Path) -> None:
    for path, one in zip(BRIEFS, held, strict=True):
        folder = shutil.copytree(path.parent, tmp_path / path.parent.name)
        for source in folder.glob("*.txt"):
            lines = source.read_text(encoding="utf-8").split("\n")
            wrapped = "\n".join(textwrap.fill(line, 76, break_on_hyphens=False) for line in lines)
            source.write_text(wrapped, encoding="utf-8")
        again = proven(read(folder / path.name)).proof
        assert [(claim.words, claim.verdict) for claim in again.ledger.claims] == [
            (claim.words, claim.verdict) for claim in one.proof.ledger.claims
        ]
