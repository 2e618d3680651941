"""Alter the code at random, in a copy, and see whether a test fails (cosmic-ray).

    pip install cosmic-ray
    python scripts/mutate.py --sample 500 --seed 7

Of all alterations of the rooms below, a sample is tried: each is applied alone, and the tests of
its module, then those of its room, are run until one fails. What no test noticed is printed with
its difference; the last line is the score. The same seed takes the same sample of the same code.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cosmic_ray.work_item import WorkItem

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("bluf/evidence", "bluf/checks", "octavo/expressions", "octavo/pages")
COPIED = ("src", "tests", "docs", "templates", "briefs", "scripts", "pyproject.toml", "README.md")
TIMEOUT = 120.0
CONFIG = """[cosmic-ray]
module-path = {paths}
timeout = {timeout}
excluded-modules = []
test-command = "{python} scripts/mutate.py --judge"
[cosmic-ray.distributor]
name = "local"
[cosmic-ray.filters.operators-filter]
exclude-operators = ["core/ReplaceBinaryOperator_BitOr_.*", "core/RemoveDecorator"]
"""


def main() -> None:
    """Make the copy, draw the sample, try it, print what lived."""
    options = _options()
    if options.judge:
        sys.exit(_judge(Path.cwd()))
    with tempfile.TemporaryDirectory() as folder:
        copy = copy_project(Path(folder) / "copy")
        total = _draw(copy, options.sample, random.Random(options.seed), options.rooms)
        _cosmic(copy, "exec", "session.toml", "session.sqlite")
        _report(copy, total, options.seed)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=500)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--judge", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("rooms", nargs="*", default=ROOMS)
    return parser.parse_args()


def copy_project(place: Path) -> Path:
    """The project at ``place``, as a repository of one commit, so that an alteration is a diff."""
    place.mkdir()
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, place / name)
    for step in (
        ("init", "-q"),
        ("add", "-A"),
        ("-c", "user.name=-", "-c", "user.email=-", "commit", "-qm", "-"),
    ):
        subprocess.run(("git", *step), cwd=place, check=True)
    return place


def _draw(copy: Path, count: int, chance: random.Random, rooms: list[str]) -> int:
    """A session of ``count`` alterations out of all, whose number is returned."""
    from cosmic_ray.work_db import WorkDB

    paths = json.dumps([f"src/{room}" for room in rooms])
    text = CONFIG.format(paths=paths, timeout=TIMEOUT, python=sys.executable)
    (copy / "session.toml").write_text(text, encoding="utf-8")
    _cosmic(copy, "init", "session.toml", "session.sqlite")
    subprocess.run(
        [Path(sys.executable).with_name("cr-filter-operators"), "session.sqlite", "session.toml"],
        cwd=copy,
        check=True,
    )
    base = WorkDB(str(copy / "session.sqlite"), WorkDB.Mode.open)
    items = [item for item in base.pending_work_items if not _means_the_same(copy, item)]
    items.sort(key=lambda item: repr(item.mutations))
    base.clear()
    base.add_work_items(chance.sample(items, min(count, len(items))))
    base.close()
    return len(items)


def _means_the_same(copy: Path, item: WorkItem) -> bool:
    """Whether it alters what no run can show: imports for types, and that nothing is set later."""
    (mutation,) = item.mutations
    line = _lines(copy / mutation.module_path)[mutation.start_pos[0] - 1]
    return "TYPE_CHECKING" in line or (line.startswith("class ") and "frozen=True" in line)


@cache
def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _cosmic(copy: Path, *arguments: str) -> None:
    command = Path(sys.executable).with_name("cosmic-ray")
    subprocess.run([command, *arguments], cwd=copy, check=True)


def _judge(copy: Path) -> int:
    """Run the tests that are about what was altered; 0 where none fails."""
    found = subprocess.run(
        ("git", "diff", "--name-only", "src"), cwd=copy, capture_output=True, text=True, check=True
    )
    for altered in map(Path, found.stdout.split()):
        house, *parts = altered.with_suffix("").parts[1:]
        room = Path("tests", *([house] if house == "octavo" else []), *parts[:-1])
        own = room / f"test_{parts[-1]}.py"
        for tests in (own, *_rooms(room)):
            if tests.exists() and fails(copy, tests):
                return 1
    return 0


def _rooms(room: Path) -> list[Path]:
    """The folder of tests of a module, then those above it, up to the room's own."""
    depth = 3 if room.parts[1] == "octavo" else 2
    return [Path(*room.parts[:end]) for end in range(len(room.parts), depth - 1, -1)]


def fails(copy: Path, tests: Path) -> bool:
    """Whether one of these tests fails in the copy."""
    command = (sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", str(tests))
    done = subprocess.run(
        command, cwd=copy, env=_environment(copy), capture_output=True, check=False
    )
    return done.returncode not in {0, 5}  # 5: it holds no test


def _environment(copy: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1"}


def _report(copy: Path, total: int, seed: int) -> None:
    from cosmic_ray.work_db import WorkDB
    from cosmic_ray.work_item import TestOutcome, WorkerOutcome

    base = WorkDB(str(copy / "session.sqlite"), WorkDB.Mode.open)
    tried = [
        (item, result)
        for item, result in base.completed_work_items
        if result.worker_outcome != WorkerOutcome.SKIPPED
    ]
    lived = [result for _, result in tried if result.test_outcome == TestOutcome.SURVIVED]
    for result in lived:
        print(result.diff, "\n")
    found = len(tried) - len(lived)
    share = found / len(tried)
    print(f"seed {seed}: {found} of {len(tried)} found ({share:.1%}), out of {total} alterations")


if __name__ == "__main__":
    main()
