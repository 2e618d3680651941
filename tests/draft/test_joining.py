from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from tests.draft.conftest import ONE

from bluf.draft.joining import is_one_matter, joined, likeness, shared_words
from bluf.model import Strength

if TYPE_CHECKING:
    from tests.draft.conftest import Read

    from bluf.draft.drafting import Draft


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


def test_two_accounts_of_one_matter_are_one_item(both: Draft) -> None:
    first = both.candidates[0]
    assert [quoted.source for quoted in first.evidence] == ["one", "two"]
    assert [quoted.strength for quoted in first.evidence] == [Strength.AGREED, Strength.DISCUSSED]


def test_nothing_stands_there_twice(account: Read) -> None:
    twice = account(ONE + "They agreed to hold a second round of ferry talks in Porthaven.\n")
    assert len(joined([twice])) == len(twice.candidates) - 1


def test_signs_without_blanks_are_compared_by_pairs() -> None:
    assert likeness("双方同意恢复夜间渡轮航线", "双方讨论恢复夜间渡轮航线") > 0.5
    assert likeness("one", "two") == 0.0


def test_the_same_words_below_two_headings_are_two_items(account: Read) -> None:
    """“Proposed and seconded. Agreed.” says of each heading something else."""
    source = account("3 March 2026\nThey agreed to hold a second round of ferry talks.\n")
    (one,) = source.candidates
    other = replace(one, statement="To repaint the northern pier of Porthaven")
    assert len(joined([replace(source, candidates=(one, other))])) == 2
