"""Each claim of the shipped briefs is borne out; made false, it is found at its line."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest
from tests.claims.alterations import alterations, altered, is_found

from bluf.claims import proven
from bluf.data import read

BRIEFS = Path(__file__).parents[2] / "briefs"
WRITTEN = Path(__file__).parent / "briefs"
KINDS: dict[str, dict[str, list[list[str]]]] = tomllib.loads(
    Path(__file__).with_name("alterations.toml").read_text(encoding="utf-8")
)
NAMES = ("2025-08-06-serbia-us", "2025-09-24-serbia-us")
FEWEST = 90


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_brief_is_without_findings(name: str) -> None:
    found = proven(read(BRIEFS / name / "brief.yaml"))
    proof, findings = found.proof, found.findings
    assert findings == ()
    assert proof.verified == proof.quotations


@pytest.mark.thorough
@pytest.mark.parametrize("name", NAMES)
def test_each_claim_made_false_is_found_at_its_line(name: str, tmp_path: Path) -> None:
    path = _copied(BRIEFS / name, tmp_path)
    made, text, unaltered = alterations(path), _text(path), proven(read(path))
    assert len(made) >= FEWEST
    assert [each for each in made if not is_found(path, text, each, unaltered)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_alteration_is_found_at_its_line(kind: str, tmp_path: Path) -> None:
    missed = [
        (name, each.new)
        for name, pairs in KINDS[kind].items()
        for path in [_copied(BRIEFS / name if name in NAMES else WRITTEN / name, tmp_path)]
        for text, unaltered in [(_text(path), proven(read(path)))]
        for each in [altered(text, old, new) for old, new in pairs]
        if not is_found(path, text, each, unaltered)
    ]
    assert missed == []


def test_there_are_more_than_a_hundred_alterations_by_kind() -> None:
    assert sum(len(pairs) for briefs in KINDS.values() for pairs in briefs.values()) > 150


def _copied(folder: Path, to: Path) -> Path:
    shutil.copytree(folder, to / folder.name)
    return to / folder.name / "brief.yaml"


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
