from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

import pytest

from octavo.expressions import LIMITS, RunError

if TYPE_CHECKING:
    from collections.abc import Callable

    Render = Callable[..., str]


def test_a_loop_of_pairs_can_be_left(render: Render) -> None:
    text = "{% for k, v in m|items %}{% if v == 2 %}{% break %}{% endif %}{{ k }}{% endfor %}"
    assert render(text, m={"a": 1, "b": 2}) == "a"
    counted = "{% for k in m %}{{ loop.index }}{% break %}{% endfor %}"
    assert render(counted, m=[1, 2]) == "1"


def test_a_loop_without_a_known_end_is_refused_not_cut(render: Render) -> None:
    text = "{% for x in xs %}{{ x }}{% endfor %}"
    assert len(render(text, xs=repeat("a", LIMITS.items))) == LIMITS.items
    with pytest.raises(RunError, match="runs over more than 100,000 items"):
        render(text, xs=repeat("a", LIMITS.items + 1))
