"""Each hostile data file gets the answer that the manifest expects."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from bluf.data import DataError, read, read_tree

FOLDER = Path(__file__).parent
CASES = [
    case
    for case in json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))["files"]
    if case["role"] == "data"
]


def names(case: dict[str, Any]) -> str:
    return Path(case["file"]).name


@pytest.mark.parametrize("case", [c for c in CASES if c["expect"] == "reject"], ids=names)
def test_a_file_that_harms_is_refused_by_its_rule(case: dict[str, Any]) -> None:
    path = FOLDER / case["file"]
    start = time.perf_counter()
    for reader in (read_tree, read):
        with pytest.raises(DataError) as caught:
            reader(path)
        rules = {finding.rule for finding in caught.value.findings}
        assert case["error"] in rules
        assert rules == {case["error"]} or reader is read
        assert all(
            str(finding.location).startswith(path.as_posix()) for finding in caught.value.findings
        )
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize("case", [c for c in CASES if c["expect"] == "accept"], ids=names)
def test_a_file_that_only_looks_harmful_is_read(case: dict[str, Any]) -> None:
    file = read_tree(FOLDER / case["file"])
    warned = {finding.rule for finding in file.warnings}
    assert warned >= {case["warning"]} if case["warning"] else not warned


def test_texts_stay_letter_for_letter() -> None:
    files = FOLDER / "files"
    norway = read_tree(files / "y04_norway.yaml").values
    assert (norway["country"], norway["version"], norway["at"], norway["room"]) == (
        *("NO", "1.10", "12:30", "010"),
    )
    assert read_tree(files / "c01_formula.csv").values["title"] == "=1+1"
    assert read_tree(files / "y13_xml_in_data.yaml").values["title"] == (
        "R&D <b>100<100</b> ]]> </w:t></w:r>"
    )
    assert read_tree(files / "s03_external_link.xlsx").values["title"] == "5"
