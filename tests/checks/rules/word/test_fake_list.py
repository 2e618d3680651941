from __future__ import annotations

import pytest

from bluf.checks.rules.word.fake_list import _follows


@pytest.mark.parametrize(
    ("before", "sign", "expected"),
    [
        ("1", "2", True),
        ("1", "1", False),
        ("1", "3", False),
        ("9", "10", True),
        ("a", "2", False),
        ("a", "b", True),
        ("a", "c", False),
        ("b", "a", False),
        ("1", "b", False),
        ("•", "•", True),
        ("•", "-", False),
        ("-", "•", False),
        ("•", "", False),
    ],
)
def test_an_item_follows_one_of_its_kind(before: str, sign: str, *, expected: bool) -> None:
    assert _follows(before, sign) is expected
