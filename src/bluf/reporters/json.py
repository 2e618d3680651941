"""Findings as JSON, after the schema ``findings.schema.json`` that ships beside this module."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from bluf.reporters.place_parts import fingerprints, parts_of
from octavo.finding import Finding, Level

VERSION = 1
"""Version of the format: it rises when a field changes its meaning or goes away."""


def report(
    findings: Sequence[Finding], answers: Mapping[str, Sequence[object]] | None = None
) -> str:
    """One object: version, counts by level, the findings in their order, and what else was asked.

    ``answers`` are lists by kind, such as the briefs that were built.
    """
    counts = Counter(finding.level for finding in findings)
    document: dict[str, object] = {
        "version": VERSION,
        "counts": {level.value: counts[level] for level in Level},
        "findings": [
            _finding(finding, name)
            for finding, name in zip(findings, fingerprints(findings), strict=True)
        ],
    }
    return dumped({**document, "answers": answers} if answers else document)


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the report."""
    text = files(__package__).joinpath("findings.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def dumped(value: object) -> str:
    """JSON in ASCII alone, with nothing in it that a CI server's log takes for a command."""
    return json.dumps(value, indent=2, ensure_ascii=True).replace("##", "#\\u0023") + "\n"


def _finding(finding: Finding, fingerprint: str) -> dict[str, object]:
    where = parts_of(finding.location)
    place = {
        "kind": where.kind,
        "path": where.path,
        "line": where.line,
        "column": where.column,
        "place": where.place or None,
    }
    return {
        "rule": finding.rule,
        "level": finding.level.value,
        "message": finding.message,
        "location": {name: value for name, value in place.items() if value is not None},
        "hint": finding.hint,
        "excerpt": finding.excerpt,
        "notes": list(finding.notes),
        "fix": {"old": finding.fix.old, "new": finding.fix.new} if finding.fix else None,
        "fingerprint": fingerprint,
    }
