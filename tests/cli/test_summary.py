from __future__ import annotations

from bluf.cli.summary import counted
from octavo.finding import Finding, Level
from octavo.location import FileLocation


def test_findings_are_counted_by_their_weight() -> None:
    place = FileLocation("a.yaml")
    levels = (Level.NOTE, Level.ERROR, Level.ERROR)
    assert counted([Finding("rule", each, "message", place) for each in levels]) == (
        "2 errors, 1 note"
    )
    assert counted([]) == "no findings"
