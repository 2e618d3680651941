"""A proof page of a brief that has something of everything."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from bluf.data import read
from bluf.evidence import proven
from bluf.model import Claim, ClaimKind, Ledger, Verdict
from bluf.proof_page import proof_page

if TYPE_CHECKING:
    from bluf.data import DataFile

RECORD = """\
id: talks
title: Talks <in> Belgrade
date: 2026-03-02
to: Minister
from: Desk
marking: UNCLASSIFIED
bottom_line: Two crossings open, “in May”.
parties:
  rs: {name: Republic of Serbia, short: Serbia}
  us: {name: United States of America, short: U.S.}
sources:
  a: {title: Release, publisher: Ministry, party: rs, file: a.txt, url: "https://example.org/a"}
  b: {title: Изјава, publisher: Department, party: us, language: sr, file: b.txt, date: 2026-03-01}
events:
  - {id: E1, title: Talks, place: Belgrade, participants: [{name: Ana Anić, party: rs}]}
requests:
  - id: R1
    from: rs
    to: us
    ask: Money
    state: appeal
    response: not reported
    evidence: [{source: a, quote: "We asked for […] money", response: not reported}]
  - {id: R2, from: rs, to: us, ask: Time, state: planned}
  - {id: R3, from: rs, to: us, ask: Advice, priority: 1, basis: the Minister on the telephone}
outcomes:
  - id: O1
    statement: Open two crossings
    strength: agreed
    evidence:
      - {source: a, quote: We agreed to open two crossings, strength: agreed, due: in May}
      - {source: b, quote: Договорили смо се, translation: We agreed, translator: Desk}
      - {source: b, quote: Отварамо десет прелаза}
follow_ups:
  - {id: F1, action: Open them, owner: rs, to: us, due: in May, follows: [O1]}
  - {id: F2, action: Say so, owner: rs, follows: [O1]}
background: Nothing more.
recommendations: [Approve the opening]
lines_to_take: [We are glad]
next: [{title: Talks in Washington}]
comment: The desk doubts it.
"""
A = "Talks\n\nWe asked for a lot of money.\nWe agreed to open two crossings in May.\n"
B = "Договорили смо се. Отварамо два прелаза.\n"


class Page(HTMLParser):
    """The tags of a page with their attributes, and its text."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(data.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def of_class(self, name: str) -> list[dict[str, str | None]]:
        """The attributes of every tag of a class."""
        return [attrs for _, attrs in self.tags if name in (attrs.get("class") or "").split()]

    @property
    def words(self) -> str:
        """The text on one line."""
        return " ".join("".join(self.text).split())


@pytest.fixture
def brief(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DataFile:
    """The brief, with its sources beside it, in the current folder."""
    monkeypatch.chdir(tmp_path)
    for name, text in {"brief.yaml": RECORD, "a.txt": A, "b.txt": B}.items():
        Path(name).write_text(text, encoding="utf-8")
    return read("brief.yaml")


@pytest.fixture
def page(brief: DataFile) -> bytes:
    """Its proof page, with a ledger."""
    found = proven(brief)
    found = replace(found, proof=replace(found.proof, ledger=ledger(brief)))
    return proof_page(brief, found, open_findings=1)


def ledger(brief: DataFile) -> Ledger:
    """What became of some claims of the brief."""
    found = proven(brief)
    place = found.proof.places["outcomes", 0, "evidence", 0, "quote"]
    at = brief.places.at("outcomes", 0, "statement")

    def claim(kind: ClaimKind, words: str, verdict: Verdict, **more: str) -> Claim:
        return Claim(kind, ("outcomes", 0, "statement"), words, verdict, at, **more)  # type: ignore[arg-type]

    return Ledger(
        (
            Claim(
                ClaimKind.STRENGTH,
                ("outcomes", 0, "strength"),
                "agreed",
                Verdict.BORNE_OUT,
                at,
                "a",
                place,
            ),
            claim(ClaimKind.FIGURE, "two", Verdict.CONTRADICTED, found="three"),
            claim(ClaimKind.NAME, "Anić", Verdict.UNDECIDED),
            claim(ClaimKind.DATE, "May", Verdict.NOT_FOUND),
            claim(ClaimKind.SIDE, "rs", Verdict.BORNE_OUT),
            claim(ClaimKind.STATE, "made", Verdict.BORNE_OUT),
            Claim(ClaimKind.WORDS, ("comment",), "doubts", Verdict.OWN, at),
        )
    )
