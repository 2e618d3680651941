from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bluf.cli.app import run

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHIPPED = Path(__file__).parents[2] / "briefs"
_BRIEF = "2025-08-06-serbia-us"


@pytest.fixture
def briefs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a copy of the shipped briefs, from which the command is called."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "110")
    shutil.copytree(_SHIPPED, tmp_path / "briefs")
    return tmp_path / "briefs"


def called(capsys: pytest.CaptureFixture[str], arguments: Sequence[str]) -> tuple[int, str, str]:
    code = run(["sources", *arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_each_side_is_shown_with_its_words_and_their_place(
    briefs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, table, error = called(capsys, [str(briefs / _BRIEF)])
    assert (code, error) == (0, "")
    assert "O1 Hold a U.S.–Serbia Strategic Dialogue (the sides differ)" in table
    assert "Serbia  discussed," in table
    assert "sources/mfa-serbia-release.txt:2:205" in table
    assert max(map(len, table.splitlines())) <= 110


def test_a_quotation_that_is_not_there_is_told(
    briefs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = briefs / _BRIEF / "brief.yaml"
    text = data.read_text(encoding="utf-8")
    data.write_text(text.replace("We discussed launching", "We launched"), encoding="utf-8")
    code, table, error = called(capsys, [str(data)])
    assert code == 1
    assert "not in the source" in table
    assert "quote-not-in-source" in error


def test_a_source_that_is_missing_does_not_hide_the_other_briefs(
    briefs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (briefs / _BRIEF / "sources" / "state-extract.txt").unlink()
    code, table, error = called(capsys, [str(briefs)])
    assert code == 3
    assert "2025-09-24-serbia-us: " in table
    assert "source-file-missing" in error
    assert run(["check", "briefs"]) == 3
    assert "2025-09-24-serbia-us" in capsys.readouterr().out


def test_an_item_without_evidence_is_named(
    briefs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = briefs / _BRIEF / "brief.yaml"
    text = data.read_text(encoding="utf-8")
    follow_up = "follow_ups:\n  - {id: F9, action: Write, follows: [O1]}\n"
    data.write_text(text.replace("follow_ups:\n", follow_up), encoding="utf-8")
    _, table, _ = called(capsys, [str(data)])
    assert "F9 Write (no evidence)" in table


def test_a_brief_is_shown_beside_its_sources_as_a_page(
    briefs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = briefs / _BRIEF / "brief.yaml"
    code, page, error = called(capsys, [str(data), "--output-format", "html"])
    assert (code, error) == (0, "")
    assert page.startswith("<!doctype html>\n")
    text = data.read_text(encoding="utf-8")
    data.write_text(text.replace("We discussed launching", "We launched"), encoding="utf-8")
    code, page, error = called(capsys, [str(data), "--output-format", "html"])
    assert code == 1
    assert "quote-not-in-source" in error
    assert "quote-not-in-source" not in page
