from __future__ import annotations

import pickle
import sys
from typing import TYPE_CHECKING

import pytest

from octavo.finding import FindingsError
from octavo.office import Tool, ToolError, tools
from octavo.office.tools import run

if TYPE_CHECKING:
    from pathlib import Path

PYTHON = Tool("Python", (sys.executable,), {"": "see python.org"})
MISSING = Tool("Quill", ("no-such-quill",), {"debian": "sudo apt install quill", "": "look for it"})


def test_a_program_is_run_and_what_it_says_is_given() -> None:
    assert run(PYTHON, ["-c", "print('said')"], "a.docx", 20) == "said\n"


def test_a_program_that_is_missing_is_named_with_the_line_that_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = tmp_path / "os-release"
    release.write_text('ID=ubuntu\nID_LIKE="debian other"\n', encoding="utf-8")
    monkeypatch.setattr(tools, "_OS_RELEASE", release)
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(ToolError) as caught:
        run(MISSING, [], "a.docx", 1)
    (finding,) = caught.value.findings
    assert finding.rule == "tool-missing"
    assert finding.message == "Quill is not installed, so “a.docx” cannot be shown or confirmed"
    assert finding.hint == "install it: sudo apt install quill"


@pytest.mark.parametrize(
    ("platform", "release", "line"),
    [
        ("linux", "ID=fedora\n", "sudo dnf install libreoffice-writer"),
        ("linux", None, "see https://www.libreoffice.org/download"),
        ("darwin", None, "brew install --cask libreoffice"),
        ("win32", None, "winget install TheDocumentFoundation.LibreOffice"),
    ],
)
def test_each_system_has_its_line(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    platform: str,
    release: str | None,
    line: str,
) -> None:
    path = tmp_path / "os-release"
    if release is not None:
        path.write_text(release, encoding="utf-8")
    monkeypatch.setattr(tools, "_OS_RELEASE", path)
    monkeypatch.setattr(sys, "platform", platform)
    assert tools.LIBREOFFICE.install_line() == line


def test_a_program_that_fails_is_quoted() -> None:
    with pytest.raises(ToolError) as caught:
        run(PYTHON, ["-c", "raise SystemExit('it is  broken')"], "a.docx", 20)
    (finding,) = caught.value.findings
    assert finding.rule == "tool-failed"
    assert finding.message == "Python did not do its work on “a.docx”"
    assert finding.hint == "it said: it is broken"


def test_a_program_that_fails_in_silence_is_to_be_asked() -> None:
    with pytest.raises(ToolError) as caught:
        run(PYTHON, ["-c", "raise SystemExit(3)"], "a.docx", 20)
    assert caught.value.findings[0].hint == "open the file with it and see what it says"


@pytest.mark.parametrize("platform", ["linux", "win32"])
def test_a_program_that_takes_too_long_is_ended(
    monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    with pytest.raises(ToolError) as caught:
        run(PYTHON, ["-c", "import time; time.sleep(60)"], "a.docx", 0.3)
    assert caught.value.findings[0].hint == "it said: nothing within 0.3 seconds"


def test_an_error_travels_from_a_worker_process() -> None:
    error = ToolError("tool-missing", "no", "a.docx", "yes")
    travelled = pickle.loads(pickle.dumps(error))  # noqa: S301 - made on the line itself
    assert isinstance(travelled, FindingsError)
    assert travelled.findings == error.findings
