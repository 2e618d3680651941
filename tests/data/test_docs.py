"""What docs/data.md says is so: its tables are made, its examples are run."""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from typing import TYPE_CHECKING

from bluf.data import read
from bluf.data.shape import NOUNS, fields, meaning

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    match = re.search(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    assert match is not None
    return match[1]


def test_the_tables_are_what_the_code_says() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "update_data_docs.py"))
    assert script["manual"](PAGE) == PAGE


def test_every_field_of_every_record_is_there() -> None:
    for record in NOUNS:
        for name in fields(record):
            assert f"| `{name}` |" in PAGE
            assert meaning(record, name) in PAGE


def test_the_example_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "brief.yaml"
    path.write_text(block("yaml"), encoding="utf-8")
    assert read(path).brief.follow_ups[0].follows == ("O1",)


def test_the_python_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("brief.yaml").write_text(block("yaml"), encoding="utf-8")
    Path("example.py").write_text(block("python"), encoding="utf-8")
    runpy.run_path("example.py")
    assert capsys.readouterr().out.splitlines() == [
        "Half of the cost of the new crossing brief.yaml:23:10",
        (
            "known: accepted, accepted in principle, partly accepted, noted, noncommittal, "
            "deferred, refused, withdrawn, not reported"
        ),
    ]
