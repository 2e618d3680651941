"""Every figure that is promised, in one command; fails where a limit is passed.

    python benchmarks/limits.py [BRIEFS]

Times are of the processor, of this process and of those it starts, so that a busy machine counts
less; ratios are of two sides run in turn. BRIEFS is how many copies stand for many (default: 100).
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

import evidence
from bluf.claims import proven
from bluf.data import read
from bluf.evidence.normal import normalise

if TYPE_CHECKING:
    from collections.abc import Callable

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
SIZE = Limit("register, the memory of a brief", "kB", 10.0)
LONG = Limit("one quotation in 10 MB, against normalising it", "times", 3.0)
MEMORY = Limit("check of a brief with a source of 10 MB", "MiB", 120.0)
LINEAR = Limit("proof of a request among 400, against one among 40", "times", 1.3)


def main() -> int:
    """Measure everything, print it, and say by the exit code whether all limits hold."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = {
            # memory first: what a process was at most counts what started it too
            **_register(folder),
            **_long(folder / "long"),
            **_alone(folder / "one"),
            **_many(folder / "many", count),
            **_requests(folder),
        }
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


def _register(folder: Path) -> dict[Limit, float]:
    """What a thousand more briefs take of the memory of the command."""
    import register

    few, many = (folder / f"register-{size}" for size in _SERIES)
    runs = []
    for place, size in zip((few, many), _SERIES, strict=True):
        place.mkdir()
        register.write(place, size)
        runs.append(register.measure(place, size))
    more = (runs[1].parent_mib - runs[0].parent_mib) * 1024 * 1.024
    return {SIZE: more / (_SERIES[1] - _SERIES[0])}


_SERIES = (200, 1200)


def _long(folder: Path) -> dict[Limit, float]:
    """A source of 10 MB, made of the shipped ones, with the words that are quoted at its end."""
    texts = "\n\n".join(each.read_text("utf-8") for each in SAMPLE.glob("sources/*.txt"))
    words = "the two sides will meet again in the city of Zemun"
    folder.mkdir()
    with (folder / "a.txt").open("w", encoding="utf-8") as file:
        for _ in range(TEN_MB // len(texts)):
            file.write(texts)
        file.write(f"\n\nIn the end, he said, {words}.\n")
    (folder / "brief.yaml").write_text(evidence.HEAD + evidence.request(1, words), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", _PEAK, str(folder)], capture_output=True, text=True, check=True
    )
    data, text = read(folder / "brief.yaml"), (folder / "a.txt").read_text("utf-8")
    proof = min(_processor(lambda: proven(data)) for _ in range(2))
    bare = min(_processor(lambda: normalise(text)) for _ in range(2))
    return {LONG: proof / bare, MEMORY: int(done.stderr.split()[-1]) / 1024}


TEN_MB = 10_000_000
_PEAK = """
import resource, sys
from bluf.cli.app import run
run(["check", sys.argv[1], "--no-cache", "--executor", "serial"])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
"""


def _requests(folder: Path) -> dict[Limit, float]:
    """Ten times as many requests, each with a quotation of a source that is as long."""
    times = []
    for count in (40, 400):
        place = folder / f"requests-{count}"
        place.mkdir()
        words = evidence.text_of(200_000, random.Random(1))
        quotes = evidence.quotations_of(words, count, random.Random(2))
        record = "".join(evidence.request(at, quote) for at, quote in enumerate(quotes))
        (place / "a.txt").write_text(" ".join(words), encoding="utf-8")
        (place / "brief.yaml").write_text(evidence.HEAD + record, encoding="utf-8")
        prove = partial(proven, read(place / "brief.yaml"))
        times.append(min(_processor(prove) for _ in range(3)) / count)
    return {LINEAR: times[1] / times[0]}


def _processor(action: Callable[[], object]) -> float:
    begun = time.process_time()
    action()
    return time.process_time() - begun


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
