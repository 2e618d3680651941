from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.octavo.word.conftest import (
    BOOKMARK,
    bookmarks,
)

if TYPE_CHECKING:
    from tests.octavo.word.conftest import (
        P,
    )


Fill = Callable[..., Any]


def test_a_bookmark_in_a_loop_is_numbered(fill: Fill, p: P) -> None:
    body = p("{%p for x in xs %}") + BOOKMARK.format("b" * 40) + p("{%p endfor %}")
    output = fill(body, {"xs": [1, 2]})
    assert bookmarks(output.root) == [("2", "b" * 40), ("3", "b" * 38 + "_2")]
