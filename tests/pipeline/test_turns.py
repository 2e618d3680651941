from __future__ import annotations

import pytest
from tests.pipeline.conftest import double

from bluf.pipeline.executors import Processes, executor


@pytest.mark.parametrize("name", ["serial", "processes:1", "processes:2"])
@pytest.mark.parametrize("count", [0, 3, 40])
def test_results_come_in_the_order_of_the_items(name: str, count: int) -> None:
    assert list(executor(name).map(double, range(count))) == [n * 2 for n in range(count)]


def test_items_are_read_as_results_are_taken() -> None:
    read: list[int] = []

    def noted(number: int) -> int:
        read.append(number)
        return number

    results = Processes(2).map(double, map(noted, range(1000)))
    assert next(results) == 0
    assert len(read) < 40
