"""Every example of docs/api.md is run, and prints what the page says."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/api.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"```python\n((?s:.*?))```\n\n((?:    .*\n)+)")
RELEASE = ROOT / "briefs/2025-08-06-serbia-us/sources/mfa-serbia-release.txt"


def test_every_example_has_its_output() -> None:
    assert len(EXAMPLE.findall(PAGE)) == PAGE.count("```python")


def test_every_example_prints_what_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "briefs", "briefs")
    Path("sources").mkdir()
    shutil.copy(RELEASE, "release.txt")
    shutil.copy(RELEASE, "sources")
    Path("memo.md").write_text("“a serious step forward”, “zebras quarrel”", encoding="utf-8")
    names: dict[str, object] = {}
    for code, output in EXAMPLE.findall(PAGE):
        exec(compile(code, "docs/api.md", "exec"), names)  # noqa: S102 - our own page
        said = [line.removeprefix("    ") for line in output.splitlines()]
        assert capsys.readouterr().out.splitlines() == said
