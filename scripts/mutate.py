"""Alter the code at random, in a copy, and see whether a test fails (operators of cosmic-ray).

    pip install cosmic-ray
    python scripts/mutate.py --sample 500 --seed 7

The tests of the rooms and of those that use them run once, those marked ``thorough`` too, to learn
which run each line. Of all alterations of the rooms a sample is then tried, each alone: first the
tests that mirror its module, then those that run its line, folder by folder from its own upwards,
the quickest first and `SECONDS` of each folder at most, until one fails or takes far too long. What
no test noticed is printed; the last line is the score. The same seed takes the same sample of the
same code.

Left out is what no run can show: annotations, docstrings, imports for types, decorators, the
options of a class, the star between the arguments of a function, the strictness of a ``zip``, and
``==`` for ``is``, which mean the same of None, types and enumerations.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests_by_line import TestsByLine, write_settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("bluf/evidence", "bluf/checks", "octavo/expressions", "octavo/pages")
COPIED = ("src", "tests", "docs", "templates", "briefs", "scripts", "benchmarks", "README.md")
ALSO = ("pyproject.toml", "CHANGELOG.md", "action.yml", "LICENSE", ".github", ".ci/run")
TESTS = (
    *("tests/evidence", "tests/checks", "tests/claims", "tests/verification"),
    *(
        "tests/octavo/expressions",
        "tests/octavo/pages",
        "tests/octavo/word",
        "tests/octavo/markdown",
    ),
)
SECONDS = 300.0  # of the tests of a folder that run a line
LOADED = ("pytest", "hypothesis", "lxml.html", "jinja2", "msgspec", "babel", "docx", "yaml")
PYTEST = ("-q", "-x", "-m", "", "-p", "no:cacheprovider", "--hypothesis-seed=0")
WARNING = ("-W", "ignore:Module already imported")  # before the fork, by us
LEFT_OUT = (
    "core/RemoveDecorator",
    "core/ReplaceComparisonOperator_Is_Eq",
    "core/ReplaceComparisonOperator_IsNot_NotEq",
)


class Alteration(NamedTuple):
    """One operator of cosmic-ray at one place."""

    path: str
    line: int
    operator: str
    occurrence: int


def main() -> None:
    """Make the copy, draw the sample, try it, print what lived."""
    options = _options()
    kept = (options.copy or Path(tempfile.mkdtemp()) / "copy").resolve()
    if not kept.exists():
        copy_project(kept)
        learn_tests(kept, options.tests.split(), options.processes)
    every = _every(kept, options.rooms)
    drawn = random.Random(options.seed).sample(every, min(options.sample, len(every)))
    _try(kept, drawn[options.start :])
    print(f"seed {options.seed}, out of {len(every)} alterations")
    if options.copy is None:
        shutil.rmtree(kept.parent)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=500)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--start", type=int, default=0, help="pass over so many of the sample")
    parser.add_argument("--copy", type=Path, help="keep the copy here, or use the one kept before")
    parser.add_argument("--processes", default="2", help="how many learn the tests of each line")
    parser.add_argument("--tests", default=" ".join(TESTS), help="the folders of tests to use")
    parser.add_argument("rooms", nargs="*", default=ROOMS)
    return parser.parse_args()


def copy_project(place: Path) -> Path:
    """What the tests read of the project, at ``place``."""
    place.mkdir(parents=True)
    for name in (*COPIED, *ALSO):
        (place / name).parent.mkdir(exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, place / name)
    subprocess.run(("git", "init", "-q"), cwd=place, check=True)
    return place


def learn_tests(copy: Path, tests: list[str], processes: str) -> None:
    """Run the tests of the copy, and note which run each line of the rooms."""
    settings = write_settings(copy, [f"src/{room}" for room in ROOMS])
    known = environment(copy) | {"COVERAGE_PROCESS_START": str(settings)}
    known.pop("PYTHONDONTWRITEBYTECODE")
    command = (sys.executable, "-m", "pytest", "-q", "-m", "", "-p", "tests_by_line", *tests)
    subprocess.run((*command, "-n", processes), cwd=copy, env=known, check=False)


def environment(copy: Path) -> dict[str, str]:
    """In which the tests of the copy run its own code."""
    paths = f"{copy / 'src'}{os.pathsep}{copy / 'scripts'}"
    return {**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}


def _every(copy: Path, rooms: Iterable[str]) -> list[Alteration]:
    """All alterations of these rooms, kept with the copy: to list them takes a minute."""
    path = copy / f"{'-'.join(rooms).replace('/', '.')}.json"
    if not path.exists():
        path.write_text(json.dumps(sorted(_alterations(copy, rooms))), encoding="utf-8")
    return [Alteration(*each) for each in json.loads(path.read_text(encoding="utf-8"))]


def _alterations(copy: Path, rooms: Iterable[str]) -> Iterator[Alteration]:
    from cosmic_ray.ast import ast_nodes, get_ast_from_path
    from cosmic_ray.plugins import get_operator, operator_names

    operators = {name: get_operator(name) for name in operator_names()}
    altering = {
        name: kind()
        for name, kind in operators.items()
        if name not in LEFT_OUT and not kind.arguments()
    }
    for path in sorted(path for room in rooms for path in (copy / "src" / room).rglob("*.py")):
        left_out, text = _left_out(path), path.read_text(encoding="utf-8").splitlines()
        nodes = list(ast_nodes(get_ast_from_path(path)))
        for name, operator in altering.items():
            places = (place for node in nodes for place in operator.mutation_positions(node))
            for occurrence, (start, _) in enumerate(places):
                star = text[start[0] - 1].startswith("*,", start[1])
                if not star and not any(first <= start < last for first, last in left_out):
                    yield Alteration(str(path.relative_to(copy)), start[0], name, occurrence)


@cache
def _left_out(path: Path) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The places of annotations, imports for types, decorators and options of a class."""
    return [
        ((node.lineno, node.col_offset), (node.end_lineno or 0, node.end_col_offset or 0))
        for parent in ast.walk(_tree(path))
        for node in _without_effect(parent)
    ]


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _without_effect(parent: ast.AST) -> Iterator[ast.expr | ast.stmt]:
    match parent:
        case ast.FunctionDef(returns=returns, decorator_list=decorators):
            yield from (returns, *decorators) if returns else decorators
        case ast.ClassDef(keywords=keywords, decorator_list=decorators):
            yield from (*decorators, *(option.value for option in keywords))
        case ast.keyword(arg="strict", value=value):
            yield value
        case ast.arg(annotation=ast.expr() as annotation) | ast.AnnAssign(annotation=annotation):
            yield annotation
        case ast.If(test=ast.Name(id="TYPE_CHECKING"), body=imports):
            yield from (parent.test, *imports)


