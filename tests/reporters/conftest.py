"""Findings of every kind of place, hostile ones among them."""

from __future__ import annotations

import pytest

from octavo.finding import Finding, Fix, Level
from octavo.location import (
    FileLocation,
    PageLocation,
    SheetLocation,
    TextLocation,
    WordLocation,
)


@pytest.fixture
def findings() -> tuple[Finding, ...]:
    return (
        Finding(
            rule="unknown-key",
            level=Level.ERROR,
            message="“aks” is not a field of a request",
            location=TextLocation("briefs/a/brief.yaml", 12, 5),
            hint="did you mean “ask”?",
            excerpt="    aks: Understanding over the verdicts",
            fix=Fix("aks", "ask"),
        ),
        Finding(
            rule="heading-skipped",
            level=Level.WARNING,
            message="a heading of level 3 follows one of level 1",
            location=WordLocation(
                "out/a.docx", "body", (("table", 1), ("row", 2)), "word/document.xml"
            ),
            excerpt="Follow-ups\nwith owner",
            notes=("level 1: “Requests”", "level 3: “Follow-ups”"),
        ),
        Finding(
            rule="data-type",
            level=Level.ERROR,
            message="“soon” is not a date",
            location=SheetLocation("record.xlsx", "Requests", "C7"),
            fix=Fix("soon", ""),
        ),
        Finding(
            rule="quote-ambiguous",
            level=Level.NOTE,
            message="the quotation stands there more than once",
            location=PageLocation("sources/release.pdf", 2, 7),
        ),
        Finding(
            rule="encoding",
            level=Level.ERROR,
            message="the file is not UTF-8",
            location=FileLocation("/data/a b,c:d%.csv"),
            hint="save it as UTF-8, or name its encoding: --encoding cp1252",
        ),
    )


@pytest.fixture
def hostile() -> Finding:
    """A finding whose every text tries to steer a terminal or a CI server."""
    text = "\x1b[31m::error::x\r\n::add-mask::y ##[error]z ##vso[task] \u202eabc\ud800 \ufffe"
    return Finding(
        rule="bad-character",
        level=Level.ERROR,
        message=text,
        location=TextLocation("  ::set-env name=A::b/\x07.yaml", 1, 200),
        hint=f"::{text}",
        excerpt=text,
        notes=(f" \t::{text}",),
    )
