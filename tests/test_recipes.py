"""The recipes of CONTRIBUTING, followed step by step in a copy of the project."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
COPIED = (
    "src",
    "scripts",
    "docs/rules",
    "tests/checks",
    "tests/roundtrip",
    "tests/views",
    "tests/conftest.py",
    "templates",
    "pyproject.toml",
)
CHECK = """    if record.brief.title.endswith("."):
        yield record.fault("the title ends in a full stop", "title", hint="delete it")
"""
BRIEF = """id: case
title: Ministers meet{}
date: 2026-03-01
to: Minister
from: Desk
bottom_line: They met.
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The project without its history; what is run in it imports from it."""
    folder = tmp_path / "copy"
    for name in COPIED:
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, place, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, place)
    return folder


def _unmeasured() -> dict[str, str]:
    """The environment without what has processes measured: a copy is not the project."""
    return {name: value for name, value in os.environ.items() if "COV" not in name}


def _run(folder: Path, *command: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env={**_unmeasured(), "PYTHONPATH": str(folder / "src"), **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.thorough
def test_a_rule_is_added(copy: Path) -> None:
    pytest.importorskip("ruff", reason="needs the extra bluf[dev]")
    _run(copy, "scripts/add_rule.py", "data", "title-full-stop")
    page = copy / "docs/rules/title-full-stop.md"
    page.write_text(page.read_text(encoding="utf-8").replace("…", "Something"), encoding="utf-8")
    check = copy / "src/bluf/checks/rules/record.py"
    before, found, behind = check.read_text(encoding="utf-8").partition("    yield from ()\n")
    assert found
    check.write_text(before + CHECK + behind, encoding="utf-8")
    cases = copy / "tests/checks/cases/title-full-stop"
    (cases / "fail.yaml").write_text(BRIEF.format("."), encoding="utf-8")
    (cases / "pass.yaml").write_text(BRIEF.format(""), encoding="utf-8")
    _run(copy, "scripts/rule_pages.py")
    cases_run = ("-m", "pytest", "-q", "tests/checks/test_cases.py", "-k", "title-full-stop")
    _run(copy, *cases_run, BLUF_UPDATE_EXPECTED="1")
    report = (cases / "fail.yaml.expected").read_text(encoding="utf-8")
    assert report.startswith(
        "fail.yaml:2:8: warning title-full-stop: the title ends in a full stop"
    )
    assert "2 passed" in _run(copy, *cases_run)


def test_the_words_of_a_page_are_added(copy: Path) -> None:
    catalogues = copy / "src/bluf/views/catalogues"
    english = (catalogues / "en.toml").read_text(encoding="utf-8")
    (catalogues / "nl.toml").write_text(
        english.replace('outcomes = "Outcomes"', 'outcomes = "Uitkomsten"'), encoding="utf-8"
    )
    _run(copy, "-m", "pytest", "-q", "tests/views/test_labels.py")
    words = "from bluf.views import labels_for; print(labels_for('nl').words['outcomes'])"
    assert _run(copy, "-c", words) == "Uitkomsten\n"