def _try(copy: Path, drawn: list[Alteration]) -> None:
    for name in LOADED:
        import_module(name)
    known = TestsByLine(copy)
    for tests, limit in _tests(copy, known, drawn[0]):
        if fails(copy, tests, limit):
            sys.exit("tests fail with nothing altered")
    count: Counter[bool] = Counter()
    for number, alteration in enumerate(drawn, 1):
        steps = list(_tests(copy, known, alteration))
        with _altered(copy, alteration) as difference:
            found = any(fails(copy, tests, limit) for tests, limit in steps)
        count[found] += 1
        if not found:
            print(f"{number}: {alteration.operator}\n{difference}\n", flush=True)
        if number % 25 == 0:
            print(f"{count[True]} of {number} found", flush=True)
    print(f"{count[True]} of {len(drawn)} found ({count[True] / len(drawn):.1%})", end=", ")


@contextmanager
def _altered(copy: Path, alteration: Alteration) -> Iterator[str]:
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator

    path = copy / alteration.path
    times = path.stat()
    whole = path.read_text(encoding="utf-8")
    other = mutate_code(whole, get_operator(alteration.operator)(), alteration.occurrence)
    path.write_text(other, encoding="utf-8")
    try:
        lines = whole.splitlines(), other.splitlines()
        yield "\n".join(difflib.unified_diff(*lines, alteration.path, n=2, lineterm=""))
    finally:
        path.write_text(whole, encoding="utf-8")
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def _tests(
    copy: Path, known: TestsByLine, alteration: Alteration
) -> Iterator[tuple[set[str] | Path, float]]:
    """The tests to run, step by step, with the time after which they will not end."""
    path = copy / alteration.path
    house, *parts = Path(alteration.path).with_suffix("").parts[1:]
    room = Path("tests", *([house] if house == "octavo" else []), *parts[:-1])
    own = room / f"test_{parts[-1]}.py"
    if (copy / own).exists():
        yield own, 60 + 2 * sum(known.seconds[test] for test in known.seconds if _is_of(test, own))
    running = known.of(path, _statement(path, alteration.line))
    running -= {test for test in running if _is_of(test, own)}
    left = running or set(known.seconds)
    for folder in (room, *room.parents):  # the last one is “.”: all others
        near = {test for test in left if folder in Path(test.partition("::")[0]).parents}
        left -= near
        tests = set(quickest(near, known.seconds))
        if tests:
            yield tests, 60 + 2 * sum(known.seconds[test] for test in tests)


