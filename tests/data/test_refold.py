from __future__ import annotations

import pytest

from bluf.data.splice import refolded

BLOCK = ">-\n  one two three\n  four five six\n  seven eight"


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ("one two three four 5 six seven eight",
         ">-\n  one two three\n  four 5 six\n  seven eight"),
        ("one two three seven eight", ">-\n  one two three\n  seven eight"),
        ("one two three four five six seven eight nine",
         ">-\n  one two three\n  four five six\n  seven eight\n  nine"),
        ("one two three four five six seven eight", BLOCK),
    ],
)  # fmt: skip
def test_lines_whose_words_stay_are_broken_as_they_were(new: str, expected: str) -> None:
    assert refolded(BLOCK, new, 16) == expected


@pytest.mark.parametrize(
    ("block", "new"),
    [
        (BLOCK, "two  spaces"),
        (BLOCK, "two\nlines"),
        (">-\n  one\n\n  two", "one"),
        (">-\n  one\n    two", "one"),
        ("plain", "one"),
    ],
)
def test_what_is_more_than_one_paragraph_is_not_refolded(block: str, new: str) -> None:
    assert refolded(block, new, 16) is None
