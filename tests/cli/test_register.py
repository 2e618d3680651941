from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.cli.conftest import FIRST, SECOND

from bluf.cli.app import run
from bluf.cli.choices import today

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.usefixtures("two")
def test_the_table_says_what_is_owed_as_of_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["register", "--as-of", "2025-02-02"]) == 0
    assert (
        capsys.readouterr().out
        == """\
Register as of 2025-02-02 · 2 briefs
1 no answer · 1 unclear date · 1 open

Id               What, and who owes whom                          State
───────────────  ───────────────────────────────────────────────  ──────────────
2025-01-01-a#R1  Lower tariffs                                    no answer for
                 U.S. → Serbia                                    32 days
2025-01-01-a#F2  Think about it                                   open, no date
                 Serbia; due “very soon”                          to hold it to
2025-01-01-a#F1  Launch the dialogue                              open, 332 days
                 U.S.; due 2025-12-31; carried over 1×            left
"""
    )


@pytest.mark.usefixtures("two")
def test_the_day_is_today_where_none_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["register"]) == 0
    assert f"as of {today()}" in capsys.readouterr().out


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    ("options", "items"),
    [
        (["--kind", "requests"], ["a#R1"]),
        (["--owner", "u.s."], ["a#R1", "a#F1"]),
        (["--party", "rs"], ["a#R1", "a#F2"]),
        (["--state", "unclear-date, open"], ["a#F2", "a#F1"]),
        (["--due-before", "2026-01-01"], ["a#F1"]),
        (["--since", "2025-01-02"], []),
        (["--topic", "trade"], []),
        (["--sort", "id", "--group", "kind"], ["a#F1", "a#F2", "a#R1"]),
    ],
)
def test_rows_can_be_chosen_and_sorted(
    capsys: pytest.CaptureFixture[str], options: list[str], items: list[str]
) -> None:
    assert run(["register", "--as-of", "2025-02-02", *options]) == 0
    lines = capsys.readouterr().out.splitlines()
    shown = [line[11:15] for line in lines if line.startswith("2025-01-01-a#")]
    assert shown == items


@pytest.mark.usefixtures("two")
def test_files_are_written_beside_the_briefs(capsys: pytest.CaptureFixture[str]) -> None:
    kinds = "md,docx,html,xlsx,csv,json,ics"
    assert run(["register", "--as-of", "2025-02-02", "--format", kinds]) == 0
    shown = capsys.readouterr()
    assert shown.out.splitlines() == [f"wrote briefs/register.{kind}" for kind in kinds.split(",")]
    assert shown.err == "open follow-ups without a date, left out of the calendar: 1\n"
    written = {path.suffix[1:]: path.read_bytes() for path in Path("briefs").glob("register.*")}
    assert set(written) == set(kinds.split(","))
    assert run(["register", "--as-of", "2025-02-02", "--format", kinds]) == 0
    assert "unchanged briefs/register.docx" in capsys.readouterr().out
    assert {p.suffix[1:]: p.read_bytes() for p in Path("briefs").glob("register.*")} == written


@pytest.mark.usefixtures("two")
def test_check_compares_each_file_for_the_day_it_names(capsys: pytest.CaptureFixture[str]) -> None:
    kinds = ["--format", "md,docx,html,xlsx,csv,json,ics"]
    run(["register", "--as-of", "2025-02-02", *kinds])
    assert run(["register", "--check", *kinds]) == 0
    data = Path("briefs/2025-01-01-a/brief.yaml")
    data.write_text(data.read_text().replace("Lower tariffs", "Lower all tariffs"))
    capsys.readouterr()
    assert run(["register", "--check", *kinds]) == 1
    error = capsys.readouterr().out
    assert "briefs/register.html" in error
    assert "run “bluf register” with the same options" in error


