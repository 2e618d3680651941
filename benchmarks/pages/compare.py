"""The estimate held against LibreOffice over the corpus, as a table.

    python -m benchmarks.pages.compare FOLDER [--count 1000] [--seed 7]

Writes the corpus into the folder where it is missing, has LibreOffice lay out every brief (that
takes some minutes), and prints how often the verdict is right, whether the place where a brief
runs over is the one in LibreOffice's PDF, what fitting achieves, and what a brief takes.
"""

from __future__ import annotations

import argparse
import re
import resource
import statistics
import subprocess
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.pages.corpus import write

from octavo import measure
from octavo.office import count_pages, page_counts, to_pdfs
from octavo.ooxml import read_package
from octavo.ooxml.stories import read_text
from octavo.pages import Galley, Verdict, fit

if TYPE_CHECKING:
    from octavo.ooxml import Package
    from octavo.pages import Layout

_DECIDED = {Verdict.FITS, Verdict.OVERFLOWS}
_MOST_OVER = 0.12
_FIRST_LINES = 3


def _outcome(layout: Layout, pages: int) -> str:
    if layout.verdict not in _DECIDED:
        return "undecided"
    if (layout.verdict is Verdict.FITS) == (pages == 1):
        return "right"
    return "false fit" if layout.verdict is Verdict.FITS else "false overflow"


def _squeezed(text: str) -> str:
    """Text for comparing: no blanks, no bullets, no figures of notes, one case."""
    return re.sub(r"[\W\d_]+", "", text).casefold()


def _placed_right(package: Package, layout: Layout, pdf: Path) -> bool:
    """Whether the first lines of the second page belong to the paragraph or row named.

    What stands on every page (headers, footers, a table's first row) is looked over. An empty
    paragraph shows no line: then they belong to the next that is not, or there are none.
    """
    if layout.overflow is None:
        return False
    steps = layout.overflow.steps
    wanted = steps if steps[0][0] == "paragraph" else steps[:2]
    named, repeated, begun = "", {""}, False
    for block in read_text(package):
        here = block.location.steps
        inside = block.location.story == "body" and here[: len(wanted)] == wanted
        begun = begun or inside
        if inside or (begun and not named and block.location.story == "body"):
            named += _squeezed(block.text)
        elif block.location.story != "body" or here[:2] == (steps[0], ("row", 1)):
            repeated.add(_squeezed(block.text))
    lines = (_squeezed(line) for line in _lines(pdf, 2))
    first = [line for line in lines if line not in repeated][:_FIRST_LINES]
    return any(line in named for line in first) if first else not named


def _lines(pdf: Path, page: int) -> list[str]:
    command = ["pdftotext", "-f", str(page), "-l", str(page), "-layout", str(pdf), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    cells = (cell for line in text.splitlines() for cell in re.split(r"\s{3,}", line))
    return [cell.strip() for cell in cells if cell.strip()]


def _pdfs(paths: list[Path]) -> float:
    """Have LibreOffice lay out what it has not yet; gives its processor seconds for a brief."""
    missing = [path for path in paths if not path.with_suffix(".pdf").exists()]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    packages = [read_package(path.read_bytes(), str(path)) for path in missing]
    for path, pdf in zip(missing, to_pdfs(packages), strict=True):
        path.with_suffix(".pdf").write_bytes(pdf)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return spent / max(1, len(missing))


def _table(outcomes: dict[str, Counter[str]]) -> None:
    kinds = ("right", "undecided", "false fit", "false overflow")
    print(f"{'design':10}{'briefs':>8}" + "".join(f"{kind:>16}" for kind in kinds))
    total: Counter[str] = sum(outcomes.values(), Counter())
    for design, counts in (*sorted(outcomes.items()), ("all", total)):
        figures = "".join(f"{counts[kind]:16}" for kind in kinds)
        print(f"{design:10}{counts.total():8}{figures}")
    decided = total.total() - total["undecided"]
    print(f"decided and right: {total['right'] / decided:.2%}")
    print(f"undecided: {total['undecided'] / total.total():.2%}")


def _measure(paths: list[Path]) -> tuple[dict[Path, Layout], float]:
    """Layouts, and the median of the processor seconds they took."""
    layouts, spent = {}, []
    for path in paths:
        docx = path.read_bytes()
        start = time.process_time()
        layouts[path] = measure(docx)
        spent.append(time.process_time() - start)
    return layouts, statistics.median(spent)


def _fit(layouts: dict[Path, Layout], counts: dict[Path, int]) -> None:
    """Fit the briefs a little too long, and confirm those that are said to fit."""
    chosen = [
        path
        for path, layout in layouts.items()
        if counts[path] == 2 and layout.pages == 2 and (layout.fill or 0) <= _MOST_OVER
    ]
    fitted = []
    for path in chosen:
        docx = path.read_bytes()
        result = fit(Galley(read_package(docx, str(path))))
        if result.fits:
            fitted.append(result.package)
    confirmed = page_counts(fitted).count(1) if fitted else 0
    print(f"fit: {len(chosen)} up to 1.12 pages, {len(fitted)} fitted, {confirmed} confirmed")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--mixed", action="store_true", help="with scripts and fonts within bounds")
    chosen = parser.parse_args()
    paths = write(chosen.folder, chosen.count, chosen.seed, mixed=chosen.mixed)
    office = _pdfs(paths)
    counts = {path: count_pages(path.with_suffix(".pdf").read_bytes()) for path in paths}
    layouts, ours = _measure(paths)
    outcomes: dict[str, Counter[str]] = {}
    for path, layout in layouts.items():
        design = path.name.split("-")[1]
        outcomes.setdefault(design, Counter())[_outcome(layout, counts[path])] += 1
    _table(outcomes)
    over = [path for path in paths if layouts[path].overflow and counts[path] > 1]
    right = [
        path
        for path in over
        if _placed_right(
            read_package(path.read_bytes(), ""), layouts[path], path.with_suffix(".pdf")
        )
    ]
    print(f"overflow placed right: {len(right)} of {len(over)}, {len(right) / len(over):.2%}")
    _fit(layouts, counts)
    print(f"processor time of a brief: {ours * 1000:.1f} ms", end="")
    print(f", LibreOffice {office * 1000:.0f} ms" if office else "")


if __name__ == "__main__":
    main()