def _is_of(test: str, file: Path) -> bool:
    return test.startswith(f"{file}::")


def quickest(tests: Iterable[str], seconds: dict[str, float]) -> Iterator[str]:
    """The quickest of some tests, which take `SECONDS` together at most."""
    spent = 0.0
    for test in sorted(tests, key=lambda test: (seconds[test], test)):
        spent += seconds[test]
        if spent > SECONDS:
            return
        yield test


def _statement(path: Path, line: int) -> range:
    """The lines of the statement at a line; of a compound one, its head."""
    spans = [
        range(node.lineno, _end(node) + 1)
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.stmt) and node.lineno <= line <= _end(node)
    ]
    return min(spans, key=len, default=range(line, line + 1))


def _end(node: ast.stmt) -> int:
    body = getattr(node, "body", None)
    return max(node.lineno, body[0].lineno - 1) if body else node.end_lineno or node.lineno


def fails(copy: Path, tests: set[str] | Path, limit: float) -> bool:
    """Whether one of these tests fails in the copy, or does not end.

    pytest ends with 4 where a file is not there, which is no fault of the code; where a conftest
    cannot be imported too, which is one.
    """
    if isinstance(tests, Path):
        files, chosen = [str(tests)], None
    else:
        files, chosen = sorted({test.partition("::")[0] for test in tests}), tests
    gone = [file for file in files if not (copy / file).exists()]
    if gone:
        sys.exit(f"not in the copy: {', '.join(gone)}; make a new copy")
    child = os.fork()
    if not child:
        _run(copy, files, chosen)
    deadline = time.monotonic() + limit
    while time.monotonic() < deadline:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status) not in {0, 5}  # 5: none was there
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return True


def _run(copy: Path, files: list[str], chosen: set[str] | None) -> None:
    os.setsid()
    os.chdir(copy)
    os.environ.update(environment(copy))
    sys.dont_write_bytecode = True
    sys.path[:0] = [str(copy / "src"), str(copy)]
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(null, stream)
    import pytest

    code = 1
    try:
        code = int(pytest.main([*PYTEST, *WARNING, *files], plugins=[_Chosen(chosen)]))
    finally:
        os._exit(code)


class _Chosen:
    """Of the tests collected, only these."""

    def __init__(self, names: set[str] | None) -> None:
        self.names = names

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        if self.names is not None:
            items[:] = [item for item in items if item.nodeid in self.names]


if __name__ == "__main__":
    main()
