"""Work of which a little is under way at a time, and whose results come in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 4
"""Items under way for each worker: enough to keep it busy, few enough to keep memory flat."""


def in_order(
    submit: Callable[[Item], Callable[[], Result]], items: Iterable[Item], ahead: int
) -> Iterator[Result]:
    """The results in order; ``submit`` begins the work and gives the way to wait for it."""
    pending: deque[Callable[[], Result]] = deque()
    for item in items:
        pending.append(submit(item))
        if len(pending) > ahead:
            yield pending.popleft()()
    while pending:
        yield pending.popleft()()
