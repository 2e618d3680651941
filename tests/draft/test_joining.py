from __future__ import annotations

import pytest

from bluf.draft.joining import is_one_matter, likeness, shared_words


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("hold a second round of ferry talks", "a second round of ferry talks", 1.0, 1.0),
        ("hold a second round of ferry talks", "the second round about ferry fares", 0.0, 0.0),
        ("build three bridges over rivers", "price of winter fish", 0.0, 0.0),
    ],
)
def test_passages_are_alike_by_their_longer_words(
    one: str, other: str, least: float, most: float
) -> None:
    assert least <= likeness(one, other) <= most
    assert likeness(one, other) == likeness(other, one)


def test_endings_of_words_do_not_count() -> None:
    assert shared_words("discussing ferries", "discussed ferries") == 2


def test_one_matter_takes_two_words_side_by_side_that_are_no_names() -> None:
    assert is_one_matter("a strategic dialogue on trade", "the strategic dialogue begins")
    assert not is_one_matter("dialogue on a strategic scale", "the strategic dialogue begins")
    assert not is_one_matter("met in North Haven today", "spoke of North Haven at length")
