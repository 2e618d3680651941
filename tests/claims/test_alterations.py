"""Each claim of the shipped briefs is borne out; made false, it is found at its line."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.claims.alterations import alterations

from bluf.claims import prove
from bluf.data import read
from octavo.location import TextLocation

if TYPE_CHECKING:
    from tests.claims.alterations import Alteration

BRIEFS = Path(__file__).parents[2] / "briefs"
NAMES = ("2025-08-06-serbia-us", "2025-09-24-serbia-us")
FEWEST = 120


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_brief_is_without_findings(name: str) -> None:
    proof, findings = prove(read(BRIEFS / name / "brief.yaml"))
    assert findings == ()
    assert proof.verified == proof.quotations


@pytest.mark.parametrize("name", NAMES)
def test_each_claim_made_false_is_found_at_its_line(name: str, tmp_path: Path) -> None:
    folder = tmp_path / name
    shutil.copytree(BRIEFS / name, folder)
    path = folder / "brief.yaml"
    made, text = alterations(path), path.read_text(encoding="utf-8")
    assert len(made) >= FEWEST
    assert [each for each in made if not _found(path, text, each)] == []


def _found(path: Path, text: str, each: Alteration) -> bool:
    """Whether a finding names the line of an alteration."""
    path.write_text(each.of(text), encoding="utf-8")
    _, findings = prove(read(path))
    lines = {at.line for found in findings if isinstance(at := found.location, TextLocation)}
    return (each.found_at or each.line) in lines
