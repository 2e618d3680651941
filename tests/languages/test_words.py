from __future__ import annotations

import pytest

from bluf.languages import numbers_in


@pytest.mark.parametrize(
    ("tag", "words", "numbers"),
    [
        ("en", "one of two articles, a third in 2027", ["one", "two", "third", "2027"]),
        ("de", "ein Bericht in zwei Teilen", ["zwei"]),
        ("fr", "un rapport de trois pages", ["trois"]),
        ("ja", "3 頁", ["3"]),
    ],
)
def test_number_words_are_found_and_articles_are_none(
    tag: str, words: str, numbers: list[str]
) -> None:
    assert numbers_in(words.replace(",", "").split(), tag) == numbers
