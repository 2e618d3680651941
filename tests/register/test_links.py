from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.register import link, read_card

if TYPE_CHECKING:
    from tests.register.conftest import WriteBrief


def test_a_link_out_of_what_was_read_is_a_warning_where_that_is_only_a_part(
    write_brief: WriteBrief,
) -> None:
    body = "follow_ups: [{id: F1, action: A, carried_from: 2025-01-01-a#F1}]"
    card = read_card(write_brief("2025-02-01-b", body))
    levels = [link([card], partial=partial).findings[0].level for partial in (False, True)]
    assert levels == ["error", "warning"]
