from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bluf import __version__
from bluf.cli.app import run

BRIEF = Path("briefs/2025-08-06-serbia-us")
WORD = BRIEF / "2025-08-06-serbia-us.docx"
MARKDOWN = BRIEF / "2025-08-06-serbia-us.md"


def change(old: str, new: str) -> None:
    data = BRIEF / "brief.yaml"
    text = data.read_text(encoding="utf-8")
    assert old in text
    data.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_it_says_what_it_wrote_and_what_was_proven(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    del home
    WORD.unlink()
    assert run(["build", str(BRIEF)]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[:2] == [f"wrote {WORD}", f"unchanged {MARKDOWN}"]
    assert "14 of 14 quotations, 88 of 102 claims" in out
    assert "1 page, " in out
    assert err == ""


def test_the_committed_outputs_are_what_the_data_gives(home: Path) -> None:
    del home
    assert run(["build", "--check"]) == 0


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        ("We discussed launching", "We discussed lunching", 1, "139:16: error quote-not-in-source"),
        ("    ask: Serious", "    aks: Serious", 3, "85:5: error unknown-key"),
    ],
)
def test_a_slip_is_told_at_its_place_and_the_old_outputs_stay(
    home: Path,
    capsys: pytest.CaptureFixture[str],
    old: str,
    new: str,
    code: int,
    place: str,
) -> None:
    del home
    before = WORD.read_bytes(), MARKDOWN.read_bytes()
    change(old, new)
    assert run(["build"]) == code
    assert f"{BRIEF}/brief.yaml:{place}" in capsys.readouterr().err
    assert (WORD.read_bytes(), MARKDOWN.read_bytes()) == before


def test_findings_can_be_written_over(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    del home
    change("We discussed launching", "We discussed lunching")
    assert run(["build", str(BRIEF), "--allow-findings", "--format", "md"]) == 1
    assert f"wrote {MARKDOWN}" in capsys.readouterr().out
    assert "Unproven" in MARKDOWN.read_text(encoding="utf-8")


def test_stale_outputs_are_named_and_left(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    del home
    before = WORD.read_bytes()
    change('title: "Serbia–United States:', 'title: "Serbia and the United States:')
    assert run(["build", "--check"]) == 1
    assert f"{WORD}: error output-stale" in capsys.readouterr().out
    assert WORD.read_bytes() == before


@pytest.mark.usefixtures("home")
def test_an_output_of_another_version_is_named_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        older.setattr("bluf.roundtrip.base.__version__", "0.0.9")
        change('title: "Serbia–United States:', 'title: "Serbia and the United States:')
        assert run(["build", str(BRIEF)]) == 0
    change('title: "Serbia and the United States:', 'title: "Serbia–United States:')
    capsys.readouterr()
    assert run(["build", "--check", str(BRIEF)]) == 1
    told = capsys.readouterr().out
    assert told.count("was made by bluf 0.0.9, which is not this one") == 2
    assert f"run “bluf build” with bluf {__version__}" in told
    MARKDOWN.write_text("mine", encoding="utf-8")
    assert run(["build", "--check", str(BRIEF)]) == 1
    assert capsys.readouterr().out.count("was made by bluf 0.0.9") == 1


@pytest.mark.usefixtures("home", "unsteady")
@pytest.mark.parametrize("command", [["build", "--check"], ["check"]], ids=" ".join)
def test_what_two_builds_give_otherwise_is_not_reproducible_and_says_in_what(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["build", str(BRIEF)]) == 0
    capsys.readouterr()
    assert run([*command, str(BRIEF)]) == 1
    told = capsys.readouterr().out
    assert f"{WORD}: error not-reproducible: a second build gives another file" in told
    assert ": the text differs" in told.partition(str(WORD))[2].partition(str(MARKDOWN))[0]
    assert f"{MARKDOWN}: error not-reproducible: a second build gives another file" in told
    assert "output-stale" not in told


@pytest.mark.usefixtures("home")
def test_check_obeys_the_rules_that_the_settings_ignore(
    capsys: pytest.CaptureFixture[str],
) -> None:
    WORD.unlink()
    Path("bluf.toml").write_text('[checks]\nignore = ["output-stale"]\n', encoding="utf-8")
    assert run(["build", "--check"]) == 0
    assert capsys.readouterr().err == ""


def test_outputs_go_where_they_are_wanted(home: Path) -> None:
    assert run(["build", "--format", "md", "--out", "public"]) == 0
    assert len(list((home / "public").iterdir())) == 2


def test_findings_for_machines_stand_alone_on_standard_output(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    del home
    change("We discussed launching", "We discussed lunching")
    assert run(["build", "--output-format", "json"]) == 1
    out, err = capsys.readouterr()
    assert "quote-not-in-source" in [finding["rule"] for finding in json.loads(out)["findings"]]
    assert "not written" in err


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["build", "nowhere"], 2, "there is no such file"),
        (["build", "--paper", "a5"], 2, "there is no paper “a5”: known: a4, letter"),
        (["build", "--format", "docx,odt"], 2, "there is no format “odt”"),
        (["build", "--as-of", "soon"], 2, "“soon” is not a date"),
        (["build", "--executor", "cloud"], 2, "there is no executor “cloud”"),
        (["build", "--output-format", "xml"], 2, "there is no report format “xml”"),
        (["build", "--template", "breif"], 3, "did you mean “brief”?"),
    ],
)
def test_a_wrong_word_is_told(
    home: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, message: str
) -> None:
    del home
    assert run(arguments) == code
    assert message in capsys.readouterr().err


