from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.evidence import likenesses, sightings
from bluf.evidence.inquiry import _share
from bluf.evidence.nearest import Nearest

if TYPE_CHECKING:
    from tests.evidence.conftest import SearchText

TEXT = "They said “we agree\nto meet” on 10,000 points. We did not agree on tariffs."


def test_a_sighting_has_the_characters_of_the_source(search: SearchText) -> None:
    (found,) = sightings(search(TEXT), ["“we agree to […] points"], "en")
    assert found
    assert [found.text[slice(*span)] for span in found.spans] == ["“we agree\nto", "points"]
    assert found.words == "“we agree\nto meet” on 10,000 points"
    assert str(found.place) == "a.txt:1:11"


def test_a_sighting_says_what_is_to_be_known_of_it(search: SearchText) -> None:
    (found,) = sightings(search(TEXT), ["agree on tariffs"], "en")
    assert found
    assert [rule for rule, *_ in found.remarks] == ["negation-left-out"]


def test_words_that_are_not_there_are_set_against_the_nearest(search: SearchText) -> None:
    near, cut, disorder, none, empty = likenesses(
        search(TEXT),
        ["We agreed on tariffs", "000 points", "tariffs […] They said", "quite other words", "…"],
        "en",
    )
    assert near
    assert near.reason == "the nearest passage differs in a negation"
    assert near.comparison[0] == "nearest passage: a.txt:2:28"
    assert cut
    assert (cut.reason, cut.comparison) == ("it cuts a word or a number in two", ())
    assert disorder
    assert disorder.reason == "its parts are there, but do not follow each other so"
    assert (disorder.words, disorder.span, disorder.share) == ("", (0, 0), 1.0)
    assert str(disorder.place) == "a.txt:2:48"
    assert (none, empty) == (None, None)


def test_a_quotation_with_a_part_like_nothing_is_not_near(search: SearchText) -> None:
    (likeness,) = likenesses(search(TEXT), ["They said it […] quite other words"], "en")
    assert likeness
    assert likeness.share < 0.5


@pytest.mark.parametrize(
    ("here", "there", "share"),
    [((2, 5), (2, 7), 1 - 5 / 12), ((2, 8), (2, 7), 1 - 6 / 12), ((0, 10), (0, 40), 0)],
)
def test_words_are_alike_by_what_does_not_differ(
    here: tuple[int, int], there: tuple[int, int], share: float
) -> None:
    assert _share(Nearest(9, "x" * 12, "x" * 10, ((here, there),))) == pytest.approx(share)
