"""Findings as annotations of GitHub Actions.

Source: GitHub's documentation “Workflow commands for GitHub Actions”, and the escaping of
``@actions/core``: ``%``, CR and LF in a message; ``:`` and ``,`` besides in a property.
"""

from __future__ import annotations

from collections.abc import Sequence

from bluf.reporters.escape import escaped
from bluf.reporters.place_parts import parts_of
from octavo.finding import Finding, Level

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def report(findings: Sequence[Finding]) -> str:
    """One workflow command a finding."""
    return "".join(f"{_command(finding)}\n" for finding in findings)


def _command(finding: Finding) -> str:
    where = parts_of(finding.location)
    properties = {
        "file": where.path,
        "line": where.line,
        "col": where.column,
        "title": finding.rule,
    }
    listed = ",".join(
        f"{name}={_property(str(value))}" for name, value in properties.items() if value
    )
    return f"::{_COMMANDS[finding.level]} {listed}::{_message(finding, where.place)}"


def _message(finding: Finding, place: str) -> str:
    first = f"{place}: {finding.message}" if place else finding.message
    lines = (first, *finding.notes, finding.hint)
    return "%0A".join(_data(line) for line in lines if line)


def _data(text: str) -> str:
    return escaped(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
