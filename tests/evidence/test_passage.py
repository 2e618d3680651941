"""What is said of a passage that was found: each limit with what lies at it, and one past it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from bluf.evidence.passage import _ambiguous, _far, _governing


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("", ""),
        ("we do not think", "we do not think"),
        ("that we do not think", "we do not think"),
        ("we and they do not", "they do not"),
        ("we met and", ""),
    ],
)
def test_four_words_govern_from_the_last_conjunction_on(before: str, expected: str) -> None:
    assert _governing(before, "en") == expected


@pytest.mark.parametrize(("lengths", "count"), [([], 0), ([1000], 0), ([3, 1001], 1)])
def test_an_omission_is_far_past_a_thousand_characters(lengths: list[int], count: int) -> None:
    quoted: Any = SimpleNamespace(left_out=["x" * length for length in lengths], shown="“x”")
    assert len(list(_far(quoted))) == count


class Source(SimpleNamespace):
    def place(self, at: int) -> str:
        return f"at {at}"


@pytest.mark.parametrize(
    ("text", "starts", "expected"),
    [
        ("a x b x c", [2, 6], "at 2, at 6"),
        ("x" + "." * 40 + "x", [0, 41], "at 0, at 41"),
        ("." * 40 + "x" + "." * 80 + "x" + "." * 40, [40, 121], ""),
        ("." * 39 + "x" + "." * 80 + "x" + "." * 40, [39, 120], "at 39, at 120"),
        ("." * 40 + "x" + "." * 80 + "x" + "." * 39, [40, 121], "at 40, at 121"),
        ("a x b x c x d x e x", [2, 6, 10, 14, 18], "at 2, at 6, at 10, at 14, at 18"),
        ("a x b x c x d x e x x", [2, 6, 10, 14, 18, 20], "at 2, at 6, at 10, at 14, at 18, …"),
    ],
)
def test_places_are_named_where_forty_characters_round_them_differ(
    text: str, starts: list[int], expected: str
) -> None:
    passages = [SimpleNamespace(start=at, end=at + 1, left_out=()) for at in starts]
    quoted: Any = SimpleNamespace(
        source=Source(text=text), passages=passages, passage=passages[0], shown="“x”"
    )
    found = [message for _, _, message, _ in _ambiguous(quoted)]
    assert [each.partition(" places: ")[2] for each in found] == ([expected] if expected else [])
