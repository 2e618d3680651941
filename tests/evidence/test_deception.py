"""Signs that deceive the eye are told at their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.evidence.deception import deceptions
from octavo.location import TextLocation

if TYPE_CHECKING:
    from tests.evidence.conftest import SearchText


TEXT = "We will fund it, crоss it, \u202eand go on."
"""The foreign letter stands at 19, the control at 27."""


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ((0, 38), [("mixed-script", 20), ("bidi-control", 28)]),
        ((0, 17), []),
        ((17, 22), [("mixed-script", 20)]),
        ((8, 27), [("mixed-script", 20)]),
        ((8, 28), [("mixed-script", 20), ("bidi-control", 28)]),
        ((22, 28), [("bidi-control", 28)]),
        ((28, 38), []),
    ],
)
def test_a_passage_is_looked_through_from_end_to_end(
    search: SearchText, span: tuple[int, int], expected: list[tuple[str, int]]
) -> None:
    found = list(deceptions(search(TEXT), *span))
    places = [TextLocation("a.txt", 1, column) for _, column in expected]
    assert [(each.rule, each.location) for each in found] == [
        (rule, place) for (rule, _), place in zip(expected, places, strict=True)
    ]
    assert all(each.excerpt == TEXT for each in found)
