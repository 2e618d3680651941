"""Carry out what findings offer to fix, on the text of a data file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from octavo.location import TextLocation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from octavo.finding import Finding, Fix

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


def fixable(findings: Iterable[Finding]) -> dict[str, tuple[Finding, ...]]:
    """The findings that offer a fix, by the file they are in."""
    by_path: dict[str, tuple[Finding, ...]] = {}
    for finding in findings:
        if finding.fix and isinstance(finding.location, TextLocation):
            path = finding.location.path
            by_path[path] = (*by_path.get(path, ()), finding)
    return by_path


def fixed(text: str, findings: Iterable[Finding]) -> str:
    """The text with every fix carried out that finds its words where they were.

    A line on which nothing is left goes, and so do blanks before a comment that was deleted.
    """
    edits = {
        (finding.location, finding.fix)
        for finding in findings
        if finding.fix and isinstance(finding.location, TextLocation)
    }
    lines = _LINE.findall(text)
    for location, fix in sorted(edits, key=lambda edit: edit[0], reverse=True):
        lines[location.line - 1] = _edited(lines[location.line - 1], location.column, fix)
    return "".join(lines)


def _edited(line: str, column: int, fix: Fix) -> str:
    start = line.find(fix.old, column - 1)
    if start < 0:
        return line
    before, after = line[:start], line[start + len(fix.old) :]
    if fix.new or after.strip():
        return before + fix.new + after
    return before.rstrip() + after if before.strip() else ""
