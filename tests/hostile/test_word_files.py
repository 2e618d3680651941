"""Hostile Word files: each gets the answer that the manifest expects."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from octavo.ooxml import PackageError, read_package

_HERE = Path(__file__).parent
_MANIFEST = json.loads((_HERE / "manifest.json").read_text(encoding="utf-8"))
_OURS = ("e", "p", "x")
_CASES = [
    pytest.param(case, id=Path(case["file"]).name)
    for case in _MANIFEST["files"]
    if Path(case["file"]).name.startswith(_OURS)
]


@pytest.mark.parametrize("case", _CASES)
def test_the_gate_answers_as_expected(case: dict[str, str]) -> None:
    path = _HERE / case["file"]
    rules = set()
    try:
        read_package(path.read_bytes(), path.name)
    except PackageError as error:
        rules = {finding.rule for finding in error.findings}
    assert rules == ({case["error"]} if case["expect"] == "reject" else set())
