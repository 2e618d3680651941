from __future__ import annotations

import pytest
from msgspec import Struct

from octavo.ooxml.comparison.stories import paired


class Said(Struct, frozen=True):
    text: str


class Row(Said, frozen=True):
    pass


@pytest.mark.parametrize(
    ("before", "after", "pairs"),
    [
        (["a", "b", "c"], ["a", "c"], [("a", "a"), ("b", None), ("c", "c")]),
        (
            ["a", "old words", "c"],
            ["a", "else", "c"],
            [("a", "a"), ("old words", "else"), ("c", "c")],
        ),
        (
            ["the cost is shared"],
            ["a new line", "the cost was shared"],
            [(None, "a new line"), ("the cost is shared", "the cost was shared")],
        ),
        (
            ["a", "b", "c", "a", "b", "c", "a", "b"],
            ["a", "b", "c", "a", "x", "c", "a", "b"],
            [*zip("abca", "abca", strict=True), ("b", "x"), *zip("cab", "cab", strict=True)],
        ),
    ],
)
def test_equal_and_alike_texts_meet(
    before: list[str], after: list[str], pairs: list[tuple[str | None, str | None]]
) -> None:
    found = paired([Said(text) for text in before], [Said(text) for text in after])
    assert [(old and old.text, new and new.text) for old, new in found] == pairs


def test_items_of_two_kinds_never_meet() -> None:
    assert list(paired([Said("a")], [Row("a")])) == [(Said("a"), None), (None, Row("a"))]
