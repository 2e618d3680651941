"""``bluf check`` over generated briefs: time per brief at ten times the number, and memory.

    python benchmarks/check.py               200 and 2,000 briefs, without page layout
    python benchmarks/check.py 50 500 docx   other numbers, with the Word files and their pages

Each brief is the shipped one under another name, with its sources; nothing was built, so that
output-stale is left out. What is printed is the whole command as a process with its workers: wall
time, processor time, and the highest resident memory of the parent and of the largest worker.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

SHIPPED = Path(__file__).parents[1] / "briefs" / "2025-08-06-serbia-us"
MOST_TIMES = 1.1
"""Time per brief at the largest number, and memory, against those at the smallest."""


@dataclass(frozen=True)
class Run:
    """What one run of the command took."""

    briefs: int
    wall: float
    processor: float
    parent_mib: float
    worker_mib: float

    @property
    def each(self) -> float:
        """Milliseconds of processor time for each brief."""
        return self.processor / self.briefs * 1000


def main() -> None:
    """Measure the sizes asked for and print the ratio of the last to the first."""
    formats = "docx,md" if "docx" in sys.argv else "md"
    sizes = [int(word) for word in sys.argv[1:] if word.isdecimal()] or [200, 2_000]
    runs = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder), size)
            runs.append(measure(Path(folder), size, formats))
        print(
            "{0.briefs:,} briefs: {0.wall:.1f} s, {0.processor:.1f} s of processor time, "
            "{0.parent_mib:.0f} MiB + {0.worker_mib:.0f} MiB a worker, "
            "{0.each:.1f} ms a brief".format(runs[-1])
        )
    wall = (runs[-1].wall / runs[-1].briefs) / (runs[0].wall / runs[0].briefs)
    print(
        f"time per brief, largest to smallest: {wall:.2f} times, of processor "
        f"{runs[-1].each / runs[0].each:.2f} times (at most {MOST_TIMES})"
    )
    print(
        f"memory, largest to smallest: {runs[-1].parent_mib / runs[0].parent_mib:.2f} times, of a "
        f"worker {runs[-1].worker_mib / runs[0].worker_mib:.2f} times (at most {MOST_TIMES})"
    )


def write(folder: Path, size: int) -> None:
    """Write ``size`` briefs below a folder."""
    text = (SHIPPED / "brief.yaml").read_text(encoding="utf-8")
    for number in range(size):
        name = f"{SHIPPED.name}-{number}"
        shutil.copytree(SHIPPED / "sources", folder / name / "sources")
        renamed = text.replace(f"id: {SHIPPED.name}", f"id: {name}", 1)
        (folder / name / "brief.yaml").write_text(renamed, encoding="utf-8")


def measure(folder: Path, size: int, formats: str) -> Run:
    """Run the command once; its children's use is the difference before and after."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    command = [sys.executable, "-c", CHILD, str(folder)]
    environment = {**os.environ, "BLUF_FORMAT": formats}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    wall = time.perf_counter() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    parent, worker = (int(line) / 1024 for line in done.stderr.split()[-2:])
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(size, wall, processor, parent, worker)


CHILD = """
import resource, sys
from bluf.cli.app import run
code = run(["check", sys.argv[1], "--ignore", "output-stale"])
for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
    print(resource.getrusage(who).ru_maxrss, file=sys.stderr)
sys.exit(code)
"""

if __name__ == "__main__":
    main()
