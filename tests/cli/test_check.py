from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

from bluf.cli.app import run
from bluf.cli.errors import ExitCode

BRIEF = """\
id: a
title: Talks
date: 2025-08-07
to: Minister
from: Desk
marking: "TLP: RED"
bottom_line: They met.
follow_ups:
  - id: F1
    action: Meet again
    owner: both sides
    due: 2025-12-31  # bluf: ignore[due-vague] it is vague
    carried_from: other#F1
"""


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data file of a brief, in the folder of the briefs of the project we stand in."""
    monkeypatch.chdir(tmp_path)
    path = Path("briefs/a/brief.yaml")
    path.parent.mkdir(parents=True)
    path.write_text(BRIEF, encoding="utf-8")
    return path


def _check(*arguments: str) -> int:
    return run(["check", "--executor", "serial", *arguments])


def test_diff_shows_what_fix_would_do_and_changes_nothing(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _check("--diff") == ExitCode.FINDINGS
    shown = capsys.readouterr()
    assert '-marking: "TLP: RED"\n+marking: "TLP:RED"' in shown.out
    assert "+    due: 2025-12-31\n" in shown.out
    assert "marking-misspelt" in shown.err
    assert data.read_text(encoding="utf-8") == BRIEF


def test_fix_changes_the_file_and_checks_what_is_left(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _check("--fix")
    shown = capsys.readouterr()
    assert "fixed: briefs/a/brief.yaml" in shown.out
    assert "marking-misspelt" not in shown.out
    assert "ignore[" not in data.read_text(encoding="utf-8")


def test_a_report_for_machines_is_alone_on_standard_output(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _check("--diff", "--output-format", "json")
    shown = capsys.readouterr()
    report = json.loads(shown.out)
    assert report["counts"]["error"] > 0
    assert "+marking" in report["answers"]["diffs"][0]["diff"]


def test_rules_are_selected_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert _check("--select", "unused-suppression,due-vague") == ExitCode.FINE
    assert capsys.readouterr().out.count(": warning ") == 1
    assert _check("--select", "unused-suppression,due-vague", "--strict") == ExitCode.FINDINGS
    assert _check("--ignore", "due-vauge") == ExitCode.USAGE


def test_finished_files_are_checked_whoever_made_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "note.md").write_text("Dear {{ name }}\n", encoding="utf-8")
    (tmp_path / "bad.docx").write_bytes(b"no package")
    (tmp_path / "old.doc").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504))
    (tmp_path / "latin.md").write_bytes("é".encode("cp1252"))
    assert _check("note.md") == ExitCode.FINDINGS
    assert "note.md:1:6: error leftover-tag" in capsys.readouterr().out
    assert _check("bad.docx", "note.md", "gone.docx", "latin.md", "old.doc") == ExitCode.REFUSED
    shown = capsys.readouterr().out
    for rule in ("package-unsupported", "leftover-tag", "file-unreadable", "encoding"):
        assert f"error {rule}:" in shown
    assert "old.doc: error package-unsupported:" in shown


def test_a_word_file_of_two_pages_runs_over_the_one_it_may_have(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = docx.Document()
    for _ in range(90):
        document.add_paragraph("The two sides agreed to meet again.")
    document.save(str(tmp_path / "long.docx"))
    assert _check("long.docx") == ExitCode.FINDINGS
    assert "error over-one-page: the file takes more than one page" in capsys.readouterr().out
    (tmp_path / "bluf.toml").write_text("[pages]\nlimit = 4\n", encoding="utf-8")
    _check("long.docx")
    assert "over-one-page" not in capsys.readouterr().out


def test_a_finished_file_says_its_pages_or_that_nobody_can(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    document = docx.Document()
    document.core_properties.author = ""
    document.styles["Normal"].font.name = "Futura"
    for _ in range(26):
        document.add_paragraph("The two sides agreed to meet again.")
    document.save(str(tmp_path / "a.docx"))
    _check("a.docx")
    shown = capsys.readouterr()
    assert "warning page-unknown: cannot tell whether the file keeps to its page limit" in shown.out
    assert "up to 2 pages (unsure)" in shown.out + shown.err
    assert _check("a.docx", "--strict") == ExitCode.FINDINGS
    assert "error page-unknown" in capsys.readouterr().out
    monkeypatch.setattr("octavo.office.page_counts", lambda packages: [1] * len(packages))
    _check("a.docx", "--confirm-pages")
    shown = capsys.readouterr()
    assert "page-unknown" not in shown.out
    assert "1 page (confirmed by LibreOffice)" in shown.out + shown.err
    monkeypatch.setattr("octavo.office.page_counts", lambda packages: [2] * len(packages))
    assert _check("a.docx", "--confirm-pages") == ExitCode.FINDINGS
    assert "error over-one-page: the file takes 2 pages" in capsys.readouterr().out


def test_the_former_flag_names_the_new_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert _check("--verify") == ExitCode.USAGE
    assert "“--verify” is now “--confirm-pages”" in capsys.readouterr().err


def test_the_templates_of_the_briefs_are_checked_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/own.md").write_text("# {{ brief.title }}\n", encoding="utf-8")
    _check("--template", "own", "--select", "field-never-printed,template-missing")
    shown = capsys.readouterr()
    assert shown.out.count("note field-never-printed: no tag prints “brief.") == 1
    assert "templates/own.md: 1 note" in shown.out


def test_strictness_holds_for_finished_files_too(tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("[here](https://example.org)\n", encoding="utf-8")
    assert _check("note.md") == ExitCode.FINE
    assert _check("note.md", "--strict") == ExitCode.FINDINGS


def test_a_brief_that_is_refused_does_not_stop_the_others(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = data.parent.with_name("b") / data.name
    other.parent.mkdir()
    other.write_text(BRIEF.replace("id: a", "id: b").replace("title:", "titel:"), encoding="utf-8")
    assert _check() == 3
    shown = capsys.readouterr()
    assert "\na: 0 requests" in shown.out
    assert f"\n{other}: refused; 1 error" in shown.out
    assert "error unknown-key" in shown.out


def test_a_check_that_looks_at_nothing_is_a_usage_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    assert _check("empty") == ExitCode.USAGE
    assert "error brief-missing" in capsys.readouterr().err


def test_a_template_that_is_named_is_checked_as_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/own.md").write_text("{{ brief.titel }}\n", encoding="utf-8")
    (tmp_path / "templates/bad.md").write_text("{{ brief.title\n", encoding="utf-8")
    assert _check("templates/own.md", "templates/bad.md") == ExitCode.REFUSED
    told = capsys.readouterr().out
    assert "no brief has a “brief.titel”" in told
    assert "leftover-tag" not in told


def test_an_old_schema_beside_the_data_is_told(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schema = data.parent.parent / "brief.schema.json"
    schema.write_text("{}", encoding="utf-8")
    _check()
    assert "another version of bluf wrote this schema" in capsys.readouterr().err
    assert run(["schema", "--output-file", str(schema)]) == 0
    _check()
    assert "schema" not in capsys.readouterr().err
