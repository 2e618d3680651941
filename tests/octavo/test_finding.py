from __future__ import annotations

import pickle

from octavo.finding import Finding, FindingsError, Level
from octavo.location import (
    FileLocation,
    PageLocation,
    SheetLocation,
    TextLocation,
    WordLocation,
)


def test_places_read_as_people_say_them() -> None:
    steps = (("table", 1), ("row", 2), ("cell", 3), ("paragraph", 1))
    assert str(FileLocation("a.docx")) == "a.docx"
    assert str(TextLocation("a.yaml", 12, 5)) == "a.yaml:12:5"
    assert str(SheetLocation("a.xlsx", "Requests", "C7")) == "a.xlsx:Requests!C7"
    assert str(PageLocation("a.pdf", 2, 7)) == "a.pdf: page 2, line 7"
    assert (
        str(WordLocation("a.docx", "body", steps))
        == "a.docx: body, table 1, row 2, cell 3, paragraph 1"
    )
    assert str(WordLocation("", "footnote 3")) == "footnote 3"


def test_an_error_tells_every_finding_and_travels_whole() -> None:
    findings = [
        Finding("a-rule", Level.ERROR, "first", TextLocation("a.yaml", 1)),
        Finding("a-rule", Level.NOTE, "second", TextLocation("a.yaml", 2)),
    ]
    error = FindingsError(findings)
    assert str(error) == "a.yaml:1:1: first\na.yaml:2:1: second"
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert again.findings == error.findings
