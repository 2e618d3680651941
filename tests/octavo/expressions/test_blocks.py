from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.expressions import match, read, scan

if TYPE_CHECKING:
    from octavo.expressions import Blocks


def blocks(text: str) -> Blocks:
    return match(read(tag, mark) for mark, tag in enumerate(scan(text).tags))


def test_branches_and_jumps_belong_to_their_block() -> None:
    found = blocks("{% for x in y %}{% if x %}{% break %}{% else %}{% endif %}{% endfor %}")
    assert found.groups == ((1, 3, 4), (0, 2, 5))
    assert found.faults == ()


@pytest.mark.parametrize(
    ("text", "mark", "message"),
    [
        ("{% if a %}", 0, "the block is never closed"),
        ("{% endif %}", 0, "it closes a block that was never opened"),
        ("{% else %}", 0, "“else” stands in no block that can have one"),
        ("{% break %}", 0, "“break” stands in no loop that it could end"),
        ("{% if a %}{% else %}{% else %}{% endif %}", 2, "it comes after “else”"),
    ],
)
def test_a_tag_without_its_partner_is_a_fault(text: str, mark: int, message: str) -> None:
    (fault,) = blocks(text).faults
    assert (fault.mark, fault.other) == (mark, None)
    assert fault.fault.message.startswith(message)


def test_blocks_that_cross_are_told_with_both_places() -> None:
    first, *_ = blocks("{% for x in y %}{% if x %}{% endfor %}{% endif %}").faults
    assert (first.mark, first.other) == (1, 2)
