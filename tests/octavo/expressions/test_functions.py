from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.expressions import RunError

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_template_may_count(render: Callable[..., str]) -> None:
    assert render("{% for n in range(2, 9, 3) %}{{ n }}{% endfor %}") == "258"


def test_nobody_counts_without_end(render: Callable[..., str]) -> None:
    with pytest.raises(RunError, match="“range” counts more than 10,000 numbers"):
        render("{{ range(n)|length }}", n=10001)
    assert render("{{ range(10000)|length }}") == "10000"
