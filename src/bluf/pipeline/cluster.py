"""Work on a Dask cluster, and what keeps a cluster from doing it.

A worker that cannot load what it is sent ends without a word, and whoever waits for it waits for
ever. So each machine is asked first what it has, and a cluster without workers is given up.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from bluf import __version__
from bluf.pipeline.turns import AHEAD, in_order

if TYPE_CHECKING:
    from distributed import Client, Future

Item = TypeVar("Item")
Result = TypeVar("Result")

_PATIENCE = 30.0
"""Seconds in which a cluster answers, and has a worker; longer than one takes to start anew."""

_SHOWN = 3
"""Machines that a message names."""


class ClusterError(Exception):
    """The cluster at an address cannot do the work; ``reason`` says why, and what helps."""

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(f"the Dask cluster at {address} cannot do the work: {reason}")


class Dask:
    """Does the work on a Dask cluster, whose workers see the same files under the same names.

    What a lost worker was doing is given to another one.
    """

    def __init__(self, address: str, patience: float = _PATIENCE) -> None:
        self._address, self._patience = address, patience

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """The results in order, with no more than a few items per worker under way.

        Raises:
            ClusterError: The cluster does not answer, has no worker, or has another bluf.
        """
        with self._client() as client:
            self._await_worker(client)
            self._refuse_strangers(client, function)
            ahead = max(1, sum(client.nthreads().values())) * AHEAD
            yield from in_order(
                lambda item: partial(
                    self._result, client, client.submit(function, item, pure=False)
                ),
                items,
                ahead,
            )

    @contextmanager
    def _client(self) -> Iterator[Client]:
        try:
            from distributed import Client  # an extra; loaded where it is asked for
        except ModuleNotFoundError:
            raise self._error("it needs an extra: pip install distributed") from None
        try:
            client = Client(self._address, timeout=self._patience)
        except OSError:
            raise self._error(f"it does not answer within {self._patience:g} seconds") from None
        with client:
            yield client

    def _await_worker(self, client: Client) -> None:
        try:
            client.wait_for_workers(1, timeout=self._patience)
        except TimeoutError:
            raise self._error(f"it has had no worker for {self._patience:g} seconds") from None

    def _refuse_strangers(self, client: Client, function: Callable[..., object]) -> None:
        """Every machine can load the function with what it needs, and has this version of bluf."""
        wrong = [
            f"{where} cannot load {function.__module__}: {what}"
            for where, what in _found(client, f"{function.__module__}:{function.__qualname__}")
            if isinstance(what, Exception)
        ] or [
            f"{where} has bluf {what}"
            for where, what in _found(client, "bluf:__version__")
            if what != __version__
        ]
        if wrong:
            more = f"; {len(wrong) - _SHOWN} more" if len(wrong) > _SHOWN else ""
            told = "; ".join(wrong[:_SHOWN]) + more
            raise self._error(f"{told}. Each machine needs bluf {__version__}")

    def _result(self, client: Client, future: Future[Result]) -> Result:
        from distributed import KilledWorker

        try:
            while not _is_done(future, self._patience):
                self._await_worker(client)
        except (CancelledError, OSError):
            raise self._error("it does not answer any more") from None
        try:
            return future.result()
        except KilledWorker:
            reason = "one item ended each worker that took it; their logs may say why"
            raise self._error(reason) from None

    def _error(self, reason: str) -> ClusterError:
        return ClusterError(self._address.replace("tcp:", "dask:"), reason)


def _found(client: Client, name: str) -> Iterable[tuple[str, object]]:
    """What each worker, and the scheduler, finds by a name; an error where it finds nothing."""
    found: dict[str, object] = client.run(pkgutil.resolve_name, name, on_error="return")
    try:
        found["the scheduler"] = client.run_on_scheduler(pkgutil.resolve_name, name)
    except Exception as error:  # noqa: BLE001 - whatever keeps it from loading
        found["the scheduler"] = error
    return found.items()


def _is_done(future: Future[Result], patience: float) -> bool:
    from distributed import wait

    with suppress(TimeoutError):
        wait(future, timeout=patience)
    return bool(future.done())
