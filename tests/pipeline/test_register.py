from __future__ import annotations

import datetime as dt
import os
import signal
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import pytest

from bluf.pipeline import Order, faults_between, make, read_cards, register_product, render_register
from bluf.pipeline.executors import Processes, Serial, executor
from bluf.register import Reckoning, link, make_register

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bluf.pipeline.executors import Executor
    from bluf.pipeline.register import ReadCards

Item = TypeVar("Item")
Result = TypeVar("Result")

DAY = dt.date(2025, 1, 2)
BRIEF = """\
id: {id}
title: Talks
date: 2025-01-{day:02}
to: Minister
from: Desk
bottom_line: They met.
follow_ups:
  - {{id: F1, action: Launch it, due: 2025-12-31{link}}}
"""


@pytest.fixture
def briefs(tmp_path: Path) -> list[Path]:
    """A series of briefs, each of which carries the item of the one before."""
    paths = []
    for number in range(1, 29):
        path = tmp_path / f"b{number}" / "brief.yaml"
        path.parent.mkdir()
        link_ = f", carried_from: b{number - 1}#F1" if number > 1 else ""
        path.write_text(BRIEF.format(id=f"b{number}", day=number, link=link_), encoding="utf-8")
        paths.append(path)
    return paths


def _bytes(reading: ReadCards) -> bytes:
    linked = link(reading.cards)
    assert not linked.findings
    day = reading.cards[-1].date
    return render_register(make_register(linked, Reckoning(day)), "json")


@pytest.mark.parametrize("how", [Serial(), Processes(2)])
def test_cards_come_in_order_wherever_they_are_read(how: Executor, briefs: list[Path]) -> None:
    reading = read_cards(briefs, how)
    assert [card.brief for card in reading.cards] == [path.parent.name for path in briefs]
    assert _bytes(reading) == _bytes(read_cards(briefs, Serial()))


def test_a_refused_file_does_not_stop_the_others(briefs: list[Path]) -> None:
    briefs[3].write_text("a: [", encoding="utf-8")
    briefs[5].unlink()
    reading = read_cards(briefs, Serial())
    assert len(reading.cards) == len(briefs) - 2
    assert {Path(f.location.path).parent.name for f in reading.refused} == {"b4", "b6"}


def test_a_format_with_a_template_takes_the_shipped_one(briefs: list[Path]) -> None:
    register = make_register(link(read_cards(briefs[:2], Serial()).cards), Reckoning(DAY))
    assert b"# Register" in render_register(register, "md")


def test_a_template_of_the_users_own_goes_first(briefs: list[Path], tmp_path: Path) -> None:
    (tmp_path / "register.md").write_text("Ours: {{ register.as_of }}\n", encoding="utf-8")
    register = make_register(link(read_cards(briefs[:2], Serial()).cards), Reckoning(DAY))
    assert render_register(register, "md", tmp_path) == b"Ours: 2 January 2025\n"


def test_outputs_are_a_product_like_any_other(tmp_path: Path) -> None:
    product = register_product([(tmp_path / "register.md", b"text")])
    assert [(each.path.name, each.content) for each in product.outputs] == [
        ("register.md", b"text")
    ]


@dataclass
class _Killing:
    """A Dask cluster of which one worker is killed as soon as the first result is there."""

    inner: Executor
    victim: int

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        for number, result in enumerate(self.inner.map(function, items)):
            if number == 0:
                os.kill(self.victim, signal.SIGKILL)
            yield result


@pytest.mark.thorough
@pytest.mark.filterwarnings("ignore")
def test_a_dask_cluster_gives_the_same_bytes_though_a_worker_dies(
    briefs: list[Path], tmp_path: Path
) -> None:
    distributed: Any = pytest.importorskip("distributed", reason="needs the extra bluf[dask]")
    with distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        host="127.0.0.1",
        dashboard_address=None,
        local_directory=str(tmp_path / "dask"),
    ) as cluster:
        address = cluster.scheduler_address.replace("tcp:", "dask:")
        killing = _Killing(executor(address), cluster.workers[0].pid)
        assert _bytes(read_cards(briefs, killing, batch=1)) == _bytes(read_cards(briefs, Serial()))


class Noting(Serial):
    """Does the work here, and notes what it was given."""

    def __init__(self) -> None:
        self.given: list[object] = []

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        listed = list(items)
        self.given += listed
        return super().map(function, listed)


def test_of_many_briefs_only_the_entangled_are_read_once_more(briefs: list[Path]) -> None:
    text = briefs[20].read_text(encoding="utf-8")
    briefs[20].write_text(text.replace("carried_from: b20#F1", "carried_from: b3#F1"), "utf-8")
    found = [make(Order(path)).links for path in briefs]
    noting = Noting()
    (fault,) = faults_between([each for each in found if each], noting)
    assert (fault.rule, fault.location.path) == ("link-two-heirs", str(briefs[20]))
    assert noting.given == [(briefs[2], briefs[3], briefs[20])]
