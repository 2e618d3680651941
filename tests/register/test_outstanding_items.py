from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.data import read
from bluf.register import link, make_card, outstanding, read_card

if TYPE_CHECKING:
    from tests.register.conftest import WriteBrief

EARLIER = """\
    requests:
      - {id: R1, from: rs, to: us, ask: Lower tariffs}
      - {id: R2, from: rs, to: us, ask: Visit}
    follow_ups:
      - {id: F1, action: Launch, owner: both sides, due: {wording: soon, latest: 2025-01-20}}
      - {id: F2, action: Write, owner: us, priority: 1}
    """
LATER = """\
    requests:
      - {id: R1, from: rs, to: us, ask: Lower tariffs, carried_from: 2025-01-01-a#R1}
    follow_ups:
      - id: F1
        action: Launch
        carried_from: 2025-01-01-a#F1
        evidence: [{source: mfa, quote: it was said}]
        history:
          - {date: 2025-01-30, status: open, evidence: [{source: paper, quote: uskoro}]}
      - id: F2
        action: Write
        priority: 1
        carried_from: 2025-01-01-a#F2
        status: done
        history: [{date: 2025-01-20, status: done, note: two pages}]
      - {id: F3, action: Think}
    """


def test_what_is_carried_over_stands_as_it_is_on_the_day(write_brief: WriteBrief) -> None:
    earlier = write_brief("2025-01-01-a", EARLIER)
    later = read(write_brief("2025-02-01-b", LATER))
    rows = outstanding(later.brief, link([read_card(earlier), make_card(later)]))
    assert [(row.number, row.what, row.owner, row.due, row.status) for row in rows] == [
        (1, "Write", "United States", "", "Done"),
        (2, "Launch", "Both sides", "“soon”, 20 Jan 2025 at the latest", "Overdue"),
        (3, "Lower tariffs", "United States", "", "No answer"),
    ]
    assert [row.sources for row in rows] == ["", "1,\N{NO-BREAK SPACE}2", ""]
    assert [row.answer for row in rows] == ["Done (two pages)", "", ""]
    assert [row.settled for row in rows] == [True, False, False]
    assert {row.since for row in rows} == {"1 Jan 2025"}


def test_what_no_earlier_brief_holds_is_not_outstanding(write_brief: WriteBrief) -> None:
    later = read(write_brief("2025-02-01-b", LATER))
    assert outstanding(later.brief, link([make_card(later)])) == ()
    assert outstanding(later.brief, link([])) == ()
