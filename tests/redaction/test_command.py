"""What the commands say and write for an audience."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.redaction.conftest import write_brief

from bluf.cli.app import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_an_audience_that_nobody_names_is_no_audience(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["build", "--for", "partnres"]) == 2
    assert "there is no audience “partnres”: did you mean “partners”?" in capsys.readouterr().err
    (home / "bluf.toml").write_text("", encoding="utf-8")
    assert run(["register", "--for", "partners"]) == 2
    assert "there is no audience “partners”\n" in capsys.readouterr().err


def test_two_briefs_of_one_name_are_not_written_over_each_other(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_brief(home, "two", "Talks")
    assert run(["build", "--for", "partners", "--format", "md", "--out", "out"]) == 4
    assert "was written for “one”" in capsys.readouterr().err


def test_a_brief_without_a_marking_is_refused(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = home / "briefs/one/brief.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("marking: SECRET\nportions", "portions"), encoding="utf-8")
    assert run(["build", "--for", "partners"]) == 3
    assert "the brief has no marking" in capsys.readouterr().err


def test_a_brief_of_which_nothing_is_there_is_left_out_of_the_register(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_brief(home, "two", "Other talks")
    text = path.read_text(encoding="utf-8").replace("portions: {title: U, head: U}\n", "")
    path.write_text(text, encoding="utf-8")
    (home / "briefs/three").mkdir()
    (home / "briefs/three/brief.yaml").write_text("id: [", encoding="utf-8")
    assert run(["register", "--for", "partners", "briefs/one", "briefs/two"]) == 0
    told = capsys.readouterr()
    assert "two: left out: all of it" in told.err
    assert "Open help" in told.out
    assert "Hidden help" not in told.out
    assert run(["register", "--for", "partners"]) == 3


def test_versions_are_not_lost_in_another_format(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["convert", "briefs/one/brief.yaml", "out.toml"]) == 2
    assert "has a version for “partners”" in capsys.readouterr().err
    assert not (home / "out.toml").exists()


def test_sources_and_threads_are_for_an_audience_too(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["sources", "briefs/one", "--for", "partners", "--output-format", "json"]) == 0
    assert run(["thread", "R1", "--for", "partners"]) == 0
    told = capsys.readouterr().out
    assert "Open help" in told
    assert "Hidden help" not in told
    assert (home / "briefs/one").is_dir()


def _carried(home: Path, name: str, origin: str, title: str) -> None:
    path = write_brief(home, name, title)
    item = f"  - {{action: Write, owner: a, marking: U, basis: the desk, carried_from: {origin}}}\n"
    text = path.read_text(encoding="utf-8").replace("2025-08-07", "2025-09-07")
    path.write_text(f"{text}follow_ups:\n{item}", encoding="utf-8")


def test_what_earlier_briefs_left_open_is_told_as_far_as_they_are(home: Path) -> None:
    path = home / "briefs/one/brief.yaml"
    item = "  - {action: Call, owner: a, marking: U, basis: the desk}\n"
    hidden = "  - {action: Hide, owner: a, marking: SECRET, basis: the desk}\n"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}follow_ups:\n{hidden}{item}", encoding="utf-8")
    _carried(home, "two", "one#F2", "More talks")
    _carried(home, "three", "two#F1", "Last talks")
    path = home / "briefs/three/brief.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("09-07", "10-07"), encoding="utf-8")
    assert (
        run(["build", "briefs/three", "--for", "partners", "--format", "md", "--out", "out"]) == 0
    )
    page = (home / "out/2025-10-07-last-talks.md").read_text(encoding="utf-8")
    assert "| 1 | (U) Write |" in page
    assert "Hide" not in page


def test_an_earlier_brief_without_a_version_is_not_there(home: Path) -> None:
    path = home / "briefs/one/brief.yaml"
    item = "  - {action: Call, owner: a, marking: U, basis: the desk}\n"
    text = path.read_text(encoding="utf-8").replace("marking: SECRET\nportions", "portions")
    path.write_text(f"{text}follow_ups:\n{item}", encoding="utf-8")
    _carried(home, "two", "one#F1", "More talks")
    _carried(home, "three", "nowhere#F1", "Last talks")
    for name in ("two", "three"):
        build = ["build", f"briefs/{name}", "--for", "partners", "--format", "md", "--out", "out"]
        assert run(build) == 0
    pages = [path.read_text(encoding="utf-8") for path in (home / "out").iterdir()]
    assert len(pages) == 2
    assert all("Write" in page and "one" not in page for page in pages)
