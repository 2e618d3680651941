"""The estimate held against LibreOffice over Word files of other people, as a table.

    python -m benchmarks.pages.public FOLDER

Takes every .docx below the folder once, however many copies there are. LibreOffice lays out what
passes bluf's safety gate, and its PDF is kept beside the file. Prints how many files are decided,
how many of those have the right number of pages, which construct prevents it in the others, and
which file took longest. The files behind the figures of docs/pages.md are the test files of two
public repositories, apache/poi (test-data) and OfficeDev/Open-XML-SDK (test).
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from octavo.office import ToolError, count_pages, to_pdfs
from octavo.office.pdf import MOST_FILES
from octavo.ooxml import read_package
from octavo.ooxml.errors import PackageError
from octavo.pages import Galley, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from octavo.ooxml import Package
    from octavo.pages import Layout

_FEW_PAGES = 2
_MOST_KINDS = 25
_NAMED = re.compile("“[^”]*”")


class Measured(NamedTuple):
    """A file's layout and the seconds it took."""

    layout: Layout
    seconds: float

    @property
    def undecided(self) -> str:
        """What prevents a verdict; empty where there is one."""
        if self.layout.verdict is Verdict.TOO_CLOSE:
            return "too close"
        return self.layout.obstacle.construct if self.layout.obstacle else ""


def _packages(folder: Path) -> tuple[dict[Path, Package], int]:
    """The files that pass the gate, and how many do not."""
    unique = {
        path.read_bytes(): path
        for path in sorted(folder.rglob("*"), reverse=True)
        if path.suffix.lower() == ".docx"
    }
    packages, refused = {}, 0
    for docx, path in sorted(unique.items(), key=lambda one: one[1]):
        try:
            packages[path] = read_package(docx, str(path))
        except PackageError:
            refused += 1
    return packages, refused


def _measured(package: Package) -> Measured:
    start = time.perf_counter()
    layout = Galley(package).layout()
    return Measured(layout, time.perf_counter() - start)


def _lay_out(packages: Mapping[Path, Package]) -> None:
    """Have LibreOffice write the PDFs that are missing."""
    missing = [path for path in packages if not path.with_suffix(".pdf").exists()]
    for start in range(0, len(missing), MOST_FILES):
        _write_pdfs(missing[start : start + MOST_FILES], packages)


def _write_pdfs(paths: Sequence[Path], packages: Mapping[Path, Package]) -> None:
    """One call; where a file makes it fail, half as many at a time, down to that file."""
    try:
        pdfs = to_pdfs([packages[path] for path in paths])
    except ToolError:
        if len(paths) > 1:
            _write_pdfs(paths[: len(paths) // 2], packages)
            _write_pdfs(paths[len(paths) // 2 :], packages)
        return
    for path, pdf in zip(paths, pdfs, strict=True):
        path.with_suffix(".pdf").write_bytes(pdf)


def _right(measured: Mapping[Path, Measured], counts: Mapping[Path, int]) -> None:
    """How many decided files have the number of pages that LibreOffice gives; names the others."""
    decided = {path: one.layout for path, one in measured.items() if not one.undecided}
    few = [path for path in decided if 0 < counts.get(path, 0) <= _FEW_PAGES]
    many = [path for path in decided if counts.get(path, 0) > _FEW_PAGES]
    for name, paths in (("one or two pages", few), ("more pages", many)):
        wrong = [path for path in paths if decided[path].pages != counts[path]]
        share = f", {1 - len(wrong) / len(paths):.2%}" if paths else ""
        print(f"decided, {name}: {len(paths) - len(wrong)} of {len(paths)} right{share}")
        for path in wrong:
            print(f"    {counts[path]} pages, not {decided[path].pages}: {path}")
    verdicts = [
        path
        for path in (*few, *many)
        if (decided[path].verdict is Verdict.FITS) != (counts[path] == 1)
    ]
    print(f"wrong verdict on one page: {len(verdicts)}")


def _undecided(measured: Mapping[Path, Measured]) -> None:
    """The constructs that prevent a verdict, whatever the name of a font or a character."""
    kinds = Counter(_NAMED.sub("…", one.undecided) for one in measured.values() if one.undecided)
    print(f"undecided: {kinds.total()} of {len(measured)}")
    for kind, count in kinds.most_common(_MOST_KINDS):
        print(f"{count:6} {kind}")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    packages, refused = _packages(parser.parse_args().folder)
    measured = {path: _measured(package) for path, package in packages.items()}
    _lay_out(packages)
    pdfs = {path: path.with_suffix(".pdf") for path in packages}
    counts = {path: count_pages(pdf.read_bytes()) for path, pdf in pdfs.items() if pdf.exists()}
    print(f"files: {len(packages) + refused}, refused by the safety gate: {refused}", end="")
    print(f", not laid out by LibreOffice: {len(packages) - len(counts)}")
    _right(measured, counts)
    _undecided(measured)
    slowest = max(measured, key=lambda path: measured[path].seconds)
    print(f"slowest: {measured[slowest].seconds:.2f} s, {slowest}")


if __name__ == "__main__":
    main()
