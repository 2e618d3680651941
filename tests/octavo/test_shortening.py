from __future__ import annotations

import pytest

from octavo.shortening import QUOTED, quoted, shortened


@pytest.mark.parametrize(
    ("text", "shown"),
    [("", ""), ("abcd", "abcd"), ("abcde", "abc…"), ("ab cde", "ab…"), ("abc def", "abc…")],
)
def test_a_text_takes_at_most_so_many_characters(text: str, shown: str) -> None:
    assert shortened(text, 4) == shown


def test_a_quoted_text_stands_on_one_line() -> None:
    assert quoted(" a\n\tb ") == "“a b”"
    assert quoted("x" * QUOTED) == f"“{'x' * QUOTED}”"
    assert quoted("x" * (QUOTED + 1)) == f"“{'x' * (QUOTED - 1)}…”"
