"""A letter with a table in two dialects, and the time that docxtemplater takes to fill it.

The letter is the same for both: a heading, paragraphs with values, a condition, a list, and a table
of 40 rows; so are the data, and the text that comes of them.
"""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

from docx import Document

if TYPE_CHECKING:
    from pathlib import Path

DATA = {
    "title": "Costs of the year",
    "client": "Harbour & Sons",
    "town": "Split",
    "late": True,
    "items": [{"text": f"Item {number}"} for number in range(10)],
    "rows": [{"a": f"R&D {number}", "b": str(number), "c": "text"} for number in range(40)],
}
OURS = {
    "value": "{{{{ {0} }}}}",
    "each": ("{{%p for {1} in {0} %}}", "{{%p endfor %}}"),
    "if": ("{{%p if {0} %}}", "{{%p endif %}}"),
    "rows": ("{{%tr for {1} in {0} %}}", "{{%tr endfor %}}"),
}
THEIRS = {
    "value": "{{{0}}}",
    "each": ("{{#{0}}}", "{{/{0}}}"),
    "if": ("{{#{0}}}", "{{/{0}}}"),
    "rows": ("{{#{0}}}", "{{/{0}}}"),
}
SCRIPT = """
const {readFileSync, writeFileSync} = require("fs");
const PizZip = require("pizzip"), Docxtemplater = require("docxtemplater");
const [template, data, count] = process.argv.slice(2);
const bytes = readFileSync(template), record = JSON.parse(readFileSync(data));
function render() {
  const doc = new Docxtemplater(new PizZip(bytes), {paragraphLoop: true, linebreaks: true});
  doc.render(record);
  return doc.getZip().generate({type: "nodebuffer", compression: "DEFLATE"});
}
writeFileSync("theirs-filled.docx", render());
let best = Infinity;
for (let round = 0; round < 5; round++) {
  const start = process.cpuUsage();
  for (let i = 0; i < Number(count); i++) render();
  const used = process.cpuUsage(start);
  best = Math.min(best, (used.user + used.system) / 1e3 / Number(count));
}
console.log(best);
"""


def letter(path: Path, dialect: dict[str, str | tuple[str, str]], *, is_ours: bool) -> Path:
    """The letter in a dialect."""

    def value(name: str, within: str = "") -> str:
        full = f"{within}.{name}" if within and is_ours else name
        return str(dialect["value"]).format(full)

    def ends(kind: str, name: str, item: str = "") -> tuple[str, str]:
        first, last = dialect[kind]
        return first.format(name, item), last.format(name, item)

    document = Document()
    document.add_heading(value("title"))
    document.add_paragraph(f"Dear {value('client')} in {value('town')},")
    for first, inner, last in (
        (*ends("if", "late")[:1], "please pay soon.", ends("if", "late")[1]),
        (*ends("each", "items", "item")[:1], value("text", "item"), ends("each", "items")[1]),
    ):
        for text in (first, inner, last):
            document.add_paragraph(text)
    first, last = ends("rows", "rows", "row")
    cells = [value(name, "row") for name in "abc"]
    lines = [[first, "", ""], cells, [last, "", ""]] if is_ours else [_within(first, cells, last)]
    table = document.add_table(rows=len(lines), cols=3)
    for row, texts in zip(table.rows, lines, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.save(str(path))
    return path


def _within(first: str, cells: list[str], last: str) -> list[str]:
    """Their tags of a row stand in its first and last cell."""
    return [first + cells[0], *cells[1:-1], cells[-1] + last]


def run(folder: Path) -> tuple[float, bytes]:
    """Milliseconds a render by docxtemplater over 1,000 of them, the best fifth; what it makes.

    npm installs it into the folder, unless Node finds it already, as by ``NODE_PATH``.
    """
    there = ["node", "-e", "require('docxtemplater'); require('pizzip')"]
    if subprocess.run(there, cwd=folder, capture_output=True, check=False).returncode:
        names = ["docxtemplater", "pizzip"]
        subprocess.run(["npm", "install", "--silent", "--prefix", str(folder), *names], check=True)
    (folder / "render.js").write_text(SCRIPT)
    letter(folder / "theirs.docx", THEIRS, is_ours=False)
    (folder / "data.json").write_text(json.dumps(DATA))
    command = ["node", "render.js", "theirs.docx", "data.json", "200"]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return float(result.stdout), (folder / "theirs-filled.docx").read_bytes()
