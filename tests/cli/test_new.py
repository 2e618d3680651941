from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from bluf.cli.app import run
from bluf.data import read


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_new_writes_a_sound_brief_and_says_what_to_do_next(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["new", "2026-03-01-talks"]) == 0

    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "wrote briefs/2026-03-01-talks/brief.yaml",
        "wrote briefs/2026-03-01-talks/sources/release.txt",
        "wrote briefs/brief.schema.json",
    ]
    assert "bluf build briefs/2026-03-01-talks" in err
    brief = read(Path("briefs/2026-03-01-talks/brief.yaml")).brief
    assert (brief.id, brief.date) == ("2026-03-01-talks", dt.date(2026, 3, 1))


def test_new_writes_over_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "talks"]) == 0
    data = Path("briefs/talks/brief.yaml")
    data.write_text("mine", encoding="utf-8")

    assert run(["new", "talks"]) == 4

    assert data.read_text(encoding="utf-8") == "mine"
    assert "a file of that name already exists" in capsys.readouterr().err


def test_new_takes_the_folder_that_is_named_or_set(tmp_path: Path) -> None:
    Path("bluf.toml").write_text('briefs = "papers"\n', encoding="utf-8")
    assert run(["new", "one"]) == 0
    assert run(["new", "two", "--out", str(tmp_path / "else")]) == 0
    assert Path("papers/one/brief.yaml").is_file()
    assert (tmp_path / "else" / "two" / "brief.yaml").is_file()


def test_a_second_new_brief_leaves_the_schema_as_it_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["new", "one"]) == 0
    assert run(["new", "two"]) == 0
    assert capsys.readouterr().out.count("brief.schema.json") == 1


def test_what_cannot_be_an_id_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "../talks"]) == 2
    assert "“../talks” cannot be an id" in capsys.readouterr().err


def test_new_writes_a_workbook_on_demand(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "2026-03-01-talks", "--xlsx"]) == 0
    assert "wrote briefs/2026-03-01-talks/brief.xlsx" in capsys.readouterr().out
    brief = read(Path("briefs/2026-03-01-talks/brief.xlsx")).brief
    assert brief.requests[1].response == "noted"
    assert not Path("briefs/2026-03-01-talks/brief.yaml").exists()
