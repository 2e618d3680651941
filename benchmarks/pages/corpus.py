"""Briefs of 0.6 to 1.4 pages, half of them within five per cent of a full page.

    python -m benchmarks.pages.corpus FOLDER [--count 1000] [--seed 7]

How long a brief gets is steered by the estimate under test; how long it is, LibreOffice says.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.pages.designs import DESIGNS
from benchmarks.pages.file import BriefFile
from benchmarks.pages.look import numbering, section, styles
from benchmarks.pages.markup import paragraph, run, spacing
from benchmarks.pages.spec import specs
from benchmarks.pages.words import Words

from octavo import measure

if TYPE_CHECKING:
    from benchmarks.pages.spec import Spec

_MOST_ITEMS = 64
_MOST_LINES = 12


def brief(spec: Spec) -> bytes:
    """The brief of a spec, as long as it is meant to be."""
    amount = 1
    step = _MOST_ITEMS // 2
    while step:
        if _pages(_written(spec, amount + step, 0)) <= spec.target:
            amount += step
        step //= 2
    lines = 0
    while lines < _MOST_LINES and _pages(_written(spec, amount, lines + 1)) <= spec.target:
        lines += 1
    return _written(spec, amount, lines)


def _written(spec: Spec, amount: int, lines: int) -> bytes:
    """The brief with so many items, and so many short lines at its end."""
    words = Words(spec.language, random.Random(spec.seed))
    file = BriefFile(
        styles=styles(spec), numbering=numbering(spec), section=section(spec), mode=spec.mode
    )
    DESIGNS[spec.design](spec, words, file, amount)
    file.body += [paragraph(run(words.name()), "", spacing(before=0, after=0))] * lines
    return file.bytes()


def _pages(docx: bytes) -> float:
    """Pages filled, as a number with a fraction."""
    layout = measure(docx)
    if layout.pages is None or layout.fill is None:
        raise SystemExit(f"a brief of the corpus is not measured: {layout.obstacle}")
    return layout.pages - 1 + layout.fill


def write(folder: Path, count: int, seed: int, *, mixed: bool = False) -> list[Path]:
    """Write the corpus; gives the paths of its files."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for spec in specs(count, seed, tuple(DESIGNS), mixed=mixed):
        path = folder / f"{spec.name}.docx"
        if not path.exists():
            path.write_bytes(brief(spec))
        paths.append(path)
    return paths


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--mixed", action="store_true", help="with scripts and fonts within bounds")
    chosen = parser.parse_args()
    paths = write(chosen.folder, chosen.count, chosen.seed, mixed=chosen.mixed)
    print(len(paths), "briefs")


if __name__ == "__main__":
    main()
