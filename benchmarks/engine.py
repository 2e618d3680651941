"""The Word engine against docxtpl and docxtemplater, on the shipped brief and its example.

    python -m benchmarks.engine [--npm]

Prints the table of docs/octavo/benchmarks.md. Both sides get the same template, text and data, are
run in turn, in one run, on the same machine, and are charged for processor time, so that a busy
machine disturbs little; all of them write compressed files. ``--npm`` adds docxtemplater, which npm
installs into a temporary folder unless ``NODE_PATH`` leads to one. Needs the extra `dev`.

octavo remembers the last templates by their bytes. What is “compiled anew” here is a file of other
bytes each time, whose tags were seen before, and “first in a process” a file whose tags were not.
"""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import jinja2
from benchmarks.docxtemplater import DATA, OURS, letter, run
from docx import Document
from docxtpl import DocxTemplate

from bluf.data import read
from bluf.evidence import proven
from bluf.views import mapping, view
from octavo import read_text
from octavo.ooxml import open_package, write_package
from octavo.word import compile_template

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[1]
TEMPLATE = ROOT / "templates" / "brief.docx"
ROUNDS = 7
SIZES = (5, 50, 500, 5_000)
OTHERS = 32


def main() -> None:
    """Run every comparison and print the table."""
    data = _example()
    print("| figure | octavo | the other | ratio |\n|---|---|---|---|")
    _against_docxtpl(data)
    _against_the_floor(data)
    with tempfile.TemporaryDirectory() as name:
        _rows(Path(name))
        values = Path(name) / "data.json"
        values.write_text(json.dumps(data), encoding="utf-8")
        _first(_table(Path(name)), values)
        _memory(values)
        if "--npm" in sys.argv:
            _against_docxtemplater(Path(name))


def _line(figure: str, ours: str, theirs: str, ratio: float) -> None:
    print(f"| {figure} | {ours} | {theirs} | {ratio:.3g} |", flush=True)


def _example() -> dict[str, object]:
    source = read(ROOT / "briefs" / "2025-08-06-serbia-us" / "brief.yaml")
    return mapping(view(source.brief, proven(source).proof))


def _against_docxtpl(data: dict[str, object]) -> None:
    program = compile_template(TEMPLATE)
    others = _others(TEMPLATE)
    once, again, fresh, theirs = _best(
        lambda: program.render(data),
        lambda: compile_template(TEMPLATE).render(data),
        lambda: compile_template(next(others)).render(data),
        lambda: _docxtpl(TEMPLATE, data),
    )
    made, other = len(program.render(data)), len(_docxtpl(TEMPLATE, data))
    _line("brief, compiled once, against docxtpl", _ms(once), _ms(theirs), theirs / once)
    _line(
        "brief, the same file given again, against docxtpl", _ms(again), _ms(theirs), theirs / again
    )
    _line("brief, compiled anew, against docxtpl", _ms(fresh), _ms(theirs), theirs / fresh)
    _line("size of the brief, against docxtpl", f"{made:,} B", f"{other:,} B", made / other)


def _others(template: Path) -> Iterator[bytes]:
    """The template as files of other bytes, more of them than are remembered."""
    package = open_package(template)
    data = package.parts[package.main].data
    files = [write_package(package, {package.main: data + b" " * at}) for at in range(OTHERS)]
    return cycle(files)


def _ms(milliseconds: float) -> str:
    return f"{milliseconds:.2f} ms"


def _docxtpl(template: Path, data: dict[str, object]) -> bytes:
    environment = jinja2.Environment(autoescape=True)
    environment.filters["markdown"] = str
    document = DocxTemplate(str(template))
    document.render(data, environment)
    output = io.BytesIO()
    document.save(output)
    return output.getvalue()


def _against_the_floor(data: dict[str, object]) -> None:
    """Join the same pieces, encode and pack the changed parts, write the file: nothing else."""
    program = compile_template(TEMPLATE)
    with ZipFile(io.BytesIO(program.render(data))) as archive:
        parts = {name: archive.read(name).decode() for name in program.codes}
    pieces = {name: re.split("(?<=>)(?=[^<])|(?=<)", part) for name, part in parts.items()}

    def floor() -> bytes:
        changed = {name: "".join(found).encode() for name, found in pieces.items()}
        return write_package(program.package, changed)

    ours, bare = _best(lambda: program.render(data), floor)
    _line("brief, against joining and packing its pieces", _ms(ours), _ms(bare), ours / bare)


