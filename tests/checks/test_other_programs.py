"""Word files that other programs saved: checked without a hitch, and known as edited by hand."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from bluf.checks import FinishedOutput, read_word, run

if TYPE_CHECKING:
    from collections.abc import Callable

OFFICE = shutil.which("soffice")
SHIPPED = Path(__file__).parents[2] / "briefs/2025-08-06-serbia-us/2025-08-06-serbia-us.docx"


def _saved_by_python_docx(folder: Path) -> Path:
    target = folder / "python-docx.docx"
    document = docx.Document(str(SHIPPED))
    document.add_paragraph("Edited by hand.")
    document.save(str(target))
    return target


def _saved_by_libreoffice(folder: Path) -> Path:
    assert OFFICE
    copy = folder / "in" / "libreoffice.docx"
    copy.parent.mkdir()
    shutil.copy(SHIPPED, copy)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", "docx", "--outdir", str(folder)]
    subprocess.run([*command, str(copy)], check=True, capture_output=True, timeout=120)
    return folder / "libreoffice.docx"


@pytest.mark.parametrize(
    "save",
    [
        _saved_by_python_docx,
        pytest.param(
            _saved_by_libreoffice,
            marks=pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed"),
        ),
    ],
)
def test_what_another_program_saved_is_checked_and_known(
    save: Callable[[Path], Path], tmp_path: Path
) -> None:
    path = save(tmp_path)
    findings = run(read_word(path.read_bytes(), path.name))
    assert not [found for found in findings if found.level == "error"], findings
    output = FinishedOutput(path.name, path.read_bytes(), SHIPPED.read_bytes())
    assert [found.rule for found in run(output)] == ["hand-edited"]


def test_the_shipped_briefs_break_no_rule_for_word_files() -> None:
    for path in SHIPPED.parents[1].glob("*/*.docx"):
        assert run(read_word(path.read_bytes(), path.name)) == ()
