"""The Word engine against docxtpl and docxtemplater, on the shipped brief and its example.

    python -m benchmarks.engine [--npm]

Prints ratios; both sides are run in turn, in one run, on the same machine, and are charged for
processor time, so that a busy machine disturbs little. ``--npm`` adds docxtemplater, which npm
installs into a temporary folder unless ``NODE_PATH`` leads to one. Needs the extra `dev`.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tempfile
import time
import zlib
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import jinja2
from benchmarks.docxtemplater import run, texts_by_part, translate
from docx import Document
from docxtpl import DocxTemplate

from bluf.data import read
from bluf.evidence import prove
from bluf.views import mapping, view
from octavo.word import compile_template

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
TEMPLATE = ROOT / "templates" / "brief.docx"
RENDERS = 1_000
ROUNDS = 7
SIZES = (5, 50, 500, 5_000)


def main() -> None:
    """Run every comparison and print its ratio."""
    data = _example()
    _against_docxtpl(data)
    _against_the_floor(data)
    with tempfile.TemporaryDirectory() as name:
        _rows(Path(name))
        _memory(Path(name), data)
        if "--npm" in sys.argv:
            _against_docxtemplater(Path(name), data)


def _example() -> dict[str, object]:
    source = read(ROOT / "briefs" / "2025-08-06-serbia-us" / "brief.yaml")
    return mapping(view(source.brief, prove(source)[0]))


def _against_docxtpl(data: dict[str, object]) -> None:
    program = compile_template(TEMPLATE)
    once, fresh, theirs = _best(
        lambda: program.render(data),
        lambda: compile_template(TEMPLATE).render(data),
        lambda: _docxtpl(TEMPLATE, data),
    )
    print(
        f"brief: ours {once:.2f} ms, with a fresh compile {fresh:.1f} ms, docxtpl {theirs:.1f} ms"
    )
    print(f"  compiled once {theirs / once:.1f} times as fast, fresh {theirs / fresh:.1f} times")


def _docxtpl(template: Path, data: dict[str, object]) -> bytes:
    environment = jinja2.Environment(autoescape=True)
    environment.filters["markdown"] = str
    document = DocxTemplate(str(template))
    document.render(data, environment)
    output = io.BytesIO()
    document.save(output)
    return output.getvalue()


def _against_the_floor(data: dict[str, object]) -> None:
    """Escape and join the same values, deflate the changed parts, write the file."""
    program = compile_template(TEMPLATE)
    with ZipFile(io.BytesIO(program.render(data))) as archive:
        parts = [archive.read(name).decode() for name in program.codes]
    texts = [
        piece.partition(">")[2].partition("<")[0] for part in parts for piece in part.split("<w:t")
    ]
    packed = b"".join(part.member.packed for part in program.package.parts.values())

    def floor() -> bytes:
        "".join(escape(text) for text in texts)
        return b"".join([packed, *(zlib.compress(part.encode()) for part in parts)])

    ours, bare = _best(lambda: program.render(data), floor)
    print(f"floor: ours {ours:.2f} ms, bare {bare:.2f} ms = {ours / bare:.1f} times")


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
        print(f"{size:>6,} rows: ours {ours:8.2f} ms, docxtpl {theirs:8.1f} ms", end="")
        print(f" = {ours / theirs:.3f}")
    growth = (times[5_000] - times[500]) / (times[500] - times[50]) / 10
    print(f"  growth from 500 to 5,000 rows: {growth:.2f} times linear")


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
_RENDERS = """
import json, pathlib, re, sys
template, data = pathlib.Path(sys.argv[1]), json.loads(pathlib.Path(sys.argv[2]).read_text())
{start}
for _ in range(int(sys.argv[3])):
    render()
# of this program alone: what getrusage tells includes the process that started it
print(re.search("VmHWM:\\s*(\\d+)", pathlib.Path("/proc/self/status").read_text())[1])
"""


def _memory(folder: Path, data: dict[str, object]) -> None:
    """The highest resident memory of a process of its own, over many renders (Linux)."""
    values = folder / "data.json"
    values.write_text(json.dumps(data), encoding="utf-8")
    ours, theirs = (_peak(_RENDERS.format(start=start), values) for start in (_OURS, _THEIRS))
    print(f"memory of {RENDERS:,} renders: ours {ours:.0f} MiB, docxtpl {theirs:.0f} MiB", end="")
    print(f" = {ours / theirs:.2f}")


def _peak(script: str, values: Path) -> float:
    command = [sys.executable, "-c", script, str(TEMPLATE), str(values), str(RENDERS)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return int(done.stdout) / 1024


def _against_docxtemplater(folder: Path, data: dict[str, object]) -> None:
    """The same brief, paragraph by paragraph, in its own dialect; it has no compile once."""
    program = compile_template(TEMPLATE)
    milliseconds, filled = run(folder, *translate(TEMPLATE, data))
    if texts_by_part(filled) != texts_by_part(program.render(data)):
        raise SystemExit("docxtemplater makes another text of the brief: nothing to compare")
    once, fresh = _best(
        lambda: program.render(data), lambda: compile_template(TEMPLATE).render(data)
    )
    print(f"docxtemplater: ours {once:.2f} ms, theirs {milliseconds:.2f} ms, the same text")
    print(
        f"  compiled once {milliseconds / once:.1f} times as fast,"
        f" fresh {milliseconds / fresh:.1f} times"
    )


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
