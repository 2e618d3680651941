"""Each field of the record is a claim, the desk's own, or form: docs/evidence.md says which."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bluf.claims import prove
from bluf.data import read
from bluf.model import Item, Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.claims.conftest import Held

ROOT = Path(__file__).parents[2]
DOCS = (ROOT / "docs" / "evidence.md").read_text(encoding="utf-8")
TABLE = DOCS.split("### Every field")[1].split("\n**")[0]
ROWS = {
    cells[0].strip(): [re.findall(r"`(\w+)`", cell) for cell in cells[1:4]]
    for line in TABLE.splitlines()
    if line.startswith("| ") and "`" in line
    for cells in [line[2:].split("|")]
}
COMPOUND = {
    "Brief": {"requests", "outcomes", "follow_ups", "events"},
    "Event": {"participants", "date"},
    "Request": {"evidence"},
    "Outcome": {"evidence"},
    "FollowUp": {"evidence", "history", "due"},
    "Change": {"evidence"},
}
"""Fields that hold other records, whose own fields are claims."""
ELSEWHERE = {
    "Evidence": {"quote", "due"},
    "Due": {"wording", "earliest"},
    "Change": {"date"},
    "Brief": {"date", "title"},
    "Source": {"date"},
}
"""Fields that are quotations themselves, days that are held to each other, and a plain title."""


def records(base: type[Record] = Record) -> Iterator[type[Record]]:
    for each in base.__subclasses__():
        yield each
        yield from records(each)


ALL = {each.__name__: each for each in records() if each is not Item}


def test_the_table_names_every_record() -> None:
    assert set(ROWS) == set(ALL)


@pytest.mark.parametrize("name", sorted(ALL))
def test_each_field_has_one_place(name: str) -> None:
    written = [field for cell in ROWS[name] for field in cell]
    assert sorted(written) == sorted(ALL[name].__struct_encode_fields__)


def test_what_is_held_is_a_claim(held: Held) -> None:
    """Each field that the table calls held has a claim in the ledger of one full brief."""
    claims, _ = held(FULL, a=SOURCE)
    paths = {_field(claim.path) for claim in claims}
    expected = {
        (name, field)
        for name, (fields, _, _) in ROWS.items()
        for field in fields
        if field not in COMPOUND.get(name, set()) | ELSEWHERE.get(name, set())
    }
    assert expected - paths == set()


def test_what_is_the_desks_is_no_claim() -> None:
    for folder in (ROOT / "briefs").glob("*/brief.yaml"):
        proof, _ = prove(read(folder))
        own = {(name, field) for name, (_, fields, _) in ROWS.items() for field in fields}
        quoted = {"words", "speaker"}
        found = {_field(each.path) for each in proof.ledger.claims if each.kind not in quoted}
        assert not found & own


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


def _field(path: tuple[str | int, ...]) -> tuple[str, str]:
    """The record and the field that a path ends in."""
    names = [part for part in path if isinstance(part, str)]
    if names[0] in {"sources", "extra"}:
        return LISTS[names[0]], names[-1]
    if names[-1] in {"date", "value"} and names[0] == "events":
        return "SourcedDate", "value"
    record = next((LISTS[part] for part in reversed(names[:-1]) if part in LISTS), "Brief")
    return record, names[-1]


SOURCE = """\
Serbia, on 2 March 2026.

In Belgrade the Serbian Foreign Minister Petar Novak asked the United States to pay 5 million euros
by 30 April 2026. The U.S. Ambassador Ann Lee accepted the request, and agreed to pay 5 million
euros “later this year”, after the vote.
"""
FULL = """\
bottom_line: Serbia asked for 5 million euros.
background: Serbia met Lee.
sources:
  a: {title: A, publisher: Ministry of Serbia, party: rs, date: 2026-03-02, file: a.txt}
events:
  - id: E1
    title: Novak meets Lee
    date: {value: 2026-03-02, source: a}
    place: Belgrade
    participants:
      - {name: Petar Novak, role: Foreign Minister, party: rs, source: a}
      - {name: Ann Lee, role: Ambassador, party: us, source: a}
requests:
  - id: R1
    from: rs
    to: Ambassador Lee
    ask: Pay 5 million euros
    response: accepted
    topic: Serbia
    evidence:
      - source: a
        response: accepted
        quote: >-
          asked the United States to pay 5 million euros by 30 April 2026. The U.S. Ambassador Ann
          Lee accepted the request
outcomes:
  - id: O1
    statement: Pay 5 million euros
    strength: agreed
    topic: Serbia
    evidence: [{source: a, strength: agreed, quote: agreed to pay 5 million euros}]
follow_ups:
  - id: F1
    action: Pay 5 million euros
    owner: us
    to: Minister Novak
    topic: Serbia
    due: {wording: later this year, latest: 2026-12-31, after: the vote in Serbia, source: a}
    evidence: [{source: a, due: later this year, quote: agreed to pay 5 million euros}]
    history: [{date: 2026-03-02, status: open, note: Serbia waits}]
  - id: F2
    action: Pay 5 million euros
    owner: us
    due: {date: 2026-04-30, source: a}
    evidence: [{source: a, quote: pay 5 million euros by 30 April 2026}]
"""
