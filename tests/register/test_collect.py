from __future__ import annotations

from typing import TYPE_CHECKING

from tests.register.conftest import EARLIER

from octavo.location import TextLocation

if TYPE_CHECKING:
    from tests.register.conftest import LinkBriefs, WriteBrief


def test_findings_come_in_the_order_of_files_and_lines(
    write_brief: WriteBrief, link_briefs: LinkBriefs
) -> None:
    body = """\
        follow_ups:
          - {id: F1, action: A, carried_from: 2025-01-01-a#F2}
          - {id: F2, action: A, carried_from: 2025-01-01-a#R1}
          - {id: F3, action: A, carried_from: 2025-01-01-a#F3}
        """
    linked = link_briefs(write_brief("2025-02-01-b", body), write_brief("2025-01-01-a", EARLIER))
    lines = [f.location.line for f in linked.findings if isinstance(f.location, TextLocation)]
    assert lines == sorted(lines)
    assert len(lines) == 3
