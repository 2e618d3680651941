from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.conftest import called

from bluf.cli.app import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

_BRIEF = "2025-08-06-serbia-us"


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
