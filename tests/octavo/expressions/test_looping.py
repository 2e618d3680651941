from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Render = Callable[..., str]


def test_a_loop_of_pairs_can_be_left(render: Render) -> None:
    text = "{% for k, v in m|items %}{% if v == 2 %}{% break %}{% endif %}{{ k }}{% endfor %}"
    assert render(text, m={"a": 1, "b": 2}) == "a"
    counted = "{% for k in m %}{{ loop.index }}{% break %}{% endfor %}"
    assert render(counted, m=[1, 2]) == "1"