@pytest.mark.usefixtures("two")
def test_a_format_that_no_two_runs_write_alike_is_told_as_a_fault_of_ours(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    numbers = count()
    made = "bluf.pipeline.register.rendered"
    monkeypatch.setattr(made, lambda *_: f"{next(numbers)}\n".encode())
    run(["register", "--format", "csv"])
    assert run(["register", "--format", "csv", "--check"]) == 1
    told = capsys.readouterr().out
    assert "briefs/register.csv: error not-reproducible" in told
    assert "report it as a bug of bluf" in told


@pytest.mark.usefixtures("two")
def test_a_missing_file_is_stale(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["register", "--check", "--format", "csv", "--out", "public"]) == 1
    assert "public/register.csv" in capsys.readouterr().out
    assert not Path("public").exists()


def test_a_link_at_fault_is_told_and_no_file_is_written(
    put: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    put("2025-02-01-b", SECOND)
    assert run(["register", "--as-of", "2025-02-02"]) == 1
    shown = capsys.readouterr()
    assert "2025-02-01-b#F1" in shown.out
    assert "briefs/2025-02-01-b/brief.yaml:11:68: error link-target-missing" in shown.err
    assert run(["register", "--format", "csv"]) == 1
    assert "not written: a link between briefs is at fault" in capsys.readouterr().err
    assert not Path("briefs/register.csv").exists()


def test_check_tells_what_no_brief_shows_alone(
    put: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    put("2025-01-01-a", FIRST)
    put("2025-02-01-b", SECOND)
    put("2025-03-01-c", SECOND)
    run(["build"])
    capsys.readouterr()
    assert run(["check", "--select", "link-two-heirs"]) == 1
    shown = capsys.readouterr()
    assert "between briefs: 1 error" in shown.out
    assert "briefs/2025-03-01-c/brief.yaml:11:68: error link-two-heirs" in shown.out
    assert run(["check", "--select", "brief-id-twice"]) == 0


def test_check_tells_a_fault_of_one_brief_once(
    put: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    put("2025-01-01-a", FIRST)
    put("2025-02-01-b", SECOND + SECOND.partition("\n")[2].replace("F1,", "F2,"))
    assert run(["check", "--select", "link-two-heirs"]) == 1
    shown = capsys.readouterr()
    assert shown.out.count("link-two-heirs") == 1
    assert "between briefs" not in shown.out


def test_a_calendar_that_leaves_nothing_out_says_nothing(
    put: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    put("2025-01-01-a", "follow_ups: [{id: F1, action: Launch it, due: 2025-12-31}]\n")
    assert run(["register", "--format", "ics"]) == 0
    assert capsys.readouterr().err == ""


def test_a_refused_data_file_stops_the_register(
    put: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    put("2025-01-01-a", FIRST)
    put("2025-02-01-b", "folow_ups: []\n")
    put("2025-03-01-c", "folow_ups: []\n")
    assert run(["register"]) == 3
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.count("unknown-key") == 2


@pytest.mark.usefixtures("two")
def test_check_without_formats_looks_at_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["register", "--check"]) == 2
    assert "there is no register in “briefs”" in capsys.readouterr().err
    assert run(["register", "--format", "md,csv"]) == 0
    assert run(["register", "--check"]) == 0
    assert "fine briefs/register.csv" in capsys.readouterr().out
    Path("briefs/register.csv").write_text("old", encoding="utf-8")
    assert run(["register", "--check"]) == 1


@pytest.mark.usefixtures("two")
def test_a_language_without_labels_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["register", "--language", "tlh"]) == 2
    assert "no labels in “tlh”" in capsys.readouterr().err


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("kind", ["md", "docx", "html"])
def test_a_register_that_somebody_edited_is_not_written_over(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["register", "--as-of", "2025-02-02", "--format", kind, "--out", "out"]
    assert run(command) == 0
    path = Path("out") / f"register.{kind}"
    if kind == "docx":
        from docx import Document  # the one test that edits a Word file

        document = Document(str(path))
        document.paragraphs[0].text = "Ours"
        document.save(str(path))
    else:
        path.write_text(path.read_text(encoding="utf-8") + "Ours\n", encoding="utf-8")
    edited = path.read_bytes()
    capsys.readouterr()
    assert run(command) == 4
    assert "hand-edited: somebody has edited this output" in capsys.readouterr().err
    assert path.read_bytes() == edited
    assert run([*command, "--overwrite"]) == 0
    assert run([*command, "--check"]) == 0
