from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.pages.sections import Memo

if TYPE_CHECKING:
    from collections.abc import Iterator


def test_each_item_is_taken_once_whoever_asks() -> None:
    taken: list[int] = []

    def numbers() -> Iterator[int]:
        for number in range(3):
            taken.append(number)
            yield number

    memo = Memo(numbers())
    assert (next(iter(memo)), taken) == (0, [0])
    assert [list(memo), list(memo), taken] == [[0, 1, 2]] * 3
