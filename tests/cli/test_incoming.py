"""“-” is what comes in through standard input, for Word and Markdown files too."""

from __future__ import annotations

import shutil
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bluf.cli.app import run

if TYPE_CHECKING:
    from collections.abc import Callable

TEMPLATES = Path(__file__).parents[2] / "templates"
WORD = TEMPLATES / "brief.docx"
BRIEF = Path(__file__).parents[2] / "briefs/2025-08-06-serbia-us/2025-08-06-serbia-us"


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Puts bytes on standard input."""
    return lambda data: monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(data)))


def test_a_word_file_is_compared(
    sent: Callable[[bytes], None], capsys: pytest.CaptureFixture[str]
) -> None:
    sent(WORD.read_bytes())
    assert run(["diff", "-", str(WORD)]) == 0
    sent((TEMPLATES / "minutes.docx").read_bytes())
    assert run(["diff", str(WORD), "-"]) == 1
    assert "+++ -\n" in capsys.readouterr().out


def test_a_finished_file_is_checked_and_cleaned(
    sent: Callable[[bytes], None], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    sent(BRIEF.with_suffix(".docx").read_bytes())
    assert run(["check", "-"]) == 0
    assert capsys.readouterr().out.startswith("-: no findings; 1 page")
    sent(BRIEF.with_suffix(".docx").read_bytes())
    assert run(["send", "-", "--out", str(tmp_path)]) == 0
    assert (tmp_path / "stdin.docx").read_bytes().startswith(b"PK")
    sent(b"PK is no Word file")
    assert run(["check", "-"]) == 3
    assert "-: error " in capsys.readouterr().out


def test_what_is_no_word_file_is_read_as_a_record(
    sent: Callable[[bytes], None],
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shutil.copytree(BRIEF.parent / "sources", tmp_path / "sources")
    monkeypatch.chdir(tmp_path)
    data = (BRIEF.parent / "brief.yaml").read_bytes()
    sent(data)
    assert run(["send", "-", "--out", "out"]) == 0
    assert (tmp_path / "out" / BRIEF.with_suffix(".docx").name).exists()
    sent(data)
    assert run(["check", "-"]) == 1  # nothing was built of it here
    assert "output-stale" in capsys.readouterr().out


@pytest.mark.parametrize("ending", ["docx", "md"])
def test_a_template_is_checked_and_described(
    sent: Callable[[bytes], None], capsys: pytest.CaptureFixture[str], ending: str
) -> None:
    data = WORD.with_suffix(f".{ending}").read_bytes()
    for command in (["check"], ["fields"], ["fields", "--schema"]):
        sent(data)
        assert run(["template", *command, "-"]) == 0
    assert "bottom_line" in capsys.readouterr().out


def test_a_template_is_filled(
    sent: Callable[[bytes], None], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    data = tmp_path / "data.yaml"
    data.write_text("title: Talks\n", encoding="utf-8")
    sent(b"# {{ title }}\n")
    assert run(["render", "-", str(data)]) == 0
    assert capsys.readouterr().out == "# Talks\n"
    sent(b"# {{ title\n")
    assert run(["render", "-", str(data)]) == 3
    assert "-.md:1:3: error template-syntax" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command",
    [["diff", "-", "-"], ["render", "-", "-"], ["template", "check", "-", "-"], ["pull", "-", "-"]],
)
def test_standard_input_holds_one_file(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(command) == 2
    assert "holds one file" in capsys.readouterr().err


def test_fields_give_their_meaning_to_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "fields", "--output-format", "json"]) == 0
    assert '"meaning": "Id of the brief."' in capsys.readouterr().out
