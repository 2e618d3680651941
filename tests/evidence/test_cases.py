"""Each case of `cases/manifest.json`: a quotation is taken only where a reader sees it.

``expect`` says what must become of it: ``refuse``, ``accept`` (neither error nor warning), or
``warn-or-refuse``. How the truth of a case was found is told in `cases/README.md`.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bluf.data import read
from bluf.evidence import SourceError, proven
from octavo.finding import Level

CASES = Path(__file__).parent / "cases"
MANIFEST = json.loads((CASES / "manifest.json").read_text(encoding="utf-8"))
RIGHT = {
    "refuse": {"refuse"},
    "warn-or-refuse": {"refuse", "warn"},
    "accept": {"accept"},
}
BRIEF = """\
id: case
title: Title
date: 2026-01-01
to: Reader
from: Writer
bottom_line: The crossing.
parties: {{a: {{name: A}}, b: {{name: B}}}}
sources:
  s: {{title: Source, publisher: Publisher, party: a, language: en, file: {file}}}
requests:
  - id: R1
    from: a
    to: b
    ask: Fund the crossing
    response: not reported
    evidence:
      - {{source: s, quote: {quote}}}
"""


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in MANIFEST])
def test_a_case_gets_its_answer(case: dict[str, str], tmp_path: Path) -> None:
    file = CASES / case["file"]
    (tmp_path / file.name).write_bytes(file.read_bytes())
    quote = json.dumps(case["quotation"], ensure_ascii=False)
    (tmp_path / "brief.yaml").write_text(
        BRIEF.format(file=file.name, quote=quote), encoding="utf-8"
    )
    assert _answer(tmp_path / "brief.yaml") in RIGHT[case["expect"]], case["why"]


def _answer(path: Path) -> str:
    try:
        found = proven(read(path)).findings
    except SourceError as error:
        found = error.findings
    levels = {finding.level for finding in found}
    return "refuse" if Level.ERROR in levels else "warn" if Level.WARNING in levels else "accept"
