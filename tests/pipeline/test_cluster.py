"""A Dask cluster does the work, or says what keeps it from it."""

from __future__ import annotations

import os
import signal
import sys
import time
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bluf import __version__
from bluf.cli.app import run
from bluf.pipeline import cluster
from bluf.pipeline.cluster import ClusterError, Dask
from bluf.pipeline.executors import executor

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.filterwarnings("ignore")


def slow_double(item: tuple[int, str]) -> int:
    """Work long enough to be killed in; leaves a file that says who did it."""
    number, folder = item
    (Path(folder) / f"{number}.{os.getpid()}").touch()
    time.sleep(0.1)
    return number * 2


@contextmanager
def dask(folder: Path, workers: int = 1, *, processes: bool = False) -> Iterator[Any]:
    """A cluster of this machine; without processes its workers do not start anew."""
    distributed = pytest.importorskip("distributed", reason="needs the extra bluf[dask]")
    with distributed.LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        processes=processes,
        protocol="tcp",
        host="127.0.0.1",
        dashboard_address=None,
        local_directory=str(folder / "dask"),
    ) as cluster:
        yield cluster


def reason(executor: Dask, function: Any = abs) -> str:  # noqa: ANN401 - of this module or none
    with pytest.raises(ClusterError) as caught:
        list(executor.map(function, [1, 2]))
    before, _, after = str(caught.value).partition(" cannot do the work: ")
    assert before.startswith("the Dask cluster at dask://127.0.0.1:")
    return after


@pytest.mark.thorough
def test_a_dask_cluster_gives_the_same_and_survives_a_killed_worker(tmp_path: Path) -> None:
    with dask(tmp_path, 2, processes=True) as cluster:
        address = cluster.scheduler_address.replace("tcp:", "dask:")
        items = [(number, str(tmp_path)) for number in range(30)]
        results = executor(address).map(slow_double, items)
        got = [next(results)]
        victim = int(next(tmp_path.glob("*.*")).suffix[1:])
        os.kill(victim, signal.SIGKILL)
        got.extend(results)
    assert got == [number * 2 for number in range(30)]
    workers = {int(path.suffix[1:]) for path in tmp_path.glob("*.*")}
    assert victim in workers
    assert len(workers) > 1


def test_a_worker_that_cannot_load_what_it_is_sent_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with dask(tmp_path, processes=True) as local:
        (tmp_path / "only_here.py").write_text("def double(number): return number * 2")
        monkeypatch.syspath_prepend(tmp_path)
        only_here = import_module("only_here")  # the worker has started without it
        told = reason(Dask(local.scheduler_address), only_here.double)
        (worker,) = local.scheduler_info["workers"]
    cause = "cannot load only_here: No module named 'only_here'"
    assert told == f"{worker} {cause}. Each machine needs bluf {__version__}"


def test_a_function_that_no_module_holds_is_told(tmp_path: Path) -> None:
    with dask(tmp_path) as local:
        told = reason(Dask(local.scheduler_address), lambda number: number)
    assert f"; the scheduler cannot load {__name__}: " in told


def test_a_cluster_with_another_version_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "__version__", "99.0")
    with dask(tmp_path, 4) as local:
        told = reason(Dask(local.scheduler_address))
    assert told.count(f" has bluf {__version__}; ") == 3
    assert told.endswith("; 2 more. Each machine needs bluf 99.0")


def test_a_cluster_without_workers_is_given_up(tmp_path: Path) -> None:
    with dask(tmp_path, 0) as local:
        told = reason(Dask(local.scheduler_address, patience=0.2))
    assert told == "it has had no worker for 0.2 seconds"


def test_a_cluster_that_loses_its_last_worker_is_given_up(tmp_path: Path) -> None:
    with dask(tmp_path) as local:
        items = ((number, str(tmp_path)) for number in range(50))
        results = Dask(local.scheduler_address, patience=0.2).map(slow_double, items)
        assert next(results) == 0
        local.scale(0)
        with pytest.raises(ClusterError, match="it has had no worker for"):
            list(results)


def test_a_cluster_that_goes_is_given_up(tmp_path: Path) -> None:
    with dask(tmp_path) as local:
        items = ((number, str(tmp_path)) for number in range(50))
        results = Dask(local.scheduler_address, patience=1).map(slow_double, items)
        assert next(results) == 0
        local.close()
        with pytest.raises(ClusterError, match="it does not answer any more"):
            list(results)


def test_slow_work_is_waited_for(tmp_path: Path) -> None:
    with dask(tmp_path) as local:
        results = Dask(local.scheduler_address, patience=0.05).map(
            slow_double, [(1, str(tmp_path))]
        )
        assert list(results) == [2]


def test_an_item_that_ends_each_worker_is_given_up(tmp_path: Path) -> None:
    config = pytest.importorskip("dask", reason="needs the extra bluf[dask]").config
    once = config.set({"distributed.scheduler.allowed-failures": 0})
    with once, dask(tmp_path, processes=True) as local:
        told = reason(Dask(local.scheduler_address), os._exit)
    assert told == "one item ended each worker that took it; their logs may say why"


def test_where_no_cluster_answers_it_is_said() -> None:
    pytest.importorskip("distributed", reason="needs the extra bluf[dask]")
    told = reason(Dask("tcp://127.0.0.1:1", patience=0.2))
    assert told == "it does not answer within 0.2 seconds"


def test_without_its_extra_it_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert run(["register", "--executor", "dask://127.0.0.1:1"]) == 2
    assert (
        "cannot do the work: it needs an extra: pip install distributed" in capsys.readouterr().err
    )
