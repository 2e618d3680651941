"""What is said of words that do not stand in their source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.evidence.missing import _correction, absent_parts
from bluf.evidence.nearest import nearest
from bluf.evidence.normal import normalise

if TYPE_CHECKING:
    from tests.evidence.conftest import SearchText

SAID = "They met in the hall, the Minister said, and agreed to open the bridge in May."


@pytest.mark.parametrize(
    ("quotes", "said"),
    [
        (["agreed to close the bridge"], "the source has “open”, not “close”"),
        (["agreed to the bridge"], "the source has “open” as well"),
        (["agreed to open also the bridge"], "the source has no “also”"),
        (["met in the town , the Minister said"], "the source has “hall”, not “town”"),
        (
            ["They sat at the hall", "agreed to shut the bridge at May"],
            ("the source has “met in”, not “sat at”; “open”, not “shut”; “in”, not “at”"),
        ),
        (
            ["We met in a hall", "agreed to shut the bridge at May"],
            "the source has “They”, not “We”; “the”, not “a”; “open”, not “shut”",
        ),
        (["in the hall , the Minister"], "copy it as it stands there"),
    ],
)
def test_the_first_three_differences_are_told(
    search: SearchText, quotes: list[str], said: str
) -> None:
    found = nearest(search(SAID), [normalise(quote).text for quote in quotes])
    assert _correction([near for near in found if near]) == said


@pytest.mark.parametrize(
    ("quote", "absent"),
    [
        ("agreed to open […] in May", []),
        ("agreed to shut […] in May", ["agreed to shut"]),
        ("agreed to shut […] in June", ["agreed to shut", "in June"]),
        ("in May […] agreed to open", []),
        ("[…]", []),
    ],
)
def test_parts_are_absent_that_stand_nowhere(
    search: SearchText, quote: str, absent: list[str]
) -> None:
    assert absent_parts(search(SAID), [quote, "the bridge"]) == [absent, []]
