"""Where the work is done: here, in processes of this machine, or on a Dask cluster."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from typing import TYPE_CHECKING, Protocol, TypeVar

from bluf.pipeline.turns import AHEAD, in_order
from octavo.suggest import UnknownNameError

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

Item = TypeVar("Item")
Result = TypeVar("Result")

_NAMES = ("serial", "processes", "processes:N", "dask://HOST:PORT")
_ADDRESS = re.compile(r"//([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\]):[0-9]{1,5}")
_COUNT = re.compile(r"[1-9][0-9]{0,3}")
_FEW = 8
"""So few items are done sooner than a process has started."""


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
            yield from in_order(
                lambda item: pool.submit(function, item).result,
                chain(first, ordered),
                self._workers * AHEAD,
            )


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """A pool that gives up what has not begun when its user stops early."""
    from concurrent.futures import ProcessPoolExecutor  # only for many briefs

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
    if kind == "dask" and _ADDRESS.fullmatch(rest):
        from bluf.pipeline.cluster import Dask  # only where a cluster is named

        return Dask(f"tcp:{rest}")
    if kind == "processes" and (not rest or _COUNT.fullmatch(rest)):
        return Processes(int(rest) if rest else _cores())
    if name == "serial":
        return Serial()
    raise UnknownNameError("executor", name, _NAMES)


def _cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
