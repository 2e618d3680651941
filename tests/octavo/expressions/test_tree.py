from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.expressions import read, scan
from octavo.expressions.tree import Condition, Loop, grow

if TYPE_CHECKING:
    from octavo.expressions import Item


def test_steps_and_texts_grow_into_blocks() -> None:
    text = "{% for x in y %}{% if x %}{% else %}{% endif %}{{ loop.index }}{% else %}{% endfor %}"
    steps = [read(tag, mark) for mark, tag in enumerate(scan(text).tags)]
    items: list[Item] = ["before", *steps[:2], "yes", *steps[2:6], "none", steps[6]]
    first, loop = grow(items)
    assert first == "before"
    assert isinstance(loop, Loop)
    condition, value = loop.body
    assert isinstance(condition, Condition)
    assert [branch.body for branch in condition.alternatives] == [["yes"], []]
    assert (value, loop.otherwise, loop.uses_loop) == (steps[4], ["none"], True)
