from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bluf.cli.app import run
from bluf.cli.errors import ExitCode
from octavo.ooxml import read_package, write_package

if TYPE_CHECKING:
    from collections.abc import Callable

_GOOD = Path(__file__).parents[1] / "hostile" / "files" / "p01_good_minimal.docx"


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    package = read_package(_GOOD.read_bytes(), "good.docx")
    main = package.parts[package.main].data.replace(b"brief.title", b"brief.\xe2\x80\xaename")
    path = tmp_path / "changed.docx"
    path.write_bytes(write_package(package, {package.main: main}))
    return path


def test_the_same_file_does_not_differ(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", str(_GOOD), str(_GOOD)]) == ExitCode.FINE
    assert capsys.readouterr().out == ""


def test_what_differs_is_shown_at_its_place_and_steers_no_terminal(
    changed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["diff", str(_GOOD), str(changed)]) == ExitCode.FINDINGS
    assert capsys.readouterr().out.splitlines() == [
        f"--- {_GOOD}",
        f"+++ {changed}",
        "body, paragraph 1: the text differs",
        "   - {{ brief.title }}",
        "   + {{ brief.\\u202ename }}",
    ]


def test_machines_get_the_differences_as_findings(
    changed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["diff", str(_GOOD), str(changed), "--output-format", "json"]) == ExitCode.FINDINGS
    assert "text-differs" in json.dumps(json.loads(capsys.readouterr().out))


@pytest.mark.parametrize(
    ("order", "words"),
    [
        (lambda path: (os.devnull, path), "a new file"),
        (lambda path: (path, os.devnull), "the file is gone"),
    ],
    ids=["new", "gone"],
)
def test_git_names_the_null_device_for_a_missing_side(
    capsys: pytest.CaptureFixture[str], order: Callable[[str], tuple[str, str]], words: str
) -> None:
    assert run(["diff", *order(str(_GOOD))]) == ExitCode.FINDINGS
    assert words in capsys.readouterr().out


def test_a_file_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", str(_GOOD), "nowhere.docx"]) == ExitCode.REFUSED
    assert "nowhere.docx: error file-unreadable" in capsys.readouterr().err


def test_a_file_that_is_no_word_file_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.docx"
    other.write_text("Dear colleague,")
    assert run(["diff", str(_GOOD), str(other)]) == ExitCode.REFUSED
