from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.cli.app import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_brief_without_a_version_is_refused(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = home / "briefs/one/brief.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("portions: {title: U, head: U}\n", ""), encoding="utf-8")
    assert run(["build", "--for", "partners"]) == 3
    lacking = "“title” is marked “SECRET”, and has no version that “partners” may read"
    assert lacking in capsys.readouterr().err
    assert run(["check", "briefs"]) == 1
    assert lacking in capsys.readouterr().out


def test_a_version_beyond_its_audience_is_refused(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = home / "briefs/one/brief.yaml"
    text = path.read_text(encoding="utf-8")
    old, new = "marking: UNCLASSIFIED}\nparties", "marking: SECRET}\nparties"
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert run(["build", "--for", "partners"]) == 3
    assert "which that audience may not see" in capsys.readouterr().err
