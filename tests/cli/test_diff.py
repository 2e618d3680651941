from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.roundtrip.conftest import RICH, Sent, row_with
from tests.roundtrip.office import without_digest
from tests.roundtrip.operations import LATER, SECOND, THIRD, YES

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


def test_two_data_files_are_compared_field_by_field(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_text(RICH, encoding="utf-8")
    text = RICH.replace("strength: discussed\n", "strength: conveyed\n").replace(THIRD, "")
    text = text.replace(LATER, "").replace(YES, LATER + YES).replace("to: Minister", "to: Cabinet")
    text = text.replace("  - id: F2\n", "  - id: F3\n    action: Call\n  - id: F2\n")
    text = text.replace("background: ", "contact: Desk\nbackground: ")
    new.write_text(text, encoding="utf-8")
    assert run(["diff", "--data", str(old), str(new)]) == 1
    assert capsys.readouterr().out == (
        "changed   to\n   - Minister\n   + Cabinet\n"
        "changed   outcomes.O2.strength\n   - discussed\n   + conveyed\n"
        "deleted   outcomes.O3\n   - The crossing opens soon\n"
        "added     follow_ups.F3\n   + Call\n"
        "moved     lines_to_take\n"
        "   - Say yes to the crossing; Say that trains come later; Say nothing of the cost\n"
        "   + Say that trains come later; Say yes to the crossing; Say nothing of the cost\n"
        "added     contact\n   + Desk\n"
    )
    assert run(["diff", "--data", str(old), str(old)]) == 0


def test_two_word_files_are_compared_in_terms_of_the_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "briefs").mkdir()
    monkeypatch.chdir(tmp_path)
    sent = Sent(tmp_path / "briefs" / "talks", RICH)
    row = row_with(sent, "Trains were discussed")
    path = sent.came_back((">Minister<", ">Cabinet<"), (">Outcomes<", ">Results<"), (row, ""))
    assert run(["diff", "--data", str(sent.word), str(path)]) == 1
    assert capsys.readouterr().out == (
        "changed   to\n   - Minister\n   + Cabinet\n"
        "deleted   outcomes.O2\n   - 2 | Trains were discussed1 | Discussed | Lowland only\n"
        "no field: text of the template changed\n   - Outcomes\n   + Results\n"
    )
    assert run(["diff", "--data", str(sent.word), str(sent.word)]) == 0
    assert run(["diff", "--data", str(sent.word), str(sent.data)]) == 2
    path.write_bytes(without_digest(path.read_bytes()))
    assert run(["diff", "--data", str(path), str(sent.word)]) == 3
    assert "no brief here knows this version of its Word file" in capsys.readouterr().err


def test_records_in_another_order_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_text(RICH, encoding="utf-8")
    new.write_text(RICH.replace(SECOND + THIRD, THIRD + SECOND), encoding="utf-8")
    assert run(["diff", "--data", str(old), str(new)]) == 1
    assert capsys.readouterr().out == "moved     outcomes\n   - O1, O2, O3\n   + O1, O3, O2\n"


def test_rows_added_and_moved_in_a_word_file_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "briefs").mkdir()
    monkeypatch.chdir(tmp_path)
    sent = Sent(tmp_path / "briefs" / "talks", RICH)
    plans = row_with(sent, "Send the plans")
    new = plans.replace("Send the plans", "Call Vienna").replace('w:name="_b', 'w:name="_c')
    row, above = row_with(sent, "The crossing opens"), row_with(sent, "Trains were")
    path = sent.came_back((row, ""), (above, row + above), (plans, plans + new))
    assert run(["diff", "--data", str(sent.word), str(path)]) == 1
    assert capsys.readouterr().out == (
        "added     follow_ups\n   + 2 | Call Vienna | Lowland\n"
        "moved     outcomes\n   - O1, O2, O3\n   + O1, O3, O2\n"
    )
