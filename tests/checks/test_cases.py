"""Every rule against its cases: a failing one with the report it gives, and a passing one.

``cases/RULE/fail*`` break the rule; beside each stands the report, as ``….expected``. Where another
room raises the finding, its words are that room's to test: the report then names the places alone.
With ``BLUF_UPDATE_EXPECTED=1`` the reports are written anew, to be read before they are committed.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bluf.checks.runner import MODULES, checks_of
from bluf.reporters import REPORTERS
from bluf.rules import BY_NAME

if TYPE_CHECKING:
    from tests.checks.conftest import Check

    from octavo.finding import Finding

CASES = Path(__file__).parent / "cases"
FOUND_HERE = {check.rule for group in MODULES for check in checks_of(group)}


def _files(start: str) -> list[Path]:
    found = (path for path in CASES.glob(f"*/{start}*") if path.suffix != ".expected")
    return sorted(found)


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


@pytest.mark.parametrize("path", _files("fail"), ids=_name)
def test_a_failing_case_gives_its_report(
    path: Path, check: Check, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(path.parent)
    findings = [found for found in check(Path(path.name)) if found.rule == path.parent.name]
    expected = path.with_name(f"{path.name}.expected")
    written = expected if os.environ.get("BLUF_UPDATE_EXPECTED") else tmp_path / expected.name
    written.write_text(_report(findings), encoding="utf-8")
    assert findings
    assert written.read_text(encoding="utf-8") == expected.read_text(encoding="utf-8")


def _report(findings: list[Finding]) -> str:
    if all(found.rule in FOUND_HERE for found in findings):
        return REPORTERS["text"](findings)
    return "".join(f"{found.location}: {found.level} {found.rule}\n" for found in findings)


@pytest.mark.parametrize("path", _files("pass"), ids=_name)
def test_a_passing_case_breaks_no_rule_of_its_kind(
    path: Path, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    assert path.parent.name not in {found.rule for found in check(Path(path.name))}


def test_each_rule_has_its_cases() -> None:
    wanted = [(rule, kind) for rule in BY_NAME for kind in ("pass", "fail")]
    assert [each for each in wanted if not list((CASES / each[0]).glob(f"{each[1]}*"))] == []


def test_each_case_belongs_to_a_rule() -> None:
    assert {path.name for path in CASES.iterdir()} == set(BY_NAME)
