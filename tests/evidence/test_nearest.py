"""The passage that a quotation was probably taken from, and where the two differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluf.evidence.formats import text as text_format
from bluf.evidence.match import Searchable
from bluf.evidence.nearest import MOST_WORDS, _closest, _positions, _stretch, nearest
from bluf.evidence.normal import normalise

if TYPE_CHECKING:
    from tests.evidence.conftest import SearchText

    from bluf.evidence.nearest import Nearest, Term

RELEASE = (
    "The ministers met on Monday. They agreed to open the bridge before winter. "
    "The minister thanked the workers. They agreed to repair the road before spring. "
    "Nothing was said of the harbour."
)


def _near(search: SearchText, text: str, *quotes: str) -> list[Nearest | None]:
    return nearest(search(text), [normalise(quote).text for quote in quotes])


def test_the_passage_with_most_of_the_rare_words_is_meant(search: SearchText) -> None:
    bridge, road = _near(
        search,
        RELEASE,
        "They agreed to close the bridge before winter",
        "They agreed to widen the road before spring",
    )
    assert bridge is not None
    assert road is not None
    assert bridge.passage == "They agreed to open the bridge before winter"
    assert bridge.pairs() == [("close", "open")]
    assert road.passage == "They agreed to repair the road before spring"
    assert road.pairs() == [("widen", "repair")]


def test_words_that_stand_everywhere_count_less_than_one_that_stands_once(
    search: SearchText,
) -> None:
    text = "The sides met in the town. " * 30 + "The sides met in the harbour at dawn. "
    (near,) = _near(search, text + "The sides met in the town. " * 30, "met in the harbour at dusk")
    assert near is not None
    assert near.pairs() == [("dusk", "dawn")]


def test_nothing_is_near_where_fewer_than_half_of_the_words_stand(search: SearchText) -> None:
    assert _near(search, RELEASE, "a wholly other matter was raised by nobody") == [None]


def test_the_place_is_that_of_the_passage(search: SearchText) -> None:
    source = search(RELEASE)
    (near,) = nearest(source, ["agreed to mend the road before spring"])
    assert near is not None
    assert source.text[near.start :].startswith(near.passage)


def test_a_quotation_that_differs_in_spaces_alone_is_compared_as_a_whole(
    search: SearchText,
) -> None:
    (near,) = _near(search, "They met in the town hall , he said.", "in the town hall, he said")
    assert near is not None
    assert near.differences == near.in_spaces
    assert near.pairs() == [(near.quoted, near.passage)]


def test_of_a_very_long_quotation_the_first_words_are_compared(search: SearchText) -> None:
    text = " ".join(f"word{at}" for at in range(2 * MOST_WORDS))
    (near,) = _near(search, text, text.replace("word3 ", "other "))
    assert near is not None
    assert near.quoted.endswith("word400")
    assert near.pairs() == [("other", "word3")]


@given(st.integers(0, 19), st.sampled_from(["storm", "ferry", "lamp"]))
def test_one_changed_word_is_found_wherever_it_stands(at: int, word: str) -> None:
    numbered = [f"w{number}x" for number in range(60)]
    source = Searchable(text_format.read(" ".join(numbered).encode(), "a.txt"))
    changed = numbered[20:40]
    changed[at] = word
    (near,) = nearest(source, [" ".join(changed)])
    assert near is not None
    assert near.pairs() == [(word, numbered[20 + at])]
    assert near.passage == " ".join(numbered[20:40])


@pytest.mark.parametrize(
    ("votes", "weights", "reach", "expected"),
    [
        ([], [], 3, None),
        ([(5, 0)], [1], 3, 5),
        ([(5, 0), (9, 0)], [1], 3, 5),
        ([(5, 0), (9, 0), (12, 1)], [1, 1], 3, 9),
        ([(5, 0), (9, 0), (13, 1)], [1, 1], 3, 5),
        ([(5, 0), (6, 0), (9, 1)], [1, 1], 3, 6),
        ([(1, 0), (2, 1), (20, 2)], [1, 1, 3], 3, 20),
        ([(1, 0), (2, 1), (20, 2)], [1, 1, 2], 3, 1),
        ([(1, 0), (2, 0), (9, 0), (9, 1)], [2, 1], 3, 9),
    ],
)
def test_votes_weigh_most_where_different_terms_stand_close(
    votes: list[tuple[int, int]], weights: list[float], reach: int, expected: int | None
) -> None:
    assert _closest(votes, weights, reach) == expected


@pytest.mark.parametrize(
    ("quote", "expected"),
    [("a1 a2 x3 x4", "a1 a2 a3 a4"), ("a1 a2 x3 x4 x5", None), ("a1 a2", "a1 a2")],
)
def test_half_of_the_words_have_to_stand_there(
    search: SearchText, quote: str, expected: str | None
) -> None:
    (near,) = _near(search, "b1 b2. a1 a2 a3 a4 a5 a6. c1 c2", quote)
    assert (near and near.passage) == expected


@pytest.mark.parametrize(
    ("quote", "pairs"),
    [
        ("a1 a2 a3 a4", []),
        ("a1 a2 a4", [("", "a3")]),
        ("a1 a2 x a3 a4", [("x", "")]),
        ("x a2 a3 a4", [("x", "a1")]),
        ("a1 a2 a3 x", [("x", "a4")]),
        ("a1 a2, a3 a4", [(",", "")]),
        ("a1 a2a3 a4", [("a2a3", "a2 a3")]),
    ],
)
def test_a_difference_is_a_span_of_each(
    search: SearchText, quote: str, pairs: list[tuple[str, str]]
) -> None:
    (near,) = _near(search, "b1 b2 a1 a2 a3 a4 c1 c2", quote)
    assert near is not None
    assert (near.pairs(), near.start) == (pairs, 6)


@pytest.mark.parametrize(("words", "slack"), [(5, 4), (6, 5), (9, 6)])
@pytest.mark.parametrize("at", [1, -1])
def test_so_many_words_may_stand_between_others(
    search: SearchText, words: int, slack: int, at: int
) -> None:
    quote = [f"a{number}" for number in range(words)]
    for more, found in ((slack, words), (slack + 1, words - 1)):
        between = [f"x{number}" for number in range(more)]
        text = " ".join((*"bcdefgh", *quote[:at], *between, *quote[at:], *"ijklmno"))
        (near,) = _near(search, text, " ".join(quote))
        assert near is not None
        assert len({*near.passage.split()} & {*quote}) == found


@pytest.mark.parametrize(("often", "expected"), [(400, (693, 705)), (401, (3, 15))])
def test_a_term_that_stands_very_often_has_no_say(often: int, expected: tuple[int, int]) -> None:
    places: dict[Term, list[int]] = {"a": [*range(500, 500 + often)], "b": [5], "c": [700]}
    assert _stretch(("a", "b", "c"), places) == expected


def test_terms_stand_where_their_first_word_stands() -> None:
    found = _positions(["A", "b", "c", "a", "B"], {"a", "x", ("a", "b"), ("b", "c")})
    assert found == {"a": [0, 3], ("a", "b"): [0, 3], ("b", "c"): [1]}
    assert _positions(["a"], set()) == {}


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ({}, None),
        ({"a": [10]}, (8, 20)),
        ({"a": [1]}, (0, 11)),
        ({"a": [10], "b": [15], "c": [16]}, (8, 20)),
        ({"a": [10], "b": [16], "c": [17]}, (14, 26)),
        ({"a": [10, 40], "c": [11, 60], "b": [41]}, (38, 50)),
        ({"a": [10, 40], "b": [11], "c": [41, 60]}, (8, 20)),
    ],
)
def test_the_stretch_is_looked_for_where_rare_terms_stand_close(
    places: dict[Term, list[int]], expected: tuple[int, int] | None
) -> None:
    assert _stretch(("a", "b", "c"), places) == expected
