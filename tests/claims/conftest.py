"""Small briefs and sources for the tests of claims."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from bluf.claims import proven
from bluf.data import read

if TYPE_CHECKING:
    from bluf.model import Claim
    from octavo.finding import Finding

HEAD = """\
id: talks
title: Talks
date: 2026-03-02
to: Minister
from: Desk
"""
BOTTOM_LINE = "bottom_line: They talked.\n"
PARTIES = """\
parties:
  rs: {name: Republic of Serbia, short: Serbia}
  us: {name: United States of America, short: U.S.}
"""


class Held(Protocol):
    """Holds a brief to its sources."""

    def __call__(self, record: str, **sources: str) -> tuple[list[Claim], list[Finding]]:
        """The claims and findings of a record whose sources are files ``a.txt`` and so on."""


@pytest.fixture
def held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Held:
    """Holds a brief in an empty folder to its sources."""
    monkeypatch.chdir(tmp_path)

    def hold(record: str, **sources: str) -> tuple[list[Claim], list[Finding]]:
        for name, text in sources.items():
            (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        line = "" if "bottom_line:" in record else BOTTOM_LINE
        parties = "" if "parties:" in record else PARTIES
        (tmp_path / "brief.yaml").write_text(HEAD + line + parties + record, encoding="utf-8")
        found = proven(read("brief.yaml"))
        proof, findings = found.proof, found.findings
        return list(proof.ledger.claims), list(findings)

    return hold


class Rules(Protocol):
    """Names the rules that a text of the brief breaks."""

    def __call__(
        self,
        text: str,
        source: str,
        language: str = "en",
        own: str = "en",
        more: str = "",
        after: str = "",
    ) -> list[str]:
        """The rules that a bottom line breaks against one source in some language."""


@pytest.fixture
def rules(held: Held) -> Rules:
    """The rules that a bottom line breaks."""

    def broken(
        text: str,
        source: str,
        language: str = "en",
        own: str = "en",
        more: str = "",
        after: str = "",
    ) -> list[str]:
        line = text.replace("'", "''")
        _, findings = held(
            f"bottom_line: '{line}'\nlanguage: {own}\n"
            f"sources: {{a: {{title: A, publisher: P, language: {language}{more}, "
            f"file: a.txt}}}}\n{after}\n",
            a=source,
        )
        return [finding.rule for finding in findings]

    return broken


PEOPLE = """\
sources:
  a: {{title: A, publisher: P, language: {language}, file: a.txt}}
events:
  - id: E1
    title: Talks
    {place}participants: [{{name: {name}}}]
"""


ROOT = Path(__file__).parents[2]


DOCS = (ROOT / "docs" / "claims.md").read_text(encoding="utf-8")


TABLE = DOCS.split("## Every field")[1].split("\n**")[0]


ROWS = {
    cells[0].strip(): [re.findall(r"`(\w+)`", cell) for cell in cells[1:4]]
    for line in TABLE.splitlines()
    if line.startswith("| ") and "`" in line
    for cells in [line[2:].split("|")]
}


LISTS = {
    "events": "Event",
    "participants": "Participant",
    "requests": "Request",
    "outcomes": "Outcome",
    "follow_ups": "FollowUp",
    "evidence": "Evidence",
    "history": "Change",
    "due": "Due",
    "sources": "Source",
    "recommendations": "Recommendation",
    "next": "Next",
    "extra": "Extra",
}


def field_of(path: tuple[str | int, ...]) -> tuple[str, str]:
    """The record and the field that a path ends in."""
    names = [part for part in path if isinstance(part, str)]
    if names[0] in {"sources", "extra"}:
        return LISTS[names[0]], names[-1]
    if names[-1] in {"date", "value"} and names[0] == "events":
        return "SourcedDate", "value"
    record = next((LISTS[part] for part in reversed(names[:-1]) if part in LISTS), "Brief")
    return record, names[-1]


REQUEST = """\
sources:
  a: {{title: A, publisher: P, language: {language}, file: a.txt}}
requests:
  - id: R1
    from: rs
    to: us
    ask: Support
    response: {response}
    {more}evidence: [{{source: a, quote: {quote}}}]
{outcome}"""


def broken(held: Held, place: str, source: str, more: str = "") -> list[str]:
    """The rules on places that a place breaks, against one source."""
    _, findings = held(
        "sources: {a: {title: A, publisher: P, file: a.txt}}\n"
        f"events: [{{id: E1, title: Talks, place: {place}{more}}}]\n",
        a=source,
    )
    return [each.rule for each in findings if each.rule.startswith(("place", "name-m"))]