def test_an_output_that_cannot_be_written_is_told(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    del home
    MARKDOWN.unlink()
    MARKDOWN.mkdir()
    assert run(["build", str(BRIEF)]) == 4
    assert f"error: “{MARKDOWN}”: there is a folder of that name" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and SIGINT are signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT], ids=["kill", "interrupt"])
def test_stopped_at_any_moment_every_output_is_the_old_or_the_new_one(
    home: Path, number: signal.Signals
) -> None:
    del home
    old = WORD.read_bytes()
    change('title: "Serbia–United States:', 'title: "Serbia and the United States:')
    assert run(["build", str(BRIEF)]) == 0
    whole = {old, WORD.read_bytes()}
    for moment in (0.2, 0.4, 0.7, 1.0):
        WORD.write_bytes(old)
        command = [sys.executable, "-m", "bluf", "build", str(BRIEF)]
        with subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            time.sleep(moment)
            process.send_signal(number)
        assert WORD.read_bytes() in whole


def test_two_runs_at_once_do_not_harm_each_other(home: Path) -> None:
    del home
    wanted = WORD.read_bytes()
    WORD.unlink()
    command = [sys.executable, "-m", "bluf", "build", str(BRIEF)]
    runs = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [each.wait() for each in runs] == [0, 0]
    assert WORD.read_bytes() == wanted
    assert [path.name for path in BRIEF.iterdir() if path.suffix == ".bluf-tmp"] == []


def test_a_poor_locale_is_enough(home: Path) -> None:
    del home
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    change("We discussed launching", "We discussed lunching")
    done = subprocess.run(
        [sys.executable, "-m", "bluf", "build", str(BRIEF)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "quote-not-in-source" in done.stderr


LONG = "The two ministers went through the whole of the relations of their countries. "


def test_what_does_not_fit_goes_to_an_annex(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    del home
    change("bottom_line: >-\n", f"bottom_line: >-\n  {LONG * 17}\n")
    assert run(["build", str(BRIEF)]) == 1
    assert run(["build", str(BRIEF), "--annex"]) == 0
    out, _ = capsys.readouterr()
    assert re.search(
        r"1 page, \d+ % full \(estimated\), 3 items in an annex: the background, “", out
    )
    assert "**3 further items in the annex**" in MARKDOWN.read_text(encoding="utf-8")
    assert run(["build", str(BRIEF), "--annex", "--check"]) == 0
    assert run(["check", str(BRIEF), "--annex"]) == 0
    assert run(["check", str(WORD), str(MARKDOWN)]) == 0


def test_an_annex_is_told_to_machines_item_by_item(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "bluf.toml").write_text("[pages]\nannex = true\n", encoding="utf-8")
    change("bottom_line: >-\n", f"bottom_line: >-\n  {LONG * 17}\n")
    assert run(["build", str(BRIEF), "--output-format", "json"]) == 0
    out, err = capsys.readouterr()
    told = [each for each in json.loads(out)["findings"] if each["rule"] == "item-in-annex"]
    assert len(told) == 3
    assert told[-1]["message"] == ("the background did not fit on the page and stands in the annex")
    assert "3 items in an annex: the background" in err


def test_a_file_that_is_open_elsewhere_does_not_stop_the_others(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write = os.replace

    def locked(name: str, target: Path) -> None:
        if target.name == WORD.name:
            raise PermissionError(13, "Permission denied")
        write(name, target)

    monkeypatch.setattr(os, "replace", locked)
    assert run(["build", "--out", "public"]) == 4
    shown = capsys.readouterr()
    assert f"“public/{WORD.name}”: Permission denied" in shown.err
    assert "Close it in the program that has it open" in shown.err
    assert sorted(each.name for each in (home / "public").iterdir()) == [
        "2025-08-06-serbia-us.md",
        "2025-09-24-serbia-us.docx",
        "2025-09-24-serbia-us.md",
    ]
