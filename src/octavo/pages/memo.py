"""What is read once, as far as it is asked for, and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Item = TypeVar("Item")


class Memo(Generic[Item]):
    """Items of an iterable, of which each is taken when first asked for."""

    def __init__(self, source: Iterable[Item]) -> None:
        self._source = iter(source)
        self._kept: list[Item] = []

    def __iter__(self) -> Iterator[Item]:
        """The items from the first on, whoever asked for them before."""
        at = 0
        while True:
            while at < len(self._kept):
                yield self._kept[at]
                at += 1
            try:
                self._kept.append(next(self._source))
            except StopIteration:
                return
