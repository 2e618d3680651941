from __future__ import annotations

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the shipped briefs, unbuilt, which is also the current one."""
    for brief in (ROOT / "briefs").glob("*/brief.yaml"):
        target = tmp_path / "briefs" / brief.parent.name
        shutil.copytree(brief.parent, target, ignore=shutil.ignore_patterns("20*.docx", "20*.md"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def brief(home: Path) -> Path:
    """The data file of the first shipped brief, in the current folder."""
    del home
    return Path("briefs/2025-08-06-serbia-us/brief.yaml")


def edit(path: Path, old: str, new: str) -> None:
    """Change one place of a file; it must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
