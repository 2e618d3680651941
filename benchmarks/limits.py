"""Every figure that is promised, in one command; fails where a limit is passed.

    python benchmarks/limits.py [BRIEFS]

Times are of the processor, of this process and of those it starts, so that a busy machine counts
less; ratios are of two sides run in turn. BRIEFS is how many copies stand for many (default: 100).
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from msgspec import Struct

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "briefs" / "2025-08-06-serbia-us"
ROUNDS = 5


class Limit(Struct, frozen=True):
    """A promise: what is measured, in which unit, and how much it may be."""

    name: str
    unit: str
    most: float


BUILD = Limit("build of one brief, against docxtpl's bare command", "times", 1.0)
CHECK = Limit("check of one brief, against that", "times", 1.5)
KEPT = Limit("check of a brief of which nothing has changed, among many", "ms", 1.0)
MANY = Limit("check of a brief, among many", "ms", 25.0)
REGISTER = Limit("register, a brief", "ms", 2.0)


def main() -> int:
    """Measure everything, print it, and say by the exit code whether all limits hold."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = {**_alone(folder / "one"), **_many(folder / "many", count)}
    for limit, value in found.items():
        state = "ok  " if value <= limit.most else "OVER"
        print(f"{state} {value:8.2f} {limit.unit}, at most {limit.most:g}: {limit.name}")
    return any(value > limit.most for limit, value in found.items())


def _alone(folder: Path) -> dict[Limit, float]:
    shutil.copytree(SAMPLE, folder / "briefs" / "a")
    template, data = _for_docxtpl(folder)
    theirs = ["-m", "docxtpl", "-o", "-q", str(template), str(data), str(folder / "out.docx")]
    build = ["-m", "bluf", "build", "--format", "docx", "--no-cache"]
    check = ["-m", "bluf", "check", "--no-cache"]
    sides = (theirs, build, check)
    times: list[list[float]] = [[], [], []]
    for _ in range(ROUNDS + 1):
        for taken, side in zip(times, sides, strict=True):
            taken.append(_seconds(side, folder))
    bare, made, checked = (statistics.median(taken[1:]) for taken in times)
    return {BUILD: made / bare, CHECK: checked / made}


def _for_docxtpl(folder: Path) -> tuple[Path, Path]:
    """The shipped template without the filters that docxtpl's command has not, and its data."""
    from command import page_for_docxtpl  # beside this file

    return page_for_docxtpl(folder)


def _many(folder: Path, count: int) -> dict[Limit, float]:
    for number in range(count):
        copy = folder / "briefs" / f"b{number}"
        shutil.copytree(SAMPLE, copy, ignore=shutil.ignore_patterns("*.docx", "*.md", ".bluf"))
        data = copy / "brief.yaml"
        text = data.read_text(encoding="utf-8")
        data.write_text(text.replace(f"id: {SAMPLE.name}", f"id: b{number}", 1), encoding="utf-8")
    cached = {"BLUF_CACHE": str(folder / "cache")}
    start = _seconds(["-m", "bluf", "check", "briefs/b0", "-q"], folder, cached)
    first = _seconds(["-m", "bluf", "check", "-q"], folder, cached)
    again = _seconds(["-m", "bluf", "check", "-q"], folder, cached)
    register = _seconds(["-m", "bluf", "register", "-q"], folder)
    bare = _seconds(["-m", "bluf", "register", "briefs/b0", "-q"], folder)
    least = _seconds(["-m", "bluf", "check", "briefs/b0", "-q"], folder, cached)
    return {
        MANY: (first - start) / (count - 1) * 1000,
        KEPT: (again - least) / (count - 1) * 1000,
        REGISTER: (register - bare) / (count - 1) * 1000,
    }


def _seconds(arguments: list[str], folder: Path, more: dict[str, str] | None = None) -> float:
    """The processor's seconds that a command and all that it starts take."""
    environment = {**os.environ, "BLUF_CACHE": "off", **(more or {})}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as an installed program runs
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, check=False
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    sys.exit(main())
