"""The whole command as a process: its start, a brief, and docxtpl's own command on the same page.

    python benchmarks/command.py

Prints ratios; both sides are run in turn, in one run, on the same machine. Needs the extra `dev`.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bluf.data import read
from bluf.evidence import proven
from bluf.pipeline import Order, shipped_folder
from bluf.pipeline.making import draft
from bluf.views import mapping, view

ROOT = Path(__file__).parents[1]
BRIEF = ROOT / "briefs" / "2025-08-06-serbia-us"
ROUNDS = 11
COPIES = 200


def main() -> None:
    """Run every comparison and print its ratio."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _start(folder)
        _against_docxtpl(folder)
        _briefs_per_second(folder)


def _start(folder: Path) -> None:
    ours, bare = _medians([_python("-m", "bluf", "--version"), _python("-c", "pass")], folder)
    print(f"start: bluf --version {ours:.0f} ms, bare interpreter {bare:.0f} ms", end=" ")
    print(f"= {ours / bare:.1f} times")


def _against_docxtpl(folder: Path) -> None:
    """One Word file: ours reads, proves, renders, checks and measures; docxtpl renders."""
    shutil.copytree(BRIEF, folder / "brief")
    template, _ = page_for_docxtpl(folder)
    build = _python("-m", "bluf", "build", "brief", "--format", "docx")
    theirs = _python("-m", "docxtpl", "-o", "-q", str(template), "data.json", "out.docx")
    ours, again, other = _medians([[*build, "--no-cache"], build, theirs], folder)
    print(f"command: bluf build {ours:.0f} ms, docxtpl {other:.0f} ms = {ours / other:.2f} times")
    print(f"command: where nothing has changed {again:.0f} ms = {again / other:.2f} times")


def page_for_docxtpl(folder: Path) -> tuple[Path, Path]:
    """The template and the data with which docxtpl's command makes the same page.

    The command ends with 0 where it cannot fill a template, so it is filled here once before.
    """
    from docxtpl import DocxTemplate  # not part of what is measured

    data = read(BRIEF / "brief.yaml")
    roots = mapping(view(data.brief, proven(data).proof))
    path = folder / "data.json"
    path.write_text(json.dumps(roots), encoding="utf-8")
    template = _for_docxtpl(folder)
    DocxTemplate(str(template)).render(roots)
    return template, path


def _for_docxtpl(folder: Path) -> Path:
    """The shipped template, without the one filter that docxtpl's command has not."""
    from docx import Document  # as above
    from docx.oxml.ns import qn

    document = Document(str(shipped_folder() / "brief.docx"))
    for text in document.element.iter(qn("w:t")):
        text.text = text.text.replace(" | markdown", "")
    path = folder / "template.docx"
    document.save(str(path))
    return path


def _briefs_per_second(folder: Path) -> None:
    """Many briefs in one process, against the first one alone: what is done once stays done."""
    order = Order(BRIEF / "brief.yaml", out=folder)
    first = _seconds(order)
    rest = statistics.median(_seconds(order) for _ in range(COPIES))
    print(f"briefs: {1 / rest:.0f} a second; the first takes {first / rest:.1f} times a later one")


def _seconds(order: Order) -> float:
    begun = time.perf_counter()
    draft(order)
    return time.perf_counter() - begun


def _python(*arguments: str) -> list[str]:
    return [sys.executable, *arguments]


# As an installed program runs: with this variable set, our modules would be compiled at every
# start, and docxtpl's, which pip has compiled, would not.
_INSTALLED = {**os.environ}
_INSTALLED.pop("PYTHONDONTWRITEBYTECODE", None)


def _medians(commands: list[list[str]], folder: Path) -> list[float]:
    """The median time of each command in milliseconds, run in turn."""
    times: list[list[float]] = [[] for _ in commands]
    for command in commands:  # the first start compiles
        _run(command, folder)
    for _ in range(ROUNDS):
        for command, taken in zip(commands, times, strict=True):
            begun = time.perf_counter()
            _run(command, folder)
            taken.append((time.perf_counter() - begun) * 1000)
    return [statistics.median(taken) for taken in times]


def _run(command: list[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env=_INSTALLED)


if __name__ == "__main__":
    main()
