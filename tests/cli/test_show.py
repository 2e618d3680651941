from __future__ import annotations

import sys
from pathlib import Path
from shutil import which

import pytest
import typer

from bluf.cli.app import run

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.mark.thorough
@pytest.mark.skipif(
    not (which("soffice") and which("pdftoppm")), reason="needs LibreOffice and poppler"
)
def test_a_brief_is_pictured_and_opened_at_a_terminal(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    del home
    opened: list[str] = []
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(typer, "launch", opened.append)
    assert run(["show", "briefs/2025-08-06-serbia-us"]) == 0
    (path,) = capsys.readouterr().out.split()
    assert opened == [path]
    assert Path(path).read_bytes().startswith(PNG)


def test_without_the_programs_it_says_how_to_get_them(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(home))
    assert run(["show", "briefs/2025-08-06-serbia-us", "--out", "pictures"]) == 3
    assert "LibreOffice is not installed" in capsys.readouterr().err
