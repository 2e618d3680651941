from __future__ import annotations

import pickle

from octavo.finding import Finding, FindingsError, Level
from octavo.location import (
    TextLocation,
)


def test_an_error_tells_every_finding_and_travels_whole() -> None:
    findings = [
        Finding("a-rule", Level.ERROR, "first", TextLocation("a.yaml", 1)),
        Finding("a-rule", Level.NOTE, "second", TextLocation("a.yaml", 2)),
    ]
    error = FindingsError(findings)
    assert str(error) == "a.yaml:1:1: first\na.yaml:2:1: second"
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert again.findings == error.findings
