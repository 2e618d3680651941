from __future__ import annotations

from pathlib import Path

import pytest

from bluf.cli.app import run
from bluf.data import read


@pytest.fixture(autouse=True)
def _in_the_folder_of_a_new_brief(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["new", "talks"]) == 0
    monkeypatch.chdir(tmp_path / "briefs" / "talks")


@pytest.mark.parametrize("target", ["b.toml", "b.json", "b.csv", "b.xlsx", "b.yml"])
def test_convert_writes_the_same_brief(target: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["convert", "brief.yaml", target]) == 0
    assert read(target).brief == read("brief.yaml").brief
    assert f"wrote {target}" in capsys.readouterr().out


def test_convert_writes_over_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["convert", "brief.yaml", "brief.json"]) == 0
    Path("brief.json").write_text("mine", encoding="utf-8")

    assert run(["convert", "brief.yaml", "brief.json"]) == 4

    assert Path("brief.json").read_text(encoding="utf-8") == "mine"
    assert "a file of that name already exists" in capsys.readouterr().err


def test_convert_into_an_unknown_format_is_a_usage_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["convert", "brief.yaml", "brief.jsn"]) == 2
    assert "did you mean “.json”?" in capsys.readouterr().err


def test_convert_takes_an_encoding_and_says_how(capsys: pytest.CaptureFixture[str]) -> None:
    text = Path("brief.yaml").read_text(encoding="utf-8").replace("Ana Kovač", "Ana “Café”")
    text = text.replace("Lowland–Highland", "Lowland-Highland")
    Path("old.yaml").write_bytes(text.encode("cp1252", "ignore"))

    assert run(["convert", "old.yaml", "new.yaml"]) == 3
    assert "--encoding cp1252" in capsys.readouterr().err

    assert run(["convert", "--encoding", "cp1252", "old.yaml", "new.yaml"]) == 0
    assert read("new.yaml").brief.events[0].participants[0].name == "Ana “Café”"


def test_convert_warns_of_what_deceives(capsys: pytest.CaptureFixture[str]) -> None:
    text = Path("brief.yaml").read_text(encoding="utf-8").replace("River desk,", "Rivеr desk,")
    Path("odd.yaml").write_text(text, encoding="utf-8")
    assert run(["convert", "odd.yaml", "odd.json"]) == 0
    assert "mixed-script" in capsys.readouterr().err
