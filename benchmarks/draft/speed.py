"""How long a draft takes beside the check of it: time of the processor, the least of several runs.

    python benchmarks/draft/speed.py [RELEASE]

Without a release that of a shipped brief is drafted, three times over: three pages.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
RELEASE = ROOT / "briefs" / "2025-08-06-serbia-us" / "sources" / "mfa-serbia-release.txt"
ROUNDS = 7
TIMES = 3


def main() -> None:
    """Print both times and their ratio, without a cache and with one."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        release = folder / "release.txt"
        given = Path(sys.argv[1]).read_text("utf-8") if sys.argv[1:] else three_pages()
        release.write_text(given, encoding="utf-8")
        draft = ["draft", str(release), "--id", "x", "--out"]
        runs = [rounds(folder / str(number), draft) for number in range(ROUNDS)]
    drafted, first, again = (min(times) for times in zip(*runs, strict=True))
    print(f"draft {drafted:.2f} s")
    print(f"check without a cache {first:.2f} s: a draft takes {drafted / first:.2f} times that")
    print(f"check with its cache {again:.2f} s: a draft takes {drafted / again:.2f} times that")


def three_pages() -> str:
    """The shipped release three times, each time with other names, so that nothing is twice."""
    text = RELEASE.read_text(encoding="utf-8")
    return "\n\n".join(text.replace("Serbia", f"Serbia{'a' * number}") for number in range(TIMES))


def rounds(folder: Path, draft: list[str]) -> tuple[float, float, float]:
    """Seconds of a draft, of the first check of it, and of the second."""
    briefs = folder / "briefs"
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    check = ["check", str(briefs / "x")]
    commands = ([*draft, str(briefs)], check, check)
    first, second, third = (seconds(command, environment) for command in commands)
    return first, second, third


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """Time of the processor that a command of bluf takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run(
        [sys.executable, "-m", "bluf", *command], env=environment, capture_output=True, check=False
    )
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


if __name__ == "__main__":
    main()
