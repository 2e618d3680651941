from __future__ import annotations

from bluf.evidence.formats.pdf.messages import PageLine


def test_characters_that_follow_each_other_are_told_by_the_first() -> None:
    line = PageLine("abc", (7,), 0, 0, 30, 10, 0)
    assert list(line.numbers) == [7, 8, 9]
    parted = PageLine("abc", (7, -1, 9), 0, 0, 30, 10, 0)
    assert list(parted.numbers) == [7, -1, 9]
    assert list(PageLine("a", (7,), 0, 0, 30, 10, 0).numbers) == [7]
