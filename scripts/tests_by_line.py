"""Which tests run a line: a plugin of pytest that names each test in the coverage, and its reader.

    COVERAGE_PROCESS_START=map.toml pytest -p tests_by_line

What a shared fixture runs is put down to every test that uses it. A process may outlive the test
that starts it: what it runs is put down to all tests that run something of the same folder. Results
that functions keep are forgotten before each test, so that the test that reads them first is not
the only one that is known to need them.
"""

from __future__ import annotations

import json
import math
import os
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from coverage import Coverage, CoverageData

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable

TEST, DATA, TESTS = "BLUF_TEST", "map.sqlite", "tests.json"
FIXTURE = "fixture "
OWN = "process |"  # the process that runs the tests
SETTINGS = """[run]
data_file = {data}
parallel = true
context = process ${{BLUF_TEST-}}
include = {include}
"""
_seconds: dict[str, float] = defaultdict(float)
_fixtures: dict[str, list[str]] = {}


def write_settings(copy: Path, paths: Iterable[str]) -> Path:
    """The settings by which each process that measures these rooms of the copy says which test."""
    settings = copy / "map.ini"
    include = ",".join(f"{copy / path}/*" for path in paths)
    settings.write_text(SETTINGS.format(data=copy / DATA, include=include), encoding="utf-8")
    return settings


class TestsByLine:
    """What was measured: the tests of each line, and how long a test takes."""

    def __init__(self, copy: Path) -> None:
        whole = Coverage(data_file=str(copy / DATA), config_file=False)
        if not (copy / DATA).exists():
            whole.combine([str(copy)])
            whole.save()
        self._data = CoverageData(str(copy / DATA))
        self._data.read()
        told = json.loads((copy / TESTS).read_text(encoding="utf-8"))
        self.seconds: dict[str, float] = told["seconds"]
        self._users: dict[str, set[str]] = defaultdict(set)
        for test, names in told["fixtures"].items():
            for name in names:
                self._users[name].add(test)

    def of(self, path: Path, lines: Iterable[int]) -> set[str]:
        """The tests that run one of these lines; of a line run on import, those of its module."""
        by_line = self._data.contexts_by_lineno(str(path))
        contexts = {context for line in lines for context in by_line.get(line, ())}
        if any(not context.startswith(OWN) for context in contexts):
            folder = [
                file for file in self._data.measured_files() if Path(file).parent == path.parent
            ]
            contexts |= {context for file in folder for context in self._all(file)}
        return self._tests(contexts) or self._tests(self._all(str(path)))

    def _all(self, file: str) -> set[str]:
        return set().union(*self._data.contexts_by_lineno(file).values())

    def _tests(self, contexts: set[str]) -> set[str]:
        own = {context.removeprefix(OWN) for context in contexts if context.startswith(OWN)}
        found = {context for context in own if context in self.seconds}
        for context in own:
            if context.startswith(FIXTURE):
                name, _, base = context.removeprefix(FIXTURE).partition(" ")
                found |= {test for test in self._users[name] if test.startswith(base)}
        return found


def pytest_collection_finish(session: pytest.Session) -> None:
    """Note which fixtures a test uses."""
    for item in session.items:
        _fixtures[item.nodeid] = list(getattr(item, "fixturenames", ()))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, Any, Any]:
    """What runs from here on is run by this test."""
    forget()
    os.environ[TEST] = item.nodeid
    _say(item.nodeid)
    try:
        return (yield)
    finally:
        _say("")
        os.environ.pop(TEST, None)


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef[Any]) -> Generator[None, Any, Any]:
    """What a shared fixture runs is run by all its users, not by the first."""
    if fixturedef.scope == "function":
        return (yield)
    test = os.environ.get(TEST, "")
    os.environ[TEST] = f"{FIXTURE}{fixturedef.argname} {fixturedef.baseid}"
    _say(os.environ[TEST])
    try:
        return (yield)
    finally:
        os.environ[TEST] = test
        _say(test)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Note how long it took; one that fails is of no use."""
    _seconds[report.nodeid] += math.inf if report.failed else report.duration


def pytest_sessionfinish(session: pytest.Session) -> None:
    """The process that sees all reports tells the times; a worker has told the fixtures before."""
    path = session.config.rootpath / TESTS
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    if worker == "gw0":
        path.write_text(json.dumps({"fixtures": _fixtures}), encoding="utf-8")
    elif worker is None:
        fixtures = _fixtures or json.loads(path.read_text(encoding="utf-8"))["fixtures"]
        seconds = {test: spent for test, spent in _seconds.items() if spent < math.inf}
        told = {"seconds": seconds, "fixtures": fixtures}
        path.write_text(json.dumps(told), encoding="utf-8")


def _say(context: str) -> None:
    measuring = Coverage.current()
    if measuring is not None:
        measuring.switch_context(context)


def forget() -> None:
    """Forget the results that functions of ours keep."""
    for name, module in list(sys.modules.items()):
        if name.startswith(("bluf.", "octavo.")):
            for kept in list(vars(module).values()):
                if getattr(kept, "__module__", None) == name and hasattr(kept, "cache_clear"):
                    kept.cache_clear()