def _rows(folder: Path) -> None:
    """A table of many rows: time grows with the rows, and no faster."""
    template = _table(folder)
    program = compile_template(template)
    times = {}
    for size in SIZES:
        data = {"rows": [{"a": f"R&D {row}", "b": row, "c": "text"} for row in range(size)]}
        ours, theirs = _best(
            lambda data=data: program.render(data),
            lambda data=data: _docxtpl(template, data),
            rounds=3 if size == max(SIZES) else ROUNDS,
        )
        times[size] = ours
        _line(f"{size:,} rows, against docxtpl", _ms(ours), _ms(theirs), ours / theirs)
    grown, before = times[5_000] - times[500], times[500] - times[50]
    _line(
        "growth from 500 to 5,000 rows, 1 is linear", _ms(grown), _ms(before), grown / before / 10
    )


def _table(folder: Path) -> Path:
    document = Document()
    table = document.add_table(rows=3, cols=3)
    for row, cells in enumerate(
        [
            ("{%tr for row in rows %}", "", ""),
            ("{{ row.a }}", "{{ row.b }}", "{{ row.c }}"),
            ("{%tr endfor %}", "", ""),
        ]
    ):
        for cell, text in zip(table.rows[row].cells, cells, strict=True):
            cell.text = text
    path = folder / "table.docx"
    document.save(str(path))
    return path


_OURS = """
from octavo.word import compile_template
program = compile_template(template)
def render():
    program.render(data)
"""
_THEIRS = """
import io, jinja2
from docxtpl import DocxTemplate
environment = jinja2.Environment(autoescape=True)
environment.filters["markdown"] = str
def render():
    document = DocxTemplate(template)
    document.render(data, environment)
    document.save(io.BytesIO())
"""
_BEGIN = """
import json, pathlib, re, sys, time
template, data = pathlib.Path(sys.argv[1]), json.loads(pathlib.Path(sys.argv[2]).read_text())
"""
_FIRST = """
brief, filling = template, data
template, data = pathlib.Path(sys.argv[3]), {"rows": [{"a": 1, "b": 2, "c": 3}]}
exec(start)
render()
template, data = brief, filling
begun = time.process_time()
exec(start)
render()
print(time.process_time() - begun)
"""
_RENDERS = """
exec(start)
for _ in range(1_000):
    render()
# of this program alone: what getrusage tells includes the process that started it
print(re.search("VmHWM:\\s*(\\d+)", pathlib.Path("/proc/self/status").read_text())[1])
"""


def _first(other: Path, values: Path) -> None:
    """The first time that a process fills the brief; it has filled another template before."""
    pairs = [
        [_told(start, _FIRST, values, other) for start in (_OURS, _THEIRS)] for _ in range(ROUNDS)
    ]
    ours, theirs = (min(times) * 1e3 for times in zip(*pairs, strict=True))
    _line("brief, first in a process, against docxtpl", _ms(ours), _ms(theirs), theirs / ours)


def _memory(values: Path) -> None:
    """The highest resident memory of a process of its own, over many renders (Linux)."""
    ours, theirs = (_told(start, _RENDERS, values) / 1024 for start in (_OURS, _THEIRS))
    figure = "memory of 1,000 renders, against docxtpl"
    _line(figure, f"{ours:.0f} MiB", f"{theirs:.0f} MiB", ours / theirs)


def _told(start: str, script: str, *given: Path) -> float:
    """The number that a program of its own prints; ``start`` says how it fills the template."""
    whole = f"{_BEGIN}start = {start!r}{script}"
    command = [sys.executable, "-c", whole, str(TEMPLATE), *map(str, given)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout)


def _against_docxtemplater(folder: Path) -> None:
    """A letter with a table, in both dialects; docxtemplater has no compile once."""
    program = compile_template(letter(folder / "ours.docx", OURS, is_ours=True))
    milliseconds, filled = run(folder)
    if _texts(filled) != _texts(program.render(DATA)):
        raise SystemExit("docxtemplater makes another text: nothing to compare")
    others = _others(folder / "ours.docx")
    once, fresh = _best(
        lambda: program.render(DATA),
        lambda: compile_template(next(others)).render(DATA),
    )
    made = len(program.render(DATA))
    ratio = milliseconds / once
    _line("letter, compiled once, against docxtemplater", _ms(once), _ms(milliseconds), ratio)
    ratio = milliseconds / fresh
    _line("letter, compiled anew, against docxtemplater", _ms(fresh), _ms(milliseconds), ratio)
    sizes = f"{made:,} B", f"{len(filled):,} B"
    _line("size of the letter, against docxtemplater", *sizes, made / len(filled))


def _texts(document: bytes) -> list[str]:
    return [block.text for block in read_text(document)]


def _best(*works: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """The least processor time of each, in milliseconds; they take turns."""
    times: list[list[float]] = [[] for _ in works]
    for work in works:
        work()
    for _ in range(rounds):
        for work, found in zip(works, times, strict=True):
            found.append(_timed(work))
    return [min(found) for found in times]


def _timed(work: Callable[[], object]) -> float:
    start, count = time.process_time(), 0
    while time.process_time() - start < 0.05:
        work()
        count += 1
    return (time.process_time() - start) / count * 1e3


if __name__ == "__main__":
    main()
