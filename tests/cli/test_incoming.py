"""“-” is what comes in through standard input, for Word and Markdown files too."""

from __future__ import annotations

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
    "command", [["diff", "-", "-"], ["render", "-", "-"], ["template", "check", "-", "-"]]
)
def test_standard_input_holds_one_file(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(command) == 2
    assert "holds one file" in capsys.readouterr().err


def test_fields_give_their_meaning_to_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "fields", "--output-format", "json"]) == 0
    assert '"meaning": "Id of the brief."' in capsys.readouterr().out
