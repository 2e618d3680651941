from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.cli.app import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_version_has_the_language_and_layout_of_its_audience(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["build", "--for", "partners", "--format", "md"]) == 0
    page = (home / "briefs/one/partners/2025-08-07-talks.md").read_text(encoding="utf-8")
    assert page.startswith("**UNCLASSIFIED**")
    assert "(U) Open help" in page
    assert "Hidden help" not in page
    assert "## Zahtevi" in page
    assert "one: left out: requests R1" in capsys.readouterr().err
    build = ["build", "--for", "partners", "--format", "md", "--template", "talking-points"]
    assert run([*build, "--out", "named"]) == 0
    page = (home / "named/2025-08-07-talks.md").read_text(encoding="utf-8")
    assert "## Zahtevi" not in page
