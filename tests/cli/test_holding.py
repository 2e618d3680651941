from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bluf.cli.holding import briefs_folder, settings_with

if TYPE_CHECKING:
    import pytest


def test_settings_hold_below_their_file_and_a_flag_goes_before_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bluf.toml").write_text('briefs = "memos"\npaper = "letter"\n', encoding="utf-8")
    (tmp_path / "memos").mkdir()
    monkeypatch.chdir(tmp_path / "memos")
    assert briefs_folder() == Path("../memos")
    settings, home = settings_with(paper="a4", font=None)
    assert (settings.paper, home) == ("a4", Path(".."))
    assert settings_with()[0].paper == "letter"
