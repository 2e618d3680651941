"""How long a brief takes to read, in each format, against the bare parser of its text.

python benchmarks/reading.py
"""

from __future__ import annotations

import json
import multiprocessing
import tempfile
import time
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from bluf.data import read
from bluf.data.edit import create
from bluf.data.writers.table import files_of

if TYPE_CHECKING:
    from collections.abc import Callable

BRIEF = Path(__file__).parents[1] / "briefs/2025-08-06-serbia-us/brief.yaml"
BARE: dict[str, Callable[[str], object]] = {
    ".yaml": lambda text: yaml.load(text, yaml.CSafeLoader),
    ".toml": tomllib.loads,
    ".json": json.loads,
}
ROUNDS = 50
MANY = 2000
CORES = 2


def fastest(action: Callable[[], object]) -> float:
    """Seconds of the fastest of several rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times)


def requests_of(path: Path) -> int:
    """What a worker hands back: little, as a build does."""
    return len(read(path).brief.requests)


def main() -> None:
    """Print a line for each format, and one for many briefs on two cores."""
    brief = read(BRIEF).brief
    with tempfile.TemporaryDirectory() as folder:
        for ending in (".yaml", ".toml", ".json", ".csv", ".xlsx"):
            path = Path(folder) / f"brief{ending}"
            create(files_of(brief, path))
            ours = fastest(lambda path=path: read(path))  # type: ignore[misc]
            against = ""
            if ending in BARE:
                text, bare = path.read_text(encoding="utf-8"), BARE[ending]
                theirs = fastest(lambda bare=bare, text=text: bare(text))  # type: ignore[misc]
                against = f", {ours / theirs:.1f} times the bare parser"
            print(f"{ending}: {ours * 1000:.1f} ms{against}")
    start = time.perf_counter()
    with multiprocessing.Pool(CORES) as pool:
        pool.map(requests_of, [BRIEF] * MANY, chunksize=100)
    seconds = time.perf_counter() - start
    print(f"{MANY} briefs on {CORES} cores: {seconds:.1f} s, {MANY / seconds:.0f} a second")


if __name__ == "__main__":
    main()
