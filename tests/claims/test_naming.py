from __future__ import annotations

from typing import TYPE_CHECKING

from tests.claims.conftest import ROWS, field_of

if TYPE_CHECKING:
    from tests.claims.conftest import Held


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


def test_what_is_held_is_a_claim(held: Held) -> None:
    """Each field that the table calls held has a claim in the ledger of one full brief."""
    claims, _ = held(FULL, a=SOURCE)
    paths = {field_of(claim.path) for claim in claims}
    expected = {
        (name, field)
        for name, (fields, _, _) in ROWS.items()
        for field in fields
        if field not in COMPOUND.get(name, set()) | ELSEWHERE.get(name, set())
    }
    assert expected - paths == set()


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
