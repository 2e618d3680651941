from __future__ import annotations

import os

import pytest
from tests.pipeline.conftest import double

from bluf.pipeline.executors import Processes, Serial, executor
from octavo.suggest import UnknownNameError


def test_processes_use_every_core_where_no_number_is_given() -> None:
    assert list(executor("processes").map(double, range(10))) == list(range(0, 20, 2))


def test_where_the_system_does_not_tell_them_apart_every_core_is_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    used = executor("processes")
    assert isinstance(used, Processes)
    assert used._workers == 3


def test_serial_work_is_done_when_it_is_asked_for() -> None:
    assert next(Serial().map(double, iter([1, 2]))) == 2


@pytest.mark.parametrize("name", ["processes:0", "procesess", "dask:8786", "serial:2"])
def test_an_unknown_executor_is_told_with_those_there_are(name: str) -> None:
    with pytest.raises(UnknownNameError, match=f"there is no executor “{name}”: "):
        executor(name)
