"""One brief, kept in each of the five formats, gives the same outputs, byte for byte."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bluf.cli.app import run

BRIEF = Path(__file__).parents[2] / "briefs" / "2025-08-06-serbia-us"


@pytest.mark.parametrize("ending", [".yaml", ".toml", ".json", ".csv", ".xlsx"])
def test_outputs_are_equal(ending: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / BRIEF.name
    folder.mkdir()
    shutil.copytree(BRIEF / "sources", folder / "sources")
    kept = folder / f"brief{ending}"
    assert run(["convert", str(BRIEF / "brief.yaml"), str(kept)]) == 0

    assert run(["build", str(kept)]) == 0, capsys.readouterr()

    for suffix in (".docx", ".md"):
        name = f"{BRIEF.name}{suffix}"
        assert (folder / name).read_bytes() == (BRIEF / name).read_bytes()
