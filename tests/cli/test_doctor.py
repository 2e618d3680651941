from __future__ import annotations

from importlib import metadata
from typing import TYPE_CHECKING

from bluf.cli import doctor
from bluf.cli.app import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_it_says_what_is_here(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor"]) == 0
    out = capsys.readouterr().out
    assert "ok        templates" in out
    assert f"{home / 'briefs'} is there" in out


def test_it_says_how_to_get_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(doctor, "version", missing)
    assert run(["doctor"]) == 0
    out = capsys.readouterr().out
    assert "optional  LibreOffice" in out
    assert "pip install watchfiles" in out
    assert "“bluf new ID” makes it" in out


def test_wrong_settings_are_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bluf.toml").write_text("papr = 1\n")
    monkeypatch.chdir(tmp_path)
    assert run(["doctor"]) == 1
    assert "wrong     settings" in capsys.readouterr().out
