"""Where the work is done: here, in processes of this machine, or on a Dask cluster."""

from __future__ import annotations

import os
from collections import deque
from contextlib import contextmanager
from itertools import chain, islice
from typing import TYPE_CHECKING, Protocol, TypeVar

from bluf.suggest import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import ProcessPoolExecutor

Item = TypeVar("Item")
Result = TypeVar("Result")

_NAMES = ("serial", "processes", "processes:N", "dask://HOST:PORT")
_FEW = 8
"""So few items are done sooner than a process has started."""
_AHEAD = 4
"""Items under way for each worker: enough to keep it busy, few enough to keep memory flat."""


class Executor(Protocol):
    """Does the same work to many items; results come in the order of the items.

    The function and the items are picklable, and the function starts from nothing but its item.
    """

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """The result of each item, in order."""
        ...


class Serial:
    """Does the work here, one item after another."""

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """The results, each when it is asked for."""
        return map(function, items)


class Processes:
    """Does the work in processes of this machine; a few items are done here."""

    def __init__(self, workers: int) -> None:
        self._workers = workers

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """The results in order, with no more than a few items per worker under way."""
        ordered = iter(items)
        first = list(islice(ordered, _FEW + 1))
        if len(first) <= _FEW or self._workers == 1:
            yield from map(function, chain(first, ordered))
            return
        with _pool(self._workers) as pool:
            yield from _in_order(
                lambda item: pool.submit(function, item).result,
                chain(first, ordered),
                self._workers * _AHEAD,
            )


class Dask:
    """Does the work on a Dask cluster, whose workers see the same files under the same names.

    What a lost worker was doing is given to another one.
    """

    def __init__(self, address: str) -> None:
        self._address = address

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """The results in order, with no more than a few items per worker under way."""
        from distributed import Client  # noqa: PLC0415 - an extra; loaded where it is asked for

        with Client(self._address) as client:  # type: ignore[no-untyped-call]  # it has no types
            ahead = max(1, sum(client.nthreads().values())) * _AHEAD
            yield from _in_order(
                lambda item: client.submit(function, item, pure=False).result, items, ahead
            )


def _in_order(
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


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """A pool that gives up what has not begun when its user stops early."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - only for many briefs

    pool = ProcessPoolExecutor(workers)
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def executor(name: str) -> Executor:
    """The executor of a name: ``serial``, ``processes``, ``processes:4``, ``dask://HOST:PORT``.

    Raises:
        UnknownNameError: There is no such executor.
    """
    kind, _, rest = name.partition(":")
    if kind == "dask" and rest.startswith("//"):
        return Dask(f"tcp:{rest}")
    if kind == "processes" and (not rest or (rest.isdigit() and int(rest))):
        return Processes(int(rest) if rest else _cores())
    if name == "serial":
        return Serial()
    raise UnknownNameError("executor", name, _NAMES)


def _cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
