"""A short, repeatable run of the fuzzer; ``scripts/fuzz.py`` says how to run a long one."""

from __future__ import annotations

import runpy
import zlib
from pathlib import Path
from typing import Any

import pytest

_SCRIPT = Path(__file__).parents[2] / "scripts" / "fuzz.py"


@pytest.fixture(scope="module")
def fuzz() -> dict[str, Any]:
    return runpy.run_path(str(_SCRIPT))


@pytest.mark.parametrize(("target", "runs"), [("gate", 40), ("template", 30), ("tags", 100)])
def test_no_input_raises_anything_but_our_own_errors(
    fuzz: dict[str, Any], target: str, runs: int, tmp_path: Path
) -> None:
    code = fuzz["main"]([target, "--runs", str(runs), "--seconds", "30", "--out", str(tmp_path)])
    assert code == 0, [path.read_text() for path in tmp_path.glob("*.txt")]


def test_a_fault_is_written_down_with_its_input(
    fuzz: dict[str, Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setitem(fuzz["TARGETS"], "tags", zlib.decompress)
    assert fuzz["main"](["tags", "--runs", "3", "--out", str(tmp_path)]) == 1
    assert (tmp_path / "fault-1.bin").read_bytes() == fuzz["seeds"]("tags")[0]
    assert "zlib.error" in (tmp_path / "fault-1.txt").read_text()
    assert "3 faults" in capsys.readouterr().out
