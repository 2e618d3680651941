from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.conftest import called

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

_BRIEF = "2025-08-06-serbia-us"


def test_each_side_is_shown_with_its_words_and_their_place(
    briefs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, table, error = called(capsys, [str(briefs / _BRIEF)])
    assert (code, error) == (0, "")
    assert "O1 Hold a U.S.–Serbia Strategic Dialogue (the sides differ)" in table
    assert "Serbia  discussed," in table
    assert "sources/mfa-serbia-release.txt:2:205" in table
    assert max(map(len, table.splitlines())) <= 110


def test_an_item_without_evidence_is_named(
    briefs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = briefs / _BRIEF / "brief.yaml"
    text = data.read_text(encoding="utf-8")
    follow_up = "follow_ups:\n  - {id: F9, action: Write, follows: [O1]}\n"
    data.write_text(text.replace("follow_ups:\n", follow_up), encoding="utf-8")
    _, table, _ = called(capsys, [str(data)])
    assert "F9 Write (no evidence)" in table
