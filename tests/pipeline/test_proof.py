from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bluf.cli.app import run

BRIEF = "briefs/2025-08-06-serbia-us"


@pytest.fixture(autouse=True)
def briefs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped briefs, in the current folder."""
    shutil.copytree(Path(__file__).parents[2] / "briefs", tmp_path / "briefs")
    monkeypatch.chdir(tmp_path)


def test_the_page_is_an_output_like_others(capsys: pytest.CaptureFixture[str]) -> None:
    page = Path(BRIEF) / "2025-08-06-serbia-us.proof.html"
    assert run(["build", BRIEF, "--format", "proof"]) == 0
    assert "page, " not in capsys.readouterr().out
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert run(["build", BRIEF, "--format", "proof", "--check"]) == 0
    page.write_text("edited", encoding="utf-8")
    assert run(["build", BRIEF, "--format", "proof", "--check"]) == 1
    assert "output-stale" in capsys.readouterr().out


def test_the_page_stands_beside_word_and_is_checked_with_it() -> None:
    assert run(["build", BRIEF, "--format", "docx,proof", "--out", "public"]) == 0
    assert sorted(path.suffix for path in Path("public").iterdir()) == [".docx", ".html"]
    Path("bluf.toml").write_text('format = ["md", "proof"]\n', encoding="utf-8")
    assert run(["build", BRIEF]) == 0
    assert run(["check", BRIEF]) == 0
