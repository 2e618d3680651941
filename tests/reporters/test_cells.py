from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluf.reporters.cells import _PLAIN, _columns, pad, width, wrap


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("é", 1), ("e\u0301", 1), ("公民", 4)])
def test_width_is_what_a_terminal_shows(text: str, columns: int) -> None:
    assert width(text) == columns
    assert width(pad(text, 9)) == 9


def test_a_word_that_is_too_long_is_cut() -> None:
    assert wrap("an extraordinary word", 8) == ["an", "extraord", "inary", "word"]
    assert wrap("a\n\nb", 8) == ["a", "", "b"]
    assert wrap("", 8) == [""]
    assert wrap("公民公民", 3) == ["公", "民", "公", "民"]
    assert wrap("公民", 1) == ["公", "民"]


@given(st.text(), st.integers(2, 40))
def test_wrapping_loses_no_letter_and_never_overflows(text: str, most: int) -> None:
    lines = wrap(text, most)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line) <= most for line in lines)


def test_signs_that_are_counted_at_once_take_one_column_each() -> None:
    for sign in map(chr, range(0x80, sys.maxunicode + 1)):
        if _PLAIN.fullmatch(sign):
            assert _columns(sign) == 1
