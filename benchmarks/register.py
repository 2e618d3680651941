"""The register over generated briefs: time per brief at ten times the number, and memory.

    python benchmarks/register.py            1,000 and 10,000 briefs of ten items
    python benchmarks/register.py 100 1000   smaller

Each brief has ten items, of which it carries five on from the brief before it in its series.
What is printed is the whole command as a process with its workers: wall time, processor time,
and the highest resident memory of the parent and of the largest worker.
"""

from __future__ import annotations

import datetime as dt
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

SERIES = 20
"""Briefs of one series, each of which carries items on from the one before."""
HEAD = """\
id: {id}
title: "Talks {number}: the ministers of Ruritania and Freedonia meet"
date: {date}
to: Deputy Minister
from: Desk
marking: UNCLASSIFIED
bottom_line: The ministers met and went on from where they had left off.
parties:
  aa: {{name: Kingdom of Ruritania, short: Ruritania}}
  bb: {{name: Republic of Freedonia, short: Freedonia}}
sources:
  ours: {{title: Release after the talks, publisher: Foreign Ministry, party: aa, file: a.txt}}
events:
  - {{id: E1, title: Meeting, date: {date}, place: Strelsau}}
"""
REQUEST = """\
  - id: R{item}
    event: E1
    from: aa
    to: bb
    ask: Open the border crossing number {item} of series {series}
    topic: border
    response: not reported{link}
    evidence:
      - {{source: ours, quote: "we asked for the opening of the crossing number {item}"}}
"""
FOLLOW_UP = """\
  - id: F{item}
    action: Send the draft of annex {item} of series {series}
    owner: bb
    to: aa
    due: {{wording: within the year, latest: {year}-12-31}}{link}
    evidence:
      - {{source: ours, quote: "will send the draft of annex {item} within the year"}}
"""


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
        """Milliseconds of wall time for each brief."""
        return self.wall / self.briefs * 1000


def main() -> None:
    """Measure the sizes asked for and print the ratio of the last to the first."""
    sizes = [int(argument) for argument in sys.argv[1:]] or [1_000, 10_000]
    runs = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder), size)
            runs.append(measure(Path(folder), size))
        print(
            "{0.briefs:,} briefs: {0.wall:.1f} s, {0.processor:.1f} s of processor time, "
            "{0.parent_mib:.0f} MiB + {0.worker_mib:.0f} MiB a worker, "
            "{0.each:.2f} ms a brief".format(runs[-1])
        )
    wall = runs[-1].each / runs[0].each
    processor = runs[-1].processor / runs[-1].briefs / (runs[0].processor / runs[0].briefs)
    print(
        f"time per brief, largest to smallest: {wall:.2f} times, of processor {processor:.2f} times"
    )


def write(folder: Path, size: int) -> None:
    """Write ``size`` briefs below a folder."""
    for number in range(size):
        series, place = divmod(number, SERIES)
        date = dt.date(2020, 1, 1) + dt.timedelta(days=60 * place + series % 50)
        name = f"{date}-series-{series}"
        before = dt.date(2020, 1, 1) + dt.timedelta(days=60 * (place - 1) + series % 50)
        link = f"\n    carried_from: {before}-series-{series}#" if place else ""
        (folder / name).mkdir()
        text = HEAD.format(id=name, number=number, date=date) + _items(series, date.year, link)
        (folder / name / "brief.yaml").write_text(text, encoding="utf-8")


def _items(series: int, year: int, link: str) -> str:
    """Five requests and five follow-ups; the last two and three are carried on."""
    requests = "".join(
        REQUEST.format(item=i, series=series, link=_carried(link, f"R{i}", goes_on=i > 3))
        for i in range(1, 6)
    )
    follow_ups = "".join(
        FOLLOW_UP.format(
            item=i, series=series, year=year, link=_carried(link, f"F{i}", goes_on=i > 2)
        )
        for i in range(1, 6)
    )
    return f"requests:\n{requests}follow_ups:\n{follow_ups}"


def _carried(link: str, item: str, *, goes_on: bool) -> str:
    return f"{link}{item}" if link and goes_on else ""


def measure(folder: Path, size: int) -> Run:
    """Run the command once; its children's use is the difference before and after."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    command = [sys.executable, "-c", CHILD, str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    wall = time.perf_counter() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    parent, worker = (int(line) / 1024 for line in done.stderr.split()[-2:])
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(size, wall, processor, parent, worker)


CHILD = """
import resource, sys
from bluf.cli.app import run
code = run(["register", sys.argv[1], "--as-of", "2024-01-01"])
for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
    print(resource.getrusage(who).ru_maxrss, file=sys.stderr)
sys.exit(code)
"""

if __name__ == "__main__":
    main()
