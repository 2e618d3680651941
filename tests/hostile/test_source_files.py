"""Hostile sources: each gets the answer that the manifest expects."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from bluf.data import read
from bluf.evidence import SourceError, proven

_HERE = Path(__file__).parent
_MANIFEST = json.loads((_HERE / "manifest.json").read_text(encoding="utf-8"))
_SOURCES = [case for case in _MANIFEST["files"] if case["role"] == "source"]
_CASES = [pytest.param(case, id=Path(case["file"]).name) for case in _SOURCES]
_QUOTES = {
    "q09_quote_nfd.txt": "Le président a dit: déjà fini.",
    "q10_quote_ligature.txt": "The office confirmed the flight.",
    "q15_crlf_cr.txt": "Line one. Line two. Line three. Line four.",
}
"""What is looked for where it is not “We will fund the crossing in 2027.”."""
_RULES = {"quote-not-found": "quote-not-in-source"}
"""Names of the manifest that our rules put otherwise."""

_BRIEF = """\
id: talks
title: Talks
date: 2027-01-01
to: Minister
from: Desk
bottom_line: They talked.
parties: {{rs: {{name: Serbia}}}}
sources: {{a: {{title: A, publisher: P, party: rs, file: {file}}}}}
requests:
  - id: R1
    from: rs
    to: rs
    ask: Funds
    evidence: [{{source: a, quote: "{quote}"}}]
"""


@pytest.mark.parametrize("case", _CASES)
def test_a_hostile_source_gets_its_answer(case: dict[str, str], tmp_path: Path) -> None:
    name = Path(case["file"]).name
    shutil.copy(_HERE / case["file"], tmp_path / name)
    quote = _QUOTES.get(name, "We will fund the crossing in 2027.")
    (tmp_path / "brief.yaml").write_text(_BRIEF.format(file=name, quote=quote), encoding="utf-8")
    try:
        findings = proven(read(tmp_path / "brief.yaml")).findings
    except SourceError as error:
        findings = error.findings
    expected = {_RULES.get(rule, rule) for rule in (case["error"], case["warning"]) if rule}
    assert {finding.rule for finding in findings} == expected
