from __future__ import annotations

import datetime as dt
import textwrap
from typing import TYPE_CHECKING, Protocol

import pytest

from bluf.register import Reckoning, link, make_register, read_card

if TYPE_CHECKING:
    from pathlib import Path

    from bluf.register import Linked, Register


class WriteBrief(Protocol):
    def __call__(self, brief: str, body: str = ..., *, folder: str = ...) -> Path: ...


class LinkBriefs(Protocol):
    def __call__(self, *paths: Path) -> Linked: ...


EARLIER = """\
    requests:
      - {id: R1, from: rs, to: us, ask: Lower tariffs}
    outcomes:
      - {id: O1, statement: Hold a dialogue, strength: agreed}
    follow_ups:
      - {id: F1, action: Launch the dialogue, owner: both sides}
    """
"""An earlier brief with one item of each kind."""

HEAD = """\
id: {brief}
title: A meeting
date: {date}
to: Minister
from: Desk
marking: UNCLASSIFIED
bottom_line: They met.
parties:
  rs: {{name: Republic of Serbia, short: Serbia}}
  us: {{name: United States}}
sources:
  mfa: {{title: A release, publisher: A ministry, party: rs, file: mfa.txt}}
  paper: {{title: Članak, publisher: Novosti, language: sr, kind: article, date: 2025-01-03,
    url: "https://example.org/a", file: paper.txt}}
"""


@pytest.fixture
def write_brief(tmp_path: Path) -> WriteBrief:
    """Write the data file of a brief whose id begins with its date."""

    def write(brief: str, body: str = "", *, folder: str = "") -> Path:
        path = tmp_path / (folder or brief) / "brief.yaml"
        path.parent.mkdir()
        head = HEAD.format(brief=brief, date=brief[:10])
        path.write_text(head + textwrap.dedent(body), encoding="utf-8")
        return path

    return write


@pytest.fixture
def link_briefs() -> LinkBriefs:
    """Read data files and join them."""

    def linked(*paths: Path) -> Linked:
        return link(read_card(path) for path in paths)

    return linked


FIRST = """\
    events: [{id: E1, title: Meeting, date: 2025-01-03}]
    requests:
      - id: R1
        event: E1
        from: rs
        to: us
        ask: Lower tariffs
        topic: Trade
        evidence: [{source: mfa, quote: We asked for lower tariffs}]
      - {id: R2, event: E1, from: us, to: rs, ask: "=cmd|'/C calc'!A0", response: refused}
      - {id: R3, from: us, to: rs, ask: 释放被扣押的公民并尽快送他回家, state: planned}
    outcomes:
      - id: O1
        event: E1
        statement: Hold a dialogue
        strength: agreed
        answers: [R1]
        evidence: [{source: mfa, quote: agreed to hold a dialogue}]
    follow_ups:
      - id: F1
        action: Launch the dialogue
        owner: both sides
        due: {wording: this year, latest: 2025-12-31}
        follows: [O1]
        topic: Dialogue, launch; <b>bold</b>
      - {id: F2, action: Write a letter, owner: us, to: rs, due: 2025-02-01, status: dropped}
      - {id: F3, action: Think, due: very soon}
      - id: F4
        action: Pay
        owner: us
        due: 2025-06-30
        status: done
        history: [{date: 2025-01-20, status: done, note: Paid in full}]
      - {id: F5, action: Answer, owner: rs, due: 2025-01-15}
      - {id: F6, action: Call, due: 2025-02-12}
    """

SECOND = """\
    follow_ups:
      - id: F1
        action: Launch the dialogue
        owner: both sides
        carried_from: 2025-01-05-a#F1
        history:
          - date: 2025-01-31
            status: open
            note: Not begun
            evidence: [{source: paper, quote: uskoro, translation: soon, translator: the desk}]
    """


@pytest.fixture
def linked(write_brief: WriteBrief, link_briefs: LinkBriefs) -> Linked:
    """Two briefs with an item in every state, one of them carried over, and a later one."""
    return link_briefs(
        write_brief("2025-01-05-a", FIRST),
        write_brief("2025-02-01-b", SECOND),
        write_brief("2025-03-01-c", "follow_ups: [{id: F1, action: Later}]"),
    )


@pytest.fixture
def register(linked: Linked) -> Register:
    """Everything as it stood on 2 February 2025."""
    return make_register(linked, Reckoning(dt.date(2025, 2, 2)))


@pytest.fixture
def empty(linked: Linked) -> Register:
    """The same briefs on a day before any of them."""
    return make_register(linked, Reckoning(dt.date(2024, 2, 2)))
