from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.location import TextLocation

if TYPE_CHECKING:
    from tests.register.conftest import LinkBriefs, WriteBrief


@pytest.mark.parametrize(
    ("rule", "body", "words", "message"),
    [
        (
            "done-before-begun",
            """\
            follow_ups:
              - id: F1
                action: A
                status: dropped
                history: [{date: 2024-12-31, status: dropped}]
            """,
            "2024-12-31",
            "“F1” is dropped on 2024-12-31, before it began on 2025-02-01",
        ),
        (
            "history-out-of-order",
            """\
            follow_ups:
              - id: F1
                action: A
                history:
                  - {date: 2025-02-03, status: open}
                  - {date: 2025-02-02, status: open}
            """,
            "2025-02-02",
            "“2025-02-02” stands after “2025-02-03” in the history of “F1”",
        ),
        (
            "status-not-in-history",
            """\
            follow_ups:
              - id: F1
                action: A
                history: [{date: 2025-02-03, status: done}]
                status: open
            """,
            "open",
            "“F1” is open, but its history ends with done on 2025-02-03",
        ),
    ],
)
def test_a_history_that_cannot_be_is_found_where_it_stands(
    write_brief: WriteBrief,
    link_briefs: LinkBriefs,
    rule: str,
    body: str,
    words: str,
    message: str,
) -> None:
    path = write_brief("2025-02-01-b", body)
    (finding,) = link_briefs(path).findings
    assert (finding.rule, finding.message) == (rule, message)
    lines = path.read_text("utf-8").splitlines()
    line = next(number for number, text in enumerate(lines) if words in text)
    place = TextLocation(path.as_posix(), line + 1, lines[line].index(words) + 1)
    assert (finding.location, finding.excerpt) == (place, lines[line])
    assert finding.hint


def test_a_sound_history_has_no_fault(write_brief: WriteBrief, link_briefs: LinkBriefs) -> None:
    body = """\
        events: [{id: E1, title: Meeting, date: 2025-01-20}]
        follow_ups:
          - id: F1
            action: A
            status: done
            history:
              - {date: 2025-01-20, status: open}
              - {date: 2025-01-20, status: done}
        """
    assert link_briefs(write_brief("2025-02-01-b", body)).findings == ()
