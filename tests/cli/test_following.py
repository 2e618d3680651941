from __future__ import annotations

from pathlib import Path

import pytest

from bluf.cli.app import run
from bluf.data import read


@pytest.fixture(autouse=True)
def _with_one_brief(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["new", "2026-03-01-talks"]) == 0
    capsys.readouterr()


def test_the_next_brief_carries_over_what_is_open_and_builds_at_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["new", "2026-06-01-talks", "--after", "2026-03-01-talks"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "wrote briefs/2026-06-01-talks/brief.yaml"
    brief = read("briefs/2026-06-01-talks/brief.yaml").brief
    origins = [request.carried_from for request in brief.requests]
    origins += [follow_up.carried_from for follow_up in brief.follow_ups]
    assert origins
    assert all(str(origin).startswith("2026-03-01-talks#") for origin in origins)
    assert run(["build", "briefs/2026-06-01-talks"]) == 1, "its bottom line is still to be written"
    assert "draft-item" in capsys.readouterr().err
    page = Path("briefs/2026-06-01-talks/2026-06-01-talks.md").read_text("utf-8")
    assert "## Outstanding from last time" in page
    assert run(["register"]) == 0


@pytest.mark.parametrize("path", ["briefs/2026-03-01-talks", "briefs/2026-03-01-talks/brief.yaml"])
def test_the_brief_before_may_be_given_by_its_path(path: str) -> None:
    assert run(["new", "next", "--after", path]) == 0
    (carried,) = read("briefs/next/brief.yaml").brief.follow_ups
    assert str(carried.carried_from).startswith("2026-03-01-talks#")


def test_a_brief_that_is_not_there_cannot_be_followed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "b", "--after", "2026-03-01-talk"]) == 2
    assert "did you mean “2026-03-01-talks”?" in capsys.readouterr().err
    assert run(["new", "b", "--after", "a", "--out", "nowhere"]) == 2


def test_a_following_brief_is_yaml(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "b", "--after", "2026-03-01-talks", "--xlsx"]) == 2
    assert "“bluf convert” makes a workbook of it" in capsys.readouterr().err


def test_a_faulty_brief_beside_it_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    data = Path("briefs/2026-03-01-talks/brief.yaml")
    data.write_text(data.read_text("utf-8") + "\nfoo: bar\n", encoding="utf-8")
    assert run(["new", "b", "--after", "2026-03-01-talks"]) == 3
    assert "unknown-key" in capsys.readouterr().err
    assert not Path("briefs/b").exists()
