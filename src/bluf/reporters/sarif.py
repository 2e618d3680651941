"""Findings as a SARIF log.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0 with errata 01.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from bluf import __version__
from bluf.reporters.json import dumped
from bluf.reporters.place_parts import PlaceParts, fingerprints, parts_of
from octavo.finding import Finding, Fix
from octavo.location import TextLocation

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def report(findings: Sequence[Finding]) -> str:
    """A log of one run."""
    rules = sorted({finding.rule for finding in findings})
    results = [
        _result(finding, rules.index(finding.rule), name)
        for finding, name in zip(findings, fingerprints(findings), strict=True)
    ]
    driver = {"name": "bluf", "version": __version__, "rules": [_rule(name) for name in rules]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return dumped({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(name: str) -> dict[str, object]:
    """A rule's name states the fault, so it serves as its description."""
    return {
        "id": name,
        "shortDescription": {"text": name.replace("-", " ").capitalize()},
        "help": {"text": f"Run “bluf explain {name}” for the manual of this rule."},
    }


def _result(finding: Finding, index: int, fingerprint: str) -> dict[str, object]:
    lines = (finding.message, *finding.notes, finding.hint)
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": finding.level.value,
        "message": {"text": "\n".join(line for line in lines if line)},
        "locations": [_location(parts_of(finding.location), finding.excerpt)],
        # GitHub knows a finding again by the first name alone
        "partialFingerprints": {
            "primaryLocationLineHash": fingerprint,
            "blufFinding/v1": fingerprint,
        },
    }
    if finding.fix and isinstance(finding.location, TextLocation):
        result["fixes"] = [_fix(finding.fix, finding.location, finding.excerpt)]
    return result


def _fix(fix: Fix, location: TextLocation, excerpt: str) -> dict[str, object]:
    start = excerpt.find(fix.old, location.column - 1) + 1
    region = {"startLine": location.line, "startColumn": start, "endColumn": start + len(fix.old)}
    change = {
        "artifactLocation": {"uri": _uri(parts_of(location).path)},
        "replacements": [{"deletedRegion": region, "insertedContent": {"text": fix.new}}],
    }
    return {"artifactChanges": [change]}


def _location(where: PlaceParts, excerpt: str) -> dict[str, object]:
    physical: dict[str, object] = {"artifactLocation": {"uri": _uri(where.path)}}
    if where.line:
        region: dict[str, object] = {"startLine": where.line, "startColumn": where.column}
        if excerpt:
            region["snippet"] = {"text": excerpt}
        physical["region"] = region
    location: dict[str, object] = {"physicalLocation": physical}
    if where.place:
        location["logicalLocations"] = [{"fullyQualifiedName": where.place}]
    return location


def _uri(path: str) -> str:
    """A relative path stays relative, to the folder in which bluf ran."""
    quoted = quote(path.encode("utf-8", "surrogateescape"), safe="/")
    if path.startswith("/"):
        return f"file://{quoted}"
    return f"file:///{path[0]}:{quoted[4:]}" if path[1:3] == ":/" else quoted
