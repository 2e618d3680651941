from __future__ import annotations

import pytest

from bluf.draft.topics import topic_of, word_counts
from bluf.draft.vocabulary import vocabulary

TEXT = "The terminal is new. A terminal costs much. The terminal agreed. Porthaven, Porthaven."


def test_a_name_that_is_never_written_small_does_not_count() -> None:
    counts = word_counts(TEXT)
    assert (counts["terminal"], counts["porthaven"]) == (3, 0)


@pytest.mark.parametrize(
    ("statement", "quote", "people", "topic"),
    [
        ("To build a terminal", "they will build a terminal", (), "terminal"),
        ("To build a harbour", "they will build a harbour", (), ""),
        ("The Northern Quay", "they will build the Northern Quay soon", (), "Northern Quay"),
        ("To see him", "they will see the Ann Harbour soon", ("Harbour",), ""),
    ],
)
def test_a_topic_is_a_name_or_the_word_that_comes_most(
    statement: str, quote: str, people: tuple[str, ...], topic: str
) -> None:
    assert topic_of((statement, quote), word_counts(TEXT), vocabulary("en"), people) == topic
